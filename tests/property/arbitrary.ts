import fc, { type Arbitrary } from "fast-check";
import { z } from "zod";
import { type FieldInfo, infoOf, unwrap } from "../../provider/schema/fields";

/** Random valid values of a schema: mostly small, sometimes full. */
export function arbitraryOf(schema: z.ZodType, depth = 0): Arbitrary<unknown> {
  const inner = unwrap(schema);
  const resolved = inner instanceof z.ZodLazy ? (inner.unwrap() as z.ZodType) : inner;
  if (resolved instanceof z.ZodObject) return objectOf(resolved, depth);
  if (resolved instanceof z.ZodArray)
    return fc.array(arbitraryOf(resolved.element as z.ZodType, depth + 1), { minLength: infoOf(schema).minItems ?? 0, maxLength: 2 });
  if (resolved instanceof z.ZodRecord) return fc.dictionary(name, arbitraryOf(resolved.valueType as z.ZodType, depth + 1), { maxKeys: 2 });
  return scalarOf(infoOf(schema));
}

/** Deeper down fewer of the optional fields are there, so that values stay finite. */
function objectOf(schema: z.ZodObject, depth: number): Arbitrary<unknown> {
  const entries = Object.entries(schema.shape) as [string, z.ZodType][];
  const required = entries.filter(([, field]) => !(field instanceof z.ZodOptional));
  const optional = entries.filter(([, field]) => field instanceof z.ZodOptional);
  const most = depth > 4 ? 0 : depth > 2 ? 1 : 6;
  return fc
    .subarray(optional, { maxLength: Math.min(most, optional.length) })
    .chain((chosen) => fc.record(Object.fromEntries([...required, ...chosen].map(([key, field]) => [key, arbitraryOf(field, depth + 1)]))));
}

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const text = fc.oneof(name, name, fc.string({ maxLength: 12 }), fc.constantFrom("5s", "10%", "a=b,c", "${X}", "/a/b", "# no", "y"));

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
  if (info.oneOf) return fc.constantFrom(...info.oneOf);
  if (info.example !== undefined) return fc.constant(info.example);
  if (info.pattern) return fc.stringMatching(info.pattern);
  const scalar = scalars[info.type];
  if (!scalar) throw new Error(`no random values for ${info.type}`);
  return scalar(info);
}
