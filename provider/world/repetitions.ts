import type { Issue } from "./issues";
import { type Manifest, objectKey } from "./objects";

/** An object that is given again, and the one of the same kind and name before it. */
export interface Repetition<Given> {
  readonly first: Given;
  readonly again: Given;
}

/** The objects that are given more than once; `manifestOf` is the manifest of a given one. */
export function repetitionsOf<Given>(given: readonly Given[], manifestOf: (one: Given) => Manifest): Repetition<Given>[] {
  const known = new Map<string, Given>();
  return given.flatMap((again) => {
    const manifest = manifestOf(again);
    const { name, namespace = "default" } = manifest.metadata;
    const key = `${manifest.apiVersion} ${objectKey({ kind: manifest.kind, metadata: { name, namespace } })}`;
    const first = known.get(key);
    if (first === undefined) known.set(key, again);
    return first === undefined ? [] : [{ first, again }];
  });
}

/** The error of an object that is given more than once. */
export const repeated = (manifest: Manifest, first = ""): Issue => ({
  object: objectKey(manifest),
  path: "",
  message: `is given more than once${first && `, first at ${first}`}: remove all but one`,
  severity: "error",
});
