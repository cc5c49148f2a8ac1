import { hasPlaceholder, isPlaceholder, type Values } from "../values/values";
import { joinPath, keysOf, pathOf, type Report } from "../world/issues";

/** The place of a value in the converted object, with its report. */
interface Place {
  readonly path: string;
  /** Where the result will stand. */
  readonly target: string;
  /** Remembers for places of the result where they come from. */
  readonly origins: Map<string, string>;
  readonly report: Report;
  readonly values: Values;
}

/** The conversion of a value; undefined leaves it out. */
export type Conversion = (value: unknown, place: Place) => unknown;

/** The target and conversion of a field. */
export interface Target {
  /** Path in the result, `vmProberSpec.url`; empty if the value's own fields join the result. */
  readonly to: string;
  readonly by: Conversion;
  /** The field of the result that the value is all there is of: `vmProberSpec`, where `to` is empty. */
  readonly whole: string;
}

/** The fields of an object that have a counterpart. If several have the same target, the last given one wins. */
export type Fields = Readonly<Record<string, Target>>;

type Data = Readonly<Record<string, unknown>>;

const copy: Conversion = (value) => value;

export const field = (to: string, by: Conversion = copy, whole = to): Target => ({ to, by, whole });

/** Fields of the same name in the result. */
export const same = (...names: readonly string[]): Fields => convertedTo(copy, ...names);

/** Fields of the same name whose values are converted. */
export const convertedTo = (by: Conversion, ...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, field(name, by)]));

/** Fields whose names have underscores in the result: `groupBy` becomes `group_by`, `apiURL` becomes `api_url`. */
export const underscored = (...names: readonly string[]): Fields => withUnderscores(copy, ...names);

/** The same for fields whose values are converted. */
export const withUnderscores = (by: Conversion, ...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, field(name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase(), by)]));

/** An object, field by field. Fields without a counterpart are left out with a warning. */
export const fields =
  (table: Fields): Conversion =>
  (value, place) => {
    if (isPlaceholder(value)) return value;
    if (!isData(value)) return void place.report.error(place.path, "expected an object with fields");
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(table, name) || isAbsent(value[name])) continue;
      place.report.warning(joinPath(place.path, name), "has no counterpart in the custom resources of VictoriaMetrics: it is left out");
    }
    return Object.entries(table).reduce<Data>((result, [name, { to, by, whole }]) => {
      const path = joinPath(place.path, name);
      const below = (fieldPath: string): string =>
        fieldPath.split(".").reduce((before, key) => (key === "" ? before : joinPath(before, key)), place.target);
      const target = below(to);
      // Of several fields with the same target the given one counts, else the first.
      if (whole !== "" && (!isAbsent(value[name]) || !place.origins.has(below(whole)))) remember(place, below(whole), path);
      if (isAbsent(value[name])) return result;
      const converted = by(value[name], { ...place, path, target });
      return converted === undefined ? result : merged(result, to === "" ? [] : to.split("."), converted);
    }, {});
  };

/** Remembers the origin of a field of the result, and of the objects around it that no other field has made. */
function remember({ target: start, origins }: Place, target: string, path: string): void {
  origins.set(target, path);
  const around = keysOf(target).slice(0, -1);
  for (let length = around.length; length > keysOf(start).length; length--) {
    const outer = pathOf(around.slice(0, length));
    if (!origins.has(outer)) origins.set(outer, path);
  }
}

/** The same with required fields. */
export const fieldsWith =
  (needed: readonly string[], table: Fields): Conversion =>
  (value, place) => {
    const missing = isData(value) ? needed.filter((name) => isAbsent(value[name])) : [];
    for (const name of missing) place.report.error(joinPath(place.path, name), "is required");
    return fields(table)(value, place);
  };

/** An object with further fields, unless the conversion already gives them. */
export const withDefaults =
  (defaults: Data, by: Conversion): Conversion =>
  (value, place) => {
    const converted = by(value, place);
    return isData(converted) ? { ...defaults, ...converted } : converted;
  };

/** A list, item by item. */
export const listOf =
  (by: Conversion): Conversion =>
  (value, place) => {
    if (isPlaceholder(value)) return value;
    if (!Array.isArray(value)) return void place.report.error(place.path, "expected a list");
    const result: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const [path, target] = [joinPath(place.path, index), joinPath(place.target, result.length)];
      place.origins.set(target, path);
      const converted = by(item, { ...place, path, target });
      if (converted !== undefined) result.push(converted);
    }
    return result;
  };

/** Leaves out one value that counts as absent. */
const unless =
  (nothing: unknown): Conversion =>
  (value) =>
    value === nothing ? undefined : value;

/** A number; 0 counts as absent. */
export const count = unless(0);

/** A switch; false counts as absent. */
export const flag = unless(false);

/** A text; empty text counts as absent. */
export const filledText = unless("");

/** Lower case. */
export const lowerCase: Conversion = (value, { values }) => (typeof value === "string" ? values.apply("lowerCase", value) : value);

/** A list of names and values as a map; the last of the same name wins. `nothing` is the value of an entry without one. */
const mapOf =
  (name: string, value: string, nothing: unknown): Conversion =>
  (list, place) => {
    const pairs = listOf(fields(same(name, value)))(list, place);
    if (!Array.isArray(pairs)) return pairs;
    return Object.fromEntries((pairs as Data[]).map((pair) => [pair[name] ?? "", pair[value] ?? nothing]));
  };

/** A list of keys and values as a map. */
export const entries = mapOf("key", "value", "");

/** A list of parameters of requests, each with its values, as a map. */
export const parameters = mapOf("name", "values", []);

/** Whether a value is an object with fields. */
export const isData = (value: unknown): value is Data => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is readable text. */
export const isReadable = (value: unknown): value is string => typeof value === "string" && !hasPlaceholder(value);

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** An object with a value put in at a path; two objects at the same place become one. */
function merged(result: Data, [key, ...rest]: readonly string[], value: unknown): Data {
  if (key === undefined)
    return isData(value) ? Object.entries(value).reduce<Data>((all, [name, item]) => merged(all, [name], item), result) : result;
  const before = result[key];
  const inner = isData(before) ? before : {};
  if (rest.length > 0) return { ...result, [key]: merged(inner, rest, value) };
  return { ...result, [key]: isData(before) && isData(value) ? merged(before, [], value) : value };
}
