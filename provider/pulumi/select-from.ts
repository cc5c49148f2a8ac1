import { isDeepStrictEqual } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { mapText, type Problem } from "../schema/parse";
import { own } from "../text/own";
import { isPlaceholder, type Values } from "../values/values";
import { joinPath } from "../world/issues";
import { type CustomResource, type Manifest, objectKey } from "../world/objects";
import { readManifests } from "../world/read";
import { repeated, repetitionsOf } from "../world/repetitions";
import { ComponentBase } from "./component-base";
import { GroupBase } from "./group-base";
import { identityOf } from "./identity";
import { noteReading } from "./idle-components";
import { contentOf, resolve } from "./resolve";

/** The objects for a component's selectors and references, as plain data. */
export interface Gathered {
  readonly objects: readonly Manifest[];
  /** The same, each with its place. */
  readonly placed: readonly PlacedObject[];
  /** Scrape objects of the workloads among them, by the key of the workload. */
  readonly selfScrapes: ReadonlyMap<string, readonly CustomResource[]>;
  readonly dependencies: ReadonlySet<pulumi.Resource>;
  /** Entries that are not known yet. */
  readonly deferred: readonly string[];
  /** Problems of entries, by their paths from `selectFrom` on. */
  readonly problems: readonly Problem[];
  /** The error of a failed component among them, which is already reported. */
  readonly failed?: Error;
}

/** An object, and where in `selectFrom` it was given. */
interface PlacedObject {
  readonly manifest: Manifest;
  readonly path: string;
  /** URN of the resource that was given, if it was one: the same one may be given several times. */
  readonly urn?: string;
}

/** One entry of `selectFrom` in its simplest form. */
interface Entry {
  readonly manifest: unknown;
  readonly secrets?: unknown;
  readonly selfScrapes?: unknown;
}

/**
 * Reads `selectFrom`: components of this package, their outputs, Kubernetes resources, plain manifests, and lists of all these.
 */
export async function gatherObjects(selectFrom: unknown, values: Values, path = "selectFrom"): Promise<Gathered> {
  const dependencies = new Set<pulumi.Resource>();
  const found = await Promise.all((await entriesOf(selectFrom, path)).map(([where, entry]) => gatherEntry(entry, where, values)));
  for (const one of found) for (const dependency of one.dependencies) dependencies.add(dependency);
  const failed = found.find((one) => one.failed)?.failed;
  const { placed, problems } = distinct(found.flatMap((one) => one.placed));
  return {
    objects: placed.map(({ manifest }) => manifest),
    placed,
    selfScrapes: new Map(found.flatMap((one) => [...one.selfScrapes])),
    dependencies,
    deferred: found.flatMap((one) => one.deferred),
    problems: [...found.flatMap((one) => one.problems), ...problems],
    ...(failed && { failed }),
  };
}

/** Each object once. The same one may be given again, but not another one of its name. */
function distinct(placed: readonly PlacedObject[]): Pick<Gathered, "placed" | "problems"> {
  const problems: Problem[] = [];
  const again = new Set<PlacedObject>();
  for (const { first, again: one } of repetitionsOf(placed, ({ manifest }) => manifest)) {
    again.add(one);
    const isSame = (one.urn !== undefined && one.urn === first.urn) || isDeepStrictEqual(one.manifest, first.manifest);
    if (!isSame) problems.push({ path: one.path, message: `${objectKey(one.manifest)} ${repeated(one.manifest, first.path).message}` });
  }
  return { placed: placed.filter((one) => !again.has(one)), problems };
}

/** The entries of nested lists, each with its path. Lists and resources in Outputs are opened; other Outputs stay closed. */
async function entriesOf(selectFrom: unknown, path: string): Promise<[path: string, entry: unknown][]> {
  const given = selectFrom instanceof Promise ? await selectFrom : selectFrom;
  const output = pulumi.Output.isInstance(given) ? pulumi.output(given) : undefined;
  const value = output ? await contentOf(output) : given;
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return [[path, pulumi.Resource.isInstance(value) ? value : given]];
  const items: unknown[] = output ? value.map((_, index) => itemOf(output, index)) : value;
  return (await Promise.all(items.map((item, index) => entriesOf(item, `${path}[${index}]`)))).flat();
}

const itemOf = (list: pulumi.Output<unknown>, index: number): pulumi.Output<unknown> =>
  list.apply((items) => (items as readonly unknown[])[index]);

/** The objects of a group. Who selects from it waits for all of it. */
async function gatherGroup(group: GroupBase, path: string, values: Values): Promise<Gathered> {
  noteReading(group);
  const outcome = await group.outcome();
  if (outcome.state === "failed") return { ...nothing, failed: outcome.error };
  const dependencies = new Set([await dependencyOn(group)]);
  if (outcome.state === "deferred") return { ...nothing, dependencies, deferred: [path] };
  if (outcome.state === "referenced") return { ...nothing, dependencies, problems: [ofAnotherProcess(path, "group", "objects")] };
  return { ...(await gatherObjects(outcome.entries(), values, path)), dependencies };
}

/** The problem of a reference to something that only the process that made it knows. */
const ofAnotherProcess = (path: string, what: string, instead: string): Problem => ({
  path,
  message: `is a ${what} of another program, or of another version of the plugin: give its ${instead} instead`,
});

async function gatherEntry(entry: unknown, path: string, values: Values): Promise<Gathered> {
  if (entry instanceof GroupBase) return gatherGroup(entry, path, values);
  if (entry instanceof ComponentBase) {
    if (entry.isEmptyReference) return { ...nothing, problems: [ofAnotherProcess(path, "component", "outputs manifest and secrets")] };
    const outcome = await entry.outcome();
    if (outcome.state === "failed") return { ...nothing, failed: outcome.error };
  }
  const { value, dependencies, problems } = await resolve(partsOf(entry), values, path);
  if (pulumi.Resource.isInstance(entry)) (dependencies as Set<pulumi.Resource>).add(await dependencyOn(entry));
  const urn = pulumi.Resource.isInstance(entry) ? { urn: String(await contentOf(entry.urn)) } : {};
  if (problems.length > 0) return { ...nothing, dependencies, problems };
  if (isPlaceholder(value)) return { ...nothing, dependencies, deferred: [path] };
  if (Array.isArray(value)) {
    const gathered = await gatherObjects(value, values, path);
    return { ...gathered, dependencies: new Set([...dependencies, ...gathered.dependencies]) };
  }
  const { manifest, secrets, selfScrapes } = (isEntry(value) ? value : { manifest: value }) as Entry;
  if (isPlaceholder(manifest)) return { ...nothing, dependencies, deferred: [`${path}.manifest`] };
  const { manifests, issues } = readManifests([named(withSecrets(manifest, secrets), values)]);
  if (issues.length > 0) {
    const where = isEntry(value) ? joinPath(path, "manifest") : path;
    const found = issues.map((issue) => ({ path: issue.path === "" ? where : `${where}.${issue.path}`, message: issue.message }));
    return { ...nothing, dependencies, problems: found };
  }
  const scrapes = new Map(
    manifests.filter(() => Array.isArray(selfScrapes)).map((object) => [objectKey(object), selfScrapes as CustomResource[]]),
  );
  const placed = manifests.map((object) => ({ manifest: object, path, ...urn }));
  return { ...nothing, objects: manifests, placed, selfScrapes: scrapes, dependencies };
}

/** The SDK knows no children of a component in another process, so the whole component is waited for. */
async function dependencyOn(entry: pulumi.Resource): Promise<pulumi.Resource> {
  const isOurs = entry instanceof ComponentBase || entry instanceof GroupBase;
  const isReference = isOurs && (await entry.outcome()).state === "referenced";
  return isReference ? new pulumi.DependencyResource((await contentOf(entry.urn)) as string) : entry;
}

/** The object with a readable name, if all of it was made secret. */
function named(manifest: unknown, values: Values): unknown {
  const { object, problems } = identityOf(manifest, values);
  return problems.length === 0 ? object : manifest;
}

const nothing: Gathered = { objects: [], placed: [], selfScrapes: new Map(), dependencies: new Set(), deferred: [], problems: [] };

const isEntry = (value: unknown): boolean => typeof value === "object" && value !== null && "manifest" in value;

/** The relevant parts of an entry: the outputs of a component, or the fields of a Kubernetes resource that references and selectors need. */
function partsOf(entry: unknown): unknown {
  if (entry instanceof ComponentBase) return { manifest: entry.manifest, secrets: entry.secrets, selfScrapes: entry.selfScrapes };
  if (!pulumi.Resource.isInstance(entry)) return entry;
  const { apiVersion, kind, metadata, data, stringData, spec } = entry as unknown as Record<string, unknown>;
  return { apiVersion, kind, metadata, ...(kind !== undefined && { data, stringData }), ...(hasReadSpec(entry) && { spec }) };
}

/** Types of Kubernetes resources whose spec is read: objects of the prometheus-operator, and those that scrape objects look for. */
const withReadSpec =
  /^kubernetes:(monitoring\.coreos\.com\/|(core\/v1:(Service|Pod|ReplicationController)|apps\/v1:(Deployment|StatefulSet|DaemonSet|ReplicaSet)|batch\/v1:(Job|CronJob)|networking\.k8s\.io\/v1:Ingress)$)/;

const hasReadSpec = (resource: pulumi.Resource): boolean =>
  withReadSpec.test((resource as pulumi.Resource & { readonly __pulumiType: string }).__pulumiType);

/** The manifest with secrets in place of their markers. */
function withSecrets(manifest: unknown, secrets: unknown): unknown {
  if (typeof secrets !== "object" || secrets === null) return manifest;
  const byMarker = secrets as Record<string, unknown>;
  return mapText(manifest, (text) => own(byMarker, text) ?? text);
}
