import { expect } from "chai";
import { VMAgent, VMAlertmanager, VMCluster } from "../../provider";
import { type Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { sharedCluster } from "./shared";

const namespace = "replaced";

const kinds = { VMAgent, VMAlertmanager, VMCluster };
type Spec = Readonly<Record<string, unknown>>;

/** A change of one resource for which objects of the same name are deleted and created again. */
interface Case {
  readonly title: string;
  readonly kind: keyof typeof kinds;
  /** Of the resource. */
  readonly name: string;
  readonly old: Spec;
  readonly now: Spec;
  /** Those objects, with their changed fields that need it. */
  readonly replaced: Readonly<Record<string, readonly string[]>>;
}

const remoteWrite = [{ url: "http://elsewhere:8428/api/v1/write" }];
const claim = { volumeClaimTemplate: { spec: { resources: { requests: { storage: "1Gi" } } } } };
const cluster = {
  retentionPeriod: "1",
  vmstorage: { replicaCount: 1 },
  vmselect: { replicaCount: 1 },
  vminsert: { replicaCount: 1 },
};
const balanced = { ...cluster, requestsLoadBalancer: { enabled: true } };

const cases: readonly Case[] = [
  {
    title: "a VMAgent gets stateful",
    kind: "VMAgent",
    name: "rising",
    old: { remoteWrite },
    now: { remoteWrite, statefulMode: true },
    replaced: { "Service vmagent-rising": ["clusterIP"] },
  },
  {
    title: "a stateful VMAgent becomes a Deployment",
    kind: "VMAgent",
    name: "falling",
    old: { remoteWrite, statefulMode: true },
    now: { remoteWrite },
    replaced: { "Service vmagent-falling": ["clusterIP"] },
  },
  {
    title: "a stateful VMAgent gets its first claim template",
    kind: "VMAgent",
    name: "claiming",
    old: { remoteWrite, statefulMode: true },
    now: { remoteWrite, statefulMode: true, statefulStorage: claim },
    replaced: { "StatefulSet vmagent-claiming": ["volumeClaimTemplates"] },
  },
  {
    title: "the pods of a stateful VMAgent get names",
    kind: "VMAgent",
    name: "named",
    old: { remoteWrite, statefulMode: true },
    now: {
      remoteWrite,
      statefulMode: true,
      serviceSpec: { metadata: { name: "names" }, spec: { clusterIP: "None", ports: [{ name: "http", port: 8429 }] } },
    },
    replaced: { "StatefulSet vmagent-named": ["serviceName"] },
  },
  {
    title: "the load balancer of a VMCluster goes",
    kind: "VMCluster",
    name: "direct",
    old: balanced,
    now: cluster,
    replaced: { "Service vmselect-direct": ["clusterIP"] },
  },
  {
    title: "a VMCluster gets a load balancer",
    kind: "VMCluster",
    name: "balanced",
    old: cluster,
    now: balanced,
    replaced: { "Service vmselect-balanced": ["clusterIP"] },
  },
  {
    title: "pods of a VMAlertmanager have to stay ready",
    kind: "VMAlertmanager",
    name: "steady",
    old: { replicaCount: 2 },
    now: { replicaCount: 2, minReadySeconds: 1 },
    replaced: { "StatefulSet vmalertmanager-steady": ["podManagementPolicy"] },
  },
  {
    title: "a VMAlertmanager keeps fewer revisions",
    kind: "VMAlertmanager",
    name: "forgetful",
    old: { replicaCount: 1 },
    now: { replicaCount: 1, revisionHistoryLimitCount: 3 },
    replaced: { "StatefulSet vmalertmanager-forgetful": ["revisionHistoryLimit"] },
  },
];

const program = (state: "old" | "now") => async () => {
  for (const { kind, name, ...specs } of cases) new kinds[kind](name, { metadata: { name, namespace }, spec: specs[state] } as never);
};

describe("a change for which objects are replaced", () => {
  let live: Cluster;
  let stack: TestStack;
  let preview: Run;

  before(async function () {
    this.timeout(300_000);
    live = await sharedCluster();
    live.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    stack = await TestStack.create(program("old"), { cluster: true, config: { "kubernetes:kubeconfig": live.kubeconfig } });
    succeeded(await stack.up());
    stack.program = program("now");
    preview = await stack.preview({ diff: true });
  });
  after(async function () {
    this.timeout(120_000);
    await stack?.destroy();
    stack?.remove();
  });

  it("is previewed without an error, and without values that are unknown", () => {
    expect(preview.errors, preview.output).to.deep.equal([]);
    succeeded(preview);
    expect(preview.output).not.to.match(/unknown|output<|retrying with name/);
  });

  for (const { title, replaced, kind, name } of cases)
    it(`is previewed as a replacement with its true differences: ${title}`, () => {
      expect(replacements(preview, `${kind}::${name}`), preview.output).to.deep.equal(replaced);
    });

  it("is carried out, and finds nothing to do the next time", async function () {
    this.timeout(300_000);
    const before = uids(live);
    succeeded(await stack.up());
    const after = uids(live);
    for (const object of cases.flatMap(({ replaced }) => Object.keys(replaced)))
      expect(after[object], object).to.be.a("string").that.does.not.equal(before[object]);
    const { operations } = await stack.preview();
    expect(Object.values(operations).filter((operation) => operation !== "same")).to.deep.equal([]);
  });
});

/** The replaced Services and StatefulSets of a resource in a preview, with their changed fields that need it. */
function replacements({ events }: Run, owner: string): Record<string, string[]> {
  const steps = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
  const found = steps.flatMap(({ op, old, detailedDiff = {} }) =>
    op === "replace" && old?.parent.endsWith(owner) ? [{ inputs: old.inputs as ObjectName, detailedDiff }] : [],
  );
  return Object.fromEntries(
    found.map(({ inputs: { kind, metadata }, detailedDiff }) => {
      const fields = Object.entries(detailedDiff ?? {}).filter(([, { diffKind }]) => String(diffKind).endsWith("replace"));
      return [`${kind} ${metadata.name}`, fields.map(([path]) => path.replace(/^spec\./, "").replace(/[.[].*/, "")).sort()];
    }),
  );
}

interface ObjectName {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const uids = (cluster: Cluster): Record<string, string> =>
  Object.fromEntries(
    cluster.objects("services,statefulsets", namespace).map(({ kind, metadata }) => [`${kind} ${metadata.name}`, metadata.uid]),
  );
