import type { Context } from "../../context";
import { commonFlags, loggingFlags, mainArguments } from "../../workload/command-line";
import { licenseFlags, licenseVolume } from "../../workload/license";
import type { ContainerPort } from "../../workload/plain";
import { configMapVolumes, type Mounted, secretVolumes } from "../../workload/volumes";
import type { Workload } from "../../workload/workload";
import type { BalancerSpec, InsertSpec, SelectSpec, StorageSpec } from "./members";

/** The arguments of an application of the cluster: its own flags, and those that all of them have. */
export function partArguments(
  workload: Workload<SelectSpec | InsertSpec | StorageSpec | BalancerSpec>,
  own: readonly string[],
  context: Context,
): string[] {
  const { spec, license } = workload;
  const derived = [...commonFlags(workload, context), ...loggingFlags(spec), ...licenseFlags(license), ...own];
  return mainArguments(derived, spec.extraArgs, context.values);
}

/** The files that users give to an application, and the license. */
export function mountedFiles({ spec, license }: Workload, context: Context): Mounted[] {
  return [...secretVolumes(spec, context), ...configMapVolumes(spec, context), ...licenseVolume(license)];
}

export const containerPort = (name: string, port: string): ContainerPort => ({ name, containerPort: Number(port), protocol: "TCP" });

/** The port of a part that clusters of a higher level ask. */
export const clusterNativePorts = (port: string | undefined): ContainerPort[] => (port ? [containerPort("clusternative", port)] : []);
