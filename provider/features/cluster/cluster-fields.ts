import type { types } from "@pulumi/kubernetes";
import type { ApplicationName } from "../../defaults";
import { deploymentFields } from "../../kubernetes/deployment";
import { hpa } from "../../kubernetes/horizontal-pod-autoscaler";
import { podDisruptionBudget } from "../../kubernetes/pod-disruption-budget";
import { statefulRolloutBehavior, statefulRolloutStrategy, statefulSetFields } from "../../kubernetes/stateful-set";
import { vpa } from "../../kubernetes/vertical-pod-autoscaler";
import { boolean, described, list, object, string, structural } from "../../schema/fields";
import { kubernetes } from "../../schema/kubernetes-types";
import { license } from "../../workload/license-fields";
import { loggingFields } from "../../workload/logging-fields";
import type { PlainFields } from "../../workload/plain";
import { programFields } from "../program-fields";
import { type WorkloadSpec, workloadFields } from "../workload-fields";

/** Fields that decide how many pods a component has. */
const scalingFields = { hpa, vpa, podDisruptionBudget };

/** Fields of a component that holds, reads or writes data. */
export const partFields = (application: ApplicationName) => ({
  ...workloadFields,
  ...loggingFields,
  ...scalingFields,
  componentVersion: described(
    "Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: " +
      "`spec.clusterVersion`.",
    workloadFields.componentVersion,
  ),
  ...programFields(application, "the component"),
  imagePullSecrets: described(
    "Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them.",
    workloadFields.imagePullSecrets,
  ),
  paused: described("Has no effect on a part of a cluster: use `spec.paused`.", workloadFields.paused),
  useStrictSecurity: described(
    "Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. " +
      "Default: `spec.useStrictSecurity`.",
    workloadFields.useStrictSecurity,
  ),
});

/** Fields of a component that keeps data. */
export const statefulPartFields = {
  ...statefulSetFields,
  rollingUpdateStrategy: statefulRolloutStrategy,
  rollingUpdateStrategyBehavior: statefulRolloutBehavior,
};

const loadBalancerSpec = object("VMAuthLoadBalancerSpec", "The load balancer itself, a vmauth. It becomes a Deployment.", {
  ...workloadFields,
  ...loggingFields,
  ...deploymentFields,
  hpa,
  podDisruptionBudget,
  ...programFields("vmauth"),
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
  serviceSpec: described(
    "Settings of the load balancer's own Service: always changes to it, as if `useAsDefault` were true; `metadata.name` has no effect.",
    workloadFields.serviceSpec,
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
  "A vmauth in front of the parts for reading and writing that spreads requests over their pods. The Services of both lead to it then, and Services with " +
    "`internal` in their names lead to the pods.",
  {
    enabled: structural(boolean("Adds a load balancer. Default false; the other fields have no effect then.")),
    disableInsertBalancing: structural(boolean("The Service of the part for writing still leads to its pods. Default false.")),
    disableSelectBalancing: structural(boolean("The Service of the part for reading still leads to its pods. Default false.")),
    spec: loadBalancerSpec,
  },
);

/** Fields of all clusters, beside their parts. */
export const clusterFields = {
  paused: workloadFields.paused,
  clusterVersion: string(
    "Version of all parts, the load balancer excepted, `v1.150.0-cluster`. Default: the version that the package's defaults name.",
  ),
  clusterDomainName: string(
    "Domain of the Kubernetes cluster, `cluster.local`, to be written out in the addresses of the parts. Default: `clusterDomain` of the package's " +
      "defaults, which is empty.",
  ),
  imagePullSecrets: list(
    "Secrets with the credentials for the registries that the images of all parts come from.",
    kubernetes<types.input.core.v1.LocalObjectReference>("core/v1:LocalObjectReference", "A Secret in the resource's namespace."),
  ),
  useStrictSecurity: structural(
    boolean(
      "Runs the pods of all parts as user 65534 without privileges, capabilities or a writable root file system, unless a part says otherwise. " +
        "Default: `useStrictSecurity` of the package's defaults, which is false.",
    ),
  ),
  requestsLoadBalancer,
};

export type BalancerSpec = NonNullable<PlainFields<typeof clusterFields>["requestsLoadBalancer"]>["spec"] & {};

/** Fields that the objects of parts are made from; each part has some of them. */
export type PartSpec = WorkloadSpec &
  Partial<PlainFields<typeof loggingFields & typeof scalingFields & typeof deploymentFields & typeof statefulPartFields>>;
