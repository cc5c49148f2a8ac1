import type { types } from "@pulumi/kubernetes";
import type { z } from "zod";
import { backup } from "../../features/backup";
import { downsampling } from "../../features/downsampling";
import { insertPorts } from "../../features/insert-ports";
import { retentionFilters, retentionPeriod } from "../../features/retention-filters";
import { statefulStorage } from "../../features/stateful-storage";
import { workloadFields } from "../../features/workload-fields";
import { deploymentFields } from "../../kubernetes/deployment";
import { hpa } from "../../kubernetes/horizontal-pod-autoscaler";
import { podDisruptionBudget } from "../../kubernetes/pod-disruption-budget";
import { statefulRolloutBehavior, statefulSetFields } from "../../kubernetes/stateful-set";
import { vpa } from "../../kubernetes/vertical-pod-autoscaler";
import { boolean, described, integer, list, object, required, string, structural } from "../../schema/fields";
import { kubernetes } from "../../schema/kubernetes-types";
import { portText } from "../../schema/port-text";
import { license } from "../../workload/license-fields";
import { loggingFields } from "../../workload/logging-fields";
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

/** Fields that decide how many pods a component has. */
const scalingFields = { hpa, vpa, podDisruptionBudget };

/** Fields of a component whose image has a version for clusters. */
const componentFields = (name: string, port: string, requests: string, limits: string) => ({
  ...workloadFields,
  ...loggingFields,
  ...scalingFields,
  componentVersion: described(
    "Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: " +
      "`spec.clusterVersion`.",
    workloadFields.componentVersion,
  ),
  image: described(`Image of the component. Default \`victoriametrics/${name}\`.`, workloadFields.image),
  imagePullSecrets: described(
    "Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them.",
    workloadFields.imagePullSecrets,
  ),
  paused: described("Has no effect on a part of a cluster: use `spec.paused`.", workloadFields.paused),
  port: described(`Port, in quotes, that the component listens on and its Service offers. Default ${port}.`, workloadFields.port),
  resources: described(
    `Requests and limits of the component. Default ${requests}, at most ${limits}. CPU and memory are looked at one by one: what has neither a ` +
      "request nor a limit gets both defaults, unless `useDefaultResources` is false.",
    workloadFields.resources,
  ),
  terminationGracePeriodSeconds: described(
    "Seconds that a pod has to stop before it is killed. Default 30.",
    workloadFields.terminationGracePeriodSeconds,
  ),
  useStrictSecurity: described(
    "Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. " +
      "Default: `spec.useStrictSecurity`.",
    workloadFields.useStrictSecurity,
  ),
});

/** Fields of a component that keeps data. */
const statefulFields = {
  ...statefulSetFields,
  rollingUpdateStrategy: structural(
    string(
      "How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it " +
        "replaces them itself.",
    ),
  ),
  rollingUpdateStrategyBehavior: statefulRolloutBehavior,
};

const extraStorageNode = object("VMSelectExtraStorageNode", "A storage node that does not belong to this cluster.", {
  addr: required(
    string("Address of the node, `vmstorage-archive-0.vmstorage-archive:8401`, or of another vmselect's cluster-native port.", {
      minLength: 1,
      example: "vmstorage-archive-0.vmstorage-archive.default:8401",
    }),
  ),
});

const vmselect = object("VMSelect", "The part of a cluster that answers queries. It becomes a StatefulSet.", {
  ...componentFields("vmselect", "8481", "100m CPU and 500Mi memory", "500m and 1000Mi"),
  ...statefulFields,
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
    ...componentFields("vminsert", "8480", "150m CPU and 200Mi memory", "500m and 500Mi"),
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
  ...componentFields("vmstorage", "8482", "250m CPU and 500Mi memory", "1 and 1500Mi"),
  ...statefulFields,
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

const loadBalancerSpec = object("VMAuthLoadBalancerSpec", "The load balancer itself, a vmauth. It becomes a Deployment.", {
  ...workloadFields,
  ...loggingFields,
  ...deploymentFields,
  hpa,
  podDisruptionBudget,
  image: described("Image of vmauth. Default `victoriametrics/vmauth`.", workloadFields.image),
  imagePullSecrets: described(
    "Secrets with the credentials for the registries of the load balancer. Those of `spec.imagePullSecrets` come after them.",
    workloadFields.imagePullSecrets,
  ),
  livenessProbe: described("Has no effect on the load balancer.", workloadFields.livenessProbe),
  startupProbe: described(
    "Holds back the readiness probe until vmauth has started. Missing fields are filled in: a GET of `/health` on the port every 5 s, 10 failures.",
    workloadFields.startupProbe,
  ),
  paused: described("Has no effect on a part of a cluster: use `spec.paused`.", workloadFields.paused),
  port: described("Port, in quotes, that vmauth listens on. Default 8427.", workloadFields.port),
  resources: described(
    "Requests and limits of vmauth. Default 50m CPU and 100Mi memory, at most 200m and 300Mi. CPU and memory are looked at one by one: what has " +
      "neither a request nor a limit gets both defaults, unless `useDefaultResources` is false.",
    workloadFields.resources,
  ),
  serviceSpec: described(
    "Settings of the load balancer's own Service: always changes to it, as if `useAsDefault` were true; `metadata.name` has no effect.",
    workloadFields.serviceSpec,
  ),
  terminationGracePeriodSeconds: described(
    "Seconds that a pod has to stop before it is killed. Default 30.",
    workloadFields.terminationGracePeriodSeconds,
  ),
  topologySpreadConstraints: described(
    "How pods are spread over zones, nodes and the like. A constraint without `labelSelector` counts no pods.",
    workloadFields.topologySpreadConstraints,
  ),
  useStrictSecurity: described(
    "Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. " +
      "Default: `spec.useStrictSecurity`.",
    workloadFields.useStrictSecurity,
  ),
  license: described("Key for the enterprise version of vmauth. Default: `spec.license`.", license),
});

const requestsLoadBalancer = object(
  "VMAuthLoadBalancer",
  "A vmauth in front of vminsert and vmselect that spreads requests over their pods. The Services of both lead to it then, and Services with " +
    "`internal` in their names lead to the pods.",
  {
    enabled: structural(boolean("Adds a load balancer. Default false; the other fields have no effect then.")),
    disableInsertBalancing: structural(boolean("The Service of vminsert still leads to its pods. Default false.")),
    disableSelectBalancing: structural(boolean("The Service of vmselect still leads to its pods. Default false.")),
    spec: loadBalancerSpec,
  },
);

export const spec = object(
  "VMClusterSpec",
  "A database for metrics whose parts scale on their own: storage nodes, vminsert in front of them for writing and vmselect for queries.",
  {
    ...resourceFields,
    paused: workloadFields.paused,
    clusterVersion: string(
      "Version of all parts, the load balancer excepted, `v1.150.0-cluster`. Default: the version that the package's defaults name.",
    ),
    clusterDomainName: string(
      "Domain of the Kubernetes cluster, `cluster.local`, to be written out in the addresses of the parts. Default: `clusterDomain` of the package's " +
        "defaults, which is empty.",
    ),
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
    imagePullSecrets: list(
      "Secrets with the credentials for the registries that the images of all parts come from.",
      kubernetes<types.input.core.v1.LocalObjectReference>("core/v1:LocalObjectReference", "A Secret in the resource's namespace."),
    ),
    license,
    useStrictSecurity: structural(
      boolean(
        "Runs the pods of all parts as user 65534 without privileges, capabilities or a writable root file system, unless a part says otherwise. " +
          "Default: `useStrictSecurity` of the package's defaults, which is false.",
      ),
    ),
    vmselect,
    vminsert,
    vmstorage,
    requestsLoadBalancer,
  },
);

export type VMClusterSpec = z.output<typeof spec>;
