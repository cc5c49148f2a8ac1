import { flag } from "../../kubernetes/arguments";
import type { Spec } from "./agent";

/** Most bytes that wait on disk for each target, unless the spec says otherwise. */
const defaultDiskUsage = 1073741824;

/** The flags for the targets; what is said of each stands at its position in a list. */
export function remoteWriteFlags({ remoteWrite }: Spec, queuePath: string): string[] {
  return [
    flag("remoteWrite.url", remoteWrite.map(({ url }) => url).join(",")),
    flag("remoteWrite.maxDiskUsagePerURL", defaultDiskUsage),
    flag("remoteWrite.tmpDataPath", queuePath),
  ];
}
