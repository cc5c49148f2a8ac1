import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import { clusterReading } from "../../kubernetes/rbac";
import type { Values } from "../../values/values";
import { flags, switchFlags } from "../../workload/command-line";
import type { Mounted } from "../../workload/volumes";
import type { Agent, Spec } from "./model";

type Collector = NonNullable<Spec["k8sCollector"]>;

const usualLogs = "/var/log/containers";

/** The flags of an agent that collects the logs of containers. */
export function collectorFlags({ workload: { spec }, mode }: Agent, values: Values): string[] {
  if (mode !== "DaemonSet") return [];
  const {
    logsPath,
    includePodLabels = true,
    includePodAnnotations,
    includeNodeLabels,
    includeNodeAnnotations,
    ...own
  } = spec.k8sCollector as Collector;
  const joined = (items: readonly string[] = []): string => items.map((text) => values.apply("flagItem", text)).join(",");
  const named = {
    tenantID: own.tenantID,
    excludeFilter: own.excludeFilter,
    extraFields: own.extraFields,
    checkpointsPath: own.checkpointsPath,
    logsPath: logsPath === usualLogs ? undefined : logsPath,
    ignoreFields: joined(own.ignoreFields),
    decolorizeFields: joined(own.decolorizeFields),
    streamFields: joined(own.streamFields),
    msgField: joined(own.msgFields),
    timeField: joined(own.timeFields),
    // The program adds them unless it is told not to.
    includePodLabels: includePodLabels === false ? false : undefined,
  };
  const prefixed = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [`kubernetesCollector.${name}`, value]));
  return [
    "-kubernetesCollector",
    ...switchFlags(prefixed({ includePodLabels, includePodAnnotations, includeNodeLabels, includeNodeAnnotations })),
    ...flags(prefixed(named)),
  ];
}

/** The folders of the node with the logs of containers, unless they lie elsewhere. */
export function logVolumes({ workload: { spec }, mode }: Agent): Mounted[] {
  const { logsPath = usualLogs } = spec.k8sCollector ?? {};
  if (mode !== "DaemonSet" || (logsPath !== "" && logsPath !== usualLogs)) return [];
  return Object.entries({ varlog: "/var/log", varlib: "/var/lib" }).map(([name, path]) => ({
    volume: { name, hostPath: { path } },
    mount: { name, mountPath: path, readOnly: true },
  }));
}

/** Permission to learn about nodes, pods and namespaces, whatever account the pods run under. */
export function collectorPermissions({ workload, mode }: Agent, { defaults }: Context): DerivedObject[] {
  if (mode !== "DaemonSet" || defaults.watchNamespaces.length > 0) return [];
  const instance = workload.selectorLabels["app.kubernetes.io/instance"] ?? "";
  return clusterReading(workload, ["nodes", "pods", "namespaces"], `monitoring:${workload.namespace}:vlagent-${instance}`);
}
