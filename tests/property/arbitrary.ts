import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";
import { wordsOf } from "../../provider/kinds";
import { type FieldInfo, infoOf, unwrap } from "../../provider/schema/fields";

/** Random values that stand for what a schema alone cannot make: for types of objects, and for fields of a name. */
export interface Overrides {
  readonly types?: Readonly<Record<string, Arbitrary<unknown>>>;
  readonly fields?: Readonly<Record<string, Arbitrary<unknown>>>;
}

/** Random valid values of a schema: mostly small, sometimes full. */
export function arbitraryOf(schema: z.ZodType, overrides: Overrides = {}, depth = 0): Arbitrary<unknown> {
  const inner = unwrap(schema);
  const resolved = inner instanceof z.ZodLazy ? (inner.unwrap() as z.ZodType) : inner;
  const info = infoOf(schema);
  if (resolved instanceof z.ZodObject) return overrides.types?.[info.name ?? ""] ?? objectOf(resolved, overrides, depth);
  if (resolved instanceof z.ZodArray) {
    const item = arbitraryOf(resolved.element as z.ZodType, overrides, depth + 1);
    return fc.array(item, { minLength: info.minItems ?? 0, maxLength: 2 });
  }
  if (resolved instanceof z.ZodRecord)
    return fc.dictionary(name, arbitraryOf(resolved.valueType as z.ZodType, overrides, depth + 1), { maxKeys: 2 });
  return scalarOf(info);
}

/** Deeper down fewer of the optional fields are there, so that values stay finite. */
function objectOf(schema: z.ZodObject, overrides: Overrides, depth: number): Arbitrary<unknown> {
  const entries = Object.entries(schema.shape) as [string, z.ZodType][];
  const required = entries.filter(([, field]) => !(field instanceof z.ZodOptional));
  const optional = entries.filter(([, field]) => field instanceof z.ZodOptional);
  const most = depth > 4 ? 0 : depth > 2 ? 1 : 6;
  const entryOf = ([key, field]: [string, z.ZodType]) => [key, overrides.fields?.[key] ?? arbitraryOf(field, overrides, depth + 1)];
  return fc
    .subarray(optional, { maxLength: Math.min(most, optional.length) })
    .chain((chosen) => fc.record(Object.fromEntries([...required, ...chosen].map(entryOf)) as Record<string, Arbitrary<unknown>>));
}

export const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
export const text = fc.oneof(
  name,
  name,
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }).filter((value) => value.isWellFormed()),
  fc.constantFrom("5s", "10%", "a=b,c", "${X}", "/a/b", "# no", "y"),
);

const scalars: Readonly<Record<string, (info: FieldInfo) => Arbitrary<unknown>>> = {
  string: () => text,
  integer: ({ minimum = 0, maximum = 70000 }) => fc.integer({ min: minimum, max: maximum }),
  number: ({ minimum = 0, maximum = 1000 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  any: () => fc.oneof(text, fc.constant({}), fc.integer()),
  integerOrString: () => fc.oneof(fc.integer({ min: 1, max: 65535 }), name),
  stringOrList: () => fc.oneof(text, fc.array(text, { maxLength: 3 })),
};

function scalarOf(info: FieldInfo): Arbitrary<unknown> {
  const words = wordsOf(info);
  if (words) return fc.constantFrom(...words);
  if (info.example !== undefined) return fc.constant(info.example);
  if (info.pattern) return fc.stringMatching(info.pattern);
  const scalar = scalars[info.type];
  if (!scalar) throw new Error(`no random values for ${info.type}`);
  return scalar(info);
}
