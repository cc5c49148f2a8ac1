import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { adoption } from "../../provider/inspect/adopt";
import { explain } from "../../provider/inspect/explain";
import { explainRequest } from "../../provider/inspect/explain-request";
import { graphOf, mermaid } from "../../provider/inspect/graph";
import { prepare } from "../../provider/render";
import { reviewOf } from "../../provider/review/review-of-change";
import { changeOfManifests } from "../../provider/review/sources/manifest-change";
import { readYaml } from "../../provider/sources/manifests";
import type { Manifest } from "../../provider/world/objects";

const golden = (name: string) => readYaml(readFileSync(join(__dirname, "..", "golden", "input", `${name}.yaml`), "utf8"), name);
const logs = golden("a-cluster-for-logs-behind-a-load-balancer-with-alerts");
const collector = golden("an-agent-that-collects-the-logs-of-every-node");
const agent = golden("an-agent-that-takes-logs-in-and-writes-them-to-two-databases");
const traces = golden("traces-in-a-single-node-and-in-a-cluster");

describe("explain, of kinds for logs and traces", () => {
  const becomes = (manifests: typeof logs, object: string): string[] => {
    const lines = explain(prepare(manifests), object).split("\n");
    return lines.slice(lines.indexOf("It becomes:") + 1).map((line) => line.replace("  - ", ""));
  };

  it("names the objects of each", () => {
    expect(becomes(logs, "VLCluster/main")).to.include.members([
      "StatefulSet/logs/vlstorage-main",
      "Deployment/logs/vlselect-main",
      "HorizontalPodAutoscaler/logs/vlselect-main",
      "Service/logs/vlinsertinternal-main",
      "Secret/logs/vlclusterlb-main",
    ]);
    expect(becomes(collector, "VLAgent/nodes").slice(0, 4)).to.deep.equal([
      "ClusterRole//monitoring:logs:vlagent-nodes",
      "ClusterRoleBinding//monitoring:logs:vlagent-nodes",
      "Service/logs/vlagent-nodes",
      "DaemonSet/logs/vlagent-nodes",
    ]);
    expect(becomes(traces, "VTSingle/small")).to.include("PersistentVolumeClaim/traces/vtsingle-small");
    expect(becomes(traces, "VTCluster/large")).to.include.members([
      "Service/traces/vtinsertinternal-large",
      "Deployment/traces/vtselect-large",
    ]);
  });

  it("shows the alerts of a rule on logs, and the way of a request to a part of a cluster", () => {
    expect(explain(prepare(logs), "VMRule/shop"))
      .to.contain("VMAlert/logs/logs selects it:")
      .and.to.contain("alert ShopLogsErrors");
    const way = explainRequest(prepare(traces), "VMAuth/gate", "tracer /insert/opentelemetry/v1/traces");
    expect(way).to.contain("http://vtinsert-large.traces.svc:10481");
  });
});

describe("the graph of logs and traces", () => {
  const arrows = (manifests: typeof logs): string[] => {
    const lines = mermaid(graphOf(prepare(manifests))).split("\n");
    const names = new Map(
      lines.flatMap((line) => [...line.matchAll(/(n\d+)\["(\w+)<br\/>([^"]*)"\]/g)].map(([, id, kind, name]) => [id, `${kind} ${name}`])),
    );
    return lines.flatMap((line) =>
      [...line.matchAll(/(n\d+) -->\|([^|]+)\| (n\d+)/g)].map(
        ([, from = "", verb, to = ""]) => `${names.get(from)} ${verb} ${names.get(to)}`,
      ),
    );
  };

  it("leads from agents, alerts and gateways to the databases that they use", () => {
    expect(arrows(agent)).to.deep.equal(["VLAgent logs/gate sends to VLSingle logs/near"]);
    expect(arrows(logs)).to.include.members([
      "VMAlert logs/logs sends to VLCluster logs/main",
      "VMAuth logs/gate sends to VLCluster logs/main",
    ]);
    expect(arrows(traces)).to.include.members([
      "VMAuth traces/gate sends to VTCluster traces/large",
      "VMAuth traces/gate sends to VTSingle traces/small",
    ]);
  });
});

describe("adopt, of kinds for logs and traces", () => {
  const script = adoption([...logs, ...agent, ...traces], { namespace: "vm", deployment: "vm-operator" }).script.split("\n");

  it("releases claims and workloads before it deletes the custom resources", () => {
    for (const object of [
      "statefulset.apps/vlstorage-main",
      "statefulset.apps/vlagent-gate",
      "deployment.apps/vtselect-large",
      "persistentvolumeclaim/vtsingle-small",
    ])
      expect(
        script.some((line) => line.startsWith(`kubectl patch ${object} `) && line.includes('"ownerReferences":null')),
        object,
      ).to.equal(true);
    for (const plural of ["vlclusters", "vlagents", "vtclusters", "vtsingles"]) {
      const deletion = script.findIndex((line) => line.startsWith(`kubectl delete ${plural}.operator.victoriametrics.com `));
      expect(deletion, plural).to.be.greaterThan(script.findLastIndex((line) => line.includes('"ownerReferences":null')));
      expect(script[deletion]).to.contain("--cascade=orphan");
    }
  });
});

describe("adopt --print-commands, where other versions run", () => {
  it("prints the settings that keep them", () => {
    const live = (kind: string, name: string, namespace: string, container: string, image: string) => ({
      apiVersion: "apps/v1",
      kind,
      metadata: { name, namespace, ownerReferences: [{ apiVersion: "operator.victoriametrics.com/v1", kind: "X", name: "x", uid: "u" }] },
      spec: { template: { spec: { containers: [{ name: container, image: `victoriametrics/${image}` }] } } },
    });
    const running = [
      live("StatefulSet", "vlagent-gate", "logs", "vlagent", "vlagent:v1.51.0"),
      live("Deployment", "vlsingle-near", "logs", "vlsingle", "victoria-logs:v1.51.0"),
      live("Deployment", "vtsingle-small", "traces", "vtsingle", "victoria-traces:v0.9.1"),
    ];
    const small = traces.filter((object) => (object as Manifest).kind === "VTSingle");
    const { script } = adoption([...agent, ...small, ...running], { namespace: "vm", deployment: "vm-operator" });
    expect(script.match(/(?<=victoriametrics:)\w+Version \S+/g)).to.have.members(["logsVersion v1.51.0", "tracesVersion v0.9.1"]);
    const [gate, ...others] = running;
    const image = "victoriametrics/vlagent:v1.50.0";
    const older = { ...gate, spec: { template: { spec: { containers: [{ name: "vlagent", image }] } } } };
    const mixed = adoption([...agent, ...small, older, ...others], { namespace: "vm", deployment: "vm-operator" }).script;
    expect(mixed.match(/(?<=victoriametrics:)\w+[.]?\w+ v\S+/g)).to.have.members([
      "vlagent.version v1.50.0",
      "vlsingle.version v1.51.0",
      "tracesVersion v0.9.1",
    ]);
  });
});

describe("review, of kinds for logs and traces", () => {
  const claim = { resources: { requests: { storage: "10Gi" } } };
  const of = (kind: string, name: string, spec: object) => ({
    apiVersion: "operator.victoriametrics.com/v1",
    kind,
    metadata: { name, namespace: "logs" },
    spec,
  });
  const template = { volumeClaimTemplate: { spec: claim } };
  const cluster = (kind: string, fields: readonly [string, string], storage: object) =>
    of(kind, "c", { [fields[0]]: { replicaCount: 2 }, [fields[1]]: { storage: template, ...storage } });
  const world = (changed: boolean) => [
    cluster("VLCluster", ["vlselect", "vlstorage"], changed ? { replicaCount: 2 } : { replicaCount: 3, retentionPeriod: "30d" }),
    cluster(
      "VTCluster",
      ["select", "storage"],
      changed ? { replicaCount: 1, retentionPeriod: "7d" } : { replicaCount: 1, retentionPeriod: "2w" },
    ),
    of("VLAgent", "a", {
      storage: template,
      remoteWrite: (changed ? ["one"] : ["one", "two"]).map((host) => ({ url: `http://${host}:9428/insert/native` })),
    }),
    of("VTSingle", "t", changed ? {} : { storage: claim }),
  ];

  it("finds the risks that these kinds have", () => {
    const { risks, rollouts } = reviewOf(changeOfManifests({ manifests: world(false) }, { manifests: world(true) }));
    expect(Object.fromEntries(risks.map(({ id, findings }) => [id, findings]))).to.deep.equal({
      "retention-lowered": [
        "StatefulSet logs/vlstorage-c: -retentionPeriod 30d → not set",
        "StatefulSet logs/vtstorage-c: -retentionPeriod 2w → 7d",
      ],
      "fewer-storage-nodes": ["StatefulSet logs/vlstorage-c goes from 3 to 2 pods with claims"],
      "storage-replaced": ["Deployment logs/vtsingle-t: the volume data was the claim vtsingle-t, is now an emptyDir"],
      "targets-removed": ["StatefulSet logs/vlagent-a no longer writes to http://two:9428/insert/native"],
    });
    expect(JSON.stringify(rollouts)).to.contain("vlselect-c").and.not.to.contain("vtselect-c");
  });
});
