import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { filesOf } from "../sources/files";
import { itemsOf, readYaml } from "../sources/manifests";
import { type Position, readSource } from "../sources/read-source";
import { hasPlaceholder, isPlaceholder, type Values } from "../values/values";
import type { Manifest } from "../world/objects";
import { isDerivedResource, readManifests } from "../world/read";
import { renderChart } from "./charts";
import { identityOf } from "./identity";
import type { PlacedIssue, PlaceOf } from "./origins";
import { resolve } from "./resolve";

/** A manifest of a group, and the source resources of its values. */
export interface GroupObject {
  readonly manifest: Manifest;
  readonly dependencies: readonly pulumi.Resource[];
  /** Namespace of the release, for an object from a chart. */
  readonly release?: string;
  /** Its place and those of its fields. */
  readonly placeOf: PlaceOf;
}

/** The objects given to a group. */
export interface GroupObjects {
  readonly objects: readonly GroupObject[];
  readonly issues: readonly PlacedIssue[];
  /** Entries that are not known yet. */
  readonly deferred: readonly string[];
}

/** A given object and its place. */
interface Given {
  readonly object: unknown;
  readonly placeOf: PlaceOf;
}

/** One entry of an argument with its objects. */
interface Source {
  /** Its name in messages. */
  readonly label: string;
  readonly objects?: readonly Given[];
  readonly problem?: string;
  /** Entries that are not known yet. */
  readonly deferred?: readonly string[];
  /** Of a chart. */
  readonly release?: string;
}

/** The reading group. */
export interface GroupReading {
  readonly component: pulumi.Resource;
  readonly values: Values;
  /** The group's resolved namespace. */
  readonly namespace: unknown;
}

type Reader = (value: unknown, path: string, reading: GroupReading) => Source[] | Promise<Source[]>;

const readers: Readonly<Record<string, Reader>> = { files: readFiles, yaml: readText, objs: readObjects, charts: readChart };

/** Reads the arguments of a group that hold objects: each one entry or a list of entries, in the order in which they are given. */
export async function readGroup(args: object, reading: GroupReading): Promise<GroupObjects> {
  const read = await Promise.all(
    Object.entries(readers).map(async ([argument, reader]) => {
      const entries = await entriesOf((args as Record<string, unknown>)[argument], argument);
      return Promise.all(entries.map(([path, entry]) => readEntry(entry, path, reader, reading)));
    }),
  );
  const all = read.flat();
  return {
    objects: all.flatMap(({ objects }) => objects),
    issues: all.flatMap(({ issues }) => issues),
    deferred: all.flatMap(({ deferred }) => deferred),
  };
}

/** The entries of a list whose length is plain, each with its path. */
async function entriesOf(given: unknown, path: string): Promise<[path: string, entry: unknown][]> {
  const value = given instanceof Promise ? await given : given;
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map((entry, index) => [`${path}[${index}]`, entry]) : [[path, value]];
}

async function readEntry(entry: unknown, path: string, reader: Reader, reading: GroupReading): Promise<GroupObjects> {
  const { values } = reading;
  const { value, dependencies, problems } = await resolve(entry, values, path);
  const unreadable = problems.map((problem): PlacedIssue => ({ ...problem, object: "", severity: "error" }));
  if (unreadable.length > 0) return { objects: [], issues: unreadable, deferred: [] };
  const parts = Array.isArray(value) ? value.map((part, index) => [`${path}[${index}]`, part] as const) : [[path, value] as const];
  const isUnknown = (part: unknown): boolean => isPlaceholder(part) && !values.isKnown(part);
  const deferred = parts.filter(([, part]) => isUnknown(part)).map(([where]) => where);
  const known = parts.filter(([, part]) => !isUnknown(part));
  const sources = await Promise.all(known.map(([where, part]) => reader(part, where, reading)));
  const read = sources.flat().map((source) => manifestsOf(source, values));
  return {
    objects: read.flatMap(({ manifests, release }) => manifests.map((one) => ({ ...one, dependencies: [...dependencies], release }))),
    issues: read.flatMap(({ issues }) => issues),
    deferred: [...deferred, ...read.flatMap((one) => one.deferred)],
  };
}

function readFiles(value: unknown, path: string): Source[] {
  if (typeof value !== "string" || hasPlaceholder(value)) return [{ label: path, problem: "expected a plain path of a file or folder" }];
  return attempt(path, () => {
    const files = filesOf(value);
    if (files.length === 0) return [{ label: path, problem: `${JSON.stringify(value)} matches no file` }];
    return files.flatMap((file) => attempt(file, () => readPlain(readFileSync(file, "utf8"), file)));
  });
}

async function readText(value: unknown, path: string, { values }: GroupReading): Promise<Source[]> {
  if (typeof value !== "string") return [{ label: path, problem: "expected a YAML text" }];
  if (!hasPlaceholder(value)) return attempt(path, () => readPlain(value, path));
  const objects = values.check(value, (text) => {
    try {
      return readYaml(String(text), path);
    } catch {
      return undefined;
    }
  });
  if (!objects) return [{ label: path, problem: "is not valid YAML" }];
  return [{ label: path, objects: allAt(await hidden(objects, path, values), path) }];
}

/** A text without secrets: its objects have lines. */
function readPlain(text: string, label: string): Source[] {
  const { objects, problems } = readSource(text, label);
  const located = objects.map(({ object, positionOf }): Given => ({ object, placeOf: (path) => print(positionOf(path)) }));
  return [{ label, objects: located }, ...problems.map(({ position, message }) => ({ label: print(position), problem: message }))];
}

const print = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

/** Objects whose only known place is their entry, with their number in it if there are several. */
const allAt = (objects: readonly unknown[], label: string): Given[] =>
  objects.map((object, index) => ({ object, placeOf: () => (objects.length > 1 ? `${label}[${index}]` : label) }));

/** Objects that may contain a secret anywhere: every scalar becomes a secret. */
async function hidden(objects: readonly unknown[], path: string, values: Values): Promise<unknown[]> {
  const { value } = await resolve(pulumi.secret([...objects]), values, path);
  return value as unknown[];
}

async function readChart(value: unknown, path: string, { component, values, namespace }: GroupReading): Promise<Source[]> {
  const chart = await renderChart(value, path, namespace, values, component);
  if ("problems" in chart) return chart.problems.map((problem) => ({ label: problem.path, problem: problem.message }));
  if ("deferred" in chart) return [{ label: path, deferred: chart.deferred }];
  const objects = chart.objects.flatMap(itemsOf);
  const given = chart.isSecret ? await hidden(objects, path, values) : objects;
  // The Kubernetes provider does not report the template of an object.
  const placeOf = (): string => `${path} (chart ${chart.name})`;
  return [{ label: path, release: chart.namespace, objects: given.map((object) => ({ object, placeOf })) }];
}

function readObjects(value: unknown, path: string): Source[] {
  return [{ label: path, objects: allAt(itemsOf(value), path) }];
}

function attempt(label: string, read: () => Source[]): Source[] {
  try {
    return read();
  } catch (error) {
    const { message } = error as Error;
    return [{ label, problem: message.startsWith(`${label}: `) ? message.slice(label.length + 2) : message }];
  }
}

interface Read {
  readonly manifests: readonly Pick<GroupObject, "manifest" | "placeOf">[];
  readonly issues: readonly PlacedIssue[];
  readonly deferred: readonly string[];
  readonly release?: string;
}

function manifestsOf({ label, objects = [], problem, release, deferred: unknown = [] }: Source, values: Values): Read {
  if (problem !== undefined)
    return { manifests: [], deferred: [], issues: [{ object: label, path: "", message: problem, severity: "error" }] };
  const deferred: string[] = [...unknown];
  const issues: PlacedIssue[] = [];
  const readable = objects.flatMap(({ object, placeOf }) => {
    const identity = identityOf(object, values);
    for (const [path, state] of identity.problems) {
      const message = "is a secret: the name of an object must be readable";
      if (state === "secret") issues.push({ place: placeOf(path), object: "", path, message, severity: "error" });
      else deferred.push(`${placeOf(path)} ${path}`);
    }
    if (identity.problems.length > 0) return [];
    const read = readManifests([identity.object]);
    issues.push(...read.issues.map((issue) => ({ ...issue, place: placeOf(issue.path), object: "" })));
    return read.manifests.map((manifest) => ({ manifest, placeOf }));
  });
  const manifests = readable
    .filter(({ manifest }) => !isDerivedResource(manifest))
    .map(({ manifest, placeOf }) => ({ manifest: asApplied(manifest), placeOf }));
  return { manifests, issues, deferred, release };
}

/** The API server's additions to an object, except its status. */
const serverMetadata = ["managedFields", "resourceVersion", "uid", "generation", "selfLink"];
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** An object without the additions of a cluster. */
function asApplied({ status: _, metadata, ...manifest }: Manifest): Manifest {
  const { annotations, ...kept } = Object.fromEntries(
    Object.entries(metadata).filter(([name, value]) => !serverMetadata.includes(name) && value !== null),
  ) as Manifest["metadata"];
  const own = Object.entries(annotations ?? {}).filter(([name]) => name !== lastApplied);
  return { ...manifest, metadata: { ...kept, ...(own.length > 0 && { annotations: Object.fromEntries(own) }) } } as Manifest;
}
