import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { parse } from "yaml";
import { type DefaultsInput, defaultsWith } from "../../../provider/defaults";
import { deriveResource, program } from "../../../provider/derivation";
import { matchersProblem } from "../../../provider/text/matchers";
import { parsePrometheusDuration } from "../../../provider/text/prometheus-duration";
import { webUrlProblem } from "../../../provider/text/web-url";
import { Values } from "../../../provider/values/values";
import { v1beta1 as apiVersion, type Manifest } from "../../../provider/world/objects";

// biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
type Any = any;

interface Given {
  readonly spec?: object;
  /** VMAlertmanagerConfigs by `namespace/name`. */
  readonly configs?: Readonly<Record<string, object>>;
  readonly objects?: readonly Manifest[];
  readonly defaults?: DefaultsInput;
}

/** The derivation of the Alertmanager `ns/main`, with all VMAlertmanagerConfigs selected unless the spec says otherwise. */
function derive({ spec = {}, configs = {}, objects = [], defaults = {} }: Given, values = new Values()) {
  const manifest = (kind: string, path: string, own: object): Manifest => {
    const [namespace, name = ""] = path.split("/");
    return { apiVersion, kind, metadata: { namespace, name }, spec: own };
  };
  const own = manifest("VMAlertmanager", "ns/main", { selectAllByDefault: true, ...spec });
  const others = Object.entries(configs).map(([path, each]) => manifest("VMAlertmanagerConfig", path, each));
  const prepared = program([own, ...others, ...objects], { values, defaults: defaultsWith(defaults) });
  const resource = prepared.resources.find(({ kind }) => kind === "VMAlertmanager");
  const found = resource ? deriveResource(prepared, resource) : undefined;
  const issues = [...prepared.issues, ...(found?.issues ?? [])].map(
    ({ severity, object, path, message }) => `${severity} ${object} ${path}: ${message}`,
  );
  const manifests: Any[] = (found?.derivation.objects ?? []).map((object) => object.manifest);
  const secret = manifests.find(({ kind }) => kind === "Secret");
  const reveal = (key: string): string => String(values.evaluate(secret?.data[key] ?? ""));
  return {
    issues,
    manifests,
    secret,
    files: found?.derivation.configs[0]?.files ?? {},
    configuration: (): Any => parse(gunzipSync(Buffer.from(reveal("alertmanager.yaml.gz"), "base64")).toString()),
  };
}

const secret = (path: string, stringData: Record<string, string>): Manifest => {
  const [namespace, name = ""] = path.split("/");
  return { apiVersion: "v1", kind: "Secret", metadata: { namespace, name }, stringData };
};

/** A team that is told by one receiver. */
const team = (receiver: object, route: object = {}) => ({ route: { receiver: "r", ...route }, receivers: [{ name: "r", ...receiver }] });
const hook = { webhook_configs: [{ url: "http://hook" }] };
const namesOf = (configuration: Any): string[] => configuration.receivers.map(({ name }: Any) => name);

describe("the configuration of an Alertmanager", () => {
  it("takes in what is right, and leaves out as a whole what Alertmanager would refuse", () => {
    const { issues, configuration } = derive({
      configs: {
        "a/good": team(hook),
        "b/bad": { ...team({ telegram_configs: [{ bot_token: { name: "s", key: "k" }, chat_id: 1, api_url: "no-scheme" }] }) },
      },
      objects: [secret("b/s", { k: "t0ken" })],
    });
    expect(issues).to.deep.equal([
      "error VMAlertmanagerConfig/b/bad spec.receivers[0].telegram_configs[0].api_url: expected an address that starts with http:// or https://",
      "warning VMAlertmanager/ns/main : leaves out VMAlertmanagerConfig/b/bad, which cannot be part of its configuration",
    ]);
    expect(namesOf(configuration())).to.deep.equal(["blackhole", "a-good-r"]);
  });

  it("names the field that a wrong value comes from, in whatever form Alertmanager has it", () => {
    const { issues } = derive({
      configs: {
        "a/secret": team({ webhook_configs: [{ url_secret: { name: "s", key: "url" } }] }),
        "b/renamed": team({ opsgenie_configs: [{ apiURL: "http://", api_key: { name: "s", key: "url" } }] }),
        "c/tls": team({ webhook_configs: [{ url: "http://a", http_config: { tls_config: { certFile: "/a" }, noProxy: "x" } }] }),
      },
      objects: [secret("a/s", { url: "hidden" }), secret("b/s", { url: "hidden" })],
    });
    expect(issues.filter((issue) => issue.startsWith("error")).map((issue) => issue.split(" ")[2])).to.deep.equal([
      "spec.receivers[0].webhook_configs[0].url_secret:",
      "spec.receivers[0].opsgenie_configs[0].apiURL:",
      "spec.receivers[0].webhook_configs[0].http_config.tls_config:",
      "spec.receivers[0].webhook_configs[0].http_config.noProxy:",
    ]);
    expect(issues.join()).not.to.contain("hidden");
  });

  it("speaks of the fields of the resource, not of the settings that they become", () => {
    const said = (http_config: object): string[] =>
      derive({
        configs: { "a/t": team({ webhook_configs: [{ url: "http://a", http_config }] }) },
        objects: [secret("a/s", { k: "t0ken" })],
      })
        .issues.filter((issue) => issue.startsWith("error"))
        .map((issue) => issue.replace(/^.*http_config\./, ""));
    const bearer_token_secret = { name: "s", key: "k" };
    expect(said({ noProxy: "x" })).to.deep.equal(["noProxy: needs proxyURL"]);
    expect(said({ proxyConnectHeader: { A: [bearer_token_secret] } })).to.deep.equal([
      "proxyConnectHeader: needs proxyURL or proxyFromEnvironment",
    ]);
    expect(said({ bearer_token_secret, bearer_token_file: "/b" })).to.deep.equal([
      "bearer_token_file: is given next to bearer_token_secret: leave one of them out",
    ]);
    expect(said({ basic_auth: { username: bearer_token_secret }, bearer_token_file: "/b" })).to.deep.equal([
      "bearer_token_file: is given next to basic_auth: only one of them is allowed",
    ]);
  });

  it("names the fields of each kind of receivers: in lists by their place, in blocks and in messages", () => {
    const key = { name: "s", key: "k" };
    const connection = { bearer_token_secret: key };
    const said = (receiver: object): string[] =>
      derive({ configs: { "a/t": team(receiver) }, objects: [secret("a/s", { k: "t0ken" })] })
        .issues.filter((issue) => issue.startsWith("error"))
        .map((issue) => issue.replace(/^.*receivers\[0\]\./, ""));
    const shown = { title: "a", value: "b" };
    const attachments = [{}, { fields: [shown, { value: "b" }] }];
    expect(said({ mattermost_configs: [{ url: "http://a", text: "a", attachments }] })).to.deep.equal([
      "mattermost_configs[0].attachments[1].fields[1].title: is required",
    ]);
    expect(said({ mattermost_configs: [{ url_secret: key, text: "a" }] })).to.deep.equal([
      "mattermost_configs[0].url_secret: expected an address that starts with http:// or https://",
    ]);
    expect(said({ sns_configs: [{ topic_arn: "a", sigv4: { access_key: "a" } }] })).to.deep.equal([
      "sns_configs[0].sigv4: needs access_key and secret_key_selector, or neither",
    ]);
    expect(said({ incidentio_configs: [{ url: "http://a", alert_source_token: key, http_config: connection }] })).to.deep.equal([
      "incidentio_configs[0]: has a token next to http_config.bearer_token_secret: leave one of them out",
    ]);
    expect(said({ incidentio_configs: [{ alert_source_token: key }] })).to.deep.equal(["incidentio_configs[0]: needs url or url_file"]);
  });

  it("has no two receivers of one name, though namespaces and names may be put together alike", () => {
    const { issues, configuration } = derive({ configs: { "a/b-c": team(hook), "a-b/c": team(hook) } });
    expect(namesOf(configuration())).to.deep.equal(["blackhole", "a-b-c-r"]);
    expect(issues[0]).to.contain('error VMAlertmanagerConfig/a/b-c spec.receivers: "a-b-c-r" is in Alertmanager\'s configuration already');
  });

  it("looks for what receivers leave out in the global section, that of a Secret too", () => {
    const slack = { "a/slack": team({ slack_configs: [{ channel: "#a" }] }) };
    const base = "global: {slack_api_url_file: /url}\nroute: {receiver: r}\nreceivers: [{name: r}]\n";
    expect(derive({ configs: slack }).issues[0]).to.contain(
      "slack_configs[0].api_url: is required, since the global section has no slack_api_url",
    );
    expect(
      derive({ configs: slack, spec: { configSecret: "base" }, objects: [secret("ns/base", { "alertmanager.yaml": base })] }).issues,
    ).to.deep.equal([]);
  });

  it("keeps all of the base that it does not know, and its secrets secret", () => {
    const base =
      "route: {receiver: hidden, labels: {a: b}}\nreceivers: [{name: hidden}]\nmute_time_intervals: [{name: t, time_intervals: [{weekdays: [monday]}]}]\n";
    const values = new Values();
    const { issues, configuration, files } = derive(
      {
        configs: { "a/b": team(hook) },
        spec: { configSecret: "base", image: { tag: "v0.34.0" } },
        objects: [secret("ns/base", { "alertmanager.yaml": base })],
      },
      values,
    );
    expect(issues).to.deep.equal([]);
    expect(configuration().mute_time_intervals).to.have.length(1);
    expect(configuration().route.labels).to.deep.equal({ a: "b" });
    const shown = Object.values(files).map(({ text, parts }) => values.mask(text + JSON.stringify(parts)));
    expect(shown.join()).to.contain("a-b-r").and.not.to.contain("hidden");
  });

  it("names the problem of a base in a Secret without quoting it", () => {
    const base = "route: {receiver: hidden}\nreceivers: [{name: other}]\nunknown: hidden\n";
    const { issues } = derive({ spec: { configSecret: "base" }, objects: [secret("ns/base", { "alertmanager.yaml": base })] });
    expect(issues).to.deep.equal([
      "error VMAlertmanager/ns/main spec.configSecret: alertmanager.yaml of Secret ns/base: unknown: is not a setting of Alertmanager: leave it out",
      'error VMAlertmanager/ns/main spec.configSecret: alertmanager.yaml of Secret ns/base: route.receiver: there is no receiver "[secret]": correct the name, or add the receiver',
    ]);
  });

  it("comes from one place, and says of the other that it has no effect", () => {
    const base = (receiver: string): string => `route: {receiver: ${receiver}}\nreceivers: [{name: ${receiver}}]\n`;
    const { issues, configuration } = derive({
      spec: { configSecret: "base", configRawYaml: base("raw") },
      objects: [secret("ns/base", { "alertmanager.yaml": base("secret") })],
    });
    expect(namesOf(configuration())).to.deep.equal(["secret"]);
    expect(issues).to.deep.equal([
      "warning VMAlertmanager/ns/main spec.configRawYaml: has no effect next to configSecret: leave one of them out",
    ]);
  });

  it("is not known while its base is not known, but problems of teams show", () => {
    const values = new Values();
    const unknown = values.add({ path: "Secret/ns/base data", secret: true });
    const { issues, secret: derived } = derive(
      {
        configs: { "a/bad": team({ webhook_configs: [{ url: "x" }] }), "b/slack": team({ slack_configs: [{ channel: "#a" }] }) },
        spec: { configSecret: "base" },
        objects: [secret("ns/base", { "alertmanager.yaml": unknown })],
      },
      values,
    );
    expect(issues.map((issue) => issue.split(":")[0])).to.deep.equal([
      "error VMAlertmanagerConfig/a/bad spec.receivers[0].webhook_configs[0].url",
      "warning VMAlertmanager/ns/main ",
    ]);
    expect(values.isKnown(derived.data["alertmanager.yaml.gz"])).to.equal(false);
  });

  it("leaves secrets and values that are not known yet to their places", () => {
    const values = new Values();
    const unknown = values.add({ path: "spec.receivers[0].webhook_configs[0].url", secret: false });
    const { issues, secret: derived } = derive({ configs: { "a/b": team({ webhook_configs: [{ url: unknown }] }) } }, values);
    expect(issues).to.deep.equal([]);
    expect(values.mask(String(derived.data["alertmanager.yaml.gz"]))).to.equal("[unknown]");
  });

  it("refuses a mount of a volume without a name", () => {
    const { issues } = derive({ spec: { containers: [{ name: "a", volumeMounts: [{ name: "", mountPath: "/a" }] }] } });
    expect(issues.join()).to.contain('error VMAlertmanager/ns/main spec.volumeMounts: container a mounts volume "" at /a');
  });

  it("refuses routes to nowhere and times that never come", () => {
    const route = { routes: [{ receiver: "gone", matchers: ['a=~"("'], mute_time_intervals: ["t"], active_time_intervals: ["none"] }] };
    const times = [{ name: "t", time_intervals: [{ weekdays: ["friday:monday"], times: [{ start_time: "9:00", end_time: "08:00" }] }] }];
    const { issues } = derive({ configs: { "a/b": { ...team(hook, route), time_intervals: times } } });
    expect(issues.map((issue) => issue.replace("error VMAlertmanagerConfig/a/b spec.", ""))).to.deep.equal([
      "time_intervals[0].time_intervals[0].times[0].start_time: expected a time such as 09:00, or 24:00",
      "time_intervals[0].time_intervals[0].weekdays[0]: ends before it begins: make two of it, one up to the end and one from the beginning",
      "route.routes[0].matchers[0]: is not a regular expression (RE2): missing closing )",
      'route.routes[0].receiver: there is no receiver "gone", only "r": correct the name, or add the receiver',
      'route.routes[0].active_time_intervals[0]: there is no time interval "none", only "t": correct the name, or add the time interval',
    ]);
  });

  it("refuses a base that Alertmanager does, with all that is wrong with it", () => {
    const { issues } = derive({
      spec: {
        configRawYaml:
          "route: {receiver: a, routes: [{group_by: [x, x]}]}\nreceivers: [{name: a, slack_configs: [{chanel: x}]}, {name: a}]\n",
      },
    });
    expect(issues.map((issue) => issue.replace("error VMAlertmanager/ns/main spec.configRawYaml: ", ""))).to.deep.equal([
      "route.routes[0].group_by[1]: is given twice",
      "receivers[0].slack_configs[0].chanel: is not a setting of Alertmanager: leave it out",
      "receivers[0].slack_configs[0].api_url: is required, since the global section has no slack_api_url",
      "receivers[1].name: is the name of receivers[0] too: it must be unique",
    ]);
  });
});

describe("the pods of an Alertmanager", () => {
  const pod = (spec: object): Any => derive({ spec }).manifests.find(({ kind }) => kind === "StatefulSet").spec.template.spec;

  it("know each other, and an image before 0.28 gets no flag that it does not know", () => {
    const args = (spec: object): string[] => pod(spec).containers[0].args;
    expect(args({ replicaCount: 2 }).filter((argument) => argument.startsWith("--cluster.peer="))).to.deep.equal([
      "--cluster.peer=vmalertmanager-main-0.vmalertmanager-main.ns:9094",
      "--cluster.peer=vmalertmanager-main-1.vmalertmanager-main.ns:9094",
    ]);
    for (const [tag, isThere] of Object.entries({ "v0.27.0": false, "v0.28.0-rc.1": false, "0.28": true, "v1.0.0": true, latest: false }))
      expect(args({ image: { tag } }).includes("--enable-feature=utf8-strict-mode"), tag).to.equal(isThere);
  });

  it("know each other by the domain of the cluster, unless the resource names another", () => {
    const peer = (spec: object): string[] =>
      derive({ spec, defaults: { clusterDomain: "all.local" } })
        .manifests.find(({ kind }) => kind === "StatefulSet")
        .spec.template.spec.containers[0].args.filter((argument: string) => argument.startsWith("--cluster.peer="));
    expect(peer({})).to.deep.equal(["--cluster.peer=vmalertmanager-main-0.vmalertmanager-main.ns.svc.all.local.:9094"]);
    expect(peer({ clusterDomainName: "own" })).to.deep.equal(["--cluster.peer=vmalertmanager-main-0.vmalertmanager-main.ns.svc.own.:9094"]);
  });

  it("have no derived probes if these cannot reach them, and never pause before they stop", () => {
    const [container] = pod({ listenLocal: true }).containers;
    expect(container).not.to.have.any.keys("livenessProbe", "readinessProbe", "lifecycle");
  });

  it("take a volume of the user's for what they keep", () => {
    const volume = { name: "vmalertmanager-main-db", hostPath: { path: "/data" } };
    expect(pod({ volumes: [volume] }).volumes.filter(({ name }: Any) => name === volume.name)).to.deep.equal([volume]);
  });
});

describe("texts that Alertmanager reads", () => {
  it("matchers", () => {
    for (const text of [
      'a="b"',
      "a=b",
      '{a="b",c!~"d"}',
      '{a="b",}',
      "",
      "{}",
      '"a b"="c\\"d"',
      'état!="é"',
      'a=~"x\\\\.y"',
      "a = b , c=d",
    ])
      expect(matchersProblem(text), text).to.equal(undefined);
    for (const text of ["=b", "a", 'a="b" c="d"', "{a=b", "a=b}", 'a=~"("', 'a="b', 'a=~"x\\.y"', "a==b", "a='b'", "{,}"])
      expect(matchersProblem(text), text).not.to.equal(undefined);
  });

  it("durations, whose greatest unit comes first", () => {
    expect(["1d", "1h30m", "0", "5ms"].map(parsePrometheusDuration)).to.deep.equal([86_400_000, 5_400_000, 0, 5]);
    expect(["", "5", "30m1h", "1.5h", "-1s"].map(parsePrometheusDuration)).to.deep.equal(Array(5).fill(undefined));
  });

  it("addresses of servers", () => {
    for (const text of ["http://a", "HTTPS://a:1/b?c#d", "http://[::1]:80", "https://u:p@a/"])
      expect(webUrlProblem(text), text).to.equal(undefined);
    for (const text of ["a", "ftp://a", "http://", "http:///x", "http://a:b", "http://a/%zz"])
      expect(webUrlProblem(text), text).not.to.equal(undefined);
  });
});
