import { deriveAll } from "../assemble";
import { ofOriginal } from "../convert/originals";
import { kindsTable } from "../kinds";
import { issuesOf, prepare, type RenderOptions } from "../render";
import type { Position, Source, SourceObject } from "../sources/read-source";
import { describeIssue, type Issue, shownObject } from "../world/issues";
import { objectKey } from "../world/objects";
import { assumingReferences } from "./assumed-references";
import { unselectedObjects } from "./unselected";
import { untargetedObjects } from "./untargeted";

/** An error or warning of manifests, and its place. */
export interface Problem {
  /** Undefined for an issue that concerns no given object. */
  readonly position?: Position;
  /** The object, `VMRule/<namespace>/<name>`; empty for an unreadable text. */
  readonly object: string;
  /** The object that it was converted from, which `path` leads into then. */
  readonly original?: string;
  readonly path: string;
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** All problems of manifests as one closed world, and its unselected objects. */
export function check(sources: readonly Source[], { assumeReferences = false, ...options }: CheckOptions = {}): Problem[] {
  const objects = sources.flatMap((source) => source.objects);
  const derive = assumeReferences ? assumingReferences : derived;
  const { prepared, assembly, issues } = derive(
    objects.map(({ object }) => object),
    options,
  );
  const positions = new Positions(objects, options.namespace);
  const unreadable = sources.flatMap(({ problems }) =>
    problems.map(({ position, message }): Problem => ({ position, object: "", path: "", message, severity: "error" })),
  );
  const found = [
    ...issues,
    ...issuesOf(prepared, assembly),
    ...unselectedObjects(prepared.program).map((issue) => ofOriginal(issue, prepared.program.originals)),
    ...untargetedObjects(prepared.program, assembly),
  ].map(({ missing, ...issue }): Problem => ({ ...issue, position: positions.of(issue) }));
  return [...unreadable, ...found].sort(byPosition);
}

/** How manifests are checked. */
export interface CheckOptions extends Omit<RenderOptions, "onInvalid"> {
  /** Secrets and ConfigMaps that are missing are taken to be in the cluster, with a warning each. Default false. */
  readonly assumeReferences?: boolean;
}

function derived(objects: readonly unknown[], { onProgress, ...options }: Omit<RenderOptions, "onInvalid">) {
  const prepared = prepare(objects, options);
  return { prepared, assembly: deriveAll(prepared.program, { onProgress }), issues: [] };
}

/** The places of objects, by their keys in issues. */
class Positions {
  readonly #objects: readonly SourceObject[];
  readonly #byKey = new Map<string, SourceObject>();

  constructor(objects: readonly SourceObject[], namespace = "default") {
    this.#objects = objects;
    const originals: [key: string, source: SourceObject][] = [];
    for (const source of objects) {
      const { kind, metadata } = source.object as { kind?: unknown; metadata?: { name?: unknown; namespace?: unknown } };
      if (typeof kind !== "string" || typeof metadata?.name !== "string") continue;
      const key = (ofKind: string) =>
        objectKey({ kind: ofKind, metadata: { name: String(metadata.name), namespace: String(metadata.namespace || namespace) } });
      const result = kindsTable.sources.get(kind)?.result.kind;
      if (result) this.#byKey.set(key(result), source);
      originals.push([key(kind), source]);
    }
    // A given object wins over a converted one of the same name.
    for (const [key, source] of originals) this.#byKey.set(key, source);
  }

  of({ object, path }: Pick<Issue, "object" | "path">): Position | undefined {
    const index = /^\[(\d+)\]$/.exec(object)?.[1];
    const source = index === undefined ? this.#byKey.get(object) : this.#objects[Number(index)];
    return source?.positionOf(path);
  }
}

function byPosition({ position: left }: Problem, { position: right }: Problem): number {
  if (!left || !right) return Number(left === undefined) - Number(right === undefined);
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}

/** The output formats of problems. */
export const formats = {
  text: (problems: readonly Problem[]) => problems.map((problem) => `${lineOf(problem)}\n`).join(""),
  json: (problems: readonly Problem[]) => `${JSON.stringify(problems.map(flat), undefined, 2)}\n`,
  github: (problems: readonly Problem[]) => problems.map((problem) => `${annotation(problem)}\n`).join(""),
} as const;

/** `file:line:column object path: message`; unknown parts are left out. */
function lineOf(problem: Problem): string {
  const { position, severity } = problem;
  const place = position ? `${position.file}:${position.line}:${position.column}` : "";
  const parts = [place, shownObject(problem), describeIssue(problem), severity === "warning" ? "(warning)" : ""];
  return parts.filter((part) => part !== "").join(" ");
}

const flat = ({ position, ...problem }: Problem) => ({ ...position, ...problem });

/** A command of GitHub's workflows, which shows the problem beside the line in a pull request. */
function annotation(problem: Problem): string {
  const { position, severity } = problem;
  const properties = position ? ` file=${property(position.file)},line=${position.line},col=${position.column}` : "";
  return `::${severity}${properties}::${escaped([shownObject(problem), describeIssue(problem)].filter((part) => part !== "").join(" "))}`;
}

const escaped = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
