import type { types } from "@pulumi/kubernetes";
import { boolean, described, integer, item, knownWord, list, map, string, structural } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import { embeddedMetadata } from "../schema/metadata";

const hostAlias = kubernetes<types.input.core.v1.HostAlias>("core/v1:HostAlias", "An address and its host names.");

/** Placement of a workload's pods. */
const schedulingFields = {
  affinity: kubernetes<types.input.core.v1.Affinity>(
    "core/v1:Affinity",
    "Rules for the nodes that pods prefer or need, and for placement near to or away from other pods.",
  ),
  nodeSelector: map("Labels that a node must have for pods to run on it.", item),
  tolerations: list(
    "Taints of nodes that the pods tolerate.",
    kubernetes<types.input.core.v1.Toleration>("core/v1:Toleration", "A tolerated taint."),
  ),
  topologySpreadConstraints: list(
    "How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without " +
      "`labelSelector` counts the component's own pods.",
    kubernetes<types.input.core.v1.TopologySpreadConstraint>("core/v1:TopologySpreadConstraint", "One rule for spreading."),
  ),
  schedulerName: string("Scheduler that places the pods. Default `default-scheduler`."),
  priorityClassName: string("PriorityClass of the pods. It must exist in the cluster."),
  runtimeClassName: string("RuntimeClass of the pods, for another container runtime. It must exist in the cluster."),
};

/** The network as a workload's pods see it. */
const networkFields = {
  hostNetwork: boolean("Pods use the network of their node. Default false."),
  hostAliases: list("Entries for the pods' hosts file. Ignored if `host_aliases` has any.", hostAlias),
  host_aliases: list("Entries for the pods' hosts file. They replace all of `hostAliases`.", hostAlias),
  dnsPolicy: knownWord(
    "How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`.",
    ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
    { name: "DNSPolicy" },
  ),
  dnsConfig: kubernetes<types.input.core.v1.PodDNSConfig>(
    "core/v1:PodDNSConfig",
    "Name servers and search domains beside those of `dnsPolicy`.",
  ),
  enableServiceLinks: boolean(
    "Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default.",
  ),
};

/** Volumes of a workload's pods. */
const volumeFields = {
  volumes: list(
    "Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them.",
    kubernetes<types.input.core.v1.Volume>("core/v1:Volume", "A volume."),
  ),
  secrets: list("Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container.", item),
  configMaps: list("ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container.", item),
};

/** The pods of a workload, their containers excepted. */
export const podFields = {
  podMetadata: described("Labels and annotations for the pods. A change restarts them; `name` has no effect.", embeddedMetadata),
  ...schedulingFields,
  ...networkFields,
  ...volumeFields,
  readinessGates: list(
    "Conditions set by other programs that a pod must meet to be ready.",
    kubernetes<types.input.core.v1.PodReadinessGate>("core/v1:PodReadinessGate", "A condition."),
  ),
  disableAutomountServiceAccountToken: structural(
    boolean(
      "Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of " +
        "their own. Default false.",
    ),
  ),
  terminationGracePeriodSeconds: structural(
    integer("Seconds that a pod has to stop before it is killed. Default 30, for VMAlertmanager 120."),
  ),
  preStopSleepSeconds: structural(
    integer(
      "Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more " +
        "than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error.",
    ),
  ),
};
