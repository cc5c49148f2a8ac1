import { z } from "zod";
import { isSecretField, unwrap } from "./fields";

/**
 * The data with `replace` applied to every value whose field is marked secret. If an object or list with secret fields is not plain data (but an
 * Output or a promise), `replace` gets it as a whole.
 */
export function mapSecrets(
  schema: z.ZodType,
  data: unknown,
  replace: (value: unknown, path: readonly (string | number)[]) => unknown,
): unknown {
  const visit = (type: z.ZodType, value: unknown, path: readonly (string | number)[]): unknown => {
    const inner = unwrap(type);
    if (value === undefined || value === null || !hasSecrets(inner)) return value;
    if (isSecretField(inner) || !isPlainData(value)) return replace(value, path);
    if (Array.isArray(value))
      return value.map((item, index) => (inner instanceof z.ZodArray ? visit(inner.element as z.ZodType, item, [...path, index]) : item));
    if (typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const field = inner instanceof z.ZodObject ? inner.shape[key] : inner instanceof z.ZodRecord ? inner.valueType : undefined;
        return [key, field ? visit(field as z.ZodType, item, [...path, key]) : item];
      }),
    );
  };
  return visit(schema, data, []);
}

const known = new WeakMap<z.ZodType, boolean>();

/** Whether the schema is or contains a field marked secret. */
function hasSecrets(schema: z.ZodType): boolean {
  const inner = unwrap(schema);
  const before = known.get(inner);
  if (before !== undefined) return before;
  known.set(inner, false);
  const result = isSecretField(inner) || childrenOf(inner).some(hasSecrets);
  known.set(inner, result);
  return result;
}

function childrenOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape) as z.ZodType[];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  return [];
}

function isPlainData(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null;
}
