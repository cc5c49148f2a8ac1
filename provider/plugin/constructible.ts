import type * as pulumi from "@pulumi/pulumi";
import * as components from "../generated/components";
import { type KindName, kinds } from "../kinds";
import { outputNames } from "../pulumi/component-base";
import { ConfigGroup } from "../pulumi/config-group";
import type { Outcome } from "../pulumi/outcome";

/** A component that the plugin can create or refer to. */
export interface Constructible {
  readonly create: new (
    name: string,
    args: never,
    options?: pulumi.ComponentResourceOptions,
  ) => pulumi.ComponentResource & { outcome(): Promise<Outcome<unknown>> };
  /** Names of the outputs: properties of the component. */
  readonly outputs: readonly string[];
}

const classes = { ...components };
const entries = Object.entries(kinds).map(([name, kind]): [string, Constructible] => [
  name,
  { create: classes[name as KindName], outputs: outputNames(kind) },
]);

/** The components of the package by their types, such as `victoriametrics:index:VMAgent`. */
const table: ReadonlyMap<string, Constructible> = new Map(
  [...entries, ["ConfigGroup", { create: ConfigGroup, outputs: ["customResources"] }] as const].map(([name, entry]) => [
    `victoriametrics:index:${name}`,
    entry,
  ]),
);

/** The component of a type; an error for types that the package does not have. */
export function constructibleOf(type: string): Constructible {
  const found = table.get(type);
  if (!found) throw new Error(`${type} is not a component of this package: expected one of ${[...table.keys()].join(", ")}`);
  return found;
}
