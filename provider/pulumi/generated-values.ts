import { randomBytes } from "node:crypto";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Values } from "../values/values";
import { type Manifest, objectKey } from "../world/objects";
import { resolve } from "./resolve";

interface Making {
  /** The beginning of the names of the values. */
  readonly name: string;
  readonly parent: pulumi.Resource;
  readonly values: Values;
  /** A changed text makes new values. */
  readonly rotate?: string;
  /** `<namespace>/<name>` of a Secret in the cluster; its values are taken over instead. */
  readonly adoptFrom?: string;
}

/** The resource with random text in the given fields of its spec: made once, kept in the state as a secret and the same on every later run. */
export async function withGenerated(
  resource: Manifest,
  fields: readonly string[],
  { name, parent, values, rotate, adoptFrom }: Making,
): Promise<Manifest> {
  const made = fields.map((field) => {
    const input = adoptFrom ? liveValue(`${name} ${field}`, adoptFrom, field, parent) : pulumi.secret(randomBytes(16).toString("hex"));
    const logicalName = [name, field, ...(rotate ? [rotate] : [])].join("-");
    return [field, pulumi.secret(new pulumi.Stash(logicalName, { input }, { parent, ignoreChanges: ["input"] }).output)];
  });
  const { value } = await resolve(Object.fromEntries(made), values, `${objectKey(resource)} spec`);
  return { ...resource, spec: { ...(resource.spec as object), ...(value as object) } };
}

/**
 * The arguments of a component about its generated values. `secretName` is the name of their Secret in the resource's namespace; with `adopt` the
 * values in it are taken over.
 */
export function makingOf(
  given: unknown,
  { metadata }: Manifest,
  secretName: unknown,
  adopt: boolean,
): Pick<Making, "rotate" | "adoptFrom"> {
  const { rotate } = (given ?? {}) as { readonly rotate?: string };
  return { rotate, ...(adopt && { adoptFrom: `${metadata.namespace}/${secretName}` }) };
}

/** A value of an existing Secret in the cluster. */
function liveValue(logicalName: string, id: string, key: string, parent: pulumi.Resource): pulumi.Output<string> {
  const secret = kubernetes.core.v1.Secret.get(logicalName, id, { parent, additionalSecretOutputs: ["metadata"] });
  return pulumi.secret(secret.data.apply((data) => Buffer.from(data[key] ?? "", "base64").toString()));
}
