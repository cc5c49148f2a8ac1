import { expect } from "chai";
import { derive } from "../../../provider/kinds/VMCluster/derive";
import { clusterOf } from "../../../provider/kinds/VMCluster/model";
import { spec as schema } from "../../../provider/kinds/VMCluster/schema";
import { storageNodes } from "../../../provider/kinds/VMCluster/storage-nodes";
import { render } from "../../../provider/render";
import { contextWith } from "../context";

const cluster = (spec: unknown) => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind: "VMCluster",
  metadata: { name: "main", namespace: "ns" },
  spec,
});
const parsed = (spec: unknown) => cluster(schema.parse(spec)) as Parameters<typeof derive>[0];
const derivationOf = (spec: unknown, context = contextWith()) => derive(parsed(spec), context);

/** The derived object of a kind and name. */
async function derived(kind: string, name: string, spec: unknown) {
  const { objects } = await render([cluster(spec)]);
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  return objects.find((object) => object.kind === kind && object.metadata.name === name) as any;
}

/** The issues of a cluster: `severity path`. */
async function issuesOf(spec: unknown): Promise<string[]> {
  const { issues } = await render([cluster(spec)], { onInvalid: "skip" });
  return issues.map(({ severity, path }) => `${severity} ${path}`);
}

const threeParts = { vmstorage: { replicaCount: 2 }, vmselect: { replicaCount: 1 }, vminsert: { replicaCount: 1 } };

describe("VMCluster", () => {
  it("puts storage up before what reads it, and that before what writes to it", () => {
    const { objects } = derivationOf({ ...threeParts, requestsLoadBalancer: { enabled: true } });
    const roles = objects.map(({ role }) => role);
    expect(new Set(roles)).to.have.lengthOf(roles.length);
    const after = Object.fromEntries(objects.flatMap(({ role, after }) => (after ? [[role, after]] : [])));
    expect(after).to.deep.equal({
      "vmselect-stateful-set": ["vmstorage-stateful-set"],
      "vminsert-deployment": ["vmstorage-stateful-set", "vmselect-stateful-set"],
    });
    for (const [role, needed] of Object.entries(after)) {
      for (const other of needed) expect(roles.indexOf(other)).to.be.within(0, roles.indexOf(role) - 1);
    }
  });

  it("tells users the addresses of the parts, which lead through the load balancer where there is one", () => {
    const spec = { ...threeParts, clusterDomainName: "k8s.example", vmselect: { extraArgs: { tls: "true", "http.pathPrefix": "/q" } } };
    expect(derivationOf(spec).outputs).to.include({
      vmstorageServiceName: "vmstorage-main",
      vmselectUrl: "https://vmselect-main.ns.svc.k8s.example:8481/q",
      queryUrl: "https://vmselect-main.ns.svc.k8s.example:8481/q/select/0/prometheus",
      remoteWriteUrl: "http://vminsert-main.ns.svc.k8s.example:8480/insert/0/prometheus/api/v1/write",
    });
    const { outputs } = derivationOf({ ...spec, requestsLoadBalancer: { enabled: true } });
    expect(outputs).to.include({
      vmselectUrl: "http://vmselect-main.ns.svc.k8s.example:8481",
      loadBalancerUrl: "http://vmclusterlb-main.ns.svc.k8s.example:8427",
    });
    expect(derivationOf({ vmselect: {} }).outputs).to.have.all.keys("vmselectServiceName", "vmselectUrl", "queryUrl");
  });

  it("lists the storage nodes that are neither left out nor unknown", () => {
    const context = contextWith({ clusterDomain: "cluster.local" });
    const nodesOf = (vmstorage: object) => {
      const found = clusterOf(parsed({ vmstorage, vmselect: { extraStorageNodes: [{ addr: "old:8401" }] }, vminsert: {} }), context);
      return { select: storageNodes(found, "select", context), insert: storageNodes(found, "insert", context) };
    };
    const node = (ordinal: number, port: number) => `vmstorage-main-${ordinal}.vmstorage-main.ns.svc.cluster.local:${port}`;
    expect(
      nodesOf({ replicaCount: 3, maintenanceInsertNodeIDs: [0, 2], maintenanceSelectNodeIDs: [1, 7], vmInsertPort: "1" }),
    ).to.deep.equal({
      select: [node(0, 8401), node(2, 8401), "old:8401"],
      insert: [node(1, 1)],
    });
    expect(nodesOf({ hpa: { minReplicas: 2, maxReplicas: 4 } }).insert).to.deep.equal([node(0, 8400), node(1, 8400)]);
    expect(nodesOf({})).to.deep.equal({ select: ["old:8401"], insert: [] });
  });

  it("warns of fixed lists that lack storage nodes", async () => {
    const { vmselect, vminsert } = threeParts;
    const path = "spec.vmstorage";
    const autoscaled = { hpa: { minReplicas: 2, maxReplicas: 4 } };
    expect(await issuesOf({ vmstorage: autoscaled, vmselect })).to.deep.equal([`warning ${path}.hpa.maxReplicas`]);
    expect(await issuesOf({ vmstorage: { replicaCount: 4, ...autoscaled }, vmselect })).to.deep.equal([]);
    const discovering = { license: { key: "K" }, discovery: { enabled: true }, vmstorage: autoscaled, vmselect, vminsert };
    expect(await issuesOf(discovering)).to.deep.equal([]);
    const left = { replicaCount: 3, maintenanceInsertNodeIDs: [1, 2, 3] };
    expect(await issuesOf({ replicationFactor: 2, vmstorage: left, vminsert })).to.deep.equal([
      `warning ${path}.maintenanceInsertNodeIDs[2]`,
      `warning ${path}.maintenanceInsertNodeIDs`,
    ]);
    expect(await issuesOf({ vmstorage: {}, vminsert })).to.deep.equal(["warning spec.vminsert"]);
    expect(await issuesOf({ vminsert: { extraArgs: { storageNode: "a:8400" } } })).to.deep.equal([]);
  });

  it("refuses a storage node that is there twice, wherever it is said", async () => {
    const own = "vmstorage-main-1.vmstorage-main.ns:8401";
    const vmselect = { extraArgs: { storageNode: "a:1, b:2" }, extraStorageNodes: [{ addr: "b:2" }, { addr: own }] };
    expect(await issuesOf({ vmstorage: threeParts.vmstorage, vmselect })).to.deep.equal([
      "error spec.vmselect.extraStorageNodes[0].addr",
      "error spec.vmselect.extraStorageNodes[1].addr",
    ]);
  });

  it("keeps the Services of pods headless behind a load balancer, and settings for clients on the way to it", async () => {
    const ports = [
      { name: "public", port: 80, targetPort: 8480 },
      { name: "graphite-tcp", port: 2003 },
    ];
    const vminsert = { insertPorts: { graphitePort: "2003" }, serviceSpec: { useAsDefault: true, spec: { type: "LoadBalancer", ports } } };
    const spec = { vmstorage: { replicaCount: 1 }, vminsert, requestsLoadBalancer: { enabled: true } };
    const { spec: front } = await derived("Service", "vminsert-main", spec);
    expect(front.type).to.equal("LoadBalancer");
    expect(front.selector).to.include({ "app.kubernetes.io/name": "vmclusterlb-vmauth-balancer" });
    expect(front.ports).to.deep.equal([
      { name: "public", port: 80, targetPort: 8427, protocol: "TCP" },
      { name: "http", port: 8480, targetPort: 8427, protocol: "TCP" },
    ]);
    const { spec: internal } = await derived("Service", "vminsertinternal-main", spec);
    expect(internal).to.include({ type: "ClusterIP", clusterIP: "None" });
    expect(internal.ports.map(({ name }: { name: string }) => name)).to.deep.equal(["http", "graphite-tcp", "graphite-udp"]);
    expect(await issuesOf(spec)).to.deep.equal(["warning spec.vminsert.serviceSpec.spec.ports[1]"]);
  });

  it("gives the load balancer files and a license of its own", async () => {
    const own = { secrets: ["ca"], configMaps: ["extra"], license: { keyRef: { name: "lb", key: "k" } } };
    const spec = { ...threeParts, license: { key: "K" }, requestsLoadBalancer: { enabled: true, spec: own } };
    const { containers, volumes } = (await derived("Deployment", "vmclusterlb-main", spec)).spec.template.spec;
    expect(containers[0].image).to.equal("victoriametrics/vmauth:v1.150.0-enterprise");
    expect(containers[0].args).to.include("-licenseFile=/etc/vm/secrets/lb/k").and.not.include("-license=K");
    const names = (list: { name: string }[]) => list.map(({ name }) => name);
    expect(names(volumes)).to.deep.equal(["vmauth-lb-config", "secret-ca", "configmap-extra", "license"]);
    expect(names(containers[0].volumeMounts)).to.deep.equal(names(volumes));
  });

  it("takes images for clusters, whichever version is given with a license", async () => {
    const imageOf = async (license: object | undefined, clusterVersion: string | undefined) =>
      (await derived("Deployment", "vminsert-main", { ...threeParts, license, clusterVersion })).spec.template.spec.containers[0].image;
    expect(await imageOf(undefined, undefined)).to.equal("victoriametrics/vminsert:v1.150.0-cluster");
    expect(await imageOf({ key: "K" }, "v1.140.0")).to.equal("victoriametrics/vminsert:v1.140.0-enterprise-cluster");
    expect(await imageOf({ key: "K" }, "v1.140.0-cluster")).to.equal("victoriametrics/vminsert:v1.140.0-enterprise-cluster");
  });

  it("keeps no sample on less than no storage node", async () => {
    expect(await issuesOf({ ...threeParts, replicationFactor: -1 })).to.deep.equal(["error spec.replicationFactor"]);
  });

  it("takes no empty text for a license", async () => {
    expect(await issuesOf({ ...threeParts, license: { key: "" } })).to.deep.equal(["error spec.license.key"]);
  });

  it("refuses Services of the same name, and ones that pods cannot get their names from", async () => {
    const named = (name: string) => ({ serviceSpec: { metadata: { name }, spec: {} } });
    const twice = { ...threeParts, vmstorage: { replicaCount: 1, ...named("vmselect-main") }, vminsert: named("x"), vmselect: named("x") };
    expect(await issuesOf(twice)).to.deep.equal([
      "error spec.vmstorage.serviceSpec.metadata.name",
      "error spec.vminsert.serviceSpec.metadata.name",
    ]);
    const alone = { vmstorage: { replicaCount: 1, ...named("vmselect-main") } };
    expect(await issuesOf(alone)).to.deep.equal(["error spec.vmstorage.serviceSpec.metadata.name"]);
    const asDefault = (spec: object) => ({ vmstorage: { replicaCount: 1, serviceSpec: { useAsDefault: true, spec } } });
    expect(await issuesOf(asDefault({ type: "NodePort" }))).to.deep.equal(["error spec.vmstorage.serviceSpec.spec.type"]);
    expect(await issuesOf(asDefault({ type: "ClusterIP", clusterIP: "None" }))).to.deep.equal([]);
    expect(await issuesOf(asDefault({}))).to.deep.equal([]);
  });

  it("mounts the data once, at its path, and nothing else there", async () => {
    const mountsOf = async (volumeMounts: object[]) =>
      (await derived("StatefulSet", "vmstorage-main", { vmstorage: { storageDataPath: "/data", volumeMounts } })).spec.template.spec
        .containers[0].volumeMounts;
    const once = [{ name: "vmstorage-db", mountPath: "/data/", subPath: "vm" }];
    expect(await mountsOf(once)).to.deep.equal(once);
    const again = { name: "vmstorage-db", mountPath: "/again" };
    expect(await mountsOf([again])).to.deep.equal([{ name: "vmstorage-db", mountPath: "/data" }, again]);
    const volumes = [{ name: "other", emptyDir: {} }];
    const vmstorage = { replicaCount: 1, storageDataPath: "/data", volumes, volumeMounts: [{ name: "other", mountPath: "/data" }] };
    expect(await issuesOf({ vmstorage })).to.deep.equal(["error spec.vmstorage.volumeMounts[0].mountPath"]);
  });
});
