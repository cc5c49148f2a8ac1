import type { Life, Spec } from "./life";

interface PodParts extends Spec {
  readonly containers: readonly Spec[];
}

interface PlainSpec extends Spec {
  readonly template: { readonly metadata: Spec; readonly spec: PodParts };
}

const container = { name: "main", image: "main:1", args: ["-a=1", "-b=2"], resources: { requests: { cpu: "500m", memory: "1Gi" } } };

const labels = (name: string) => ({ app: name });

const plain = (name: string, spec: Spec): PlainSpec => ({
  selector: { matchLabels: labels(name) },
  ...spec,
  template: { metadata: { labels: labels(name) }, spec: { containers: [container] } },
});

/** The spec of a plain workload with other fields. */
const withSpec =
  (fields: Spec) =>
  (before: PlainSpec): PlainSpec => ({ ...before, ...fields });

const withPod =
  (fields: Spec) =>
  (before: PlainSpec): PlainSpec => ({ ...before, template: { ...before.template, spec: { ...before.template.spec, ...fields } } });

/** The same with another first container. */
const withContainer =
  (fields: Spec) =>
  (before: PlainSpec): PlainSpec =>
    withPod({ containers: before.template.spec.containers.map((first) => ({ ...first, ...fields })) })(before);

const withMetadata =
  (metadata: Spec) =>
  (before: PlainSpec): PlainSpec => ({ ...before, template: { ...before.template, metadata } });

/** Workloads of Kubernetes itself in the same program: their controllers compare templates in different ways. */
export const plainWorkloads: readonly Life[] = [
  {
    kind: "Deployment",
    name: "quantities",
    spec: plain("quantities", { replicas: 2 }),
    changes: [
      {
        change: "1Gi as 1073741824 and 500m as 0.5",
        spec: withContainer({ resources: { requests: { cpu: "0.5", memory: "1073741824" } } }),
        pods: {},
      },
      {
        change: "another image while it is paused",
        spec: (before: PlainSpec) => withContainer({ image: "main:2" })(withSpec({ paused: true })(before)),
        pods: {},
      },
    ],
  },
  {
    kind: "Deployment",
    name: "defaults",
    spec: plain("defaults", { replicas: 2, strategy: { type: "Recreate" } }),
    changes: [
      {
        change: "defaults of the API server, written down",
        spec: withContainer({ imagePullPolicy: "IfNotPresent", terminationMessagePolicy: "File", env: [], ports: [] }),
        pods: {},
      },
      {
        change: "arguments in another order",
        spec: withContainer({ args: ["-b=2", "-a=1"] }),
        pods: { "Deployment defaults": { restarts: 2 } },
      },
      { change: "another argument", spec: withContainer({ args: ["-a=2"] }), pods: { "Deployment defaults": { restarts: 2 } } },
    ],
  },
  {
    kind: "StatefulSet",
    name: "ordered",
    spec: plain("ordered", { replicas: 3, serviceName: "ordered" }),
    changes: [
      { change: "another image", spec: withContainer({ image: "main:2" }), pods: { "StatefulSet ordered": { restarts: [2, 1, 0] } } },
      {
        change: "the deletion of claims",
        spec: withSpec({ persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete", whenDeleted: "Retain" } }),
        pods: {},
      },
    ],
  },
  {
    kind: "StatefulSet",
    name: "amounts",
    spec: plain("amounts", { replicas: 2, serviceName: "amounts" }),
    changes: [
      {
        change: "500m as 0.5 and 1Gi as 1024Mi",
        spec: withContainer({ resources: { requests: { memory: "1024Mi", cpu: "0.5" } } }),
        pods: {},
      },
      {
        change: "1Gi as 1073741824, since templates are kept as text",
        spec: withContainer({ resources: { requests: { cpu: "500m", memory: "1073741824" } } }),
        pods: { "StatefulSet amounts": { restarts: [1, 0] } },
      },
    ],
  },
  {
    kind: "StatefulSet",
    name: "manual",
    spec: plain("manual", { replicas: 2, serviceName: "manual", updateStrategy: { type: "OnDelete" } }),
    changes: [
      { change: "another image with OnDelete", spec: withContainer({ image: "main:2" }), pods: {} },
      { change: "more pods with OnDelete", spec: withSpec({ replicas: 3 }), pods: { "StatefulSet manual": { starts: [2] } } },
    ],
  },
  {
    kind: "StatefulSet",
    name: "parted",
    spec: plain("parted", {
      replicas: 3,
      serviceName: "parted",
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 2 } },
    }),
    changes: [
      {
        change: "another image with a partition",
        spec: withContainer({ image: "main:2" }),
        pods: { "StatefulSet parted": { restarts: [2] } },
      },
    ],
  },
  {
    kind: "DaemonSet",
    name: "nodes",
    spec: plain("nodes", {}),
    changes: [
      {
        change: "an annotation of the pods",
        spec: withMetadata({ labels: labels("nodes"), annotations: { a: "b" } }),
        pods: { "DaemonSet nodes": { restarts: "all" } },
      },
      {
        change: "empty fields of pods",
        spec: withPod({ nodeSelector: {}, tolerations: [], hostNetwork: false, dnsPolicy: "ClusterFirst" }),
        pods: {},
      },
      {
        change: "another selector",
        spec: (before: PlainSpec) =>
          withMetadata({ labels: labels("others") })(withSpec({ selector: { matchLabels: labels("others") } })(before)),
        pods: { "DaemonSet nodes": { restarts: "all" } },
        replaced: ["DaemonSet nodes"],
      },
    ],
  },
];
