/** A value in an object. */
export interface Place {
  /** `spec.ports[0].name` */
  readonly path: string;
  readonly value: unknown;
}

/**
 * The values at a place: fields with dots between them, after which `[*]` stands for every item of a list or map and `{*}` for every key of a
 * map. None where there is no such field.
 */
export function placesAt(object: unknown, place: string): readonly Place[] {
  const steps = place.match(/[^.[\]{}]+|\[\*\]|\{\*\}/g) ?? [];
  return steps.reduce<readonly Place[]>((places, step) => places.flatMap((found) => next(found, step)), [{ path: "", value: object }]);
}

function next({ path, value }: Place, step: string): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  if (step === "{*}") return entries.map(([key]) => ({ path: join(path, key), value: key }));
  if (step === "[*]")
    return entries.map(([key, item]) => ({ path: Array.isArray(value) ? `${path}[${key}]` : join(path, key), value: item }));
  return entries.filter(([key]) => key === step).map(([key, field]) => ({ path: join(path, key), value: field }));
}

const join = (path: string, field: string): string => (path ? `${path}.${field}` : field);
