import { collisions, type Named } from "./admission/collisions";
import { ofOriginal } from "./convert/originals";
import { deriveResource, type Program, type ProgramOptions, program } from "./derivation";
import type { Derivation } from "./derived";
import { kindsTable } from "./kinds";
import type { Issue, MissingObject } from "./world/issues";
import { describeIssue } from "./world/issues";
import { type CustomResource, type Manifest, objectKey } from "./world/objects";

/** The objects that derivations can see, and the subjects among them. */
export interface Sources {
  readonly objects: readonly Manifest[];
  /** The custom resources to derive from; by default all. */
  readonly isSubject?: (resource: CustomResource) => boolean;
}

interface Deriving extends Pick<Sources, "isSubject"> {
  /** Is called with the key of each custom resource before it is derived. */
  readonly onProgress?: (object: string) => void;
}

/** A custom resource and its derivation. */
export interface Derived {
  readonly resource: CustomResource;
  readonly derivation: Derivation;
  readonly selfScrapes: readonly CustomResource[];
  /** Issues found during its derivation. */
  readonly issues: readonly Issue[];
}

/** The result of an assembly. */
export interface Assembly {
  readonly program: Program;
  /** The subjects that are valid, by their keys. */
  readonly derived: ReadonlyMap<string, Derived>;
  /** All errors and warnings, each once. */
  readonly issues: readonly Issue[];
}

/** A problem that reading an object from the cluster may solve. */
export type MissingIssue = Issue & { readonly missing: MissingObject };

/** The services that an assembly needs from its caller. */
export interface Ports {
  /** Reads an object that is missing; `owner` is the key of the custom resource that needs it. */
  readonly read?: (issue: MissingIssue, owner: string, assembly: Assembly) => Promise<Manifest>;
  /** The custom resource with values in its generated fields, once its derivation is known. */
  readonly generate?: (resource: Manifest, fields: readonly string[], derived: Derived) => Promise<Manifest>;
}

/** The derivations of the custom resources of a world. */
export function deriveAll(prepared: Program, { isSubject = () => true, onProgress }: Deriving = {}): Assembly {
  const derived = new Map<string, Derived>();
  for (const resource of prepared.resources.filter(isSubject)) {
    const key = objectKey(resource);
    onProgress?.(key);
    derived.set(key, { resource, ...deriveResource(prepared, resource), selfScrapes: prepared.selfScrapes.get(key) ?? [] });
  }
  addCollisions(derived, prepared);
  const issues = [...prepared.issues, ...[...derived.values()].flatMap((one) => one.issues)];
  return { program: prepared, derived, issues: withoutRepetitions(issues.map((issue) => ofOriginal(issue, prepared.originals))) };
}

/** Adds the errors of custom resources whose objects would take the place of others. */
function addCollisions(derived: Map<string, Derived>, { given, selfScrapes }: Program): void {
  const owned = [...derived].flatMap(([owner, one]) => objectsOf(one).map((object) => ({ owner, object })));
  const scrapesOfOthers = [...selfScrapes].flatMap(([owner, scrapes]) => (derived.has(owner) ? [] : scrapes));
  for (const issue of collisions(owned, [...given, ...scrapesOfOthers])) {
    const one = derived.get(issue.object);
    if (one) derived.set(issue.object, { ...one, issues: [...one.issues, issue] });
  }
}

/** Everything that bears the name of a derived object: what goes to a cluster, and the scrape objects of the workload itself. */
export const objectsOf = ({ derivation, selfScrapes }: Pick<Derived, "derivation" | "selfScrapes">): Named[] => [
  ...derivation.objects.flatMap(({ manifest, isPatch }) => (isPatch ? [] : [manifest])),
  ...selfScrapes,
];

/**
 * Derives the objects. Generates missing values and reads missing objects; an object that was read may need further ones. Ends when nothing new is
 * needed.
 */
export async function assemble(sources: Sources, options: ProgramOptions, { read, generate }: Ports): Promise<Assembly> {
  const asked = new Set<string>();
  const filled = new Map<string, Manifest>();
  let objects = sources.objects;
  for (;;) {
    const assembly = deriveAll(program(objects, options), sources);
    const missing = read ? missingIn(assembly).filter(([issue]) => isNew(asked, JSON.stringify(issue.missing))) : [];
    const unfilled = generate
      ? [...assembly.derived].filter(([key, derived]) => !filled.has(key) && generatedFields(derived).length > 0)
      : [];
    if (missing.length === 0 && unfilled.length === 0) return assembly;
    const given = new Map(objects.map((object) => [objectKey(object), object]));
    const [found] = await Promise.all([
      Promise.all(missing.map(([issue, owner]) => (read as NonNullable<Ports["read"]>)(issue, owner, assembly))),
      Promise.all(
        unfilled.map(async ([key, derived]) => {
          const manifest = given.get(key);
          if (manifest) filled.set(key, await (generate as NonNullable<Ports["generate"]>)(manifest, generatedFields(derived), derived));
        }),
      ),
    ]);
    objects = [...objects.map((object) => filled.get(objectKey(object)) ?? object), ...found];
  }
}

const generatedFields = ({ resource }: Derived): readonly string[] => kindsTable.of(resource.kind)?.generated?.(resource) ?? [];

/** The problems that reading may solve: one for each missing object, with the custom resources that need it. */
function missingIn({ program: { issues }, derived }: Assembly): [issue: MissingIssue, owner: string][] {
  const all = [
    ...issues.map((issue) => [issue, issue.object] as const),
    ...[...derived].flatMap(([key, one]) => one.issues.map((issue) => [issue, key] as const)),
  ];
  const found = new Map<string, [MissingIssue, string]>();
  for (const [issue, owner] of all) {
    const key = JSON.stringify(issue.missing);
    if (issue.missing && !found.has(key)) found.set(key, [issue as MissingIssue, owner]);
  }
  return [...found.values()];
}

function isNew(known: Set<string>, key: string): boolean {
  const before = known.size;
  return known.add(key).size > before;
}

/** Several workloads may report the same problem of an object that they select. */
export const withoutRepetitions = (issues: readonly Issue[]): Issue[] => [
  ...new Map(issues.map((issue) => [`${issue.severity} ${issue.object} ${describeIssue(issue)}`, issue])).values(),
];
