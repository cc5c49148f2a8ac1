import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import { daemonSet } from "../../kubernetes/daemon-set";
import { deployment } from "../../kubernetes/deployment";
import { horizontalPodAutoscalers, scaled } from "../../kubernetes/horizontal-pod-autoscaler";
import { podDisruptionBudgets } from "../../kubernetes/pod-disruption-budget";
import { type Rollout, statefulSet } from "../../kubernetes/stateful-set";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import type { PersistentVolumeClaim, PodTemplateSpec } from "../../workload/plain";
import type { Workload } from "../../workload/workload";
import type { Agent, Spec } from "./model";
import { shardsOf, withShardNumber } from "./shards";

/** The common parts of an agent's workloads. */
interface Common {
  readonly template: PodTemplateSpec;
  readonly claims: readonly PersistentVolumeClaim[];
  /** The Service that names the pods of a StatefulSet; empty without one. */
  readonly serviceName: string;
}

/** The workloads of an agent, one for each shard, with their autoscalers and disruption budgets. */
export function workloads(agent: Agent, common: Common, context: Context): DerivedObject[] {
  const { workload, mode, scrapes } = agent;
  const { hpa, vpa, podDisruptionBudget } = mode === "DaemonSet" ? ({} as Partial<Spec>) : workload.spec;
  if (hpa && scrapes) warnAboutScaling(workload.spec, context);
  return shardsOf(agent, common.template).flatMap(({ number, workload: part, labels, template }) => {
    const object = workloadObjects[mode](part, { ...common, template }, context);
    const autoscalers = [...horizontalPodAutoscalers(part, hpa, mode), ...verticalPodAutoscalers(part, vpa, mode)];
    return [
      scaled(number === undefined ? object : withShardNumber(object, number, context.values), hpa, context),
      ...podDisruptionBudgets(part, podDisruptionBudget, labels),
      ...autoscalers.map((autoscaler) => named(autoscaler, workload, number)),
    ].map((derived) => (number === undefined ? derived : { ...derived, role: `${derived.role}-${number}` }));
  });
}

/** Autoscalers are named after the agent, and those of shards also after the shard's number. */
function named(object: DerivedObject, { selectorLabels }: Workload, number: number | undefined): DerivedObject {
  const instance = selectorLabels["app.kubernetes.io/instance"] ?? "";
  const metadata = { ...object.manifest.metadata, name: number === undefined ? instance : `${instance}-${number}` };
  return { ...object, manifest: { ...object.manifest, metadata } };
}

function warnAboutScaling({ shardCount = 0 }: Spec, { report }: Context): void {
  const remedy = shardCount > 0 ? "change shardCount to spread the targets" : "use shardCount to spread the targets, or ingestOnlyMode";
  report.warning("spec.hpa", `adds pods that all scrape the same targets, since targets are not redistributed: ${remedy}`);
}

type Builder = (workload: Workload<Spec>, common: Common, context: Context) => DerivedObject;

const workloadObjects: Readonly<Record<Agent["mode"], Builder>> = {
  Deployment: (workload, { template }) => {
    const { updateStrategy, rollingUpdate } = workload.spec;
    return deployment(workload, { type: updateStrategy, rollingUpdate }, template);
  },
  DaemonSet: (workload, { template }) => {
    const { daemonSetUpdateStrategy, daemonSetRollingUpdateStrategyBehavior: rollingUpdate } = workload.spec;
    return daemonSet(workload, { type: daemonSetUpdateStrategy, rollingUpdate }, template);
  },
  StatefulSet: (workload, { template, claims, serviceName }, context) => {
    const { persistentVolumeClaimRetentionPolicy } = workload.spec;
    const settings = {
      ...statefulRollout(workload.spec),
      podManagementPolicy: "Parallel",
      serviceName,
      claims,
      persistentVolumeClaimRetentionPolicy,
    };
    return statefulSet(workload, settings, template, context);
  },
};

/** How the pods of the StatefulSet are replaced. */
export const statefulRollout = ({ statefulRollingUpdateStrategy, statefulRollingUpdateStrategyBehavior }: Spec): Rollout => ({
  strategy: statefulRollingUpdateStrategy,
  behavior: statefulRollingUpdateStrategyBehavior,
  fields: { strategy: "statefulRollingUpdateStrategy", behavior: "statefulRollingUpdateStrategyBehavior" },
});

/** How the pods of the DaemonSet are replaced. */
export const daemonRollout = ({ daemonSetUpdateStrategy }: Spec): Rollout => ({
  strategy: daemonSetUpdateStrategy,
  fields: { strategy: "daemonSetUpdateStrategy", behavior: "daemonSetRollingUpdateStrategyBehavior" },
});
