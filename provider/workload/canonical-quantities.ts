import types from "../schema/kubernetes-types.json";
import { canonicalQuantity } from "../text/quantity";
import { hasPlaceholder } from "../values/values";

const definitions: Readonly<Record<string, Readonly<Record<string, string>>>> = types;

/**
 * Data of a Kubernetes type with every amount in Kubernetes' own form. The type is written as in `kubernetes-types.json`: `[]core/v1:Volume`
 * is a list of volumes, `{}quantity` a map of amounts.
 */
export function withCanonicalQuantities<Data>(type: string, data: Data): Data {
  return visit(type.replace(/!$/, ""), data) as Data;
}

function visit(type: string, data: unknown): unknown {
  if (type === "quantity")
    return typeof data === "number" || (typeof data === "string" && !hasPlaceholder(data)) ? canonicalQuantity(data) : data;
  if (Array.isArray(data)) return data.map((item) => visit(type.slice(2), item));
  if (typeof data !== "object" || data === null) return data;
  const typeOf = type.startsWith("{}") ? () => type.slice(2) : (field: string) => definitions[type]?.[field] ?? "";
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, visit(typeOf(field).replace(/!$/, ""), value)]));
}
