import { z } from "zod";
import { isPlaceholder } from "../values/values";
import { any, boolean, integer, integerOrString, list, map, number, object, register, required, type Shape, string } from "./fields";
import table from "./kubernetes-types.json";

/** Kubernetes types that custom resources embed, by their names in the schema of the Kubernetes package. */
export type KubernetesTypeName = keyof typeof table;

const definitions: Readonly<Record<string, Readonly<Record<string, string>>>> = table;
const schemas = new Map<string, z.ZodType>();

/**
 * A field with an unchanged Kubernetes type. Its fields are checked in full depth (`kubernetes-types.json`, made from the schema of the Kubernetes
 * package); `Value` is the type in TypeScript.
 */
export function kubernetes<Value = Record<string, unknown>>(name: KubernetesTypeName, description: string): z.ZodType<Value, Value> {
  return register(
    z.lazy(() => schemaOf(name)),
    { description, type: "kubernetes", name },
  ) as unknown as z.ZodType<Value, Value>;
}

function schemaOf(name: string): z.ZodType {
  const known = schemas.get(name);
  if (known) return known;
  const definition = definitions[name];
  if (!definition) throw new Error(`no Kubernetes type ${name}`);
  const shape: Record<string, z.ZodType> = {};
  for (const [field, type] of Object.entries(definition))
    shape[field] = type.endsWith("!") ? required(fieldOf(type.slice(0, -1))) : fieldOf(type);
  const schema = object(name, name, shape satisfies Shape);
  schemas.set(name, schema);
  return schema;
}

const leaves: Readonly<Record<string, () => z.ZodType>> = {
  string: () => string(""),
  integer: () => integer(""),
  number: () => number(""),
  boolean: () => boolean(""),
  any: () => any(""),
  "integer|string": () => integerOrString(""),
  quantity: () => quantity(""),
};

function fieldOf(type: string): z.ZodType {
  if (type.startsWith("[]")) return list("", fieldOf(type.slice(2)));
  if (type.startsWith("{}")) return map("", fieldOf(type.slice(2)));
  return (
    leaves[type]?.() ??
    register(
      z.lazy(() => schemaOf(type)),
      { description: "", type: "kubernetes", name: type },
    )
  );
}

/** The amounts that a string can hold. */
export const quantityPattern = /^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+|[numkMGTPE]|[KMGTPE]i)?$/;

/** An amount of a resource: `500m`, `1Gi`, or a number. */
export function quantity(description: string): z.ZodType<string | number, string | number> {
  const accepts = (value: unknown): boolean =>
    typeof value === "number" || isPlaceholder(value) || (typeof value === "string" && quantityPattern.test(value));
  return register(z.custom<string | number>(accepts, { error: "expected an amount such as 500m, 2 or 1Gi" }), {
    description,
    type: "string",
    pattern: quantityPattern,
    example: "100m",
  }) as z.ZodType<string | number, string | number>;
}
