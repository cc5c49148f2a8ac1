import { expect } from "chai";
import { type Manifest, render } from "../../provider/render";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const of = (kind: string, name: string, spec: object, metadata: object = {}): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace: "ns", ...metadata },
  spec,
});
const deduplicates = { annotations: { "operator.victoriametrics.com/vmalert-deduplicate-rules": "yes" } };
const alerting = (spec: object = {}, metadata: object = {}): Manifest => {
  const own = { selectAllByDefault: true, datasource: { url: "http://db" }, notifiers: [{ url: "http://am" }] };
  return of("VMAlert", "rules", { ...own, ...spec }, metadata);
};
const rules = (...list: object[]): Manifest => of("VMRule", "shop", { groups: [{ name: "g", rules: list }] });
const down = (labels: object = {}) => ({ alert: "Down", expr: "up == 0", labels });

/** The result of objects: their issues as `severity object path`, their names, and all generated files as one text. */
async function made(...objects: unknown[]) {
  const rendered = await render(objects, { onInvalid: "skip" });
  return {
    issues: rendered.issues.map(({ severity, object, path }) => `${severity} ${object} ${path}`),
    objects: rendered.objects,
    text: rendered.configs.flatMap(({ files }) => Object.values(files)).join("\n"),
  };
}

const alertsIn = (text: string): number => text.split("alert: Down").length - 1;

describe("rules that are there twice", () => {
  const path = "error VMRule/ns/shop spec.groups[0].rules[1]";

  it("are refused as vmalert sees them: after what the VMAlert removes and adds", async () => {
    expect((await made(alerting(), rules(down(), down()))).issues).to.deep.equal([path]);
    const distinct = await made(alerting({}, deduplicates), rules(down(), { ...down(), for: "5m" }));
    expect([distinct.issues, alertsIn(distinct.text)]).to.deep.equal([[], 1]);
    const enforced = { enforcedNamespaceLabel: "team" };
    expect((await made(alerting(enforced), rules(down({ team: "a" }), down({ team: "b" })))).issues).to.deep.equal([path]);
    expect((await made(alerting(), rules(down({ team: "a" }), down({ team: "b" })))).issues).to.deep.equal([]);
  });

  it("are each VMAlert's own matter, and keep the number that they were given with", async () => {
    const other = { ...alerting(), metadata: { name: "other", namespace: "ns" } };
    const found = await made(alerting({}, deduplicates), other, rules(down(), { record: "r", expr: "up" }, down()));
    expect(found.issues).to.deep.equal(["error VMRule/ns/shop spec.groups[0].rules[2]"]);
    expect(alertsIn(found.text)).to.equal(1);
    expect(found.objects.filter(({ kind }) => kind === "Deployment")).to.have.lengthOf(2);
  });

  it("are warned about where no VMAlert is to be seen, and pass without checks", async () => {
    expect((await made(rules(down(), down()))).issues).to.deep.equal(["warning VMRule/ns/shop spec.groups[0].rules[1]"]);
    const unchecked = rules(down(), down());
    const annotations = { "operator.victoriametrics.com/skip-validation": "true" };
    expect((await made(alerting(), { ...unchecked, metadata: { ...unchecked.metadata, annotations } })).issues).to.deep.equal([]);
  });

  it("may come from groups without any, of the prometheus-operator", async () => {
    const rule = { apiVersion: "monitoring.coreos.com/v1", kind: "PrometheusRule", metadata: { name: "shop", namespace: "ns" } };
    for (const empty of [{ name: "later" }, { name: "later", rules: null }]) {
      const found = await made(alerting(), { ...rule, spec: { groups: [empty, { name: "now", rules: [down()] }] } });
      expect([found.issues, alertsIn(found.text)]).to.deep.equal([[], 1]);
    }
  });
});

describe("what programs take", () => {
  const door = (unauthorizedUserAccessSpec: object) => of("VMAuth", "door", { unauthorizedUserAccessSpec });

  it("is an access log of unauthorized requests alone, but not with a URL that no route leads to", async () => {
    const { issues, text } = await made(door({ access_log: {}, max_concurrent_requests: 5 }));
    expect(issues).to.deep.equal([]);
    expect(text).to.match(/unauthorized_user:\n {2}max_concurrent_requests: 5\n {2}access_log: \{\}/);
    const refused = ["error VMAuth/ns/door spec.unauthorizedUserAccessSpec"];
    expect((await made(door({ access_log: {}, default_url: ["http://a:1"] }))).issues).to.deep.equal(refused);
    expect((await made(door({ max_concurrent_requests: 5 }))).issues).to.deep.equal(refused);
  });

  const pager = (spec: object) => of("VMAlertmanager", "pager", spec);
  const team = of("VMAlertmanagerConfig", "team", {
    route: { receiver: "r" },
    receivers: [{ name: "r", webhook_configs: [{ url: "http://h" }] }],
  });
  const raw = "global: {resolve_timeout: 1m}\nreceivers: [{name: blackhole}]\n";

  it("is a base configuration without a route where something is added to it, and only there", async () => {
    for (const configRawYaml of [raw, `${raw}route:\n`]) {
      const merged = await made(pager({ configRawYaml, selectAllByDefault: true }), team);
      expect(merged.issues).to.deep.equal([]);
      expect(merged.text).to.match(/route:\n {2}receiver: blackhole\n {2}routes:/);
      expect(merged.text.split("name: blackhole")).to.have.lengthOf(2);
      expect((await made(pager({ configRawYaml }))).issues).to.deep.equal(["error VMAlertmanager/ns/pager spec.configRawYaml"]);
    }
    const wrong = await made(pager({ configRawYaml: `${raw}route: here\n`, selectAllByDefault: true }), team);
    expect(wrong.issues).to.include("error VMAlertmanager/ns/pager spec.configRawYaml");
  });
});

describe("what an API server refuses", () => {
  const rule = async (extraRule: unknown): Promise<string[]> => {
    const { issues } = await made(of("VMAuth", "door", { httpRoute: { parentRefs: [{ name: "g" }], extraRules: [extraRule] } }));
    return issues.map((issue) => issue.replace("error VMAuth/ns/door spec.httpRoute.extraRules[0]", ""));
  };

  it("is a rule of an HTTPRoute that is none", async () => {
    const cases: [path: string, rule: unknown][] = [
      [".matches", { matches: { path: { value: "/a" } } }],
      [".matches[0].path", { matches: [{ path: "/a" }] }],
      [".matches[0].path.type", { matches: [{ path: { type: "Prefix", value: "/a" } }] }],
      [".matches[0].headers[0].value", { matches: [{ headers: [{ name: "a" }] }] }],
      [".matches[0].method", { matches: [{ method: "get" }] }],
      [".timeouts", { timeouts: "5s" }],
      [".timeouts.request", { timeouts: { request: "5 s" } }],
      [".filters[0].type", { filters: [{ urlRewrite: { hostname: "a" } }] }],
      [".filters[0].urlRewrite", { filters: [{ type: "URLRewrite" }] }],
      [".filters[0].cors", { filters: [{ type: "URLRewrite", urlRewrite: { hostname: "a" }, cors: {} }] }],
      [".match", { match: [] }],
    ];
    for (const [path, given] of cases) expect(await rule(given), path).to.deep.equal([path]);
    const right = { matches: [{ path: { value: "/a" }, queryParams: [{ name: "a", value: "b" }] }], timeouts: { request: "1m30s" } };
    const redirect = {
      type: "RequestRedirect",
      requestRedirect: { statusCode: 301, path: { type: "ReplaceFullPath", replaceFullPath: "/" } },
    };
    expect(await rule({ ...right, filters: [redirect], backendRefs: "whatever" })).to.deep.equal([]);
  });
});

describe("a further Service of a part behind the load balancer", () => {
  const label = "operator.victoriametrics.com/vmauthlb-proxy-job-name";
  const part = (name: string) => ({ replicaCount: 1, serviceSpec: { metadata: { name }, spec: { type: "NodePort" } } });
  const cluster = (requestsLoadBalancer: object) => {
    const parts = { vmselect: part("read"), vminsert: part("write"), vmstorage: part("store") };
    return of("VMCluster", "big", { retentionPeriod: "1", ...parts, requestsLoadBalancer });
  };
  const labelsOf = async (balancer: object): Promise<unknown[]> => {
    const { objects } = await made(cluster(balancer));
    return ["read", "write", "store"].map((name) => objects.find(({ metadata }) => metadata.name === name)?.metadata.labels?.[label]);
  };

  it("is labelled as the internal one", async () => {
    expect(await labelsOf({ enabled: true })).to.deep.equal(["vmselect-big", "vminsert-big", undefined]);
    expect(await labelsOf({ enabled: true, disableInsertBalancing: true })).to.deep.equal(["vmselect-big", undefined, undefined]);
    expect(await labelsOf({})).to.deep.equal([undefined, undefined, undefined]);
  });
});
