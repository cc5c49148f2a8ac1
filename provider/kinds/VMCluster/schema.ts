import type { z } from "zod";
import { backup } from "../../features/backup";
import { clusterFields, partFields, statefulPartFields } from "../../features/cluster/cluster-fields";
import { downsampling } from "../../features/downsampling";
import { insertPorts } from "../../features/insert-ports";
import { retentionFilters, retentionPeriod } from "../../features/retention-filters";
import { statefulStorage } from "../../features/stateful-storage";
import { workloadFields } from "../../features/workload-fields";
import { deploymentFields } from "../../kubernetes/deployment";
import { hpa } from "../../kubernetes/horizontal-pod-autoscaler";
import { boolean, described, integer, list, object, required, string, structural } from "../../schema/fields";
import { portText } from "../../schema/port-text";
import { license } from "../../workload/license-fields";
import { resourceFields } from "../../workload/resource-fields";

const discovery = object(
  "VMClusterDiscovery",
  "Finding storage nodes by the SRV records of their Service instead of a fixed list, so that new ones need no restart. Enterprise only: without " +
    "a license it is an error. It needs a `vmstorage` in the same resource.",
  {
    enabled: required(structural(boolean("Whether storage nodes are found by SRV records."))),
    interval: string("How often the records are asked for, `10s` for example. Default: the application's own.", {
      pattern: /^[0-9]+(s|m|h)$/,
      expected: "expected a number with s, m or h, such as 10s",
      example: "10s",
    }),
    filter: string("Regular expression (RE2) for the addresses that are used. Default: all of them.", { example: "vmstorage-main-[0-3]" }),
  },
);

const componentDiscovery = described("Discovery of storage nodes for this component. It replaces `spec.discovery` as a whole.", discovery);

const extraStorageNode = object("VMSelectExtraStorageNode", "A storage node that does not belong to this cluster.", {
  addr: required(
    string("Address of the node, `vmstorage-archive-0.vmstorage-archive:8401`, or of another vmselect's cluster-native port.", {
      minLength: 1,
      example: "vmstorage-archive-0.vmstorage-archive.default:8401",
    }),
  ),
});

const vmselect = object("VMSelect", "The part of a cluster that answers queries. It becomes a StatefulSet.", {
  ...partFields("vmselect"),
  ...statefulPartFields,
  replicaCount: structural(
    described(
      "Number of pods. Default 1; 0 stops the component. The pods know each other (`-selectNode`) if it is given and there is no `hpa`.",
      workloadFields.replicaCount,
    ),
  ),
  cacheMountPath: string("Folder of the cache in the container. Default `/cache`."),
  storage: described(
    "Volume of each pod for the cache. Default: an emptyDir; `{}` already makes a claim. The name of the claim template is the name of the volume, " +
      "`vmselect-cachedir` by default.",
    statefulStorage,
  ),
  clusterNativeListenPort: portText(
    "Port, in quotes, by which a vmselect of a higher level reads from this cluster as if it were a storage node. Default: no such port.",
  ),
  extraStorageNodes: list(
    "Storage nodes outside of this cluster that are read as well. An address that is there already, from `vmstorage` or from the extra argument " +
      "`storageNode`, is an error.",
    extraStorageNode,
  ),
  discovery: componentDiscovery,
});

const vminsert = object(
  "VMInsert",
  "The part of a cluster that accepts samples and distributes them over the storage nodes. It becomes a Deployment.",
  {
    ...partFields("vminsert"),
    ...deploymentFields,
    insertPorts,
    clusterNativeListenPort: portText(
      "Port, in quotes, by which a vminsert of a higher level writes to this cluster as if it were a storage node. Default: no such port.",
    ),
    discovery: componentDiscovery,
  },
);

const storageNodeIds = (application: string) =>
  list(
    `Ordinals of storage pods that ${application} leaves out, while they are being repaired or emptied. An error together with discovery.`,
    structural(integer("Ordinal of a pod, from 0 on.")),
  );

const vmstorage = object("VMStorage", "The part of a cluster that keeps the samples. It becomes a StatefulSet.", {
  ...partFields("vmstorage"),
  ...statefulPartFields,
  replicaCount: structural(
    described(
      "Number of storage nodes. Default 1; 0 stops them. vminsert and vmselect get a list of their addresses if it is given; else the list has " +
        "`hpa.minReplicas` nodes, and none without `hpa`. Before it is lowered, the last nodes must be empty: put them into " +
        "`maintenanceInsertNodeIDs` until their samples are past retention.",
      workloadFields.replicaCount,
    ),
  ),
  hpa: described(
    "A HorizontalPodAutoscaler for the storage nodes. They may only grow, so `behaviour.scaleDown` is an error. A fixed list of nodes knows no more " +
      "than `replicaCount` or `minReplicas` of them: use `discovery`.",
    hpa,
  ),
  preStopSleepSeconds: described("Has no effect: storage nodes stop at once.", workloadFields.preStopSleepSeconds),
  storage: described(
    "Volume of each pod for the samples. Default: an emptyDir, which is lost with the pod; `{}` already makes a claim. The name of the claim " +
      "template is the name of the volume, `vmstorage-db` by default.",
    statefulStorage,
  ),
  storageDataPath: string(
    "Folder of the samples in the container. Default `vmstorage-data`, which is below the container's working directory.",
  ),
  vmInsertPort: portText("Port, in quotes, that vminsert writes to. Default 8400."),
  vmSelectPort: portText("Port, in quotes, that vmselect reads from. Default 8401."),
  maintenanceInsertNodeIDs: storageNodeIds("vminsert"),
  maintenanceSelectNodeIDs: storageNodeIds("vmselect"),
  retentionFilters,
  vmBackup: backup,
});

export const spec = object(
  "VMClusterSpec",
  "A database for metrics whose parts scale on their own: storage nodes, vminsert in front of them for writing and vmselect for queries.",
  {
    ...resourceFields,
    ...clusterFields,
    replicationFactor: structural(
      integer(
        "On how many storage nodes each sample is kept. Above 1, copies are taken out of results (`-dedup.minScrapeInterval=1ms`) unless an interval is " +
          "given in `downsampling` or in extra arguments. Default 1.",
        { minimum: 0 },
      ),
    ),
    retentionPeriod,
    downsampling,
    discovery: described("Discovery of storage nodes, for vmselect and vminsert.", discovery),
    license,
    vmselect,
    vminsert,
    vmstorage,
  },
);

export type VMClusterSpec = z.output<typeof spec>;
