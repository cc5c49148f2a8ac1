import type { Context } from "../../context";
import type { Derivation, DerivedObject } from "../../derived";
import { dataStorage, furtherClaims } from "../../features/stateful-storage";
import { daemonSet } from "../../kubernetes/daemon-set";
import { networkPolicies } from "../../kubernetes/network-policy";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { additionalServices } from "../../kubernetes/service";
import { serviceAccounts } from "../../kubernetes/service-account";
import { type Rollout, statefulSet } from "../../kubernetes/stateful-set";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { withCommonMetadata } from "../../workload/labels";
import type { CustomResource } from "../../world/objects";
import { collectorPermissions } from "./collector";
import { type Agent, agentOf, type Spec, tmpDataVolume } from "./model";
import { addresses } from "./outputs";
import { pods } from "./pods";
import type { VLAgentSpec } from "./schema";

/** The derivation of a VLAgent. */
export function derive(resource: CustomResource<VLAgentSpec>, context: Context): Derivation {
  const agent = agentOf(resource, context);
  const { workload, service } = agent;
  const objects = [
    ...serviceAccounts(workload),
    ...collectorPermissions(agent, context),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...networkPolicies(workload),
    ...workloads(agent, context),
  ];
  return { objects: withCommonMetadata(objects, context.defaults), configs: [], outputs: addresses(agent, context) };
}

function workloads(agent: Agent, context: Context): DerivedObject[] {
  const { workload, mode, hasOwnFolder } = agent;
  const { spec } = workload;
  if (mode === "DaemonSet") return [daemonSet(workload, undefined, pods(agent, [], context))];
  const nothing = { volumes: [], claims: [] };
  const storage = hasOwnFolder ? dataStorage(workload, spec.storage, tmpDataVolume, "storage", context) : nothing;
  const settings = {
    ...rolloutOf(spec),
    podManagementPolicy: "Parallel",
    serviceName: workload.name,
    claims: [...storage.claims, ...furtherClaims(spec.claimTemplates)],
    persistentVolumeClaimRetentionPolicy: spec.persistentVolumeClaimRetentionPolicy,
  };
  return [
    statefulSet(workload, settings, pods(agent, storage.volumes, context), context),
    ...podDisruptionBudgets(workload, spec.podDisruptionBudget),
    ...verticalPodAutoscalers(workload, spec.vpa, mode),
  ];
}

/** How the pods of the StatefulSet are replaced. */
export const rolloutOf = ({ rollingUpdateStrategy }: Spec): Rollout => ({
  strategy: rollingUpdateStrategy,
  fields: { strategy: "rollingUpdateStrategy", behavior: "rollingUpdateStrategy" },
});
