import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, type YAMLMap } from "yaml";

/** A place in a text; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An object of a YAML text, and where it and its fields stand. */
export interface SourceObject {
  readonly object: unknown;
  /** Where the field at a path stands, such as `spec.endpoints[0].port`, or the last one on the way to it that is there. */
  readonly positionOf: (path: string) => Position;
}

/** A text that is no YAML. */
export interface SyntaxProblem {
  readonly position: Position;
  readonly message: string;
}

/** What a YAML (or JSON) text with any number of documents says. */
export interface Source {
  readonly objects: readonly SourceObject[];
  readonly problems: readonly SyntaxProblem[];
}

/** The objects of a text, read as Kubernetes does; lists of objects are taken apart. A document that cannot be read is a problem. */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const objects: SourceObject[] = [];
  const problems: SyntaxProblem[] = [];
  for (const document of parseAllDocuments(text, { version: "1.1", merge: true, lineCounter: lines })) {
    const [error] = document.errors;
    if (error) problems.push({ position: at(error.pos[0]), message: error.message.split("\n")[0] ?? "" });
    else objects.push(...itemsOf(document.toJS({ maxAliasCount: 1000 }), document.contents, document, at));
  }
  return { objects, problems };
}

function itemsOf(object: unknown, node: unknown, document: Document.Parsed, at: (offset: number) => Position): SourceObject[] {
  if (object === null || object === undefined) return [];
  const { kind, items } = object as { kind?: unknown; items?: unknown };
  if (typeof kind !== "string" || !kind.endsWith("List") || !Array.isArray(items)) {
    return [{ object, positionOf: (path) => at(offsetOf(keysOf(path), node, document)) }];
  }
  const list = isMap(node) ? node.get("items", true) : undefined;
  return items.flatMap((item, index) => itemsOf(item, isSeq(list) ? list.items[index] : node, document, at));
}

/** The keys of a path as issues have it: `spec`, `extraArgs`, `a.b` and 0 of `spec.extraArgs["a.b"][0]`. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(([, index, quoted, name]) =>
    index !== undefined ? Number(index) : quoted !== undefined ? (JSON.parse(quoted) as string) : (name ?? ""),
  );
}

/** Where the value at the keys begins: at its key in a map, at the item in a list. */
function offsetOf([key, ...rest]: readonly (string | number)[], start: unknown, document: Document.Parsed, found = beginOf(start)): number {
  const node = isAlias(start) ? start.resolve(document) : start;
  if (key === undefined) return found;
  if (isSeq(node) && typeof key === "number") {
    const item = node.items[key];
    return item ? offsetOf(rest, item, document) : found;
  }
  const pair = isMap(node) ? pairOf(node, String(key)) : undefined;
  return pair ? offsetOf(rest, pair.value, document, beginOf(pair.key)) : found;
}

const pairOf = (map: YAMLMap, key: string) => map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);

const beginOf = (node: unknown): number => (node as Node | null | undefined)?.range?.[0] ?? 0;
