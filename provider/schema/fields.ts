import { z } from "zod";
import { alternatives } from "../text/alternatives";
import { hasPlaceholder, type Placeholder } from "../values/values";

/**
 * Facts about a field beside its shape: its description, and the sources of the package's schema, the generated types and the random values of the
 * tests.
 */
export interface FieldInfo {
  /** Meaning, unit, default and remarks, in our own words. */
  readonly description: string;
  readonly type:
    | "string"
    | "integer"
    | "number"
    | "boolean"
    | "any"
    | "integerOrString"
    | "stringOrList"
    | "array"
    | "map"
    | "object"
    | "kubernetes";
  /** The only values that are accepted. */
  readonly oneOf?: readonly (string | number)[];
  /** The only values that are accepted are words that kinds state: the names of their backends. The kind that has the field checks it. */
  readonly statedBy?: "backends";
  /** The words that are known to the program that gets the value. Types offer no others; the program's own check refuses them. */
  readonly known?: readonly string[];
  /** Other spellings of these words, for types that hold texts; an enumeration has one name for each word. */
  readonly spellings?: readonly string[];
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Minimum number of characters. */
  readonly minLength?: number;
  /** Minimum number of items of a list. */
  readonly minItems?: number;
  /** A valid value, for fields whose pattern is not enough to make one. */
  readonly example?: unknown;
  /** The error for an invalid value: "expected a duration such as 30s". */
  readonly expected?: string;
  /** The value is always kept as a secret. */
  readonly secret?: boolean;
  /** The replacement for a deprecated field. */
  readonly deprecated?: string;
  /** Name of an object's type, `VMSingleSpec`, or of a Kubernetes type, `core/v1:Affinity`. */
  readonly name?: string;
  /** The value determines the derived objects: it cannot be secret, and while it is unknown nothing is derived. */
  readonly structural?: boolean;
  /** The type in TypeScript of data that the package's schema has no type for. It is in `pulumi/selectable.ts`. */
  readonly typescript?: "Selectable";
  /** A switch of the component's own work: in TypeScript a plain value, not an Output. */
  readonly plain?: boolean;
}

/** Every field of every schema has its entry here. */
const infos = new WeakMap<z.ZodType, FieldInfo>();

/** Registers a schema that the builders below have not made. */
export function register<Schema extends z.ZodType>(schema: Schema, info: FieldInfo): Schema {
  infos.set(schema, info);
  return schema;
}

type Options = Partial<Omit<FieldInfo, "type" | "description">>;
type Scalar<Value> = z.ZodType<Value, Value>;

const names: Partial<Record<FieldInfo["type"], string>> = {
  string: "text",
  integerOrString: "an integer or text",
  stringOrList: "text or a list of texts",
};
const article = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

function scalar<Value>(info: FieldInfo, accepts: (value: unknown) => boolean): Scalar<Value> {
  const schema = z.custom<Value>((value) => (hasPlaceholder(value) && !info.structural) || accepts(value), {
    error: info.expected ?? expectation(info),
  });
  return register(schema, info) as Scalar<Value>;
}

function expectation({ type, oneOf, minimum, maximum, minLength, pattern }: FieldInfo): string {
  if (oneOf) return expectedOneOf(oneOf);
  const kind = names[type] ?? article(type);
  if (minimum !== undefined && maximum !== undefined) return `expected ${kind} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `expected ${kind} of at least ${minimum}`;
  if (minLength !== undefined) return `expected ${kind} of at least ${count(minLength, "character")}`;
  if (pattern) return `expected text that matches ${pattern.source}`;
  return `expected ${kind}`;
}

/** The error for a field with a fixed set of values. */
export const expectedOneOf = (values: readonly (string | number)[]): string =>
  `expected ${alternatives(values.map((value) => JSON.stringify(value)))}`;

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? "" : "s"}`;
const inRange = (value: number, { minimum = -Infinity, maximum = Infinity }: Options): boolean => value >= minimum && value <= maximum;

/** Text. Placeholders may lie in it. */
export function string(description: string, options: Options = {}): Scalar<string> {
  const { oneOf, pattern, minLength = 0 } = options;
  return scalar(
    { description, type: "string", ...options },
    (value) =>
      typeof value === "string" &&
      !(options.structural && hasPlaceholder(value)) &&
      value.length >= minLength &&
      (!oneOf || oneOf.includes(value)) &&
      (!pattern || pattern.test(value)),
  );
}

/** One of some words. */
export function word<const Word extends string>(
  description: string,
  oneOf: readonly Word[],
  options: Options = {},
): Scalar<Word | Placeholder> {
  return string(description, { ...options, oneOf }) as unknown as Scalar<Word | Placeholder>;
}

/** Text for a program that knows certain words alone. It is passed on as it is, and its type offers these words. */
export function knownWord(description: string, known: readonly string[], options: Options = {}): Scalar<string> {
  return string(description, { ...options, known });
}

/** A whole number. */
export function integer(description: string, options: Options = {}): Scalar<number | Placeholder> {
  return scalar(
    { description, type: "integer", ...options },
    (value) => typeof value === "number" && Number.isSafeInteger(value) && inRange(value, options),
  );
}

/** A number. */
export function number(description: string, options: Options = {}): Scalar<number | Placeholder> {
  return scalar(
    { description, type: "number", ...options },
    (value) => typeof value === "number" && Number.isFinite(value) && inRange(value, options),
  );
}

export function boolean(description: string, options: Options = {}): Scalar<boolean | Placeholder> {
  return scalar({ description, type: "boolean", ...options }, (value) => typeof value === "boolean");
}

/** A port or a share of something: a number, or a text such as `http` or `25%`. A pattern holds for texts alone. */
export function integerOrString(description: string, options: Options = {}): Scalar<number | string> {
  const { pattern } = options;
  return scalar({ description, type: "integerOrString", ...options }, (value) =>
    typeof value === "string"
      ? !(options.structural && hasPlaceholder(value)) && (!pattern || pattern.test(value))
      : typeof value === "number" && Number.isSafeInteger(value),
  );
}

/** One text, or a list of texts. Placeholders may lie in them. */
export function stringOrList(description: string, options: Options = {}): Scalar<string | readonly string[]> {
  return scalar(
    { description, type: "stringOrList", ...options },
    (value) => typeof value === "string" || (Array.isArray(value) && value.every((text) => typeof text === "string")),
  );
}

/** Any data. */
export function any<Value = unknown>(description: string, options: Options = {}): Scalar<Value> {
  return scalar({ description, type: "any", ...options }, () => true);
}

/**
 * A scalar that determines the derived objects, or their names in references. It is never a placeholder: a secret is refused, an unknown value defers
 * the derivation.
 */
export function structural<Value>(schema: z.ZodType<Value>): Scalar<Exclude<Value, Placeholder>> {
  const info = infoOf(schema);
  const accepts = (value: unknown): boolean => !hasPlaceholder(value) && schema.safeParse(value).success;
  return scalar({ ...info, structural: true }, accepts);
}

export function list<Item extends z.ZodType>(description: string, item: Item, options: Options = {}): z.ZodArray<Item> {
  const { minItems } = options;
  const items = z.array(item);
  const schema = minItems === undefined ? items : items.min(minItems, { error: `expected at least ${count(minItems, "item")}` });
  return register(schema, { description, type: "array", ...options });
}

/** A map of names to values. */
export function map<Item extends z.ZodType>(description: string, item: Item, options: Options = {}): z.ZodRecord<z.ZodString, Item> {
  return register(z.record(z.string(), item), { description, type: "map", ...options });
}

/** Text of an item in a list or a map, if the list's description is enough. */
export const item: Scalar<string> = string("One value.");

declare const needed: unique symbol;
/** The mark of a field that must be given; exported because declaration files name it. */
export interface Needed {
  readonly [needed]: true;
}
type Required<Schema> = Schema & Needed;

const requiredFields = new WeakSet<z.ZodType>();

/** Marks a field of an object that must be given; all others are optional. */
export function required<Schema extends z.ZodType>(schema: Schema): Required<Schema> {
  requiredFields.add(schema);
  return schema as Required<Schema>;
}

export type Shape = Readonly<Record<string, z.ZodType>>;
type Optional<Fields extends Shape> = {
  [Key in keyof Fields]: Fields[Key] extends Needed ? Fields[Key] : z.ZodOptional<Fields[Key]>;
};

/** An object with named fields, optional unless `required`; other fields are errors. */
export function object<Fields extends Shape>(
  name: string,
  description: string,
  fields: Fields,
): z.ZodObject<Optional<Fields>, z.core.$strict> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([key, schema]) => [key, requiredFields.has(schema) ? schema : schema.optional()]),
  ) as Optional<Fields>;
  return register(z.strictObject(shape), { description, type: "object", name });
}

/** The same type under another description: a shared object as a field. */
export function described<Schema extends z.ZodType>(description: string, schema: Schema, options: Options = {}): Schema {
  const info = infoOf(schema);
  return register(schema.clone() as Schema, { ...info, description, ...options });
}

/** The entry of a field, seen through `optional`. */
export function infoOf(schema: z.ZodType): FieldInfo {
  const info = infos.get(schema) ?? infos.get(unwrap(schema));
  if (info === undefined) throw new Error("a schema was made without the builders of schema/fields.ts");
  return info;
}

/** The schema inside `optional` and `lazy`. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy) {
    if (infos.has(schema)) return schema;
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** Whether a field is marked secret. */
export function isSecretField(schema: z.ZodType): boolean {
  return infos.get(unwrap(schema))?.secret === true;
}
