import { expect } from "chai";
import { checkerOf } from "../../provider/alertmanager/alertmanager-checker";
import { checkConfiguration } from "../../provider/alertmanager/configuration-check";
import { parseYaml } from "../../provider/config/parse-yaml";
import { versionOf } from "../../provider/text/release";
import type { Tree } from "../../provider/text/tree";
import { contextWith } from "./context";
import { fromYaml, manifest } from "./from-yaml";

const url = "http://db:8428";
const secret = (name: string, key: string, text: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}, namespace: ns}\nstringData: {${key}: ${JSON.stringify(text)}}\n---\n`;
const pair = secret("pair", "crt", "c") + secret("pair2", "key", "k");
const certificate = "{cert: {secret: {name: pair, key: crt}}}";
const key = "{keySecret: {name: pair2, key: key}}";

/** The paths of issues about an object, without those of others. */
const placesOf = async (text: string, object: string): Promise<string[]> => (await fromYaml(text)).places(object);

describe("what a program refuses at its start", () => {
  it("is a retention below a day, of the field or of an argument, and a future one below two days", async () => {
    const single = (spec: string) => placesOf(manifest("VMSingle", "s", spec), "VMSingle/ns/s");
    expect(await single("{retentionPeriod: 23h}")).to.deep.equal(["error spec.retentionPeriod"]);
    expect(await single("{retentionPeriod: 24h, extraArgs: {futureRetention: 47h}}")).to.deep.equal([
      "error spec.extraArgs.futureRetention",
    ]);
    expect(await single("{retentionPeriod: '1', extraArgs: {futureRetention: 2d}}")).to.deep.equal([]);
    const cluster = "{retentionPeriod: 1h, vmstorage: {replicaCount: 1, extraArgs: {retentionPeriod: 2h}}}";
    expect(await placesOf(manifest("VMCluster", "c", cluster), "VMCluster/ns/c")).to.include.members([
      "error spec.retentionPeriod",
      "error spec.vmstorage.extraArgs.retentionPeriod",
    ]);
  });

  it("is a certificate without its key and a key without its certificate, wherever a program itself connects", async () => {
    for (const tls of [certificate, key]) {
      const agent = manifest("VMAgent", "a", `{remoteWrite: [{url: "${url}"}, {url: "${url}", tlsConfig: ${tls}}]}`);
      expect(await placesOf(pair + agent, "VMAgent/ns/a")).to.deep.equal(["error spec.remoteWrite[1].tlsConfig"]);
      const alert = manifest(
        "VMAlert",
        "r",
        `{datasource: {url: "${url}", tlsConfig: ${tls}}, notifier: {url: "${url}", tlsConfig: ${tls}}}`,
      );
      expect(await placesOf(pair + alert, "VMAlert/ns/r")).to.have.members([
        "error spec.datasource.tlsConfig",
        "error spec.notifier.tlsConfig",
      ]);
      const user = manifest("VMUser", "u", `{username: u, password: p, tlsConfig: ${tls}, targetRefs: [{static: {url: "${url}"}}]}`);
      expect(await placesOf(pair + user, "VMUser/ns/u")).to.include("warning spec.tlsConfig");
    }
  });

  it("leaves the other jobs of a scraper alone, so it is a warning there", async () => {
    const scraper = manifest("VMSingle", "s", "{ingestOnlyMode: false, selectAllByDefault: true}");
    const pods = manifest(
      "VMPodScrape",
      "p",
      `{selector: {}, podMetricsEndpoints: [{port: a, tlsConfig: ${certificate}}, {port: b, tlsConfig: {certFile: /c, keyFile: /k}}, {port: c, vm_scrape_params: {proxy_client_config: {tls_config: ${key}}}}]}`,
    );
    expect(await placesOf(pair + scraper + pods, "VMPodScrape/ns/p")).to.deep.equal([
      "warning spec.podMetricsEndpoints[0].tlsConfig",
      "warning spec.podMetricsEndpoints[2].vm_scrape_params.proxy_client_config.tls_config",
    ]);
  });

  it("is a file of notifiers with an unknown key at its top, while those below are overlooked", async () => {
    const alert = manifest("VMAlert", "r", `{datasource: {url: "${url}"}, notifierConfigRef: {name: file, key: f}}`);
    const issues = async (file: string) => (await fromYaml(alert + secret("file", "f", file))).issues;
    const [problem, ...others] = await issues("static_config: []\n");
    expect(others).to.deep.equal([]);
    expect(problem).to.include({ severity: "error", path: "spec.notifierConfigRef" });
    expect(problem?.message).to.match(/"f" of Secret ns\/file: static_config: is not a setting of vmalert/);
    expect(await issues("static_configs: [{targets: ['am:9093'], other: 1}]\ntimeout: 5s\nheaders: ['A: b']\n")).to.deep.equal([]);
    expect((await issues("timeout: soon\nstatic_configs: {}\n")).map(({ message }) => message.split(": ")[1])).to.have.members([
      "timeout",
      "static_configs",
    ]);
    expect((await fromYaml(alert + secret("file", "other", ""))).places()).to.deep.equal(["error spec.notifierConfigRef"]);
    // Another place may hold the Secret: vmalert mounts it by itself.
    expect((await fromYaml(alert)).places()).to.deep.equal([]);
  });

  it("is a file of users that vmauth cannot read, from either field", async () => {
    const users =
      "users: [{username: a, password: b, url_prefix: 'http://db'}, {bearer_token: t, url_map: [{src_paths: ['/.*'], url_prefix: ['http://a', 'http://b']}]}]";
    const byReference = manifest("VMAuth", "g", "{externalConfig: {secretRef: {name: file, key: config.yaml}}}");
    const bySecret = manifest("VMAuth", "g", "{configSecret: file}");
    for (const [auth, path] of [
      [byReference, "spec.externalConfig.secretRef"],
      [bySecret, "spec.configSecret"],
    ] as const) {
      const places = async (text: string) => (await fromYaml(auth + secret("file", "config.yaml", text))).places("VMAuth/ns/g");
      expect(await places(users), path).to.deep.equal([]);
      expect(await places("unauthorized_user: {url_prefix: 'http://%{HOST}:80/'}"), path).to.deep.equal([]);
      for (const wrong of [
        "accounts: []",
        "users: [{username: a}]",
        "users: [{url_prefix: 'http://a'}]",
        "users: [{username: a, url_prefix: 'ftp://a'}]",
        "unauthorized_user: {username: a, url_prefix: 'http://a'}",
        "users: [{username: a, bearer_token: b, url_prefix: 'http://a'}]",
        "[]",
      ])
        expect(await places(wrong), wrong).to.deep.equal([`error ${path}`]);
    }
  });

  it("is a header without a colon, and the labels of alerts may hold commas", async () => {
    const { places } = await fromYaml(
      manifest("VMAlert", "r", `{datasource: {url: "${url}", headers: [Wrong]}, notifier: {url: "${url}", headers: ["A: b", wrong]}}`),
    );
    expect(places()).to.have.members(["error spec.datasource.headers[0]", "error spec.notifier.headers[1]"]);
    const { args } = await fromYaml(
      manifest("VMAlert", "l", `{datasource: {url: "${url}"}, notifier: {url: "${url}"}, externalLabels: {a: "b,c", d: e}}`),
    );
    expect(args("Deployment", "vmalert-l", "vmalert")).to.include.members(['-external.label="a=b,c"', "-external.label=d=e"]);
  });
});

describe("settings of Alertmanager", () => {
  const context = contextWith();
  const problems = (text: string, tag: string): string[] => {
    const found: string[] = [];
    const parsed = parseYaml(text) as { data: Tree };
    checkConfiguration(parsed.data, {
      ...checkerOf(context),
      version: versionOf(tag, context.values),
      error: (path, message) => void found.push(`${path}: ${message}`),
    });
    return found;
  };
  const settings = `
global: {slack_app_token: t}
route: {receiver: a, labels: {x: y}}
inhibit_rules: [{name: n, source_matchers: ['a="b"'], target_matchers: ['c="d"']}]
receivers:
- name: a
  webhook_configs: [{url: "http://a", payload: {}, http_config: {http_headers: {A: {values: [b]}}}}]
  incidentio_configs: [{url: "http://a", alert_source_token: t}]
`;

  it("are errors for releases that do not know them yet, by the table of releases", () => {
    const places = (tag: string) => problems(settings, tag).map((problem) => problem.split(": ")[0]);
    expect(places("v0.34.0")).to.deep.equal([]);
    expect(places("v0.31.0")).to.have.members(["route.labels", "receivers[0].webhook_configs[0].payload"]);
    expect(places("0.27.0")).to.have.members([
      "route.labels",
      "inhibit_rules[0].name",
      "global.slack_app_token",
      "receivers[0].incidentio_configs",
      "receivers[0].webhook_configs[0].payload",
      "receivers[0].webhook_configs[0].http_config.http_headers",
    ]);
    expect(problems(settings, "v0.31.0").join()).to.match(/known to Alertmanager from v0\.32 on, and the image is v0\.31\.0/);
  });

  it("are all known where the tag does not tell the release", () => {
    for (const tag of ["latest", "main-abc", "sha256:0123", ""]) expect(problems(settings, tag), tag).to.deep.equal([]);
  });

  it("are errors of the spec's fields, too", async () => {
    const placesFor = (image: string) =>
      placesOf(manifest("VMAlertmanager", "p", `{tracingConfig: {endpoint: "jaeger:4317"}, ${image}}`), "VMAlertmanager/ns/p");
    expect(await placesFor("image: {tag: v0.29.0}")).to.deep.equal(["error spec.tracingConfig"]);
    for (const image of ["image: {tag: v0.30.0}", "image: {tag: latest}", ""]) expect(await placesFor(image), image).to.deep.equal([]);
  });

  it("leave out the one VMAlertmanagerConfig that needs a newer image", async () => {
    const config = (name: string, more: string) =>
      manifest(
        "VMAlertmanagerConfig",
        name,
        `{route: {receiver: a}, receivers: [{name: a, telegram_configs: [{bot_token: {name: s, key: k}, chat_id: 1${more}}]}]}`,
      );
    const of = (image: string) =>
      fromYaml(
        secret("s", "k", "v") +
          manifest("VMAlertmanager", "p", `{selectAllByDefault: true, ${image}}`) +
          config("old", "") +
          config("new", ", message_thread_id: 2"),
      );
    const { places, file } = await of("componentVersion: v0.27.0");
    expect(places("VMAlertmanagerConfig/ns/new").join()).to.match(/error spec\.receivers\[0\]\.telegram_configs\[0\]\.message_thread_id/);
    expect(places("VMAlertmanagerConfig/ns/old")).to.deep.equal([]);
    expect(file("Secret", "vmalertmanager-p-config", "alertmanager.yaml.gz"))
      .to.contain("ns-old-a")
      .and.not.contain("ns-new-a");
    expect((await of("image: {tag: v0.28.0}")).places("VMAlertmanagerConfig/ns/new")).to.deep.equal([]);
  });
});

describe("images", () => {
  const agent = (more: string) => placesOf(manifest("VMAgent", "a", `{remoteWrite: [{url: "${url}"}], ${more}}`), "VMAgent/ns/a");

  it("agree with the license, as far as their tags tell", async () => {
    const license = "license: {key: k}";
    expect(await agent(`${license}, image: {tag: v1.149.0}`)).to.deep.equal(["warning spec.image.tag"]);
    expect(await agent(`${license}, image: {repository: "example.org/victoriametrics/vmagent", tag: v1.149.0}`)).to.deep.equal([
      "warning spec.image.tag",
    ]);
    expect(await agent(`image: {tag: v1.149.0-enterprise}`)).to.deep.equal(["warning spec.image.tag"]);
    for (const fit of [
      `${license}, image: {tag: v1.149.0-enterprise}`,
      `${license}, image: {repository: "example.org/own", tag: v1.149.0}`,
      `${license}, image: {tag: nightly}`,
      "image: {tag: v1.149.0}",
      `image: {tag: v1.149.0-enterprise}, extraArgs: {eula: "true"}`,
    ])
      expect(await agent(fit), fit).to.deep.equal([]);
  });

  it("of parts of a cluster are those for clusters", async () => {
    const cluster = (more: string, storage = "") =>
      fromYaml(
        manifest(
          "VMCluster",
          "c",
          `{${more} vmstorage: {replicaCount: 1${storage}}, vmselect: {replicaCount: 1}, vminsert: {replicaCount: 1, componentVersion: v1.140.0}}`,
        ),
      );
    const { object } = await cluster("clusterVersion: v1.149.0,");
    const imageOf = (kind: string, name: string): string => object(kind, name).spec.template.spec.containers[0].image;
    expect(imageOf("StatefulSet", "vmstorage-c")).to.equal("victoriametrics/vmstorage:v1.149.0-cluster");
    expect(imageOf("Deployment", "vminsert-c")).to.equal("victoriametrics/vminsert:v1.140.0-cluster");
    expect((await cluster("", ", image: {tag: v1.149.0}")).places()).to.deep.equal(["error spec.vmstorage.image.tag"]);
  });
});

describe("nothing is left out silently", () => {
  const rules = manifest(
    "VMRule",
    "x",
    "{groups: [{name: g, rules: [{alert: A, expr: up}, {alert: B, expr: up}, {record: r, expr: up}]}]}",
  );

  it("alerts that nobody would get are counted, by the objects that they come from", async () => {
    const alert = (more: string) =>
      fromYaml(
        rules + manifest("VMAlert", "r", `{selectAllByDefault: true, datasource: {url: "${url}"}, remoteWrite: {url: "${url}"}${more}}`),
      );
    const { issues } = await alert("");
    expect(issues.map(({ object, path, severity }) => `${severity} ${object} ${path}`)).to.deep.equal([
      "warning VMAlert/ns/r spec.notifiers",
    ]);
    expect(issues[0]?.message).to.match(/2 alerting rules are left out, of VMRule ns\/x/);
    expect((await alert(`, extraArgs: {notifier.blackhole: "true"}`)).issues).to.deep.equal([]);
    expect((await alert(", notifiers: [{selector: {}}]")).places()).to.deep.equal(["warning spec.notifiers[0].selector"]);
  });

  it("each entry of a probe has a job of its own, and all have one label job", async () => {
    const probe = (more: string) =>
      manifest(
        "VMProbe",
        "p",
        `{vmProberSpec: {url: "b:9115"}, ${more} targets: {static: {targets: [a]}, kubernetes: [{role: service, selector: {matchLabels: {x: y}}}, {role: service, selector: {matchLabels: {x: z}}}]}}`,
      );
    const jobs = async (more: string) => {
      const { file } = await fromYaml(
        probe(more) +
          manifest("VMAgent", "a", `{selectAllByDefault: true, disableSelfServiceScrape: true, remoteWrite: [{url: "${url}"}]}`),
      );
      const { scrape_configs } = (
        parseYaml(file("Secret", "vmagent-a", "vmagent.yaml.gz")) as {
          data: {
            scrape_configs: { job_name: string; relabel_configs: { target_label?: string; replacement?: string; regex?: string }[] }[];
          };
        }
      ).data;
      return scrape_configs.map(({ job_name, relabel_configs }) => ({
        name: job_name,
        label: relabel_configs.find(({ target_label }) => target_label === "job")?.replacement ?? job_name,
        keeps: relabel_configs.flatMap(({ regex }) => (regex === "y" || regex === "z" ? [regex] : [])),
      }));
    };
    const name = "probe/ns/p";
    expect(await jobs("")).to.deep.equal([
      { name, label: name, keeps: [] },
      { name: `${name}/1`, label: name, keeps: ["y"] },
      { name: `${name}/2`, label: name, keeps: ["z"] },
    ]);
    expect((await jobs("jobName: own,")).map(({ label }) => label)).to.deep.equal(["own", "own", "own"]);
  });
});
