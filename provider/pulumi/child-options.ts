import type * as pulumi from "@pulumi/pulumi";
import type { DerivedObject } from "../derived";
import { replicasField } from "../lifecycle";
import { propertyKeys } from "../text/property-path";
import type { Values } from "../values/values";
import type { Manifest } from "../world/objects";

/** Options of a component for its children that neither the engine nor the SDK passes on. */
export type HandedOn = Pick<pulumi.ComponentResourceOptions, "customTimeouts" | "ignoreChanges">;

/** How the children of a component are registered. */
export interface ChildrenOptions {
  /** Children are called after it and their role. */
  readonly name: string;
  readonly values: Values;
  readonly parent: pulumi.Resource;
  readonly parentUrn: string;
  /** Resources behind the inputs of the component. */
  readonly dependencies: readonly pulumi.Resource[];
  /** Roles of the configuration that readers are shown as text; the objects of these roles hold the same. */
  readonly shown: ReadonlySet<string>;
  /** Changes are not applied. */
  readonly paused: boolean;
  /** There is a cluster in which single fields of objects can be changed. */
  readonly canPatch: boolean;
  /** Objects that are in the cluster already are taken over. */
  readonly adopt?: boolean;
  /** The component's own options. */
  readonly options: HandedOn;
}

/**
 * Paths of a child whose changes are ignored because the component's are: those of its own fields (`spec.template.spec.containers[0].image`, `*`),
 * and the number of pods where the component's `spec.replicaCount`, or that of the part it belongs to, is given.
 */
export function ignoredFields(object: DerivedObject, { ignoreChanges = [] }: HandedOn): string[] {
  return ignoreChanges.flatMap((path) => (isField(object.manifest, path) ? [path] : podsField(object, path)));
}

const isField = (manifest: Manifest, path: string): boolean => path === "*" || hasField(manifest, propertyKeys(path));

function hasField(value: unknown, [key, ...rest]: readonly (string | number)[]): boolean {
  if (key === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  if (key === "*") return Object.values(value).some((inner) => hasField(inner, rest));
  return Object.hasOwn(value, key) && hasField((value as Readonly<Record<string | number, unknown>>)[key], rest);
}

function podsField(object: DerivedObject, path: string): string[] {
  const [, part] = /^spec\.(?:(\w+)\.)?replicaCount$/.exec(path) ?? [undefined, undefined];
  const isOurs = path === "spec.replicaCount" || (part !== undefined && object.role.startsWith(`${part}-`));
  return isOurs ? replicasField(object) : [];
}

/** Time limits of a child: the user's limits for the component, else those that follow from the object. */
export function timeoutsOf(object: DerivedObject, { customTimeouts = {} }: HandedOn): pulumi.CustomTimeouts | undefined {
  const given = Object.entries(customTimeouts).filter(([, duration]) => duration);
  const all = { ...derivedTimeouts(object), ...Object.fromEntries(given) };
  return Object.keys(all).length > 0 ? all : undefined;
}

function derivedTimeouts({ timeout, lifecycle }: DerivedObject): pulumi.CustomTimeouts | undefined {
  const duration = timeout ?? (lifecycle?.seconds === undefined ? undefined : `${lifecycle.seconds}s`);
  return duration === undefined ? undefined : { create: duration, update: duration, delete: duration };
}
