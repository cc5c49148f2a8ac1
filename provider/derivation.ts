import { z } from "zod";
import { checkAdmission } from "./admission/admission";
import type { Named } from "./admission/collisions";
import type { Context } from "./context";
import { convertObjects } from "./convert/convert-objects";
import type { Originals } from "./convert/originals";
import { type Defaults, defaultsSchema } from "./defaults";
import type { Derivation } from "./derived";
import { kindsTable } from "./kinds";
import type { Kind, KindContext, Kinds } from "./kinds/kind";
import { isOfOperators, reportStranger } from "./kinds/strangers";
import { withLifecycles } from "./lifecycle";
import { resourceMetadata } from "./schema/metadata";
import { parse } from "./schema/parse";
import { mapSecrets } from "./schema/secrets";
import { hasPlaceholder, type Values } from "./values/values";
import { type Issue, pathOf, Report } from "./world/issues";
import { type CustomResource, type Manifest, objectKey, skipsChecks } from "./world/objects";
import { isCustomResource, isMadeByOperator } from "./world/read";
import { isEncrypted, reportOf, reportUnfinished, warnOfUnfinished } from "./world/unfinished-objects";
import { World } from "./world/world";

/** The state that derivations of all objects share. */
type WorldContext = Omit<KindContext, "report" | "arguments">;

/** A validated set of objects, ready to be derived from. */
export interface Program {
  readonly context: WorldContext;
  /** The valid arguments of components, by the key of the custom resource. */
  readonly arguments: ReadonlyMap<string, unknown>;
  /** The custom resources that were given and are valid, in a fixed order. */
  readonly resources: readonly CustomResource[];
  /** The results of converted objects of the prometheus-operator, valid or not, in the order in which the objects were given. */
  readonly converted: readonly CustomResource[];
  readonly originals: Originals;
  /** The scrape objects that workloads add for themselves, by the key of the workload. */
  readonly selfScrapes: ReadonlyMap<string, readonly CustomResource[]>;
  /** All objects that were given, without those that an operator made and that are derived again. */
  readonly given: readonly Named[];
  readonly issues: readonly Issue[];
  /** Unknown values that the structure of an object waits for: the object's key and the path in it. */
  readonly deferred: readonly string[];
}

export interface ProgramOptions {
  readonly values: Values;
  readonly defaults: Defaults;
  /** The known kinds; by default those of the package. */
  readonly kinds?: Kinds;
  /** Loads the parsers of rules; without them rules are checked only in part. */
  readonly parsers?: Context["parsers"];
  /** Further arguments of components, beside `metadata` and `spec`, by the key of the custom resource. */
  readonly arguments?: ReadonlyMap<string, unknown>;
  /** Scrape objects of workloads that are already known, by the key of the workload. */
  readonly selfScrapes?: ReadonlyMap<string, readonly CustomResource[]>;
  /** The world is complete: an unselected object is unused. Default false. */
  readonly isWhole?: boolean;
  /**
   * Whether nothing was created before of the custom resource with a key: a paused one has no scrape objects yet then. Default: all were created.
   */
  readonly isNew?: (key: string) => boolean;
  readonly unstoredPassword?: string;
}

/** Validates objects and puts them into a world. Invalid ones are left out of it and named in `issues`. */
export function program(objects: readonly Manifest[], options: ProgramOptions): Program {
  const { kinds = kindsTable } = options;
  const found: Findings = { issues: [], deferred: [], arguments: new Map() };
  const { issues, deferred } = found;
  const sound = inOrder(objects).filter((manifest) => isSound(manifest, kinds, issues));
  const isGiven = new Set(sound);
  const {
    converted,
    issues: ofConversion,
    originals,
  } = convertObjects(
    objects.filter((manifest) => isGiven.has(manifest)),
    kinds.sources,
    options.values,
    options.defaults,
  );
  issues.push(...ofConversion);
  const others: Manifest[] = [];
  const encrypted: Manifest[] = [];
  const parsed: CustomResource[] = [];
  const foreign: CustomResource[] = [];
  for (const manifest of inOrder([...sound, ...converted.map((resource): Manifest => ({ ...resource }))])) {
    if (!isCustomResource(manifest)) (isEncrypted(manifest) ? encrypted : others).push(manifest);
    else if (kinds.foreign.has(manifest.kind)) foreign.push(foreignResource(manifest));
    else {
      const resource = parseResource(manifest, kinds, options, found);
      if (!resource) continue;
      warnOfUnfinished(resource.spec, new Report(objectKey(resource), issues));
      parsed.push(resource);
    }
  }
  const secretsOnly = new World(options.values, parsed, others, { encrypted });
  const { defaults, values, parsers = () => undefined, unstoredPassword, isWhole } = options;
  const contextOf = (world: World): WorldContext => ({
    world,
    kinds,
    defaults,
    values,
    parsers,
    ...(unstoredPassword && { unstoredPassword }),
  });
  const withSecretsOnly = contextOf(secretsOnly);
  const before = (resource: CustomResource): KindContext => contextFor(withSecretsOnly, found.arguments, resource);
  const resources = parsed.filter((resource) => isValid(resource, before(resource), issues));
  const selfScrapes = new Map<string, readonly CustomResource[]>();
  for (const resource of resources) {
    const key = objectKey(resource);
    if (isPaused(resource) && options.isNew?.(key)) continue;
    const scrapes = options.selfScrapes?.get(key) ?? selfScrapesOf(resource, kinds, before);
    if (scrapes.length > 0) selfScrapes.set(key, scrapes);
  }
  const all = [...resources, ...foreign, ...[...selfScrapes.values()].flat()];
  const withoutSecrets = contextOf(new World(values, all, others, { isWhole, encrypted }));
  const derivedSecrets = resources.flatMap(
    (resource) => kindFor(resource, kinds).secrets?.(resource, contextFor(withoutSecrets, found.arguments, resource)) ?? [],
  );
  const world = new World(values, all, others, { derivedSecrets, isWhole, encrypted });
  const given = [...[...others, ...encrypted].filter((manifest) => !isMadeByOperator(manifest)), ...resources, ...foreign];
  return { context: contextOf(world), arguments: found.arguments, resources, converted, originals, selfScrapes, given, issues, deferred };
}

/** Whether an object is what it says it is. Reports those of kinds that nothing is derived from, and those that have to become something else first. */
function isSound(manifest: Manifest, kinds: Kinds, issues: Issue[]): boolean {
  const report = reportOf(manifest);
  reportUnfinished(manifest, isOfOperators(manifest, kinds), report);
  reportStranger(manifest, kinds, report);
  issues.push(...report.issues);
  return !report.hasErrors;
}

/** The findings of parsing. */
interface Findings {
  readonly issues: Issue[];
  readonly deferred: string[];
  readonly arguments: Map<string, unknown>;
}

/** The context of the derivation of one resource. */
function contextFor(shared: WorldContext, args: ReadonlyMap<string, unknown>, resource: CustomResource): KindContext {
  const key = objectKey(resource);
  return { ...shared, arguments: args.get(key) ?? {}, report: new Report(key) };
}

/** The derivation of one of the program's custom resources, with its issues. */
export function deriveResource(prepared: Program, resource: CustomResource): { derivation: Derivation; issues: readonly Issue[] } {
  const kind = kindFor(resource, prepared.context.kinds);
  if (!kind.review && !kind.derive) return { derivation: nothing, issues: [] };
  const context = contextFor(prepared.context, prepared.arguments, resource);
  if (!skipsChecks(resource)) kind.review?.(resource, context);
  const derivation = kind.derive?.(resource, context) ?? nothing;
  // A known error would be reported again for the derived objects.
  if (!skipsChecks(resource) && !context.report.hasErrors) checkAdmission(derivation.objects, resource, context.report);
  const objects = withLifecycles(derivation.objects, context.values);
  return { derivation: { ...derivation, objects }, issues: context.report.issues };
}

/** The derivation of a resource that becomes no objects of its own. */
const nothing: Derivation = { objects: [], configs: [], outputs: {} };

/** Whether the resource is paused: nothing of it may change. */
export function isPaused({ spec }: CustomResource): boolean {
  return (spec as { paused?: boolean }).paused === true;
}

/** The user's settings, or the problems in them. */
export function parseDefaults(settings: unknown, values: Values) {
  return parse(defaultsSchema, settings ?? {}, values, "defaults");
}

function kindFor({ kind }: Pick<CustomResource, "kind">, kinds: Kinds): Kind {
  const found = kinds.of(kind);
  if (!found) throw new Error(`there is no kind ${kind}`);
  return found;
}

/** The order of the given objects does not affect derivations. */
function inOrder(objects: readonly Manifest[]): Manifest[] {
  return objects
    .map((manifest) => ({ manifest, key: objectKey(manifest) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ manifest }) => manifest);
}

function parseResource(
  manifest: Manifest,
  kinds: Kinds,
  { values, arguments: given }: ProgramOptions,
  found: Findings,
): CustomResource | undefined {
  const { name, namespace = "default", labels, annotations, creationTimestamp } = manifest.metadata;
  const metadata = { name, namespace, ...(labels && { labels }), ...(annotations && { annotations }) };
  const key = objectKey({ kind: manifest.kind, metadata });
  const report = new Report(key, found.issues);
  const kind = kindFor(manifest, kinds);
  const { apiVersion } = kind;
  if (manifest.apiVersion !== apiVersion) return void report.error("apiVersion", `expected ${apiVersion}, got ${manifest.apiVersion}`);
  const spec = hideSecrets(kind, manifest.spec ?? {}, key, values);
  const parts = [
    parse(resourceMetadata, metadata, values, "metadata"),
    parse(kind.spec, spec, values, "spec"),
    parse(kind.arguments ?? noArguments, given?.get(key) ?? {}, values),
  ] as const;
  for (const part of parts) {
    if ("problems" in part) for (const { path, message } of part.problems) report.error(path, message);
    else if ("deferred" in part) found.deferred.push(...part.deferred.map((path) => `${key} ${path}`));
  }
  const [own, parsed, args] = parts;
  if (!("value" in own && "value" in parsed && "value" in args)) return undefined;
  found.arguments.set(key, args.value);
  return {
    apiVersion,
    kind: manifest.kind,
    metadata: { ...metadata, ...(creationTimestamp && { creationTimestamp }) },
    spec: parsed.value,
  };
}

/** A resource for references only; nothing is derived from it. */
function foreignResource({ apiVersion, kind, metadata, spec = {} }: Manifest): CustomResource {
  return { apiVersion, kind, metadata: { ...metadata, namespace: metadata.namespace ?? "default" }, spec };
}

const noArguments = z.strictObject({});

/** Values of fields that are marked secret are placeholders from here on, even if they were given as plain text. */
function hideSecrets(kind: Kind, spec: unknown, object: string, values: Values): unknown {
  return mapSecrets(kind.spec, spec, (value, path) =>
    typeof value === "string" && !hasPlaceholder(value)
      ? values.add({ path: `${object} ${pathOf(["spec", ...path])}`, secret: true, known: { value } })
      : value,
  );
}

function isValid(resource: CustomResource, context: KindContext, issues: Issue[]): boolean {
  if (skipsChecks(resource)) return true;
  const { report } = context;
  kindFor(resource, context.kinds).check?.(resource, context);
  issues.push(...report.issues);
  return !report.hasErrors;
}

function selfScrapesOf(
  resource: CustomResource,
  kinds: Kinds,
  contextOf: (resource: CustomResource) => KindContext,
): readonly CustomResource[] {
  const scrapes = kindFor(resource, kinds).selfScrapes?.(resource, contextOf(resource)) ?? [];
  return scrapes.map((scrape) => ({ apiVersion: kindFor(scrape, kinds).apiVersion, ...scrape }));
}
