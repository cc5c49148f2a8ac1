import { expect } from "chai";
import { derive } from "../../../provider/kinds/VTSingle/derive";
import { contextWith } from "../context";
import { fromYaml, manifest } from "../from-yaml";

const single = (spec: string): string => manifest("VTSingle", "t", spec);
const placesOf = async (spec: string): Promise<string[]> => (await fromYaml(single(spec))).places();

describe("VTSingle", () => {
  it("has neither license nor syslog, and no weeks for the future", async () => {
    expect(await placesOf("{license: {key: k}, syslogSpec: {}, futureRetention: 1w}")).to.have.members([
      "error spec.license",
      "error spec.syslogSpec",
      "error spec.futureRetention",
    ]);
  });

  it("is an image of its own, with the tag of the release of VictoriaTraces", async () => {
    const image = async (spec: string, defaults = {}) =>
      (await fromYaml(single(spec), { defaults })).object("Deployment", "vtsingle-t").spec.template.spec.containers[0].image;
    expect(await image("{}")).to.equal("victoriametrics/victoria-traces:v0.10.0");
    expect(await image("{}", { tracesVersion: "v0.11.0", logsVersion: "v9.9.9" })).to.equal("victoriametrics/victoria-traces:v0.11.0");
    expect(await image("{componentVersion: v0.9.0}")).to.equal("victoriametrics/victoria-traces:v0.9.0");
  });

  it("keeps spans on its claim, by the flags of its fields", async () => {
    const spec =
      "{retentionPeriod: 14d, futureRetention: 1d, retentionMaxDiskSpaceUsageBytes: 5GiB, logIngestedRows: true, logNewStreams: false, storage: {resources: {requests: {storage: 5Gi}}}}";
    const { args, object } = await fromYaml(single(spec));
    expect(args("Deployment", "vtsingle-t", "vtsingle")).to.deep.equal([
      "-futureRetention=1d",
      "-httpListenAddr=:10428",
      "-logIngestedRows",
      "-retention.maxDiskSpaceUsageBytes=5GiB",
      "-retentionPeriod=14d",
      "-storageDataPath=/victoria-traces-data",
    ]);
    expect(object("PersistentVolumeClaim", "vtsingle-t").spec.accessModes).to.deep.equal(["ReadWriteOnce"]);
  });

  it("refuses settings with which it does not start, and warns of pods that share a claim", async () => {
    expect(await placesOf("{retentionPeriod: 1h}")).to.deep.equal(["error spec.retentionPeriod"]);
    expect(await placesOf("{extraArgs: {retentionPeriod: 1h}}")).to.deep.equal(["error spec.extraArgs.retentionPeriod"]);
    expect(await placesOf("{replicaCount: 2, storage: {resources: {requests: {storage: 1Gi}}}}")).to.deep.equal([
      "warning spec.replicaCount",
    ]);
    expect(await placesOf("{volumeMounts: [{name: other, mountPath: /}], volumes: [{name: other, emptyDir: {}}]}")).to.deep.equal([
      "error spec.volumeMounts[0].mountPath",
    ]);
  });

  it("tells users its addresses", () => {
    const resource = { apiVersion: "operator.victoriametrics.com/v1", kind: "VTSingle", metadata: { name: "t", namespace: "ns" } };
    const { outputs } = derive({ ...resource, spec: { extraArgs: { tls: "true" } } } as Parameters<typeof derive>[0], contextWith());
    const url = "https://vtsingle-t.ns.svc:10428";
    expect(outputs).to.deep.equal({
      serviceName: "vtsingle-t",
      url,
      openTelemetryUrl: `${url}/insert/opentelemetry/v1/traces`,
      jaegerUrl: `${url}/select/jaeger`,
    });
  });
});
