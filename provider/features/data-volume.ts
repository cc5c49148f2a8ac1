import { posix } from "node:path";
import type { Context } from "../context";
import type { Volume, VolumeMount } from "../workload/plain";
import type { Workload } from "../workload/workload";

/** The volume of an application's data: its name and mount path. */
export interface DataVolume {
  readonly name: string;
  readonly path: string;
}

/**
 * The user's mounts, with one for the data put first unless they have it. The folder of the data belongs to the data's volume alone, and that
 * volume to the folder: anything else is an error, since data would be lost with the pod.
 */
export function withDataMount(mounts: readonly VolumeMount[] = [], { name, path }: DataVolume, { values, report }: Context): VolumeMount[] {
  for (const [index, mount] of mounts.entries()) {
    const holdsData = values.check(mount.mountPath, (text) => holds(String(text), path)) ?? false;
    const where = `spec.volumeMounts[${index}]`;
    if (holdsData && mount.name === name) return [...mounts];
    if (holdsData) report.error(`${where}.mountPath`, reserved(path, name));
    else if (mount.name === name) report.error(`${where}.mountPath`, `the volume ${JSON.stringify(name)} must be mounted at ${path}`);
  }
  return [{ name, mountPath: path }, ...mounts];
}

/**
 * The user's mounts, with one for the data put first unless they have it at exactly that path. Another volume there is an error; the data's volume
 * may also be mounted elsewhere.
 */
export function withMountAt({ path, spec }: Workload, data: DataVolume, { values, report }: Context): VolumeMount[] {
  const { volumeMounts: mounts = [] } = spec;
  const cleaned = (folder: string): string => values.apply("cleanPath", folder);
  const there = mounts.findIndex(({ mountPath }) => values.isEqual(cleaned(mountPath), cleaned(data.path)));
  if (there < 0) return [{ name: data.name, mountPath: data.path }, ...mounts];
  if (mounts[there]?.name !== data.name) {
    report.error(`${path}.volumeMounts[${there}].mountPath`, reserved(data.path, data.name));
  }
  return [...mounts];
}

/** Mounting the volume at another path would leave the data behind, so the remedy is its name. */
const reserved = (path: string, name: string): string =>
  `${path} holds the data, so its volume must be called ${JSON.stringify(name)}: rename the volume and its mount`;

/** Whether a path is the folder itself or lies above it. */
function holds(mountPath: string, folder: string): boolean {
  const relative = posix.relative(posix.join("/", mountPath), posix.join("/", folder));
  return relative !== ".." && !relative.startsWith("../");
}

/** The user's volumes, with the data's put first unless they have it. `claim` is the name of its claim, if any. */
export function withDataVolume(volumes: readonly Volume[] = [], name: string, claim: string | undefined, { report }: Context): Volume[] {
  const own = volumes.findIndex((volume) => volume.name === name);
  if (own < 0) return [claim ? { name, persistentVolumeClaim: { claimName: claim } } : { name, emptyDir: {} }, ...volumes];
  if (claim)
    report.error(
      `spec.volumes[${own}]`,
      `is called ${JSON.stringify(name)}, and storage gives a claim as well: give either the volume or the claim`,
    );
  return [...volumes];
}
