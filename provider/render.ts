import { type Assembly, type Derived, deriveAll, withoutRepetitions } from "./assemble";
import { ofOriginal } from "./convert/originals";
import { defaultsWith } from "./defaults";
import { isPaused, type Program, parseDefaults, program } from "./derivation";
import type { DerivedObject } from "./derived";
import type { DefaultsInput } from "./generated/settings";
import { loadParsers } from "./upstream/module";
import { Values } from "./values/values";
import { describeIssue, type Issue, type MissingObject, shownObject } from "./world/issues";
import { objectArguments } from "./world/object-arguments";
import { type Manifest, objectKey } from "./world/objects";
import { isDerivedResource, readManifests } from "./world/read";
import { repeated, repetitionsOf } from "./world/repetitions";

export type { DefaultsInput, Issue, Manifest };

export interface RenderOptions {
  /** Namespace of objects that name none. Default `default`. */
  readonly namespace?: string;
  /**
   * The treatment of invalid objects: `fail` (the default) throws `InvalidObjectsError` with all errors, `skip` leaves them out as the operator does.
   */
  readonly onInvalid?: "fail" | "skip";
  /** Settings for all components: images, versions, resources, and the settings that the operator reads from its environment. */
  readonly defaults?: DefaultsInput;
  /**
   * Further arguments of components, beside `metadata` and `spec`, by `Kind/namespace/name`:
   * `{ "VMAgent/monitoring/main": { leastPrivilege: true } }`. An unknown name is an error.
   */
  readonly arguments?: Readonly<Record<string, unknown>>;
  /** The custom resources, by their keys, that were rendered before: a paused one of them still has its scrape objects. Default: none. */
  readonly rendered?: readonly string[];
  /** Is called with the key of each custom resource before it is derived, for a display of progress. */
  readonly onProgress?: (object: string) => void;
}

/** The result of rendering a set of manifests. */
export interface Rendered {
  /** Kubernetes objects as plain manifests; values of Secrets in base64. */
  readonly objects: readonly Manifest[];
  /** The custom resource that each of `objects` comes from: `VMAgent/<namespace>/<name>`. */
  readonly owners: ReadonlyMap<Manifest, string>;
  /** The custom resources that are paused: whatever there is of them stays as it is, so that `objects` has nothing or little of them. */
  readonly paused: readonly string[];
  /** Custom resources that the derivation itself adds (the scrape objects of the components); they never go to a cluster. */
  readonly customResources: readonly Manifest[];
  /** Custom resources that objects of the prometheus-operator were converted to. */
  readonly converted: readonly Manifest[];
  /** Errors and warnings. */
  readonly issues: readonly Issue[];
  /** The generated configuration for readers, by object and file, with secrets masked. */
  readonly configs: readonly RenderedConfig[];
}

export interface RenderedConfig {
  /** The custom resource that it belongs to: `VMAgent/<namespace>/<name>`. */
  readonly object: string;
  readonly role: string;
  readonly files: Readonly<Record<string, string>>;
}

/** All errors of a set of objects. */
export class InvalidObjectsError extends Error {
  override readonly name = "InvalidObjectsError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(
      `${issues.length === 1 ? "1 problem" : `${issues.length} problems`}\n${issues.map((issue) => `  ${shownObject(issue)} ${describeIssue(issue)}`).join("\n")}`,
    );
    this.issues = issues;
  }
}

/** The text in place of a generated password that is not stored; an error reports it. */
const unstoredPassword = "[generated]";

/**
 * Derives Kubernetes objects from the custom resources among `objects`, with all objects as one closed world. The result depends on the objects and
 * options alone, not on their order or the time.
 *
 * @throws InvalidObjectsError when objects are invalid and `onInvalid` is not `skip`, or when `defaults` are invalid.
 */
export async function render(objects: readonly unknown[], options: RenderOptions = {}): Promise<Rendered> {
  return renderProgram(prepare(objects, options), options);
}

/** A validated set of manifests, before anything is derived from it. @internal */
export interface Prepared {
  readonly program: Program;
  readonly values: Values;
  /** Errors for inputs that are not manifests, for repeated objects, and for arguments of missing objects. */
  readonly unreadable: readonly Issue[];
}

/** Options of `prepare`. @internal */
export interface Preparing extends Pick<RenderOptions, "defaults" | "arguments" | "rendered" | "namespace"> {
  /** Secrets and ConfigMaps that are taken to be there, with unknown values under every key. */
  readonly assumed?: readonly MissingObject[];
}

/**
 * Puts manifests into one closed world.
 *
 * @internal
 * @throws InvalidObjectsError when `defaults` are invalid.
 */
export function prepare(objects: readonly unknown[], options: Preparing = {}): Prepared {
  const values = new Values();
  const { manifests: read, issues: unreadable } = readManifests(objects);
  const given = read.filter((manifest) => !isDerivedResource(manifest)).map((manifest) => inNamespace(manifest, options.namespace));
  const again = new Set(repetitionsOf(given, (manifest) => manifest).map((repetition) => repetition.again));
  const manifests = given.filter((manifest) => !again.has(manifest));
  const ofObjects = objectArguments(options.arguments, manifests);
  const settings = parseDefaults(options.defaults, values);
  if (!("value" in settings)) throw new InvalidObjectsError(problemsOf(settings));
  const known = new Set(options.rendered);
  const world = { isWhole: true, isNew: (key: string) => !known.has(key), unstoredPassword };
  const assumed = (options.assumed ?? []).map((object) => unknownObject(object, values));
  const prepared = program([...manifests, ...assumed], {
    values,
    defaults: defaultsWith(settings.value),
    parsers: loadParsers,
    arguments: ofObjects.arguments,
    ...world,
  });
  return {
    program: prepared,
    values,
    unreadable: [...unreadable, ...[...again].map((manifest) => repeated(manifest)), ...ofObjects.issues],
  };
}

/** An object in a namespace, if it names none. Of objects that belong to no namespace only Namespaces are ever looked at. */
export function inNamespace(manifest: Manifest, namespace: string | undefined): Manifest {
  if (namespace === undefined || manifest.metadata.namespace || manifest.kind === "Namespace") return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, namespace } };
}

/** An object of which nothing but its name is known. */
function unknownObject({ kind, namespace, name }: MissingObject, values: Values): Manifest {
  const data = values.add({ path: `data of ${kind} ${namespace}/${name}`, secret: kind === "Secret" });
  return { apiVersion: "v1", kind, metadata: { name, namespace }, data };
}

/** See `render`. */
function renderProgram(prepared: Prepared, options: RenderOptions): Rendered {
  const { program, values } = prepared;
  const assembly = deriveAll(program, options);
  const issues = issuesOf(prepared, assembly);
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0 && options.onInvalid !== "skip") throw new InvalidObjectsError(errors);
  const fit = [...assembly.derived].filter(([key, one]) => isConsidered(one) && !one.issues.some((issue) => isErrorOf(issue, key)));
  const running = fit.filter(([, { resource }]) => !isPaused(resource));
  const selfScrapes = running.flatMap(([, one]) => one.selfScrapes);
  const owners = new Map(
    fit.flatMap(([key, one]) => appliedObjects(one).map(({ manifest }): [Manifest, string] => [reveal(manifest, values), key])),
  );
  return {
    objects: [...owners.keys()],
    owners,
    paused: program.resources.filter(isPaused).map(objectKey),
    customResources: selfScrapes.map((scrape) => reveal<Manifest>({ ...scrape }, values)),
    converted: program.converted.map((resource) => reveal<Manifest>({ ...resource }, values)),
    issues,
    configs: running.flatMap(([object, { derivation }]) =>
      derivation.configs.map(({ role, files }) => ({ object, role, files: masked(files, values) })),
    ),
  };
}

const isErrorOf = ({ severity, object }: Issue, key: string): boolean => severity === "error" && object === key;

/** The objects that go to a cluster: while a resource is paused, those that are kept up to date all the same. */
const appliedObjects = ({ resource, derivation }: Derived): readonly DerivedObject[] =>
  derivation.objects.filter(({ whilePaused }) => !isPaused(resource) || whilePaused);

/** Objects of a paused resource that are not applied are not checked either. */
const isConsidered = (one: Derived): boolean => !isPaused(one.resource) || appliedObjects(one).length > 0;

/** The errors and warnings of a set of manifests. @internal */
export function issuesOf({ program, unreadable }: Prepared, { derived }: Assembly): Issue[] {
  const considered = [...derived.values()].filter(isConsidered);
  const found = [...unreadable, ...program.issues, ...considered.flatMap(({ issues }) => issues)];
  return withoutRepetitions(found.map((issue) => ofOriginal(issue, program.originals)));
}

function problemsOf(
  settings: { readonly problems: readonly { path: string; message: string }[] } | { readonly deferred: readonly string[] },
): Issue[] {
  const problems = "problems" in settings ? settings.problems : settings.deferred.map((path) => ({ path, message: "is not known" }));
  return problems.map(({ path, message }) => ({ object: "options", path, message, severity: "error" }));
}

/** Plain data with the real values in place of placeholders, in keys too. */
function reveal<Data>(data: Data, values: Values): Data {
  const visit = (value: unknown): unknown => {
    if (typeof value === "string") return values.evaluate(value);
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [String(values.evaluate(key)), visit(item)]));
  };
  return visit(data) as Data;
}

function masked(files: Readonly<Record<string, { readonly text: string }>>, values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, values.mask(text)]));
}
