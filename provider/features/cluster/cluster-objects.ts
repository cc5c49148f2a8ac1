import type { Context } from "../../context";
import type { DerivedObject, GeneratedFiles } from "../../derived";
import { horizontalPodAutoscalers } from "../../kubernetes/horizontal-pod-autoscaler";
import { networkPolicies } from "../../kubernetes/network-policy";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { additionalServices } from "../../kubernetes/service";
import { serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { withCommonMetadata } from "../../workload/labels";
import { balancerSecret, balancerWorkload, configFile } from "./cluster-balancer";
import { balancerConfiguration } from "./cluster-balancer-config";
import type { PartSpec } from "./cluster-fields";
import { type AnyCluster, ownIdentity, type Part, type PartRole } from "./cluster-model";

/** Sources of a cluster's objects, beside the cluster. */
interface Made {
  /** The workloads of the existing parts. */
  readonly workloads: Readonly<Partial<Record<PartRole, DerivedObject>>>;
  /** Times after which updates of parts are given up. */
  readonly timeouts?: Readonly<Partial<Record<PartRole, string>>>;
}

const configRole = "load-balancer-config";

/** Storage nodes come first, then the parts that read them, then those that write to them: an upgrade goes that way too. */
const before: Readonly<Record<PartRole, readonly PartRole[]>> = { storage: [], select: ["storage"], insert: ["storage", "select"] };

/** The objects of a cluster, and the configuration of its load balancer for readers. */
export function clusterObjects(
  cluster: AnyCluster,
  { workloads, timeouts = {} }: Made,
  context: Context,
): { readonly objects: DerivedObject[]; readonly configs: GeneratedFiles[] } {
  const { family, resource, balancer } = cluster;
  const configuration = balancerConfiguration(cluster, context);
  const roleOf = (role: PartRole): string => `${family.prefix}${role}`;
  const objectsOf = (role: PartRole): DerivedObject[] => {
    const [part, workload] = [cluster[role], workloads[role]];
    if (!part || !workload) return [];
    const after = before[role].flatMap((other) => (workloads[other] ? [`${roleOf(other)}-${workloads[other].role}`] : []));
    const timeout = timeouts[role];
    const ordered = { ...workload, ...(after.length > 0 && { after }), ...(timeout && { timeout }) };
    return partObjects(roleOf(role), part, ordered, context);
  };
  const objects = [
    ...serviceAccounts({ ...ownIdentity(cluster), spec: resource.spec }),
    ...objectsOf("storage"),
    ...objectsOf("select"),
    ...objectsOf("insert"),
    ...(balancer ? [balancerSecret(configRole, balancer, configuration, context)] : []),
    ...(balancer ? partObjects("load-balancer", balancer, balancerWorkload(balancer, family, context), context) : []),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: balancer ? [{ role: configRole, files: { [configFile]: { text: configuration } } }] : [],
  };
}

/** The objects of a part around its workload. */
function partObjects(name: string, { workload, services }: Part<PartSpec>, pods: DerivedObject, context: Context): DerivedObject[] {
  const { spec } = workload;
  const { kind } = pods.manifest;
  const objects = [
    { role: "service", manifest: services.clients },
    ...(services.pods === services.clients ? [] : [{ role: "internal-service", manifest: services.pods }]),
    ...additionalServices(workload, services.own, context),
    ...horizontalPodAutoscalers(workload, spec.hpa, kind),
    ...verticalPodAutoscalers(workload, spec.vpa, kind),
    ...podDisruptionBudgets(workload, spec.podDisruptionBudget),
    ...networkPolicies(workload),
    pods,
  ];
  return objects.map((object) => ({ ...object, role: `${name}-${object.role}` }));
}
