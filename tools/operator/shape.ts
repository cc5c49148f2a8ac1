import { quantityPattern } from "../../provider/schema/kubernetes-types";

/** A type, in the form in which the operator's definitions and our schemas are compared. */
export interface Shape {
  readonly type: ShapeType;
  /** Name of an object's type among our schemas. */
  readonly name?: string;
  /** In our words: it holds the default. */
  readonly description?: string;
  readonly fields?: ReadonlyMap<string, FieldShape>;
  /** The object may have other fields too. */
  readonly isOpen?: boolean;
  /** The items of a list, the values of a map. */
  readonly inner?: Shape;
  /** The only values that are accepted. */
  readonly words?: readonly string[];
  readonly bounds: Bounds;
  readonly default?: unknown;
  readonly isDeprecated?: boolean;
}

export type ShapeType =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "integerOrString"
  | "stringOrList"
  | "any"
  | "list"
  | "map"
  | "object";

export interface FieldShape {
  readonly shape: Shape;
  readonly isRequired: boolean;
}

const boundNames = ["pattern", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const;

/** Limits of values, by the names that JSON schemas have for them. */
export type Bounds = Readonly<Partial<Record<(typeof boundNames)[number], string>>>;

/** The limits among the properties of a schema. A pattern that lists words stands for the words. */
export function boundsOf(schema: object): Bounds {
  const properties = schema as Readonly<Record<string, unknown>>;
  const given = boundNames.filter((name) => properties[name] !== undefined && wordsOfPattern(properties.pattern, name) === undefined);
  return Object.fromEntries(given.map((name) => [name, textOf(properties[name])]));
}

/** The words of a pattern such as `^(none|gzip)$`. */
export function wordsOfPattern(pattern: unknown, name = "pattern"): string[] | undefined {
  if (name !== "pattern" || typeof pattern !== "string") return undefined;
  return /^\^\(([\w-]+(?:\|[\w-]+)+)\)\$$/.exec(pattern)?.[1]?.split("|");
}

/** The pattern that Kubernetes' own definitions have for amounts of resources. */
const kubernetesAmount =
  "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

/** JavaScript escapes slashes in the source of a regular expression, others do not; amounts are written in two ways. */
function textOf(bound: unknown): string {
  const text = bound instanceof RegExp ? bound.source.replaceAll("\\/", "/") : String(bound);
  return [kubernetesAmount, quantityPattern.source].includes(text) ? "of amounts" : text;
}

/** A type in a few words: `string`, `list of RelabelConfig`, `object with name: string, port: integer`. */
export function typeText({ type, name, inner, words, fields }: Shape): string {
  if (words) return words.map((word) => JSON.stringify(word)).join(" | ");
  if (inner) return `${type} of ${typeText(inner)}`;
  if (name || !fields) return name ?? type;
  return `object with ${[...fields].map(([field, { shape }]) => `${field}: ${shape.fields ? "object" : typeText(shape)}`).join(", ")}`;
}
