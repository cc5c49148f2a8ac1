import type * as pulumi from "@pulumi/pulumi";
import type { DerivedObject } from "../derived";
import type { Manifest } from "../world/objects";

/** Options of a component that concern its children and that neither the engine nor the SDK hands on. */
export type HandedOn = Pick<pulumi.ComponentResourceOptions, "customTimeouts" | "ignoreChanges">;

/**
 * Paths of a child whose changes are ignored because the component's are: those of its own fields (`spec.template.spec.containers[0].image`, `*`),
 * and the number of pods where the component's `spec.replicaCount`, or that of the part it belongs to, is given.
 */
export function ignoredFields(object: DerivedObject, { ignoreChanges = [] }: HandedOn): string[] {
  return ignoreChanges.flatMap((path) => (isField(object.manifest, path) ? [path] : podsField(object, path)));
}

const isField = (manifest: Manifest, path: string): boolean => path === "*" || hasField(manifest, keysOf(path));

function hasField(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  if (key === "*") return Object.values(value).some((inner) => hasField(inner, rest));
  return Object.hasOwn(value, key) && hasField((value as Readonly<Record<string, unknown>>)[key], rest);
}

/** The keys of a property path such as `metadata.annotations["example.com/owner"]` or `spec.ports[0].port`. */
const keysOf = (path: string): string[] =>
  [...path.matchAll(/"((?:[^"\\]|\\.)*)"|([^.[\]"]+)/g)].map(([, quoted, plain]) => quoted?.replaceAll(/\\(.)/g, "$1") ?? plain ?? "");

function podsField({ role, manifest }: DerivedObject, path: string): string[] {
  const [, part] = /^spec\.(?:(\w+)\.)?replicaCount$/.exec(path) ?? [undefined, undefined];
  const isOurs = path === "spec.replicaCount" || (part !== undefined && role.startsWith(`${part}-`));
  return isOurs && hasField(manifest, ["spec", "replicas"]) ? ["spec.replicas"] : [];
}

/** How long a child may take: what the user says about the component, else what follows from the object. */
export function timeoutsOf(object: DerivedObject, { customTimeouts = {} }: HandedOn): pulumi.CustomTimeouts | undefined {
  const given = Object.entries(customTimeouts).filter(([, duration]) => duration);
  const all = { ...derivedTimeouts(object), ...Object.fromEntries(given) };
  return Object.keys(all).length > 0 ? all : undefined;
}

interface StatefulSetSpec {
  readonly replicas?: unknown;
  readonly minReadySeconds?: number;
  readonly template?: { readonly spec?: { readonly terminationGracePeriodSeconds?: number } };
}

/** Pods of a StatefulSet start and stop one after the other, so it needs more time the more there are. */
function derivedTimeouts({ manifest, timeout }: DerivedObject): pulumi.CustomTimeouts | undefined {
  if (timeout) return { create: timeout, update: timeout, delete: timeout };
  if (manifest.kind !== "StatefulSet") return undefined;
  const { replicas, minReadySeconds = 0, template } = manifest.spec as StatefulSetSpec;
  const pods = typeof replicas === "number" ? replicas : 1;
  const seconds = `${600 + pods * ((template?.spec?.terminationGracePeriodSeconds ?? 30) + minReadySeconds + 120)}s`;
  return { create: seconds, update: seconds, delete: seconds };
}
