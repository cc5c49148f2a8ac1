import type { Definition } from "./definitions";
import { type Shape, type ShapeType, typeText } from "./shape";

/** How something differs from our schemas: it is new there, gone there, or different. */
type Change = "+" | "-" | "~";

/** One difference at one place. */
export interface Difference {
  readonly change: Change;
  readonly kind: string;
  /** Where it is, `spec.endpoints[].port`. */
  readonly path: string;
  /** The same with our type instead of the way to it, `Endpoint.port`: one for all places of the type. */
  readonly field: string;
  readonly text: string;
}

/** A place that both sides have. */
interface Place {
  readonly kind: string;
  readonly path: string;
  readonly field: string;
}

/** Everything in which the operator's definitions differ from ours, and the kinds that only one side has. */
export function differencesOf(theirs: readonly Definition[], ours: readonly Definition[], ignored: ReadonlySet<string>): Difference[] {
  const [ourKinds, theirKinds] = [ours, theirs].map((all) => new Map(all.map((definition) => [definition.kind, definition])));
  const whole = (change: Change, { kind, version }: Definition): Difference => ({ change, kind, path: "", field: kind, text: version });
  const gone = ours.filter(({ kind }) => !theirKinds?.has(kind)).map((our) => whole("-", our));
  const found = theirs.flatMap((their) => {
    const our = ourKinds?.get(their.kind);
    if (!our) return ignored.has(their.kind) ? [] : [whole("+", their)];
    const place = { kind: their.kind, path: "spec", field: "" };
    const version = their.version === our.version ? [] : [changed(place, `apiVersion ${their.version}, here ${our.version}`)];
    return [...version, ...compare(their.spec, our.spec, place)];
  });
  return [...found, ...gone];
}

const changed = (place: Place, text: string): Difference => ({ change: "~", ...place, text });

function compare(their: Shape, our: Shape, place: Place): Difference[] {
  const aspects = [typeDifference, wordDifference, defaultDifference, deprecation].map((aspect) => aspect(their, our));
  const own = [...aspects, ...boundDifferences(their, our)].filter((text) => text !== undefined);
  return [...own.map((text) => changed(place, text)), ...fieldDifferences(their, our, place), ...innerDifferences(their, our, place)];
}

/** Types that take everything that another takes. */
const wider: Readonly<Partial<Record<ShapeType, readonly ShapeType[]>>> = {
  integer: ["number", "integerOrString"],
  string: ["integerOrString", "stringOrList"],
  list: ["stringOrList"],
};

/** Where either side leaves the type open, nothing is to be said. */
function typeDifference(their: Shape, our: Shape): string | undefined {
  const isTaken = their.type === our.type || [their.type, our.type].includes("any") || wider[their.type]?.includes(our.type);
  return isTaken ? undefined : `${typeText({ ...their, words: undefined })}, here ${typeText({ ...our, words: undefined })}`;
}

/** Our own lists of words may be stricter: many programs refuse words that the operator's definitions let through. */
function wordDifference(their: Shape, our: Shape): string | undefined {
  if (!their.words) return undefined;
  if (!our.words) return `only ${typeText(their)}, here any ${our.type}`;
  const lacking = (words: readonly string[], others: readonly string[]): string =>
    words.filter((word) => !others.includes(word)).join(", ");
  const parts = [
    { said: "new words", words: lacking(their.words, our.words) },
    { said: "words that are here alone", words: lacking(our.words, their.words) },
  ];
  const different = parts.filter(({ words }) => words !== "").map(({ said, words }) => `${said}: ${words}`);
  return different.length > 0 ? different.join("; ") : undefined;
}

/** Ours stand in descriptions. Those of Kubernetes' own types are filled in by the cluster. */
function defaultDifference(their: Shape, our: Shape): string | undefined {
  const { default: value } = their;
  const isSaid = [`Default ${value}`, `Default \`${value}\``].some((said) => our.description?.includes(said));
  return value === undefined || value === "" || our.description === "" || isSaid ? undefined : `default ${JSON.stringify(value)}`;
}

const deprecation = (their: Shape, our: Shape): string | undefined =>
  their.isDeprecated && !our.isDeprecated && our.description !== "" ? "is deprecated" : undefined;

function boundDifferences(their: Shape, our: Shape): string[] {
  if (their.type === "any") return [];
  return Object.entries(their.bounds)
    .filter(([name, bound]) => our.bounds[name as keyof typeof our.bounds] !== bound)
    .map(([name, bound]) => `${name} ${bound}, here ${our.bounds[name as keyof typeof our.bounds] ?? "none"}`);
}

function fieldDifferences(their: Shape, our: Shape, place: Place): Difference[] {
  const [theirFields, ourFields] = [their.fields, our.fields];
  if (!theirFields || !ourFields) return [];
  const placeOf = (name: string): Place => ({ ...place, path: `${place.path}.${name}`, field: `${our.name}.${name}` });
  const shared = [...theirFields].flatMap(([name, { shape, isRequired }]): Difference[] => {
    const own = ourFields.get(name);
    const at = placeOf(name);
    if (!own) return [{ change: "+", ...at, text: typeText(shape) }];
    const necessity = isRequired ? "is required" : "is required here alone";
    return [...(isRequired === own.isRequired ? [] : [changed(at, necessity)]), ...compare(shape, own.shape, at)];
  });
  const gone = their.isOpen ? [] : [...ourFields].filter(([name]) => !theirFields.has(name));
  return [...shared, ...gone.map(([name, { shape }]): Difference => ({ change: "-", ...placeOf(name), text: typeText(shape) }))];
}

function innerDifferences(their: Shape, our: Shape, { kind, path, field }: Place): Difference[] {
  if (!their.inner || !our.inner) return [];
  return compare(their.inner, our.inner, { kind, path: `${path}[]`, field: `${field}[]` });
}
