/** An object with fields. */
export type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

export const dataOf = (value: unknown): Data => (isData(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether a value says nothing: charts write empty texts, lists and maps where they mean "not set". */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return Array.isArray(value) ? value.length === 0 : isData(value) && Object.keys(value).length === 0;
}

/** Whether two values are the same data; a number equals its text, since flags are texts. */
export function isSame(left: unknown, right: unknown): boolean {
  if (isEmpty(left) && isEmpty(right)) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  if (isData(left) && isData(right)) return Object.keys({ ...left, ...right }).every((name) => isSame(left[name], right[name]));
  return isScalar(left) && isScalar(right) && String(left) === String(right);
}

const isScalar = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);

/** An object without its empty fields, or undefined if it has no others. */
export function filled(fields: Data): Data | undefined {
  const kept = Object.entries(fields).filter(([, value]) => !isEmpty(value));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Values over others, as Helm does it: maps field by field, everything else as a whole. */
export function layered(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isData(below) || !isData(above)) return above;
  return Object.fromEntries(Object.keys({ ...below, ...above }).map((name) => [name, layered(below[name], above[name])]));
}

/** Values over those of a chart: null takes a value away. */
export const overlaid = (below: unknown, above: unknown): unknown => withoutNulls(layered(below, above));

function withoutNulls(value: unknown): unknown {
  if (!isData(value)) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutNulls(field)]));
}

/** Two results as one: maps field by field, lists one after the other, items of the same name as one item; else the second wins. */
export function joined(first: unknown, second: unknown): unknown {
  if (second === undefined) return first;
  if (Array.isArray(first) && Array.isArray(second)) return second.reduce<unknown[]>(withItem, [...first]);
  if (!isData(first) || !isData(second)) return second;
  const names = Object.keys({ ...first, ...second });
  return Object.fromEntries(names.map((name) => [name, joined(first[name], second[name])]));
}

function withItem(items: unknown[], item: unknown): unknown[] {
  const named = isData(item) && item.name !== undefined ? items.findIndex((other) => isData(other) && other.name === item.name) : -1;
  return named < 0 ? [...items, item] : items.map((other, index) => (index === named ? joined(other, item) : other));
}

/** A value at a path of fields, as an object: `a.b` and 1 give `{ a: { b: 1 } }`. */
export const nested = (path: string, value: unknown): unknown =>
  path === ""
    ? value
    : path
        .split(".")
        .reverse()
        .reduce<unknown>((inner, name) => ({ [name]: inner }), value);

/** The value at a path of fields. */
export const valueAt = (data: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, name) => (isData(inner) ? inner[name] : undefined), data);
