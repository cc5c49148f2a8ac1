import { type Issue, keysOf, pathOf } from "../world/issues";

/** The object that a custom resource was converted from. */
export interface Original {
  /** Its key: `ServiceMonitor/<namespace>/<name>`. */
  readonly object: string;
  /** Places in it, by the places of the custom resource that they became, or would have become. */
  readonly places: ReadonlyMap<string, string>;
}

/** The originals of converted custom resources, by the keys of these. */
export type Originals = ReadonlyMap<string, Original>;

/** An issue of a converted custom resource at the place in its original, which is what the user has written. */
export function ofOriginal(issue: Issue, originals: Originals): Issue {
  const original = originals.get(issue.object);
  return original ? { ...issue, original: original.object, path: originalPath(issue.path, original.places) } : issue;
}

/** The place that a path comes from; what lies below a known place has the same path below it. */
function originalPath(path: string, places: Original["places"]): string {
  const keys = keysOf(path);
  for (let length = keys.length; length > 0; length--) {
    const known = places.get(pathOf(keys.slice(0, length)));
    if (known !== undefined) return pathOf([...keysOf(known), ...keys.slice(length)]);
  }
  return path;
}
