/** Something that a reader of the result must know: what, where, and how to mend it. */
export interface Issue {
  /** The object that it is about: `VMRule/<namespace>/<name>`. */
  readonly object: string;
  /** Path of the field in it: `spec.endpoints[0].port`; empty if it is about the object as a whole. */
  readonly path: string;
  /** What is wrong and what would be right; never the value of a secret. */
  readonly message: string;
  readonly severity: "error" | "warning";
  /** The object whose absence is the problem, where reading it from the cluster would help. */
  readonly missing?: MissingObject;
}

/** A Secret or ConfigMap that a required reference names, or a Namespace whose labels a selector asks for, and the world does not have. */
export interface MissingObject {
  readonly kind: "Secret" | "ConfigMap" | "Namespace";
  /** Empty for a Namespace. */
  readonly namespace: string;
  readonly name: string;
}

/** Collects what is found while one object is checked or derived. */
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

  get hasErrors(): boolean {
    return this.issues.some((issue) => issue.severity === "error");
  }

  /** Puts what was found about another object beside what is found here. */
  include({ issues }: Report): void {
    for (const issue of issues) this.#add(issue);
  }

  /** The same thing said twice is said once. */
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

/** `path: message` lines; the path is left out where there is none. */
export function describeIssue({ path, message }: Issue): string {
  return path === "" ? message : `${path}: ${message}`;
}
