import { expect } from "chai";
import { parse } from "yaml";
import { type DefaultsInput, defaultsWith } from "../../../provider/defaults";
import { kindsTable } from "../../../provider/kinds";
import type { VMServiceScrapeSpec } from "../../../provider/kinds/VMServiceScrape/schema";
import { scrapeConfiguration } from "../../../provider/scraping/scrape-configuration";
import type { ScrapingSpec } from "../../../provider/scraping/scrape-types";
import { loadParsers } from "../../../provider/upstream/module";
import { Values } from "../../../provider/values/values";
import { describeIssue, Report } from "../../../provider/world/issues";
import { v1beta1 as apiVersion, type CustomResource, type Manifest } from "../../../provider/world/objects";
import { World } from "../../../provider/world/world";

const values = new Values();

type Endpoint = VMServiceScrapeSpec["endpoints"][number];
type Scrapes = Readonly<Record<string, Partial<VMServiceScrapeSpec>>>;

const resource = <Spec>(kind: string, path: string, spec: Spec): CustomResource<Spec> => {
  const [namespace = "", name = ""] = path.split("/");
  return { apiVersion, kind, metadata: { namespace, name }, spec };
};

const secret = (path: string, stringData: Record<string, string>): Manifest => {
  const [namespace, name = ""] = path.split("/");
  return { apiVersion: "v1", kind: "Secret", metadata: { namespace, name }, stringData };
};

/** The scrape configuration of the agent `monitoring/main`: VMServiceScrapes by `namespace/name`, all selected. */
function configure(spec: ScrapingSpec, scrapes: Scrapes, manifests: readonly Manifest[] = [], defaults: DefaultsInput = {}) {
  const objects = Object.entries(scrapes).map(([path, own]) => resource("VMServiceScrape", path, { endpoints: [], ...own }));
  const world = new World(values, objects, manifests);
  const report = new Report("VMAgent/monitoring/main");
  const agent = resource("VMAgent", "monitoring/main", { selectAllByDefault: true, ...spec });
  const made = scrapeConfiguration(
    { resource: agent, tlsAssetsDirectory: "/certs" },
    { world, kinds: kindsTable, values, report, arguments: {}, parsers: loadParsers, defaults: defaultsWith(defaults) },
  );
  const { scrape_configs: jobs, ...others } = parse(String(values.evaluate(made.main)));
  const issues = report.issues.map((issue) => `${issue.severity} ${issue.object} ${describeIssue(issue)}`);
  return { ...made, others, jobs: jobs as Record<string, never>[], names: jobs.map((job: { job_name: string }) => job.job_name), issues };
}

/** The keys of the only job of an endpoint, without those that every job has. */
function job(endpoint: Endpoint, spec: ScrapingSpec = {}, object: Partial<VMServiceScrapeSpec> = {}) {
  const manifests = [secret("shop/own", { token: "own-token" }), secret("shop/class", { token: "class-token" })];
  const { jobs, issues } = configure(spec, { "shop/web": { ...object, endpoints: [endpoint] } }, manifests);
  expect(issues.filter((issue) => issue.startsWith("error"))).to.deep.equal([]);
  return jobs[0] ?? {};
}

describe("scrape configuration", () => {
  it("leaves out a whole object that refers to something missing, and keeps none of its files", () => {
    const tlsConfig = { ca: { secret: { name: "ca", key: "crt" } } };
    const { names, tlsAssets, issues } = configure(
      {},
      {
        "a/broken": {
          endpoints: [
            { port: "http", tlsConfig },
            { port: "admin", bearerTokenSecret: { name: "gone", key: "token" } },
          ],
        },
        "b/whole": { endpoints: [{ port: "http", tlsConfig }] },
      },
      [secret("a/ca", { crt: "A" }), secret("b/ca", { crt: "B \n" })],
    );
    expect(names).to.deep.equal(["serviceScrape/b/whole/0"]);
    expect(Object.entries(tlsAssets.files).map(([key, content]) => [key, values.evaluate(content)])).to.deep.equal([["b_ca_crt", "B"]]);
    expect(issues).to.have.length(1);
    expect(issues[0]).to.match(/^error VMServiceScrape\/a\/broken spec\.endpoints\[1\]\.bearerTokenSecret: there is no Secret a\/gone/);
  });

  it("looks up what the way to the API server takes where the scraper is", () => {
    const spec = { apiServerConfig: { host: "https://kube", basicAuth: { username: { name: "kube", key: "user" } } } };
    const scrapes = { "shop/web": { endpoints: [{}] }, "shop/none": {} };
    const found = configure(spec, scrapes, [secret("monitoring/kube", { user: "scraper" }), secret("shop/kube", { user: "wrong" })]);
    expect(found.jobs[0]).to.have.nested.property("kubernetes_sd_configs[0].basic_auth.username", "scraper");
    const missing = configure(spec, scrapes, [secret("shop/kube", { user: "wrong" })]);
    expect(missing.names).to.deep.equal([]);
    expect(missing.issues).to.have.length(1);
    expect(missing.issues[0]).to.contain(
      "error VMServiceScrape/shop/web cannot be discovered by VMAgent monitoring/main: spec.apiServerConfig",
    );
  });

  it("puts the settings of a proxy's client directly below their keys", () => {
    const proxy_client_config = { authorization: { credentialsFile: "/token" }, oauth2: { client_id: {}, token_url: "http://idp" } };
    expect(job({ vm_scrape_params: { proxy_client_config } })).to.deep.include({
      proxy_authorization: { credentials_file: "/token", type: "Bearer" },
      proxy_oauth2: { token_url: "http://idp" },
    });
  });

  it("looks for targets in the object's own namespace alone, if it is told so", () => {
    const spec = { namespaceSelector: { any: true } };
    const namespaces = (found: object) => expect(found).nested.property("kubernetes_sd_configs[0].namespaces");
    expect(job({}, {}, spec)).not.to.have.nested.property("kubernetes_sd_configs[0].namespaces");
    namespaces(job({}, { ignoreNamespaceSelectors: true }, spec)).to.deep.equal({ names: ["shop"] });
  });

  describe("lets the endpoint win over its scrape class", () => {
    const own = { name: "own", key: "token" };
    const ofClass = { name: "class", key: "token" };
    const cases: [what: string, endpoint: Endpoint, scrapeClass: object, expected: object][] = [
      ["a token over a token's file", { bearerTokenSecret: own }, { bearerTokenFile: "/token" }, { bearer_token: "own-token" }],
      [
        "a file with credentials over credentials",
        { authorization: { credentialsFile: "/own" } },
        { authorization: { type: "Class", credentials: ofClass } },
        { authorization: { credentials_file: "/own", type: "Bearer" } },
      ],
      [
        "its own word before credentials of the class",
        { authorization: { type: "Own" } },
        { authorization: { type: "Class", credentials: ofClass } },
        { authorization: { credentials: "class-token", type: "Own" } },
      ],
      [
        "each certificate by itself, and unverified certificates only if it says so",
        { tlsConfig: { caFile: "/own" } },
        { tlsConfig: { caFile: "/class", certFile: "/cert", insecureSkipVerify: true } },
        { tls_config: { ca_file: "/own", cert_file: "/cert" } },
      ],
      [
        "nothing, and takes all of the class",
        {},
        { tlsConfig: { insecureSkipVerify: true } },
        { tls_config: { insecure_skip_verify: true } },
      ],
    ];
    for (const [what, endpoint, scrapeClass, expected] of cases) {
      it(what, () => {
        expect(job(endpoint, { scrapeClasses: [{ name: "std", default: true, ...scrapeClass }] })).to.deep.include(expected);
      });
    }

    it("its object's metadata over that of the class", () => {
      const scrapeClasses = [{ name: "std", default: true, attachMetadata: { node: true, namespace: true } }];
      const found = job({ attach_metadata: {} }, { scrapeClasses }, { attach_metadata: { node: false } });
      expect(found).nested.property("kubernetes_sd_configs[0].attach_metadata").to.deep.equal({ namespace: true });
    });
  });

  it("denies files that objects name, wherever they do, but not those of classes", () => {
    const spec = {
      arbitraryFSAccessThroughSMs: { deny: true },
      scrapeClasses: [{ name: "std", default: true, tlsConfig: { caFile: "/class" } }],
    };
    const oauth2 = { client_id: {}, token_url: "http://idp", tls_config: { caFile: "/ca" } };
    const { issues, names } = configure(spec, {
      "a/files": { endpoints: [{}, { bearerTokenFile: "/token", oauth2, vm_scrape_params: { proxy_client_config: { oauth2 } } }] },
      "b/none": { endpoints: [{}] },
    });
    expect(names).to.deep.equal(["serviceScrape/b/none/0"]);
    const errors = issues.filter((issue) => issue.startsWith("error"));
    expect(errors.map((issue) => issue.split(" ")[2])).to.deep.equal([
      "spec.endpoints[1].bearerTokenFile:",
      "spec.endpoints[1].oauth2.tls_config.caFile:",
      "spec.endpoints[1].vm_scrape_params.proxy_client_config.oauth2.tls_config.caFile:",
    ]);
  });

  describe("keeps an interval within its bounds, in their words", () => {
    const cases = [
      ["15000ms", "15s", undefined, "15s"],
      ["1h", "15s", "120s", "120s"],
      ["1m", "15s", "60s", "1m"],
      ["5s", "soon", "1s", "5s"],
      ["5s", "1s", "never", "5s"],
      ["often", "15s", "1m", "often"],
      ["2M", "1h", undefined, "2M"],
      ["7", "7S", undefined, "7S"],
    ] as const;
    for (const [interval, minScrapeInterval, maxScrapeInterval, expected] of cases) {
      it(`${interval} within ${minScrapeInterval} and ${maxScrapeInterval}`, () => {
        expect(job({ interval }, { minScrapeInterval, maxScrapeInterval })).to.have.property("scrape_interval", expected);
      });
    }
  });

  it("protects the enforced namespace label from changes", () => {
    const rules = [
      { targetLabel: "tenant", replacement: "mine" },
      { target_label: "other", replacement: "x" },
    ];
    const found = job({ relabelConfigs: rules, metricRelabelConfigs: rules }, { enforcedNamespaceLabel: "tenant" }) as Record<
      string,
      object[]
    >;
    expect(found.relabel_configs?.slice(-3)).to.deep.equal([
      { target_label: "tenant", replacement: "mine" },
      { target_label: "other", replacement: "x" },
      { target_label: "tenant", replacement: "shop" },
    ]);
    expect(found.metric_relabel_configs).to.deep.equal([{ target_label: "other", replacement: "x" }]);
  });

  it("keeps to the watched namespaces", () => {
    const scrapes = { "a/one": { endpoints: [{}], namespaceSelector: { any: true } }, "b/two": { endpoints: [{}] } };
    const { names, jobs } = configure({ serviceScrapeNamespaceSelector: { matchLabels: { team: "x" } } }, scrapes, [], {
      watchNamespaces: ["a"],
    });
    expect(names).to.deep.equal(["serviceScrape/a/one/0"]);
    expect(jobs[0]).nested.property("kubernetes_sd_configs[0].namespaces.names").to.deep.equal(["a"]);
  });

  describe("that is too long for a Secret", () => {
    const scrapes = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`shop/web-${100 + index}`, { endpoints: [{ port: `port-${index}` }] }]),
    );

    it("goes on in others, each within the limit, in the same order", () => {
      const whole = configure({}, scrapes);
      const limit = 1_000;
      const cut = configure({}, scrapes, [], { configDataBudgetBytes: limit });
      const lists = [cut.main.slice(cut.main.indexOf("scrape_configs:\n") + "scrape_configs:\n".length), ...cut.overflow];
      expect(cut.others.scrape_config_files).to.deep.equal(["/etc/vm/sc-files/*/jobs.yaml"]);
      expect(Object.keys(cut.others)).to.deep.equal(["global", "scrape_config_files"]);
      expect(lists.flatMap((text) => parse(text))).to.deep.equal(whole.jobs);
      expect(lists.length).to.be.greaterThan(1);
      for (const text of lists) expect(values.gzippedSize(text, limit)).to.be.at.most(limit);
    });

    it("is an error of the scraper where a single job is", () => {
      const { issues } = configure({}, { "shop/web": { endpoints: [{}] } }, [], { configDataBudgetBytes: 100 });
      expect(issues[0]).to.match(
        /^error VMAgent\/monitoring\/main spec: leads to the job serviceScrape\/shop\/web\/0, which is larger than 100 bytes/,
      );
    });
  });

  describe("takes over jobs that are given as text", () => {
    const additionalScrapeConfigs = { name: "jobs", key: "yaml" };
    const text = "- job_name: node # a comment\n  sample_limit: 0755\n  static_configs: [{targets: [a:1], labels: {when: 12:30:45}}]\n";

    it("out of a Secret, and hides all values of it", () => {
      const { jobs, main, issues } = configure({ additionalScrapeConfigs, inlineScrapeConfig: "- job_name: inline" }, {}, [
        secret("monitoring/jobs", { yaml: text }),
      ]);
      const labels = { when: "12:30:45" };
      expect(jobs).to.deep.equal([
        { job_name: "node", sample_limit: 493, static_configs: [{ targets: ["a:1"], labels }] },
        { job_name: "inline" },
      ]);
      expect(values.mask(main)).to.contain('- job_name: "[secret]"\n  sample_limit: "[secret]"\n').and.to.contain("- job_name: inline\n");
      expect(issues).to.deep.equal([]);
    });

    it("and never quotes them in a message", () => {
      for (const yaml of ["- hunter2: [", "hunter2: 1", "- hunter2", "- a: 1\n  a: hunter2"]) {
        const { issues } = configure({ additionalScrapeConfigs }, {}, [secret("monitoring/jobs", { yaml })]);
        expect(issues).to.have.length(1);
        expect(issues[0])
          .to.match(/^error VMAgent\/monitoring\/main spec\.additionalScrapeConfigs: is not /)
          .and.not.to.contain("hunter2");
      }
    });

    it("as unknown as it is", () => {
      const { main } = scrapeConfigurationOf(values.add({ path: "spec.inlineScrapeConfig", secret: false }));
      expect(values.mask(main)).to.match(/scrape_configs:\n- "?\[unknown\]"?\n$/);
    });

    const scrapeConfigurationOf = (inlineScrapeConfig: string) => {
      const context = {
        world: new World(values, [], []),
        values,
        report: new Report("VMAgent/monitoring/main"),
        arguments: {},
        kinds: kindsTable,
        parsers: loadParsers,
        defaults: defaultsWith(),
      };
      return scrapeConfiguration(
        { resource: resource("VMAgent", "monitoring/main", { inlineScrapeConfig }), tlsAssetsDirectory: "/certs" },
        context,
      );
    };
  });
});
