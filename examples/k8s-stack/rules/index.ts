import type { ControlPlaneComponent } from "../configuration";
import { alertmanagerRules } from "./alertmanager";
import { configReloaderRules } from "./config-reloader";
import { controlPlaneRules } from "./control-plane";
import { coreDnsRules } from "./coredns";
import { etcdRules } from "./etcd";
import { kubeletRules } from "./kubelet";
import { nodeRules } from "./nodes";
import type { RuleGroup } from "./rule";
import { victoriaMetricsRules } from "./victoriametrics";
import { workloadRules } from "./workloads";

/** The rules by subject, each a VMRule; of the control plane only those on the components that are scraped. */
export function ruleGroups(components: readonly ControlPlaneComponent[]): Readonly<Record<string, RuleGroup[]>> {
  const groups: Readonly<Record<string, readonly RuleGroup[]>> = {
    nodes: nodeRules,
    workloads: workloadRules,
    kubelet: kubeletRules,
    "control-plane": controlPlaneRules(components),
    ...(components.includes("etcd") && { etcd: etcdRules }),
    coredns: coreDnsRules,
    victoriametrics: victoriaMetricsRules,
    "config-reloader": configReloaderRules,
    alertmanager: alertmanagerRules,
  };
  return Object.fromEntries(Object.entries(groups).map(([name, list]) => [name, [...list]]));
}
