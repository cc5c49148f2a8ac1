import { expect } from "chai";
import { fromYaml, manifest } from "../from-yaml";

const cluster = (more = ""): string =>
  manifest("VMCluster", "c", `{vmstorage: {replicaCount: 1}, vmselect: {replicaCount: 1}, vminsert: {replicaCount: 1, ${more}}}`);
const single = manifest("VMSingle", "s", "{}");

/** The warnings of addresses that an agent writes to. */
const ofAgent = async (surroundings: string, ...urls: readonly string[]): Promise<string[]> => {
  const remoteWrite = JSON.stringify(urls.map((url) => ({ url })));
  const { issues } = await fromYaml(surroundings + manifest("VMAgent", "a", `{remoteWrite: ${remoteWrite}}`));
  return issues.filter(({ object }) => object === "VMAgent/ns/a").map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
};

/** The warnings of the databases of a vmalert. */
const ofAlert = async (spec: string): Promise<string[]> => {
  const { issues } = await fromYaml(cluster() + single + manifest("VMAlert", "a", spec));
  return issues.filter(({ message }) => message.startsWith("leads to")).map(({ path, message }) => `${path}: ${message}`);
};

describe("addresses of given databases", () => {
  it("are warned about without the tenant of a cluster, in each form of a host name", async () => {
    for (const host of ["vminsert-c", "vminsert-c.ns", "vminsert-c.ns.svc", "vminsert-c.ns.svc.cluster.local"])
      expect(await ofAgent(cluster(), `http://${host}:8480/api/v1/write`)).to.deep.equal([
        'warning spec.remoteWrite[0].url: leads to vminsert of the VMCluster ns/c, which has no path "/api/v1/write": ' +
          `give http://${host}:8480/insert/0/prometheus/api/v1/write, or another tenant than 0`,
      ]);
  });

  it("are warned about without a path for samples", async () => {
    expect(await ofAgent(single, "http://vmsingle-s:8428/", "http://vmsingle-s:8428")).to.deep.equal([
      'warning spec.remoteWrite[0].url: leads to the VMSingle ns/s, which takes no samples at "/": give http://vmsingle-s:8428/api/v1/write',
      'warning spec.remoteWrite[1].url: leads to the VMSingle ns/s, which takes no samples at "/": give http://vmsingle-s:8428/api/v1/write',
    ]);
  });

  it("are left alone where the path is right, has a prefix, or leads elsewhere", async () => {
    const right = ["/insert/7:1/prometheus/api/v1/write", "/insert/multitenant/prometheus/api/v1/write", "/insert/0/prometheus"];
    expect(await ofAgent(cluster(), ...right.map((path) => `http://vminsert-c.ns:8480${path}`))).to.deep.equal([]);
    expect(await ofAgent(single, "http://vmsingle-s:8428/api/v1/write?extra_label=a=b", "http://vmsingle-s:8428/influx")).to.deep.equal([]);
    expect(await ofAgent(cluster('extraArgs: {"http.pathPrefix": /vm}'), "http://vminsert-c:8480/vm/insert/0/prometheus")).to.deep.equal(
      [],
    );
    expect(await ofAgent(cluster() + single, "http://vminsert-c.other:8480/", "http://db:8428", "kafka://vmsingle-s:9092")).to.deep.equal(
      [],
    );
  });

  it("of a vmalert need the tenant alone, since it appends the rest", async () => {
    const rest = 'notifier: {url: "http://am:9093"}, rulePath: []';
    expect(
      await ofAlert(`{datasource: {url: "http://vmselect-c:8481"}, remoteWrite: {url: "http://vminsert-c:8480/api/v1/write"}, ${rest}}`),
    ).to.deep.equal([
      'spec.datasource.url: leads to vmselect of the VMCluster ns/c, which has no path "/": give http://vmselect-c:8481/select/0/prometheus, or another tenant than 0',
      'spec.remoteWrite.url: leads to vminsert of the VMCluster ns/c, which has no path "/api/v1/write": give http://vminsert-c:8480/insert/0/prometheus, or another tenant than 0',
    ]);
    expect(
      await ofAlert(`{datasource: {url: "http://vmsingle-s:8428"}, remoteWrite: {url: "http://vmsingle-s:8428"}, ${rest}}`),
    ).to.deep.equal([]);
    const clusterMode = 'extraArgs: {clusterMode: "true"}, license: {key: k}';
    expect(await ofAlert(`{datasource: {url: "http://vmselect-c:8481"}, ${clusterMode}, ${rest}}`)).to.deep.equal([]);
  });
});
