import { expect } from "chai";
import { fromYaml, manifest } from "./from-yaml";

const licensed = "license: {key: k}";
const backup = `vmBackup: {destination: "fs:///b", restore: {onStart: {enabled: true}}}`;
const clusterOf = (storage: string, more = ""): string =>
  manifest(
    "VMCluster",
    "c",
    `{${more} vmstorage: {replicaCount: 1, ${storage}}, vmselect: {replicaCount: 1}, vminsert: {replicaCount: 1}}`,
  );

describe("single nodes and storage nodes", () => {
  it("restore with the license, and their backups are scraped by plain HTTP", async () => {
    const tls = `extraArgs: {tls: "true"}`;
    const { args, object } = await fromYaml(
      clusterOf(`${tls}, ${backup}`, `${licensed},`) + manifest("VMSingle", "s", `{${licensed}, ${tls}, ${backup}}`),
    );
    for (const [kind, name] of [
      ["StatefulSet", "vmstorage-c"],
      ["Deployment", "vmsingle-s"],
    ] as const) {
      expect(args(kind, name, "vmbackuper-restore"), name).to.include("-license=k");
      const endpoints: { port: string; scheme?: string }[] = object("VMServiceScrape", name).spec.endpoints;
      expect(endpoints.find(({ port }) => port === "http")?.scheme, name).to.equal("https");
      expect(endpoints.find(({ port }) => port === "vmbackupmanager")?.scheme, name).to.equal(undefined);
    }
  });
});

describe("replicas beside an autoscaler", () => {
  const autoscaled = "hpa: {minReplicas: 3, maxReplicas: 6}";

  it("are at least its minimum, in every kind that has one", async () => {
    const cluster = manifest(
      "VMCluster",
      "c",
      `{vmstorage: {${autoscaled}}, vmselect: {${autoscaled}}, vminsert: {replicaCount: 1, ${autoscaled}}, requestsLoadBalancer: {enabled: true, spec: {${autoscaled}}}}`,
    );
    const agent = manifest(
      "VMAgent",
      "a",
      `{ingestOnlyMode: true, remoteWrite: [{url: "http://db:8428"}], replicaCount: 2, ${autoscaled}}`,
    );
    const auth = manifest("VMAuth", "u", `{${autoscaled}}`);
    const { object } = await fromYaml(cluster + agent + auth);
    const replicas = (kind: string, name: string): number => object(kind, name).spec.replicas;
    for (const name of ["vmstorage-c", "vmselect-c"]) expect(replicas("StatefulSet", name), name).to.equal(3);
    for (const name of ["vminsert-c", "vmclusterlb-c", "vmagent-a", "vmauth-u"]) expect(replicas("Deployment", name), name).to.equal(3);
  });

  it("stay above it, and none stay none", async () => {
    const { object } = await fromYaml(
      manifest("VMAuth", "u", `{replicaCount: 5, ${autoscaled}}`) + manifest("VMAuth", "stopped", `{replicaCount: 0, ${autoscaled}}`),
    );
    expect(object("Deployment", "vmauth-u").spec.replicas).to.equal(5);
    expect(object("Deployment", "vmauth-stopped").spec.replicas).to.equal(0);
  });
});

describe("addresses of targets", () => {
  const user = (kind: string, name: string, more = ""): string =>
    manifest("VMUser", "u", `{username: u, password: p, targetRefs: [{crd: {kind: ${kind}, name: ${name}, namespace: ns${more}}}]}`);
  const auth = manifest("VMAuth", "g", "{selectAllByDefault: true}");
  const addressOf = async (text: string): Promise<string> => {
    const { file } = await fromYaml(auth + text);
    return /http[^\s"]+/.exec(file("Secret", "vmauth-config-g", "config.yaml.gz"))?.[0] ?? "";
  };
  const balanced = (settings: string, select = ""): string =>
    manifest(
      "VMCluster",
      "c",
      `{vmstorage: {replicaCount: 1}, vminsert: {replicaCount: 1}, vmselect: {replicaCount: 1${select}}, requestsLoadBalancer: {${settings}}}`,
    );
  const tls = `extraArgs: {tls: "true"}`;

  it("speak as the load balancer in front of a part does, not as the part itself", async () => {
    const part = user("VMCluster/vmselect", "c");
    expect(await addressOf(part + balanced(`enabled: true, spec: {${tls}}`))).to.equal("https://vmselect-c.ns.svc:8481");
    expect(await addressOf(part + balanced("enabled: true", `, ${tls}`))).to.equal("http://vmselect-c.ns.svc:8481");
    expect(await addressOf(part + balanced(`enabled: true, disableSelectBalancing: true, spec: {${tls}}`))).to.equal(
      "http://vmselect-c.ns.svc:8481",
    );
    expect(await addressOf(part + balanced(`enabled: false, spec: {${tls}}`, `, ${tls}`))).to.equal("https://vmselect-c.ns.svc:8481");
    expect(await addressOf(user("VMCluster/vmstorage", "c") + balanced(`enabled: true, spec: {${tls}}`))).to.equal(
      "http://vmstorage-c.ns.svc:8482",
    );
  });

  it("of a further Service lead to the pods, by a port that it has", async () => {
    const further = `, ${tls}, serviceSpec: {metadata: {name: read}, spec: {ports: [{name: other, port: 9}, {name: web, port: 80, targetPort: 8481}]}}`;
    const address = await addressOf(user("VMCluster/vmselect", "c", ", useExtraService: true") + balanced("enabled: true", further));
    expect(address).to.equal("https://read.ns.svc:80");
  });

  it("of an Alertmanager that a selector finds have its prefix", async () => {
    const pager = manifest("VMAlertmanager", "p", "{routePrefix: /pager/}") + manifest("VMAlertmanager", "q", "{routePrefix: /}");
    const { args, issues } = await fromYaml(
      pager + manifest("VMAlert", "r", `{datasource: {url: "http://db:8428"}, notifiers: [{selector: {}}]}`),
    );
    const [url] = args("Deployment", "vmalert-r", "vmalert").filter((argument) => argument.startsWith("-notifier.url="));
    expect(url?.split("=")[1]?.split(",")).to.have.members([
      "http://vmalertmanager-p-0.vmalertmanager-p.ns.svc:9093/pager",
      "http://vmalertmanager-q-0.vmalertmanager-q.ns.svc:9093",
    ]);
    expect(issues.filter(({ object }) => object.startsWith("VMAlert/"))).to.deep.equal([]);
  });
});

describe("problems that each workload can have", () => {
  const url = "http://db:8428";
  const remoteWrite = `remoteWrite: [{url: "${url}"}],`;
  const inPart = (part: string) => (own: string) => `{${part}: {replicaCount: 1, ${own}}}`;
  /** The kinds, with the path of the fields for pods and a spec that has some of them. */
  const workloads: readonly (readonly [kind: string, path: string, spec: (own: string) => string, image: string])[] = [
    ["VMAgent", "spec", (own) => `{${remoteWrite} ${own}}`, "v1.149.0-enterprise"],
    ["VLAgent", "spec", (own) => `{${remoteWrite} ${own}}`, "v1.149.0-enterprise"],
    ["VMAlert", "spec", (own) => `{datasource: {url: "${url}"}, ${own}}`, "v1.149.0-enterprise"],
    ["VMAuth", "spec", (own) => `{${own}}`, "v1.149.0-enterprise"],
    ["VMSingle", "spec", (own) => `{${own}}`, "v1.149.0-enterprise"],
    ["VLSingle", "spec", (own) => `{${own}}`, "v1.149.0-enterprise"],
    ["VTSingle", "spec", (own) => `{${own}}`, "v1.149.0-enterprise"],
    ["VMCluster", "spec.vmstorage", inPart("vmstorage"), "v1.149.0-enterprise-cluster"],
    ["VMCluster", "spec.vminsert", inPart("vminsert"), "v1.149.0-enterprise-cluster"],
    ["VLCluster", "spec.vlselect", inPart("vlselect"), "v1.149.0-enterprise"],
    ["VTCluster", "spec.storage", inPart("storage"), "v1.149.0-enterprise"],
    ["VMAlertmanager", "spec", (own) => `{${own}}`, ""],
  ];

  for (const [kind, path, spec, tag] of workloads)
    it(`are reported of ${path} of ${kind}`, async () => {
      const pods = `secrets: [a, a], preStopSleepSeconds: 9, terminationGracePeriodSeconds: 5${tag && `, image: {tag: ${tag}}`}`;
      const { places } = await fromYaml(manifest(kind, "w", spec(pods)));
      expect(places(`${kind}/ns/w`)).to.include.members([
        `error ${path}.secrets[1]`,
        `error ${path}.preStopSleepSeconds`,
        ...(tag ? [`warning ${path}.image.tag`] : []),
      ]);
    });
});
