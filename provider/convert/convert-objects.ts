import type { Defaults } from "../defaults";
import type { Values } from "../values/values";
import { type Issue, Report } from "../world/issues";
import { type CustomResource, type Manifest, objectKey } from "../world/objects";
import { convertedMetadata } from "./converted-metadata";
import type { Original, Originals } from "./originals";
import type { Sources } from "./source";

/** The results of a conversion, with its errors and losses. */
export interface Conversions {
  readonly converted: readonly CustomResource[];
  readonly issues: readonly Issue[];
}

/** Conversions, with the origins of the results. */
interface Traced extends Conversions {
  readonly originals: Originals;
}

/** Annotation that lets a custom resource win over a conversion of the same name. */
const ignoreUpdates = "operator.victoriametrics.com/ignore-prometheus-updates";

/** Converts the objects of the prometheus-operator among others. A result with the name of another object is left out and reported. */
export function convertObjects(objects: readonly Manifest[], sources: Sources, values: Values, defaults: Defaults): Traced {
  const issues: Issue[] = [];
  const originals = new Map<string, Original>();
  const converted = objects.flatMap((object) => {
    const places = new Map<string, string>();
    const result = convertObject(object, sources, values, defaults, places, issues);
    if (result) originals.set(objectKey(result), { object: keyOf(object), places });
    return result ? [result] : [];
  });
  if (converted.length === 0) return { converted, issues, originals };
  const natives = new Map(objects.map((object) => [`${object.apiVersion} ${keyOf(object)}`, object]));
  const free = converted.filter((resource) => isFree(resource, natives, issues));
  for (const resource of converted) if (!free.includes(resource)) originals.delete(objectKey(resource));
  return { converted: free, issues, originals };
}

function convertObject(
  object: Manifest,
  sources: Sources,
  values: Values,
  defaults: Defaults,
  origins: Map<string, string>,
  issues: Issue[],
): CustomResource | undefined {
  const found = object.apiVersion.startsWith("monitoring.coreos.com/") ? sources.get(object.kind) : undefined;
  if (!found) return undefined;
  const { source, result } = found;
  if (defaults.enabledPrometheusConverter[source.setting] === false) return undefined;
  const report = new Report(keyOf(object));
  const spec =
    source.apiVersion === object.apiVersion
      ? source.spec(object.spec ?? {}, { path: "spec", target: "spec", origins, report, values })
      : undefined;
  if (source.apiVersion !== object.apiVersion) report.warning("apiVersion", `is not converted: only ${source.apiVersion} is`);
  issues.push(...report.issues);
  if (spec === undefined || report.hasErrors) return undefined;
  return { ...result, metadata: convertedMetadata(object, defaults), spec };
}

function isFree(resource: CustomResource, natives: ReadonlyMap<string, Manifest>, issues: Issue[]): boolean {
  const key = objectKey(resource);
  const native = natives.get(`${resource.apiVersion} ${key}`);
  if (!native) return true;
  if (native.metadata.annotations?.[ignoreUpdates] !== "enabled") {
    const remedy = `rename or remove one of the two, or give this one the annotation ${ignoreUpdates}: enabled`;
    new Report(key, issues).error("", `an object of the prometheus-operator with this name would be converted to it: ${remedy}`);
  }
  return false;
}

/** The key by which issues name an object, in the namespace that it gets without one. */
const keyOf = ({ kind, metadata }: Manifest): string =>
  objectKey({ kind, metadata: { name: metadata.name, namespace: metadata.namespace ?? "default" } });
