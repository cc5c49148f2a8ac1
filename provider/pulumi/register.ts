import type * as pulumi from "@pulumi/pulumi";
import type { Derived } from "../assemble";
import { isPaused } from "../derivation";
import { objectKey } from "../world/objects";
import type { ChildrenOptions } from "./child-options";
import { registerChildren } from "./children";
import { GeneratedConfig, readableConfig, readableWorkloads } from "./generated-config";
import { contentOf } from "./resolve";

/** The options for registering a component's children; `name` is the component's. */
export type Registering = Omit<ChildrenOptions, "paused" | "shown" | "parent" | "parentUrn"> & {
  readonly parent: pulumi.ComponentResource;
};

/** The beginning of the names of a component's children; the kind distinguishes children of components with the same name in logs. */
export const childrenName = (name: string, kind: string): string => `${name}-${kind.toLowerCase()}`;

/** Registers the derived objects of a resource as children of its component. */
export async function register({ resource, derivation }: Derived, options: Registering): Promise<void> {
  const paused = isPaused(resource);
  const { parent, values } = options;
  const name = childrenName(options.name, resource.kind);
  const parentUrn = String(await contentOf(parent.urn));
  const place = { parent, parentUrn, ...(paused && { ignoreChanges: ["*"] }) };
  for (const config of derivation.configs) {
    new GeneratedConfig(`${name}-${config.role}`, readableConfig(config, objectKey(resource), values), place);
  }
  for (const { role, inputs } of readableWorkloads(derivation.objects, values)) {
    new GeneratedConfig(`${name}-${role}`, inputs, place);
  }
  const shown = new Set(derivation.configs.map(({ role }) => role));
  await registerChildren(derivation.objects, { ...options, name, paused, shown, parentUrn });
}
