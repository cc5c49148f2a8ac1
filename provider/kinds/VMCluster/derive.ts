import type { Context } from "../../context";
import type { Derivation, DerivedObject } from "../../derived";
import { horizontalPodAutoscalers } from "../../kubernetes/horizontal-pod-autoscaler";
import { networkPolicies } from "../../kubernetes/network-policy";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { additionalServices } from "../../kubernetes/service";
import { serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { withCommonMetadata } from "../../workload/labels";
import type { CustomResource } from "../../world/objects";
import type { VMClusterArguments } from "./arguments";
import { balancerSecret, balancerWorkload, configFile } from "./balancer";
import { balancerConfiguration } from "./balancer-config";
import { type AnyPart, clusterOf, ownIdentity } from "./model";
import { addresses } from "./outputs";
import { insertWorkload } from "./pods/vminsert";
import { selectWorkload } from "./pods/vmselect";
import { storageWorkload } from "./pods/vmstorage";
import type { VMClusterSpec } from "./schema";

/** The derivation of a VMCluster. */
export function derive(resource: CustomResource<VMClusterSpec>, context: Context): Derivation {
  const cluster = clusterOf(resource, context);
  const { vmstorage, vmselect, vminsert, balancer } = cluster;
  const configuration = balancerConfiguration(cluster, context);
  const objects = [
    ...serviceAccounts({ ...ownIdentity(cluster.resource), spec: cluster.resource.spec }),
    ...(vmstorage ? partObjects("vmstorage", vmstorage, storageWorkload(vmstorage, cluster, context), context) : []),
    ...(vmselect ? partObjects("vmselect", vmselect, selectWorkload(vmselect, cluster, context), context) : []),
    ...(vminsert ? partObjects("vminsert", vminsert, insertWorkload(vminsert, cluster, context), context) : []),
    ...(balancer ? [balancerSecret(configRole, balancer, configuration, context)] : []),
    ...(balancer ? partObjects("load-balancer", balancer, balancerWorkload(balancer, context), context) : []),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: balancer ? [{ role: configRole, files: { [configFile]: { text: configuration } } }] : [],
    outputs: addresses(cluster, context),
  };
}

const configRole = "load-balancer-config";

/** Storage nodes come first, then readers, then writers, also in an upgrade. */
const before: Readonly<Record<string, readonly string[]>> = {
  vmselect: ["vmstorage-stateful-set"],
  vminsert: ["vmstorage-stateful-set", "vmselect-stateful-set"],
};

/** The objects of a part around its workload. */
function partObjects(name: string, { workload, services }: AnyPart, pods: DerivedObject, context: Context): DerivedObject[] {
  const { spec } = workload;
  const { kind } = pods.manifest;
  const after = before[name];
  const timeout = (context.arguments as VMClusterArguments).timeouts?.[name as keyof NonNullable<VMClusterArguments["timeouts"]>];
  const objects = [
    { role: "service", manifest: services.clients },
    ...(services.pods === services.clients ? [] : [{ role: "internal-service", manifest: services.pods }]),
    ...additionalServices(workload, services.own, context),
    ...horizontalPodAutoscalers(workload, spec.hpa, kind),
    ...verticalPodAutoscalers(workload, "vpa" in spec ? spec.vpa : undefined, kind),
    ...podDisruptionBudgets(workload, spec.podDisruptionBudget),
    ...networkPolicies(workload),
    { ...pods, ...(after && { after }), ...(timeout && { timeout }) },
  ];
  return objects.map((object) => ({ ...object, role: `${name}-${object.role}` }));
}
