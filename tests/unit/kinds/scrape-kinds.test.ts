import { expect } from "chai";
import { parse } from "yaml";
import { type RenderOptions, render } from "../../../provider/render";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const manifest = (kind: string, name: string, spec: object) => ({ apiVersion, kind, metadata: { name, namespace: "ns" }, spec });
const secret = (stringData: object) => ({ apiVersion: "v1", kind: "Secret", metadata: { name: "own", namespace: "ns" }, stringData });

// biome-ignore lint/suspicious/noExplicitAny: tests look deep into configuration
type Job = any;

/** The jobs of an agent that selects everything, for readers, and what was said. */
async function scraped(agent: object, objects: readonly object[], defaults: RenderOptions["defaults"] = {}) {
  const spec = { selectAllByDefault: true, disableSelfServiceScrape: true, remoteWrite: [{ url: "http://store" }], ...agent };
  const { configs, issues } = await render([manifest("VMAgent", "main", spec), ...objects], { onInvalid: "skip", defaults });
  const text = configs.find(({ role }) => role === "config")?.files["vmagent.yaml"] ?? "scrape_configs: []";
  const jobs = parse(text).scrape_configs as Job[];
  return {
    jobs,
    names: jobs.map(({ job_name }) => job_name as string),
    issues: issues.map(({ severity, object, path }) => `${severity} ${object} ${path}`),
  };
}

const oneOfEach = [
  manifest("VMServiceScrape", "a", { endpoints: [{ port: "http" }] }),
  manifest("VMPodScrape", "a", { podMetricsEndpoints: [{ port: "http" }] }),
  manifest("VMProbe", "a", { vmProberSpec: { url: "prober:9115" }, targets: { static: { targets: ["a"] } } }),
  manifest("VMNodeScrape", "a", { selector: { matchLabels: { os: "linux" } } }),
  manifest("VMStaticScrape", "a", { targetEndpoints: [{ targets: ["a:1"] }] }),
  manifest("VMScrapeConfig", "a", { staticConfigs: [{ targets: ["a:1"] }] }),
];

describe("scrape objects", () => {
  it("become jobs kind by kind", async () => {
    const { names } = await scraped({ inlineScrapeConfig: "- job_name: last" }, oneOfEach);
    const expected = [
      "serviceScrape/ns/a/0",
      "podScrape/ns/a/0",
      "probe/ns/a",
      "nodeScrape/ns/a",
      "staticScrape/ns/a/0",
      "scrapeConfig/ns/a",
      "last",
    ];
    expect(names).to.deep.equal(expected);
  });

  it("are only those of pods on each node, and each agent scrapes the pods of its own", async () => {
    const { jobs, names } = await scraped({ daemonSetMode: true }, oneOfEach);
    expect(names).to.deep.equal(["podScrape/ns/a/0"]);
    expect(jobs[0].kubernetes_sd_configs[0].selectors).to.deep.equal([{ role: "pod", field: "spec.nodeName=%{KUBE_NODE_NAME}" }]);
  });

  it("of nodes are left out with a warning where only namespaces may be seen, unless the account is the user's", async () => {
    const confined = await scraped({}, oneOfEach, { watchNamespaces: ["ns"] });
    expect(confined.names).not.to.include("nodeScrape/ns/a");
    expect(confined.issues).to.deep.equal(["warning VMNodeScrape/ns/a "]);
    expect((await scraped({ serviceAccountName: "own" }, oneOfEach, { watchNamespaces: ["ns"] })).names).to.include("nodeScrape/ns/a");
  });

  it("of nodes are chosen by the API server where it chooses", async () => {
    const { jobs } = await scraped({ enableKubernetesAPISelectors: true }, oneOfEach);
    const job = jobs.find(({ job_name }) => job_name === "nodeScrape/ns/a");
    expect(job.kubernetes_sd_configs).to.deep.equal([{ role: "node", selectors: [{ role: "node", label: "os=linux" }] }]);
    expect(job.relabel_configs.map(({ action }: Job) => action)).not.to.include("keep");
  });

  it("are warned of more than one way to log in, their scrape class's included, and keep their job", async () => {
    const basicAuth = { username: { name: "own", key: "user" } };
    const scrapeClasses = [{ name: "login", default: true, basicAuth }];
    const bearer = { targets: ["a:1"], bearerTokenSecret: { name: "own", key: "user" } };
    const empty = { targets: ["a:1"], bearerTokenSecret: { name: "own", key: "empty" } };
    const { names, issues } = await scraped({ scrapeClasses }, [
      secret({ user: "u", empty: "" }),
      manifest("VMStaticScrape", "a", { targetEndpoints: [bearer, { targets: ["a:1"] }, empty] }),
    ]);
    expect(names).to.have.lengthOf(3);
    expect(issues).to.deep.equal([
      "warning VMStaticScrape/ns/a spec.targetEndpoints[0]",
      "warning VMStaticScrape/ns/a spec.targetEndpoints[2].bearerTokenSecret",
    ]);
  });

  it("are warned of labels that there cannot be, and of names that queries must escape", async () => {
    const endpoints = [
      { port: "http", relabelConfigs: [{ targetLabel: "a-b" }, { targetLabel: "${1}-b", regex: "(.*)" }, { targetLabel: "a.b" }] },
    ];
    const service = { jobLabel: "a b", targetLabels: ["app.kubernetes.io/name", "-a"], endpoints };
    const { issues } = await scraped({ externalLabels: { "data centre": "eu" } }, [manifest("VMServiceScrape", "a", service)]);
    expect(issues).to.deep.equal([
      'warning VMAgent/ns/main spec.externalLabels["data centre"]',
      "warning VMServiceScrape/ns/a spec.jobLabel",
      "warning VMServiceScrape/ns/a spec.targetLabels[1]",
      "warning VMServiceScrape/ns/a spec.endpoints[0].relabelConfigs[0].targetLabel",
    ]);
  });

  it("are refused with addresses of proxies and headers that are none, wherever they stand", async () => {
    const oauth2 = { client_id: { secret: { name: "own", key: "id" } }, client_secret_file: "/s", token_url: "http://t", proxy_url: "%zz" };
    const { issues } = await scraped({ scrapeClasses: [{ name: "c", oauth2 }] }, [
      secret({ id: "i" }),
      manifest("VMScrapeConfig", "a", {
        vm_scrape_params: { headers: ["a: b", ""], proxy_client_config: { oauth2 } },
        httpSDConfigs: [{ url: "http://discovery", proxy_client_config: { oauth2 } }],
      }),
    ]);
    expect(issues).to.deep.equal([
      "error VMAgent/ns/main spec.scrapeClasses[0].oauth2.proxy_url",
      "error VMScrapeConfig/ns/a spec.vm_scrape_params.headers[1]",
      "error VMScrapeConfig/ns/a spec.vm_scrape_params.proxy_client_config.oauth2.proxy_url",
      "error VMScrapeConfig/ns/a spec.httpSDConfigs[0].proxy_client_config.oauth2.proxy_url",
    ]);
  });

  it("of Consul name the token as VictoriaMetrics does, and the scheme in small letters", async () => {
    const discoveries = { consulSDConfigs: [{ server: "consul:8500", tokenRef: { name: "own", key: "token" }, scheme: "HTTPS" }] };
    const { jobs } = await scraped({}, [secret({ token: "t" }), manifest("VMScrapeConfig", "a", discoveries)]);
    expect(jobs[0].consul_sd_configs).to.deep.equal([{ server: "consul:8500", bearer_token: "[secret]", scheme: "https" }]);
  });
});

describe("jobs given as text", () => {
  const additionalScrapeConfigs = { name: "own", key: "jobs" };

  it("cannot have the name of another job, wherever that comes from, and the name of a secret one is not told", async () => {
    const objects = [...oneOfEach, secret({ jobs: "- job_name: s3cr3t\n- job_name: probe/ns/a\n" })];
    const inlineScrapeConfig = "- job_name: s3cr3t\n- static_configs: []\n";
    const { issues } = await scraped({ additionalScrapeConfigs, inlineScrapeConfig }, objects);
    expect(issues).to.deep.equal([
      "error VMAgent/ns/main spec.additionalScrapeConfigs[1].job_name",
      "error VMAgent/ns/main spec.inlineScrapeConfig[0].job_name",
      "warning VMAgent/ns/main spec.inlineScrapeConfig[1].job_name",
    ]);
    expect(JSON.stringify(issues)).not.to.contain("s3cr3t");
  });
});

describe("a single node", () => {
  const broken = { inlineScrapeConfig: "- job", additionalScrapeConfigs: { name: "gone", key: "jobs" } };
  const single = async (spec: object) => render([manifest("VMSingle", "main", spec)], { onInvalid: "skip" });

  it("does not look at jobs given as text unless it scrapes", async () => {
    expect((await single(broken)).issues).to.deep.equal([]);
    const { issues } = await single({ ...broken, ingestOnlyMode: false });
    expect(issues.map(({ path }) => path)).to.deep.equal(["spec.inlineScrapeConfig"]);
  });

  it("without a token of its own gets one where it scrapes, and only there", async () => {
    const volumesOf = async (spec: object) => {
      const { objects } = await single({ disableAutomountServiceAccountToken: true, ...spec });
      const deployment = objects.find(({ kind }) => kind === "Deployment") as Job;
      return deployment.spec.template.spec.volumes.map(({ name }: Job) => name);
    };
    expect(await volumesOf({})).to.deep.equal(["data"]);
    expect(await volumesOf({ ingestOnlyMode: false })).to.deep.equal(["data", "tls-assets", "config-out", "config", "kube-api-access"]);
  });
});
