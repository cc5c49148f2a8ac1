import { expect } from "chai";
import { derive as deriveLogs } from "../../../provider/kinds/VLCluster/derive";
import { spec as logsSpec } from "../../../provider/kinds/VLCluster/schema";
import { derive as deriveTraces } from "../../../provider/kinds/VTCluster/derive";
import { spec as tracesSpec } from "../../../provider/kinds/VTCluster/schema";
import { contextWith } from "../context";
import { type FromYaml, fromYaml, manifest } from "../from-yaml";

const tls = `extraArgs: {tls: "true"}`;

const apiVersion = "operator.victoriametrics.com/v1";

/** The two kinds, which differ in names and ports alone, and in the addresses for writing and querying. */
const kinds = [
  {
    kind: "VLCluster",
    prefix: "vl",
    insert: "vlinsert",
    select: "vlselect",
    storage: "vlstorage",
    ports: [9481, 9471, 9491],
    schema: logsSpec,
    derive: (resource: object) => deriveLogs(resource as Parameters<typeof deriveLogs>[0], contextWith()),
    urls: (insert: string, select: string) => ({
      remoteWriteUrl: `${insert}/insert/native`,
      jsonLineUrl: `${insert}/insert/jsonline`,
      openTelemetryUrl: `${insert}/insert/opentelemetry/v1/logs`,
      queryUrl: `${select}/select/logsql/query`,
    }),
  },
  {
    kind: "VTCluster",
    prefix: "vt",
    insert: "insert",
    select: "select",
    storage: "storage",
    ports: [10481, 10471, 10491],
    schema: tracesSpec,
    derive: (resource: object) => deriveTraces(resource as Parameters<typeof deriveTraces>[0], contextWith()),
    urls: (insert: string, select: string) => ({
      openTelemetryUrl: `${insert}/insert/opentelemetry/v1/traces`,
      jaegerUrl: `${select}/select/jaeger`,
    }),
  },
] as const;

for (const { kind, prefix, insert, select, storage, ports, schema, derive, urls } of kinds) {
  const [insertPort, selectPort, storagePort] = ports;
  const cluster = (spec: string): string => manifest(kind, "c", spec);
  const parts = (more = "", storageMore = ""): string =>
    cluster(`{${more} ${storage}: {replicaCount: 2${storageMore}}, ${select}: {replicaCount: 1}, ${insert}: {replicaCount: 1}}`);
  const three = { [storage]: { replicaCount: 2 }, [select]: { replicaCount: 1 }, [insert]: { replicaCount: 1 } };
  const balanced = "requestsLoadBalancer: {enabled: true},";
  const node = (ordinal: number): string => `${prefix}storage-c-${ordinal}.${prefix}storage-c.ns:${storagePort}`;
  const nodesOf = ({ args }: FromYaml, part: "select" | "insert"): string[] =>
    args("Deployment", `${prefix}${part}-c`, `${prefix}${part}`).filter((argument) => argument.startsWith("-storageNode"));
  const portsOf = ({ object }: FromYaml, name: string): string[] =>
    object("Service", name).spec.ports.map(
      (one: { name: string; port: number; targetPort: number }) => `${one.name} ${one.port} ${one.targetPort}`,
    );

  describe(kind, () => {
    it("lists the storage nodes that are neither left out nor given by the user", async () => {
      const spec =
        `{${storage}: {replicaCount: 3, maintenanceInsertNodeIDs: [0], maintenanceSelectNodeIDs: [2]}, ${insert}: {replicaCount: 1}, ` +
        `${select}: {replicaCount: 1, extraStorageNodes: [{addr: "old:1"}]}}`;
      const found = await fromYaml(cluster(spec));
      expect(nodesOf(found, "insert")).to.deep.equal([`-storageNode=${node(1)},${node(2)}`]);
      expect(nodesOf(found, "select")).to.deep.equal([`-storageNode=${node(0)},${node(1)},old:1`]);
      const given = await fromYaml(cluster(`{${storage}: {replicaCount: 1}, ${select}: {extraArgs: {storageNode: "a:1"}}}`));
      expect(nodesOf(given, "select")).to.deep.equal(["-storageNode=a:1"]);
      expect(
        nodesOf(await fromYaml(parts().replace('"replicaCount":2', '"hpa":{"minReplicas":1,"maxReplicas":1}')), "insert"),
      ).to.deep.equal([`-storageNode=${node(0)}`]);
    });

    it("asks its own storage nodes by TLS if they listen by it, and others as they are", async () => {
      const found = await fromYaml(parts("", `, ${tls}`).replace('{"replicaCount":1}', '{"extraStorageNodes":[{"addr":"old:1"}]}'));
      expect(nodesOf(found, "select")).to.deep.equal(["-storageNode.tls=true,true,false", `-storageNode=${node(0)},${node(1)},old:1`]);
      expect(nodesOf(found, "insert")[0]).to.equal("-storageNode.tls=true,true");
    });

    it("refuses a storage node that is there twice, and warns of parts without any", async () => {
      const twice = await fromYaml(
        cluster(`{${storage}: {replicaCount: 1}, ${select}: {extraStorageNodes: [{addr: "a:1"}, {addr: "a:1"}, {addr: "${node(0)}"}]}}`),
      );
      expect(twice.places()).to.deep.equal([
        `error spec.${select}.extraStorageNodes[1].addr`,
        `error spec.${select}.extraStorageNodes[2].addr`,
      ]);
      expect((await fromYaml(cluster(`{${insert}: {replicaCount: 1}}`))).places()).to.deep.equal([`warning spec.${insert}`]);
    });

    it("puts the load balancer before the parts, unless it is switched off for one of them", async () => {
      const found = await fromYaml(parts(balanced));
      const { spec } = found.object("Service", `${prefix}insert-c`);
      expect(spec.selector["app.kubernetes.io/name"]).to.equal(`${prefix}clusterlb-vmauth-balancer`);
      expect(portsOf(found, `${prefix}insert-c`)).to.deep.equal([`http ${insertPort} 8427`]);
      expect(found.object("Service", `${prefix}insertinternal-c`).spec.clusterIP).to.equal("None");
      const config = Buffer.from(found.object("Secret", `${prefix}clusterlb-c`).data["config.yaml"], "base64").toString();
      expect(config).to.contain(`"http://${prefix}selectinternal-c.ns.svc:${selectPort}"`);
      const half = await fromYaml(parts("requestsLoadBalancer: {enabled: true, disableSelectBalancing: true},"));
      expect(half.object("Service", `${prefix}selectinternal-c`)).to.equal(undefined);
      expect(portsOf(half, `${prefix}select-c`)).to.deep.equal([`http ${selectPort} ${selectPort}`]);
    });

    it("has a load balancer without storage nodes of its own too", async () => {
      const { object } = await fromYaml(cluster(`{${balanced} ${select}: {extraStorageNodes: [{addr: "old:1"}]}}`));
      expect(object("Deployment", `${prefix}clusterlb-c`).spec.template.spec.containers[0].name).to.equal("vmauth");
    });

    it("leaves clients the load balancer where serviceSpec changes the Service, and the pods a headless one", async () => {
      const serviceSpec = `serviceSpec: {useAsDefault: true, spec: {type: LoadBalancer, ports: [{name: http, port: 80, targetPort: ${insertPort}}]}}`;
      const found = await fromYaml(cluster(`{${balanced} ${storage}: {replicaCount: 1}, ${insert}: {replicaCount: 1, ${serviceSpec}}}`));
      expect(portsOf(found, `${prefix}insert-c`)).to.deep.equal(["http 80 8427"]);
      const internal = found.object("Service", `${prefix}insertinternal-c`).spec;
      expect([internal.type, internal.clusterIP]).to.deep.equal(["ClusterIP", "None"]);
    });

    it("keeps the Service of the storage nodes headless, with nodes that are not ready", async () => {
      const service = (spec: string) => `, serviceSpec: {useAsDefault: true, spec: ${spec}}`;
      const { object } = await fromYaml(parts("", service("{type: ClusterIP, sessionAffinity: ClientIP}")));
      const { clusterIP, publishNotReadyAddresses } = object("Service", `${prefix}storage-c`).spec;
      expect([clusterIP, publishNotReadyAddresses]).to.deep.equal(["None", true]);
      const own = await fromYaml(parts("", service("{publishNotReadyAddresses: false}")));
      expect(own.object("Service", `${prefix}storage-c`).spec.publishNotReadyAddresses).to.equal(undefined);
      const at = `spec.${storage}.serviceSpec.spec`;
      expect((await fromYaml(parts("", service("{type: NodePort}")))).places()).to.deep.equal([`error ${at}.type`]);
      expect((await fromYaml(parts("", service("{clusterIP: 10.0.0.9}")))).places()).to.deep.equal([`error ${at}.clusterIP`]);
    });

    const derivationOf = (spec: object) => derive({ apiVersion, kind, metadata: { name: "c", namespace: "ns" }, spec: schema.parse(spec) });

    it("puts storage up before the parts that read it, and those before the part that writes to it", () => {
      const { objects } = derivationOf({ ...three, requestsLoadBalancer: { enabled: true } });
      const roles = objects.map(({ role }) => role);
      expect(new Set(roles)).to.have.lengthOf(roles.length);
      expect(Object.fromEntries(objects.flatMap(({ role, after }) => (after ? [[role, after]] : [])))).to.deep.equal({
        [`${prefix}select-deployment`]: [`${prefix}storage-stateful-set`],
        [`${prefix}insert-deployment`]: [`${prefix}storage-stateful-set`, `${prefix}select-deployment`],
      });
    });

    it("says what to do before there are fewer storage nodes", () => {
      const { objects } = derivationOf(three);
      expect(objects.find(({ role }) => role === `${prefix}storage-stateful-set`)?.shrinking).to.contain(
        `${storage}.maintenanceInsertNodeIDs`,
      );
    });

    it("tells users the addresses of the parts that there are, which lead through the load balancer", () => {
      const spec = { ...three, clusterDomainName: "k8s.example", [select]: { extraArgs: { tls: "true", "http.pathPrefix": "/q" } } };
      const { outputs } = derivationOf(spec);
      const at = (part: string, port: number): string => `http://${prefix}${part}-c.ns.svc.k8s.example:${port}`;
      const selecting = `https://${prefix}select-c.ns.svc.k8s.example:${selectPort}/q`;
      expect(outputs).to.deep.equal({
        [`${prefix}storageServiceName`]: `${prefix}storage-c`,
        [`${prefix}selectServiceName`]: `${prefix}select-c`,
        [`${prefix}insertServiceName`]: `${prefix}insert-c`,
        [`${prefix}storageUrl`]: at("storage", storagePort),
        [`${prefix}selectUrl`]: selecting,
        [`${prefix}insertUrl`]: at("insert", insertPort),
        ...urls(at("insert", insertPort), selecting),
      });
      const balancing = derivationOf({ ...spec, requestsLoadBalancer: { enabled: true } }).outputs;
      expect(balancing).to.include({
        [`${prefix}selectUrl`]: at("select", selectPort),
        loadBalancerUrl: at("clusterlb", 8427),
        ...urls(at("insert", insertPort), at("select", selectPort)),
      });
      expect(Object.keys(derivationOf({ [select]: {} }).outputs ?? {}).filter((name) => /insert|storage/i.test(name))).to.deep.equal([]);
    });

    it("does not start with a retention below a day, wherever it is given", async () => {
      const { places } = await fromYaml(parts("", `, retentionPeriod: 12h, extraArgs: {retentionPeriod: 23h}`));
      expect(places()).to.deep.equal([`error spec.${storage}.retentionPeriod`, `error spec.${storage}.extraArgs.retentionPeriod`]);
    });

    it("refuses rollouts and autoscalers that cannot be, of the load balancer too", async () => {
      const lb =
        "requestsLoadBalancer: {enabled: true, spec: {hpa: {minReplicas: 2, maxReplicas: 1}, preStopSleepSeconds: 30, terminationGracePeriodSeconds: 30}},";
      const hpa = "hpa: {minReplicas: 3, maxReplicas: 2, behaviour: {scaleDown: {}}}";
      const { places } = await fromYaml(parts(lb, `, ${hpa}, rollingUpdateStrategyBehavior: {maxUnavailable: 0}`));
      expect(places().filter((place) => place.startsWith("error"))).to.have.members([
        `error spec.${storage}.hpa.minReplicas`,
        `error spec.${storage}.hpa.behaviour.scaleDown`,
        `error spec.${storage}.rollingUpdateStrategyBehavior.maxUnavailable`,
        "error spec.requestsLoadBalancer.spec.hpa.minReplicas",
        "error spec.requestsLoadBalancer.spec.preStopSleepSeconds",
      ]);
    });
  });
}

const logs = (spec: string): string => manifest("VLCluster", "c", spec);
const traces = (spec: string): string => manifest("VTCluster", "c", spec);

describe("VLCluster alone", () => {
  it("keeps syslog on the pods of vlinsert behind the load balancer, and says where it is", async () => {
    const found = await fromYaml(
      logs(
        "{requestsLoadBalancer: {enabled: true}, vlstorage: {replicaCount: 1}, vlinsert: {replicaCount: 1, syslogSpec: {udpListeners: [{listenPort: 514}]}}}",
      ),
    );
    const names = (service: string): string[] => found.object("Service", service).spec.ports.map(({ name }: { name: string }) => name);
    expect(names("vlinsert-c")).to.deep.equal(["http"]);
    expect(names("vlinsertinternal-c")).to.deep.equal(["http", "syslog-udp-0"]);
    expect(found.args("Deployment", "vlinsert-c", "vlinsert")).to.include("-syslog.listenAddr.udp=:514");
    expect(found.issues.map(({ message }) => message).join()).to.contain("vlinsertinternal-c");
  });

  it("gives the load balancer a license of its own, and else the cluster's", async () => {
    const cluster = (own: string) =>
      fromYaml(
        logs(
          `{license: {key: all}, requestsLoadBalancer: {enabled: true, spec: {${own}}}, vlstorage: {replicaCount: 1}, vlinsert: {replicaCount: 1}}`,
        ),
      );
    const licenses = async (own: string) => {
      const { args } = await cluster(own);
      return [args("Deployment", "vlclusterlb-c", "vmauth"), args("Deployment", "vlinsert-c", "vlinsert")].map((list) =>
        list.find((argument) => argument.startsWith("-license=")),
      );
    };
    expect(await licenses("")).to.deep.equal(["-license=all", "-license=all"]);
    expect(await licenses("license: {key: own}")).to.deep.equal(["-license=own", "-license=all"]);
    const mounted = (await cluster("secrets: [given]")).object("Deployment", "vlclusterlb-c").spec.template.spec.volumes;
    expect(mounted.map(({ name }: { name: string }) => name)).to.include("secret-given");
  });

  it("has the version of the cluster for its parts, and that of VMAuth for the load balancer", async () => {
    const { object } = await fromYaml(
      logs(
        "{clusterVersion: v1.51.0, requestsLoadBalancer: {enabled: true}, vlstorage: {replicaCount: 1}, vlselect: {componentVersion: v1.50.0}}",
      ),
    );
    const image = (kind: string, name: string): string => object(kind, name).spec.template.spec.containers[0].image;
    expect(image("StatefulSet", "vlstorage-c")).to.equal("victoriametrics/victoria-logs:v1.51.0");
    expect(image("Deployment", "vlselect-c")).to.equal("victoriametrics/victoria-logs:v1.50.0");
    expect(image("Deployment", "vlclusterlb-c")).to.match(/^victoriametrics\/vmauth:v1\.\d+\.0$/);
  });
});

describe("VTCluster alone", () => {
  it("has neither license nor syslog", async () => {
    const { places } = await fromYaml(traces("{license: {key: k}, insert: {syslogSpec: {}}}"));
    expect(places()).to.have.members(["error spec.license", "error spec.insert.syslogSpec"]);
  });

  it("writes the flags of its load balancer in one order, and lets it pause only if it is told to", async () => {
    const balancer = async (spec: string) => {
      const { object } = await fromYaml(traces(`{requestsLoadBalancer: {enabled: true, spec: {${spec}}}, storage: {replicaCount: 1}}`));
      const [container] = object("Deployment", "vtclusterlb-c").spec.template.spec.containers;
      return { args: container.args as string[], pause: container.lifecycle?.preStop.sleep.seconds as number | undefined };
    };
    const { args, pause } = await balancer("extraArgs: {b: '1', a: '2', configCheckInterval: 5s}");
    expect(pause).to.equal(undefined);
    expect(args).to.deep.equal([
      "-auth.config=/opt/vmauth-config/config.yaml",
      "-httpListenAddr=:8427",
      "-a=2",
      "-b=1",
      "-configCheckInterval=5s",
    ]);
    expect((await balancer("preStopSleepSeconds: 7")).pause).to.equal(7);
  });
});
