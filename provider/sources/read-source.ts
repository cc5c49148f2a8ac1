import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";
import { readingManifests } from "../config/parse-yaml";
import { documentsOf, linesOf } from "../config/yaml-documents";
import { keysOf } from "../world/issues";
import { syntaxProblem } from "./syntax-problem";

/** A place in a text; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An object of a YAML text, and the places of the object and its fields. */
export interface SourceObject {
  readonly object: unknown;
  /** The place of the field at a path such as `spec.endpoints[0].port`, or of its nearest existing parent. */
  readonly positionOf: (path: string) => Position;
}

/** A text that is not YAML. */
interface SyntaxProblem {
  readonly position: Position;
  readonly message: string;
}

/** The contents of a YAML (or JSON) text with any number of documents. */
export interface Source {
  readonly objects: readonly SourceObject[];
  readonly problems: readonly SyntaxProblem[];
}

/** The objects of a text, read as Kubernetes does; lists of objects are taken apart. An unreadable document is a problem. */
export function readSource(text: string, file: string): Source {
  const objects: SourceObject[] = [];
  const problems: SyntaxProblem[] = [];
  const places = new Places(text, file);
  let index = 0;
  for (const document of documentsOf(text, readingManifests)) {
    const [error] = document.errors;
    if (error) problems.push({ position: places.at(error.pos[0]), message: syntaxProblem(error, text) });
    else objects.push(...itemsOf(document.toJS({ maxAliasCount: 1000 }), index, places));
    index += 1;
  }
  return { objects, problems };
}

type Keys = readonly (string | number)[];

function itemsOf(object: unknown, document: number, places: Places, before: Keys = []): SourceObject[] {
  if (object === null || object === undefined) return [];
  const { kind, items } = object as { kind?: unknown; items?: unknown };
  if (typeof kind !== "string" || !kind.endsWith("List") || !Array.isArray(items)) {
    return [{ object, positionOf: (path) => places.of(document, [...before, ...keysOf(path)]) }];
  }
  return items.flatMap((item, index) => itemsOf(item, document, places, [...before, "items", index]));
}

/** The places of the parts of a text. The text is read again for them, so that texts without problems keep only their objects in memory. */
class Places {
  readonly #text: string;
  readonly #file: string;
  #lines: LineCounter | undefined;
  #documents: readonly Document.Parsed[] | undefined;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  /** The place of the field at the keys in a document, or of its nearest existing parent. */
  of(index: number, keys: Keys): Position {
    this.#documents ??= [...documentsOf(this.#text, readingManifests)];
    const document = this.#documents[index];
    return this.at(document ? offsetOf(keys, document.contents, document) : 0);
  }

  at(offset: number): Position {
    this.#lines ??= linesOf(this.#text);
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

/** The start of the value at the keys: its key in a map, the item in a list. */
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
