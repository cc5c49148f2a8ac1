import type { Context } from "./context";
import { type Defaults, defaultsSchema } from "./defaults";
import type { Derivation, Kind } from "./kind";
import { kindOf } from "./kinds";
import { resourceMetadata } from "./schema/metadata";
import { parse } from "./schema/parse";
import { mapSecrets } from "./schema/secrets";
import { hasPlaceholder, type Values } from "./values/values";
import { type Issue, pathOf, Report } from "./world/issues";
import { apiVersion, type CustomResource, type Manifest, objectKey } from "./world/objects";
import { World } from "./world/world";

/** A validated set of objects, ready to be derived from. */
export interface Program {
  readonly context: Omit<Context, "report">;
  /** The custom resources that were given and are valid, in a fixed order. */
  readonly resources: readonly CustomResource[];
  /** The scrape objects that workloads add for themselves, by the key of the workload. */
  readonly selfScrapes: ReadonlyMap<string, readonly CustomResource[]>;
  readonly issues: readonly Issue[];
  /** Unknown values that the structure of an object waits for: the object's key and the path in it. */
  readonly deferred: readonly string[];
}

export interface ProgramOptions {
  readonly values: Values;
  readonly defaults: Defaults;
  /** Scrape objects of workloads that are already known, by the key of the workload. */
  readonly selfScrapes?: ReadonlyMap<string, readonly CustomResource[]>;
}

/** What an annotation of a custom resource with this name and the value "true" switches off: all checks but the fields' own. */
const skipValidation = "operator.victoriametrics.com/skip-validation";

/** Validates objects and puts them into a world. Invalid ones are left out of it and named in `issues`. */
export function program(objects: readonly Manifest[], options: ProgramOptions): Program {
  const issues: Issue[] = [];
  const deferred: string[] = [];
  const others: Manifest[] = [];
  const parsed: CustomResource[] = [];
  for (const manifest of inOrder(objects)) {
    if (!manifest.apiVersion.startsWith("operator.victoriametrics.com/")) others.push(manifest);
    else {
      const resource = parseResource(manifest, options.values, issues, deferred);
      if (resource) parsed.push(resource);
    }
  }
  const secretsOnly = new World(options.values, parsed, others);
  const contextOf = (world: World) => ({ world, defaults: options.defaults, values: options.values });
  const resources = parsed.filter((resource) => isValid(resource, contextOf(secretsOnly), issues));
  const selfScrapes = new Map<string, readonly CustomResource[]>();
  for (const resource of resources) {
    const key = objectKey(resource);
    const scrapes = options.selfScrapes?.get(key) ?? selfScrapesOf(resource, contextOf(secretsOnly));
    if (scrapes.length > 0) selfScrapes.set(key, scrapes);
  }
  const world = new World(options.values, [...resources, ...[...selfScrapes.values()].flat()], others);
  return { context: contextOf(world), resources, selfScrapes, issues, deferred };
}

/** What one of the program's custom resources becomes, with the issues that showed on the way. */
export function deriveResource({ context }: Program, resource: CustomResource): { derivation: Derivation; issues: readonly Issue[] } {
  const report = new Report(objectKey(resource));
  const derivation = kindFor(resource).derive?.(resource, { ...context, report }) ?? { objects: [], configs: [], outputs: {} };
  return { derivation, issues: report.issues };
}

/** Whether the resource asks for nothing to be changed. */
export function isPaused({ spec }: CustomResource): boolean {
  return (spec as { paused?: boolean }).paused === true;
}

/** Settings as a user gives them, or what is wrong with them. */
export function parseDefaults(settings: unknown, values: Values) {
  return parse(defaultsSchema, settings ?? {}, values, "defaults");
}

function kindFor({ kind }: CustomResource): Kind {
  const found = kindOf(kind);
  if (!found) throw new Error(`there is no kind ${kind}`);
  return found;
}

/** Nothing that is derived depends on the order in which objects are given. */
function inOrder(objects: readonly Manifest[]): Manifest[] {
  return objects
    .map((manifest) => ({ manifest, key: objectKey(manifest) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ manifest }) => manifest);
}

function parseResource(manifest: Manifest, values: Values, issues: Issue[], deferred: string[]): CustomResource | undefined {
  const { name, namespace = "default", labels, annotations } = manifest.metadata;
  const metadata = { name, namespace, ...(labels && { labels }), ...(annotations && { annotations }) };
  const report = new Report(objectKey({ kind: manifest.kind, metadata }), issues);
  const kind = kindOf(manifest.kind);
  if (!kind) return void report.error("kind", `${manifest.kind} is not supported yet`);
  if (manifest.apiVersion !== apiVersion) return void report.error("apiVersion", `expected ${apiVersion}, got ${manifest.apiVersion}`);
  const spec = hideSecrets(kind, manifest.spec ?? {}, report.object, values);
  const parts = [parse(resourceMetadata, metadata, values, "metadata"), parse(kind.spec, spec, values, "spec")] as const;
  for (const part of parts) {
    if ("problems" in part) for (const { path, message } of part.problems) report.error(path, message);
    else if ("deferred" in part) deferred.push(...part.deferred.map((path) => `${report.object} ${path}`));
  }
  const [, parsed] = parts;
  const isComplete = parts.every((part) => "value" in part);
  return isComplete && "value" in parsed ? { apiVersion, kind: manifest.kind, metadata, spec: parsed.value } : undefined;
}

/** Values of fields that are marked secret are placeholders from here on, however plain they came. */
function hideSecrets(kind: Kind, spec: unknown, object: string, values: Values): unknown {
  return mapSecrets(kind.spec, spec, (value, path) =>
    typeof value === "string" && !hasPlaceholder(value)
      ? values.add({ path: `${object} ${pathOf(["spec", ...path])}`, secret: true, known: { value } })
      : value,
  );
}

function isValid(resource: CustomResource, context: Omit<Context, "report">, issues: Issue[]): boolean {
  if (resource.metadata.annotations?.[skipValidation] === "true") return true;
  const report = new Report(objectKey(resource));
  kindFor(resource).check?.(resource, { ...context, report });
  issues.push(...report.issues);
  return !report.hasErrors;
}

function selfScrapesOf(resource: CustomResource, context: Omit<Context, "report">): readonly CustomResource[] {
  return kindFor(resource).selfScrapes?.(resource, { ...context, report: new Report(objectKey(resource)) }) ?? [];
}
