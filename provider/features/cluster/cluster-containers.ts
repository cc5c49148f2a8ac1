import type { Context } from "../../context";
import { commonFlags, loggingFlags, mainArguments, withoutGiven } from "../../workload/command-line";
import { licenseFlags, licenseVolume } from "../../workload/license";
import type { ContainerPort } from "../../workload/plain";
import { configMapVolumes, type Mounted, secretVolumes } from "../../workload/volumes";
import type { Workload } from "../../workload/workload";
import type { PartSpec } from "./cluster-fields";

/** The arguments of an application of the cluster: its own flags, and those that all of them have. */
export function partArguments(workload: Workload<PartSpec>, own: readonly string[], context: Context): string[] {
  const { spec, license } = workload;
  const derived = [...commonFlags(workload, context), ...loggingFlags(spec), ...licenseFlags(license), ...own];
  return mainArguments(derived, spec.extraArgs, context.values);
}

/** The same in the order of their origin: its own flags, those that all applications have, and those of the user. */
export function argumentsByOrigin(workload: Workload<PartSpec>, own: readonly string[], context: Context): string[] {
  const { spec, license } = workload;
  const derived = [...own, ...loggingFlags(spec), ...commonFlags(workload, context), ...licenseFlags(license)];
  return [...withoutGiven(derived, spec.extraArgs), ...mainArguments([], spec.extraArgs, context.values)];
}

/** The files that users give to an application, and the license. */
export function mountedFiles({ spec, license }: Workload, context: Context): Mounted[] {
  return [...secretVolumes(spec, context), ...configMapVolumes(spec, context), ...licenseVolume(license)];
}

/** A port of a container by TCP. */
export const containerPort = (name: string, port: string): ContainerPort => ({ name, containerPort: Number(port), protocol: "TCP" });
