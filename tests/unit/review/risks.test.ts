import { expect } from "chai";
import { risks } from "../../../provider/review/risks";
import { type Editable, find, reviewed } from "./base";

interface Case {
  readonly change: (objects: Editable[]) => Editable[] | undefined;
  readonly finding: string;
}

const without = (objects: readonly Editable[], reference: string): Editable[] =>
  objects.filter((object) => object !== find(objects, reference));
const pod = (objects: Editable[]) => find(objects, "Deployment plain").spec.template.spec;

/** A change for each risk, and where it is found. */
const cases: Readonly<Record<string, Case>> = {
  "retention-lowered": {
    change: (objects) => void Object.assign(find(objects, "VMSingle db").spec, { retentionPeriod: "2w" }),
    finding: "Deployment monitoring/vmsingle-db: -retentionPeriod 30d → 2w",
  },
  "fewer-storage-nodes": {
    change: (objects) => void Object.assign(find(objects, "VMCluster large").spec.vmstorage, { replicaCount: 2 }),
    finding: "StatefulSet monitoring/vmstorage-large goes from 3 to 2 pods with claims",
  },
  "claims-deleted": {
    change: (objects) => without(objects, "PersistentVolumeClaim plain"),
    finding: "PersistentVolumeClaim monitoring/plain is deleted",
  },
  "claims-shrink": {
    change: (objects) => void Object.assign(find(objects, "PersistentVolumeClaim plain").spec.resources.requests, { storage: "9Gi" }),
    finding: "PersistentVolumeClaim monitoring/plain: 10Gi → 9Gi",
  },
  "claims-change": {
    change: (objects) => void Object.assign(find(objects, "PersistentVolumeClaim plain").spec, { storageClassName: "slow" }),
    finding: 'PersistentVolumeClaim monitoring/plain: storageClassName "fast" → "slow"',
  },
  "storage-replaced": {
    change: (objects) => void Object.assign(pod(objects), { volumes: [{ name: "data", emptyDir: {} }] }),
    finding: "Deployment monitoring/plain: the volume data was the claim plain, is now an emptyDir",
  },
  "workload-removed": {
    change: (objects) => without(objects, "VMSingle db"),
    finding: "Deployment monitoring/vmsingle-db is deleted",
  },
  "copies-changed": {
    change: (objects) => void Object.assign(find(objects, "VMSingle db").spec, { extraArgs: { "dedup.minScrapeInterval": "1m" } }),
    finding: "Deployment monitoring/vmsingle-db: -dedup.minScrapeInterval 30s → 1m",
  },
  "targets-removed": {
    change: (objects) => void find(objects, "VMAgent main").spec.remoteWrite.pop(),
    finding: "Deployment monitoring/vmagent-main no longer writes to http://two:8428/api/v1/write",
  },
  "version-lowered": {
    change: (objects) => void Object.assign(pod(objects).containers[0], { image: "example/main:0.9.9" }),
    finding: "Deployment monitoring/plain: example/main:1.0.0 → example/main:0.9.9",
  },
  "no-pods": {
    change: (objects) => void Object.assign(find(objects, "VMAlert main").spec, { replicaCount: 0 }),
    finding: "Deployment monitoring/vmalert-main goes from 2 to 0",
  },
  "single-pod": {
    change: (objects) => void Object.assign(find(objects, "VMAlert main").spec, { replicaCount: 1 }),
    finding: "Deployment monitoring/vmalert-main goes from 2 to 1",
  },
  "all-pods-at-once": {
    change: (objects) => void Object.assign(find(objects, "VMCluster large").spec.vminsert, { updateStrategy: "Recreate" }),
    finding: "Deployment monitoring/vminsert-large: the strategy is Recreate now",
  },
  "older-pods-restart": {
    change: () => undefined,
    finding: "",
  },
  "disruptions-unlimited": {
    change: (objects) => void delete find(objects, "VMCluster large").spec.vmstorage.podDisruptionBudget,
    finding: "PodDisruptionBudget monitoring/vmstorage-large is deleted",
  },
  "readiness-unchecked": {
    change: (objects) => void Reflect.deleteProperty(pod(objects).containers[0], "readinessProbe"),
    finding: "Deployment monitoring/plain: container main has no readiness probe any more",
  },
  "object-replaced": {
    change: (objects) => {
      const { spec } = find(objects, "Deployment plain");
      spec.selector.matchLabels = { app: "other" };
      spec.template.metadata.labels = { app: "other" };
    },
    finding: "Deployment monitoring/plain is deleted and recreated",
  },
  "service-removed": {
    change: (objects) => void find(objects, "Service plain").spec.ports.pop(),
    finding: "Service monitoring/plain no longer has the port 81/TCP",
  },
  "jobs-removed": {
    change: (objects) => without(objects, "VMPodScrape batch"),
    finding: "VMAgent monitoring/main: podScrape/monitoring/batch/0",
  },
  "rules-removed": {
    change: (objects) => void find(objects, "VMRule shop").spec.groups[0].rules.pop(),
    finding: "VMAlert monitoring/main: Low",
  },
  "receivers-removed": {
    change: (objects) =>
      void Object.assign(find(objects, "VMAlertmanager main").spec, {
        configRawYaml: "route: {receiver: none}\nreceivers: [{name: none}]\n",
      }),
    finding: "VMAlertmanager monitoring/main: page",
  },
  "routes-removed": {
    change: (objects) =>
      void Object.assign(find(objects, "VMAlertmanager main").spec, {
        configRawYaml: "route: {receiver: none}\nreceivers: [{name: none}, {name: page}]\n",
      }),
    finding: "VMAlertmanager monitoring/main: page",
  },
  "users-removed": {
    change: (objects) => without(objects, "VMUser writer"),
    finding: "VMAuth monitoring/main: VMUser/monitoring/writer",
  },
  "users-added": {
    change: (objects) => void find(objects, "VMUser reader").spec.targetRefs[0].paths.push("/api/v1/export.*"),
    finding: "VMAuth monitoring/main, VMUser/monitoring/reader: /api/v1/export.*",
  },
  "rights-added": {
    change: (objects) => void find(objects, "ClusterRole plain").rules[0].resources.push("secrets"),
    finding: "ClusterRole plain: get secrets, list secrets",
  },
  "network-opened": {
    change: (objects) => void delete find(objects, "VMAuth main").spec.networkPolicy,
    finding: "NetworkPolicy monitoring/vmauth-main is deleted",
  },
  "service-exposed": {
    change: (objects) => void Object.assign(find(objects, "Service plain").spec, { type: "LoadBalancer" }),
    finding: "Service monitoring/plain: type ClusterIP → LoadBalancer",
  },
  "certificates-unchecked": {
    change: (objects) =>
      void Object.assign(find(objects, "VMServiceScrape shop").spec.endpoints[0], {
        scheme: "https",
        tlsConfig: { insecureSkipVerify: true },
      }),
    finding: "VMAgent monitoring/main: scrape_configs serviceScrape/monitoring/shop/0",
  },
  "pods-privileged": {
    change: (objects) => void Object.assign(pod(objects), { hostNetwork: true }),
    finding: "Deployment monitoring/plain: hostNetwork",
  },
};

describe("the risks of a change", () => {
  it("each have an example", () => {
    expect(Object.keys(cases).sort()).to.deep.equal(risks.map(({ id }) => id).sort());
  });

  for (const [id, { change, finding }] of Object.entries(cases)) {
    if (finding === "") continue;
    it(`${id}: ${finding}`, () => {
      const found = reviewed(change).risks.find((risk) => risk.id === id);
      expect(found?.findings).to.include(finding);
    });
  }

  it("claims-change: the claim of a component, whose update is refused", () => {
    const review = reviewed((objects) => void Object.assign(find(objects, "VMSingle db").spec.storage, { storageClassName: "slow" }));
    expect(review.risks.map(({ id, findings }) => [id, findings])).to.deep.equal([
      ["claims-change", ['PersistentVolumeClaim monitoring/vmsingle-db: storageClassName not set → "slow"']],
    ]);
  });

  it("older-pods-restart: a StatefulSet that was updated by hand", () => {
    const statefulSet = (type: string): Editable => ({
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name: "by-hand", namespace: "monitoring" },
      spec: { replicas: 2, serviceName: "by-hand", updateStrategy: { type }, selector: { matchLabels: { a: "b" } }, template: {} },
    });
    const review = reviewed((objects) => [...objects, statefulSet("RollingUpdate")], [statefulSet("OnDelete")]);
    expect(review.risks.map((risk) => risk.id)).to.deep.equal(["older-pods-restart"]);
  });

  it("retention-lowered: logs, which are kept for seven days by default, and by how much of the disk they fill", () => {
    const logs = (spec: object): Editable => ({
      apiVersion: "operator.victoriametrics.com/v1",
      kind: "VLSingle",
      metadata: { name: "logs", namespace: "monitoring" },
      spec,
    });
    const findings = (old: object, now: object): readonly string[] =>
      reviewed((objects) => [...objects, logs(now)], [logs(old)]).risks.find(({ id }) => id === "retention-lowered")?.findings ?? [];
    const workload = "Deployment monitoring/vlsingle-logs";
    expect(findings({ retentionPeriod: "2w" }, {})).to.deep.equal([`${workload}: -retentionPeriod 2w → not set`]);
    expect(findings({ retentionPeriod: "5d" }, {})).to.deep.equal([]);
    const space = (size: string) => ({ retentionMaxDiskSpaceUsageBytes: size });
    expect(findings(space("1GiB"), space("1GB"))).to.deep.equal([`${workload}: -retention.maxDiskSpaceUsageBytes 1GiB → 1GB`]);
    expect(findings({}, space("1GB"))).to.deep.equal([`${workload}: -retention.maxDiskSpaceUsageBytes not set → 1GB`]);
    expect(findings(space("1GB"), {})).to.deep.equal([]);
  });

  it("are none where nothing changes", () => {
    const review = reviewed(() => undefined);
    expect(review.headline).to.equal("No pod restarts. No risk found.");
    expect(review.risks).to.deep.equal([]);
  });
});
