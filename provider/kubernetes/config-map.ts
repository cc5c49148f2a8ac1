import type { DerivedObject, GeneratedFiles } from "../derived";
import { type Mounted, mountedConfigMap } from "../workload/volumes";
import { metadataOf, type Workload } from "../workload/workload";

/** The place of generated files of one sort. */
export interface Place {
  /** Role of the ConfigMap in the component. */
  readonly role: string;
  /** Name of the ConfigMap before the workload's name. */
  readonly prefix: string;
  readonly volumeName: string;
  readonly mountPath: string;
}

/** Generated files: the ConfigMap that holds them, its mount, and the same for readers. */
export interface ConfigFiles {
  readonly objects: readonly DerivedObject[];
  readonly mounted: readonly Mounted[];
  readonly configs: readonly GeneratedFiles[];
}

/** The result without any files. */
export const noFiles: ConfigFiles = { objects: [], mounted: [], configs: [] };

/** Files of a place, by their names. */
export function configFiles(
  workload: Workload,
  { role, prefix, volumeName, mountPath }: Place,
  files: Readonly<Record<string, string>>,
): ConfigFiles {
  const metadata = { ...metadataOf(workload), name: `${prefix}-${workload.name}` };
  return {
    objects: [{ role, manifest: { apiVersion: "v1", kind: "ConfigMap", metadata, data: files } }],
    mounted: [mountedConfigMap(volumeName, metadata.name, mountPath)],
    configs: [{ role, files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, { text }])) }],
  };
}
