import type { z } from "zod";
import type { Context } from "../context";
import { withCanonicalQuantities } from "../workload/canonical-quantities";
import type { PersistentVolumeClaim, Plain, Volume } from "../workload/plain";
import type { Workload } from "../workload/workload";
import type { statefulStorage } from "./storage-fields";

export type StatefulStorage = Plain<z.output<typeof statefulStorage>>;

/** Where the pods of a StatefulSet keep their data: a volume of each pod, or a template for claims, or neither if the user has the volume. */
export interface DataStorage {
  readonly volumes: readonly Volume[];
  readonly claims: readonly PersistentVolumeClaim[];
}

/**
 * The data's storage, in a volume of the given name: without `storage` a directory that goes with the pod, unless the user has a volume of that
 * name; with it what it says, and a volume of the user's of that name is an error. `field` is the name of the field with `storage`.
 */
export function dataStorage(
  workload: Workload,
  storage: StatefulStorage | undefined,
  name: string,
  field: string,
  { report }: Context,
): DataStorage {
  const { path, spec } = workload;
  const own = (spec.volumes ?? []).findIndex((volume) => volume.name === name);
  if (own >= 0 && storage) {
    report.error(
      `${path}.volumes[${own}].name`,
      `is ${JSON.stringify(name)}, and ${field} makes a volume of that name: leave one of them out`,
    );
  }
  if (own >= 0) return { volumes: [], claims: [] };
  if (!storage || storage.emptyDir) return { volumes: [{ name, emptyDir: storage?.emptyDir ?? {} }], claims: [] };
  if (storage.volumeClaimTemplate?.spec?.resources?.requests?.storage === undefined) {
    report.warning(
      `${path}.${field}`,
      "makes a claim that asks for no storage, which Kubernetes refuses: give a size in volumeClaimTemplate",
    );
  }
  return { volumes: [], claims: [claimTemplate(storage.volumeClaimTemplate, name)] };
}

function claimTemplate(template: StatefulStorage["volumeClaimTemplate"] = {}, name: string): PersistentVolumeClaim {
  const { metadata: { labels, annotations } = {}, spec } = template;
  const accessModes = spec?.accessModes?.length ? spec.accessModes : ["ReadWriteOnce"];
  const metadata = { name, ...(labels && { labels }), ...(annotations && { annotations }) };
  return asClaim({ ...template, metadata, spec: { ...spec, accessModes } } as PersistentVolumeClaim);
}

/** The further claims of `claimTemplates`, as they stand. */
export const furtherClaims = (templates: readonly PersistentVolumeClaim[] = []): PersistentVolumeClaim[] => templates.map(asClaim);

const asClaim = (claim: PersistentVolumeClaim): PersistentVolumeClaim => withCanonicalQuantities("core/v1:PersistentVolumeClaim", claim);
