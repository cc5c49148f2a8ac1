/** A value in an object. */
export interface Place {
  /** `spec.ports[0].name` */
  readonly path: string;
  readonly value: unknown;
}

/**
 * The values at a place: fields with dots between them, after which `[*]` stands for every item of a list or map and `{*}` for every key of a map.
 * Empty if the field does not exist.
 */
export function placesAt(object: unknown, place: string): readonly Place[] {
  return stepsOf(place).reduce<readonly Place[]>(
    (places, step) => places.flatMap((found) => next(found, step)),
    [{ path: "", value: object }],
  );
}

/** Parsed once: places are few, and looked up in every object. */
const known = new Map<string, readonly string[]>();

function stepsOf(place: string): readonly string[] {
  const steps = known.get(place) ?? place.match(/[^.[\]{}]+|\[\*\]|\{\*\}/g) ?? [];
  known.set(place, steps);
  return steps;
}

function next({ path, value }: Place, step: string): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  if (step !== "{*}" && step !== "[*]") return fieldAt({ path, value }, step);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  if (step === "{*}") return entries.map(([key]) => ({ path: join(path, key), value: key }));
  return entries.map(([key, item]) => ({ path: Array.isArray(value) ? `${path}[${key}]` : join(path, key), value: item }));
}

function fieldAt({ path, value }: Place, name: string): readonly Place[] {
  const field = Object.hasOwn(value as object, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  return field === undefined ? [] : [{ path: join(path, name), value: field }];
}

const join = (path: string, field: string): string => (path ? `${path}.${field}` : field);
