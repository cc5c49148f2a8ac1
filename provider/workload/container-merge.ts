import { hasPlaceholder, type Values } from "../values/values";
import { withCanonicalQuantities } from "./canonical-quantities";
import type { Container } from "./plain";

type Fields = Readonly<Record<string, unknown>>;

/** Lists of a container whose items are known by one of their fields; all other lists are replaced as a whole. */
const mergeKeys: Readonly<Record<string, string>> = {
  env: "name",
  ports: "containerPort",
  volumeMounts: "mountPath",
  volumeDevices: "devicePath",
};

/** Fields in which false and zero are values; elsewhere they count as absent. */
const keepsZero = new Set([
  "privileged",
  "readOnlyRootFilesystem",
  "allowPrivilegeEscalation",
  "runAsNonRoot",
  "runAsUser",
  "runAsGroup",
  "hostProcess",
  "optional",
  "terminationGracePeriodSeconds",
]);

/** Derived containers with the user's merged into those of the same name, and the user's other containers after them. */
export function mergedContainers(derived: readonly Container[], given: readonly Container[] = [], values: Values): Container[] {
  const patches = given.map((container) => withoutZeros(withCanonicalQuantities("core/v1:Container", container)) as Container);
  const names = new Set(derived.map(({ name }) => name));
  const merged = derived.map((container) =>
    patches.filter(({ name }) => name === container.name).reduce((all, patch) => mergedMaps(all, patch, values), container),
  );
  return [...merged, ...patches.filter(({ name }) => !names.has(name))];
}

/** A strategic merge: maps field by field, lists by the merge key of their field or as a whole. */
function mergedMaps<Data extends object>(base: Data, patch: object, values: Values): Data {
  const before = base as Fields;
  const changed = Object.entries(patch).map(([field, value]) => [field, mergedField(field, before[field], value, values)]);
  return { ...base, ...Object.fromEntries(changed) };
}

function mergedField(field: string, base: unknown, patch: unknown, values: Values): unknown {
  if (isMap(base) && isMap(patch)) return mergedMaps(base, patch, values);
  const key = mergeKeys[field];
  return key && Array.isArray(base) && Array.isArray(patch) ? mergedLists(base, patch, key, values) : patch;
}

/**
 * Items of the same key are merged. Items of the patch and other items keep their own orders; otherwise the patch's items come first: `B, C` on
 * `A, B` gives `A, B, C`, and `X` on `A` gives `X, A`.
 */
function mergedLists(base: readonly Fields[], patch: readonly Fields[], key: string, values: Values): Fields[] {
  const isSame = (left: Fields, right: Fields): boolean => isEqual(left[key], right[key], values);
  const placeIn = (list: readonly Fields[], item: Fields): number => list.findIndex((other) => isSame(other, item));
  const kept = base.filter((item) => placeIn(patch, item) < 0);
  const result: Fields[] = [];
  for (const item of patch) {
    const place = placeIn(base, item);
    while (place >= 0 && kept[0] && base.indexOf(kept[0]) < place) result.push(kept.shift() as Fields);
    const others = base.filter((other) => isSame(other, item));
    const [first = {}, ...rest] = others;
    result.push(mergedMaps(first, item, values), ...rest);
  }
  return [...result, ...kept];
}

function isEqual(left: unknown, right: unknown, values: Values): boolean {
  return left === right || ((hasPlaceholder(left) || hasPlaceholder(right)) && values.isEqual(String(left), String(right)));
}

const isMap = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** The container without empty fields. */
function withoutZeros(fields: object): Fields {
  const entries = Object.entries(fields).map(([field, value]): [string, unknown] => [
    field,
    isMap(value) ? withoutZeros(value) : cleaned(value),
  ]);
  return Object.fromEntries(entries.filter(([field, value]) => keepsZero.has(field) || !isZero(value)));
}

const cleaned = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((item) => (isMap(item) ? withoutZeros(item) : item)) : value;

const isZero = (value: unknown): boolean =>
  value === 0 ||
  value === false ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && Object.keys(value).length === 0);
