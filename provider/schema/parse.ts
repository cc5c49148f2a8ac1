import { z } from "zod";
import { alternatives } from "../text/alternatives";
import { nearest } from "../text/nearest";
import { unfinishedValue } from "../text/unfinished";
import { hasPlaceholder, isPlaceholder, type Values } from "../values/values";
import { joinPath, pathOf } from "../world/issues";
import { infoOf, unwrap } from "./fields";
import { nameHere } from "./other-names";

/** The result of a validation: the value, or its problems, or the unknown values that its structure waits for. */
export type Parsed<Value> =
  | { readonly value: Value }
  | { readonly problems: readonly Problem[] }
  | { readonly deferred: readonly string[] };

export interface Problem {
  readonly path: string;
  readonly message: string;
}

/**
 * Validates a value against a schema. Placeholders are accepted as leaves; those of known secrets are checked by their real values, which never
 * appear in a message. Nulls count as absent, as they do for Kubernetes.
 */
export function parse<Value>(schema: z.ZodType<Value>, input: unknown, values: Values, path = ""): Parsed<Value> {
  return parseOpened(schema, withoutNulls(input), values, path);
}

function parseOpened<Value>(schema: z.ZodType<Value>, input: unknown, values: Values, path: string): Parsed<Value> {
  const result = schema.safeParse(input, { reportInput: true });
  const deferred: string[] = [];
  const problems: Problem[] = [];
  const opened: (readonly PropertyKey[])[] = [];
  for (const issue of result.error?.issues ?? []) {
    const value = at(input, issue.path);
    const origin = isPlaceholder(value) ? values.origin(value) : undefined;
    const where = path + relative(path, pathOf(issue.path));
    if (origin?.opened && origin.known) opened.push(issue.path);
    else if (origin && !origin.known) deferred.push(where);
    else if (origin) problems.push({ path: where, message: "determines the derived objects and cannot be a secret" });
    else problems.push(...problemsOf(issue, schema, where, value));
  }
  if (opened.length > 0)
    return parseOpened(
      schema,
      opened.reduce((tree, keys) => reveal(tree, keys, values), input),
      values,
      path,
    );
  if (result.success) problems.push(...secretProblems(schema, input, values, path));
  if (problems.length > 0) return { problems };
  return result.success ? { value: result.data } : { deferred };
}

/** Checks the real values behind the placeholders of known secrets. */
function secretProblems(schema: z.ZodType, input: unknown, values: Values, path: string): Problem[] {
  if (!holds(input, hasPlaceholder)) return [];
  const revealed = mapText(input, (text) => (hasPlaceholder(text) ? (values.check(text, (value) => value) ?? text) : text));
  return (schema.safeParse(revealed).error?.issues ?? []).map((issue) => ({
    path: path + relative(path, pathOf(issue.path)),
    message: `${issue.message}; the given secret value is different`,
  }));
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, path: string, value: unknown): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const found = schemaAt(schema, issue.path);
    const fields = fieldsAt(schema, issue.path);
    const list = fieldList(schema, issue.path);
    const among = list ? `: expected ${list}` : "";
    return issue.keys.map((key) => ({
      path: joinPath(path, key),
      message: `is not a field here${suggestion(key, fields) ?? below(key, found) ?? among}`,
    }));
  }
  if (value === undefined) return [{ path, message: `is required: ${expectationOf(issue, schema)}` }];
  return [{ path, message: `${expectationOf(issue, schema)}, got ${shown(issue, value)}${remedy(issue, schema, value)}` }];
}

/** Maximum number of fields that a message lists. */
const listed = 6;

/** The fields of the object that a path leads to, as a message lists them; undefined if they are too many. */
function fieldList(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const fields = fieldsAt(schema, path);
  return fields.length > 0 && fields.length <= listed ? alternatives(fields) : undefined;
}

const containers: Readonly<Record<string, string>> = { object: "an object", record: "a map", array: "a list" };

function expectationOf(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.code !== "invalid_type") return issue.message;
  const fields = issue.expected === "object" ? ` with ${fieldList(schema, issue.path) ?? "fields"}` : "";
  return `expected ${containers[issue.expected] ?? issue.expected}${fields}`;
}

/** A text instead of an object may be a credential itself, where the Secret with it is expected. */
const shown = (issue: z.core.$ZodIssue, value: unknown): string =>
  issue.code === "invalid_type" && issue.expected === "object" && typeof value === "string" ? "text" : show(value);

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** A text may have to become another one first. A number or boolean may be meant as text, and text such as "5" as a number. */
function remedy(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): string {
  const meant = unfinishedValue(value);
  if (meant) return `, which is ${meant.remedy}`;
  if (issue.code === "invalid_type" && issue.expected === "object" && typeof value === "string") return meaningAt(schema, issue.path);
  if (issue.code === "invalid_type" && issue.expected === "array") return ": make it an item of a list";
  const takes = (meant: unknown): boolean => schemaAt(schema, issue.path).safeParse(meant).success;
  if (typeof value === "number" || typeof value === "boolean")
    return issue.message === "expected text" || takes(String(value)) ? ": put it in quotes" : "";
  const isScalar = typeof value === "string" && /^(true|false|-?(0|[1-9][0-9]*))$/.test(value);
  return isScalar && takes(JSON.parse(value)) ? ": leave the quotes out" : "";
}

/** The first sentence about the field that a path leads to. */
function meaningAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const [sentence = ""] = infoOf(schemaAt(schema, path)).description.split(/\.(?:\s|$)/);
  return sentence && `; the field means: ${sentence}`;
}

/** The names of the fields of the object that a path leads to. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

/** The schema that a path leads to, or the last schema on the way that checks everything below it. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType {
  let current = open(schema);
  for (const key of path) {
    if (current instanceof z.ZodObject) current = open(current.shape[String(key)] as z.ZodType);
    else if (current instanceof z.ZodArray) current = open(current.element as z.ZodType);
    else if (current instanceof z.ZodRecord) current = open(current.valueType as z.ZodType);
  }
  return current;
}

function open(schema: z.ZodType): z.ZodType {
  const inner = unwrap(schema);
  return inner instanceof z.ZodLazy ? open(inner.unwrap() as z.ZodType) : inner;
}

function suggestion(key: string, fields: readonly string[]): string | undefined {
  const here = nameHere(key, fields);
  if (here) return `; here it is called ${here}`;
  const similar = nearest(key, fields);
  return similar ? `; did you mean ${similar}?` : undefined;
}

/** The place of a field in an object or list one level below, if it is in one of them alone. */
function below(key: string, schema: z.ZodType): string | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  const places = Object.entries(schema.shape).flatMap(([name, field]) => {
    const inner = open(field as z.ZodType);
    const item = inner instanceof z.ZodArray ? open(inner.element as z.ZodType) : inner;
    const has = item instanceof z.ZodObject && key in item.shape;
    return has ? [`${name}${inner instanceof z.ZodArray ? "[]" : ""}.${key}`] : [];
  });
  return places.length === 1 ? `; it is ${places[0]}` : undefined;
}

const relative = (path: string, rest: string): string => (path === "" || rest === "" || rest.startsWith("[") ? rest : `.${rest}`);

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input);
}

function reveal(tree: unknown, path: readonly PropertyKey[], values: Values): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return values.check(tree as string, (value) => value);
  if (Array.isArray(tree)) return tree.map((item, index) => (index === key ? reveal(item, rest, values) : item));
  const map = tree as Record<string, unknown>;
  return { ...map, [key as string]: reveal(map[key as string], rest, values) };
}

/** Data with every text replaced. */
export function mapText(tree: unknown, replace: (text: string) => unknown): unknown {
  if (typeof tree === "string") return replace(tree);
  if (Array.isArray(tree)) return tree.map((item) => mapText(item, replace));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, mapText(value, replace)]));
}

/** Whether some value of data, the data itself among them, passes a test. */
function holds(tree: unknown, test: (value: unknown) => boolean): boolean {
  if (test(tree)) return true;
  if (typeof tree !== "object" || tree === null) return false;
  for (const key in tree) if (holds((tree as Readonly<Record<string, unknown>>)[key], test)) return true;
  return false;
}

/** Plain data without the nulls in it. Data that has none stays itself, since a copy of thousands of objects takes its time. */
const withoutNulls = (tree: unknown): unknown => (holds(tree, needsCopy) ? copiedWithoutNulls(tree) : tree);

/** Whether a value is absent, or an instance of a class instead of plain data. */
function needsCopy(value: unknown): boolean {
  if (typeof value !== "object") return value === undefined;
  if (value === null) return true;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype !== Object.prototype && prototype !== Array.prototype;
}

function copiedWithoutNulls(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(copiedWithoutNulls);
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      // A template of Helm without quotes is a map with a null, by which messages know it.
      .filter(([key, value]) => (value !== null && value !== undefined) || key.startsWith("{"))
      .map(([key, value]) => [key, copiedWithoutNulls(value)]),
  );
}
