/** An error or warning: the problem, its place, and the remedy. */
export interface Issue {
  /** The object concerned: `VMRule/<namespace>/<name>`. */
  readonly object: string;
  /** The key of the object that it was converted from, which `path` leads into then. */
  readonly original?: string;
  /** Path of the field in it: `spec.endpoints[0].port`; empty if the object as a whole is concerned. */
  readonly path: string;
  /** The problem and the remedy; never the value of a secret. */
  readonly message: string;
  readonly severity: "error" | "warning";
  /** The missing object, if reading it from the cluster would solve the problem. */
  readonly missing?: MissingObject;
}

/** An object that is missing in the world: a Secret or ConfigMap of a required reference, or a Namespace whose labels a selector needs. */
export interface MissingObject {
  readonly kind: "Secret" | "ConfigMap" | "Namespace";
  /** Empty for a Namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** Collects the issues of one object during its checks and derivation. */
export class Report {
  readonly issues: Issue[];
  readonly object: string;

  constructor(object: string, issues: Issue[] = []) {
    this.object = object;
    this.issues = issues;
  }

  error(path: string, message: string, missing?: MissingObject): void {
    this.#add({ object: this.object, path, message, severity: "error", ...(missing && { missing }) });
  }

  warning(path: string, message: string, missing?: MissingObject): void {
    this.#add({ object: this.object, path, message, severity: "warning", ...(missing && { missing }) });
  }

  /** Whether something is wrong with the object itself. */
  get hasErrors(): boolean {
    return this.issues.some(({ severity, object }) => severity === "error" && object === this.object);
  }

  /** Adds issues of another object. */
  include({ issues }: Report): void {
    for (const issue of issues) this.#add(issue);
  }

  /** Issues without repetitions. */
  #add(issue: Issue): void {
    const isSame = (other: Issue): boolean => other.object === issue.object && other.path === issue.path && other.message === issue.message;
    if (!this.issues.some(isSame)) this.issues.push(issue);
  }
}

/** `spec.extraArgs["a.b"][0]` for the keys `spec`, `extraArgs`, `a.b`, 0. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => joinPath(path, key as string | number), "");
}

/** The keys of a path as issues have it: `spec`, `extraArgs`, `a.b` and 0 of `spec.extraArgs["a.b"][0]`. */
export function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(([, index, quoted, name]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(quoted) as string) : (name ?? ""),
  );
}

/** A path and one more key. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** `path: message` lines; an empty path is left out. */
export function describeIssue({ path, message }: Issue): string {
  return path === "" ? message : `${path}: ${message}`;
}

/** The object that readers of an issue know: the one that they have written. */
export const shownObject = ({ object, original = object }: Pick<Issue, "object" | "original">): string => original;
