import { randomBytes } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import type { Values } from "../values/values";
import type { Manifest } from "../world/objects";
import { resolve } from "./resolve";

/**
 * The resource with random text in the given fields of its spec: made once, kept in the state as a secret and the same on every later run. Another
 * `rotate` makes new text. `path` tells the values apart from those of other resources.
 */
export async function withGenerated(
  resource: Manifest,
  fields: readonly string[],
  { name, parent, rotate }: { readonly name: string; readonly parent: pulumi.Resource; readonly rotate?: string },
  values: Values,
  path = "spec",
): Promise<Manifest> {
  const made = fields.map((field) => {
    const input = pulumi.secret(randomBytes(16).toString("hex"));
    const logicalName = [name, field, ...(rotate ? [rotate] : [])].join("-");
    return [field, pulumi.secret(new pulumi.Stash(logicalName, { input }, { parent, ignoreChanges: ["input"] }).output)];
  });
  const { value } = await resolve(Object.fromEntries(made), values, path);
  return { ...resource, spec: { ...(resource.spec as object), ...(value as object) } };
}
