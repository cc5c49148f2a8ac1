import * as pulumi from "@pulumi/pulumi";
import type { Scalar } from "../values/operations";
import { hasPlaceholder, type Origin, type Values } from "../values/values";

/** Data with real values in place of placeholders: known values as they are, unknown ones as Outputs, secrets as secret Outputs. */
export function realise(data: unknown, values: Values): unknown {
  if (typeof data === "string") return realiseText(data, values);
  if (Array.isArray(data)) return data.map((item) => realise(item, values));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  if (!entries.some(([key]) => hasPlaceholder(key)))
    return Object.fromEntries(entries.map(([key, value]) => [key, realise(value, values)]));
  const realised = entries.map(([key, value]) => pulumi.all([realiseText(key, values), realise(value, values)] as const));
  return pulumi.all(realised).apply((pairs) => Object.fromEntries(pairs));
}

function realiseText(text: string, values: Values): pulumi.Input<Scalar> {
  if (!hasPlaceholder(text)) return text;
  if (values.isKnown(text)) {
    const value = values.evaluate(text);
    return values.isSecret(text) ? pulumi.secret(value) : value;
  }
  const origins = [...values.origins(text).entries()];
  return pulumi.all(origins.map(([, origin]) => inputOf(origin))).apply((found) => {
    const known = new Map(origins.map(([placeholder], index) => [placeholder, found[index] as Scalar]));
    return values.evaluate(text, (origin, placeholder) => known.get(placeholder) ?? missing(origin));
  });
}

function inputOf({ known, secret, source }: Origin): pulumi.Input<Scalar> {
  if (!known) return source as pulumi.Output<Scalar>;
  return secret ? pulumi.secret(known.value) : known.value;
}

/** An Output that turned out to be empty. */
function missing({ path }: Origin): Scalar {
  throw new pulumi.RunError(`${path}: the value is undefined`);
}
