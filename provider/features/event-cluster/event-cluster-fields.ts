import { deploymentFields } from "../../kubernetes/deployment";
import { hpa } from "../../kubernetes/horizontal-pod-autoscaler";
import { described, integer, list, object, required, string, structural } from "../../schema/fields";
import type { PlainFields } from "../../workload/plain";
import { resourceFields } from "../../workload/resource-fields";
import { clusterFields, partFields, statefulPartFields } from "../cluster/cluster-fields";
import { eventRetentionFields } from "../event-retention";
import { statefulStorage } from "../stateful-storage";
import { workloadFields } from "../workload-fields";

const extraStorageNode = object("ExtraStorageNode", "A storage node that does not belong to this cluster.", {
  addr: required(
    string("Address of the node, host and HTTP port.", { minLength: 1, example: "vlstorage-archive-0.vlstorage-archive.default:9491" }),
  ),
});

/** The prefix of the parts' names. */
type Prefix = "vl" | "vt";

/** The fields of the part that takes events in. */
export const eventInsertFields = (prefix: Prefix) => ({
  ...partFields(`${prefix}insert`),
  ...deploymentFields,
});

/** The fields of the part that answers queries. */
export const eventSelectFields = (prefix: Prefix) => ({
  ...partFields(`${prefix}select`),
  ...deploymentFields,
  extraStorageNodes: list(
    "Storage nodes outside of this cluster that are asked as well. An address that is there already, from the cluster's own nodes or from the extra " +
      "argument `storageNode`, is an error.",
    extraStorageNode,
  ),
});

const storageNodeIds = (part: string) =>
  list(
    `Ordinals of storage pods that ${part} leaves out, while they are being repaired or emptied.`,
    structural(integer("Ordinal of a pod, from 0 on.")),
  );

/** The fields of the part that keeps events. */
export const eventStorageFields = (prefix: Prefix) => ({
  ...partFields(`${prefix}storage`),
  ...statefulPartFields,
  ...eventRetentionFields,
  replicaCount: structural(
    described(
      "Number of storage nodes. Default 1; 0 stops them. The other parts get a list of their addresses if it is given; else the list has " +
        "`hpa.minReplicas` nodes, and none without `hpa`. Before it is lowered, the last nodes must be empty: put them into " +
        "`maintenanceInsertNodeIDs` until their data is past retention.",
      workloadFields.replicaCount,
    ),
  ),
  hpa: described(
    "A HorizontalPodAutoscaler for the storage nodes. They may only grow, so `behaviour.scaleDown` is an error. The list of nodes has no more than " +
      "`replicaCount` or `minReplicas` of them.",
    hpa,
  ),
  preStopSleepSeconds: described("Has no effect: storage nodes stop at once.", workloadFields.preStopSleepSeconds),
  storage: described(
    "Volume of each pod for the data. Default: an emptyDir, which is lost with the pod; `{}` already makes a claim. The name of the claim template " +
      `is the name of the volume, \`${prefix}storage-db\` by default.`,
    statefulStorage,
  ),
  storageDataPath: structural(string(`Folder of the data in the container. Default \`/${prefix}storage-data\`.`)),
  maintenanceInsertNodeIDs: storageNodeIds(`${prefix}insert`),
  maintenanceSelectNodeIDs: storageNodeIds(`${prefix}select`),
});

/** The fields of a cluster for events, beside its parts. `version` is an example of a version. */
export const eventClusterFields = (version: string) => ({
  ...resourceFields,
  ...clusterFields,
  clusterVersion: described(
    `Version of all parts, the load balancer excepted, \`${version}\`. Default: the version that the package's defaults name.`,
    clusterFields.clusterVersion,
  ),
});

export type EventInsertSpec = PlainFields<ReturnType<typeof eventInsertFields>>;
export type EventSelectSpec = PlainFields<ReturnType<typeof eventSelectFields>>;
export type EventStorageSpec = PlainFields<ReturnType<typeof eventStorageFields>>;
