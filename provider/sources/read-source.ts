import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, type YAMLMap } from "yaml";
import { readingManifests } from "../config/parse-yaml";
import { keysOf } from "../world/issues";

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
interface SyntaxProblem {
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
  const objects: SourceObject[] = [];
  const problems: SyntaxProblem[] = [];
  const places = new Places(text, file);
  parseAllDocuments(text, { ...readingManifests, prettyErrors: false }).forEach((document, index) => {
    const [error] = document.errors;
    if (error) problems.push({ position: places.at(error.pos[0]), message: error.message.split("\n")[0] ?? "" });
    else objects.push(...itemsOf(document.toJS({ maxAliasCount: 1000 }), index, places));
  });
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

/** Where the parts of a text stand. It is read again for that, so that of texts without problems nothing but the objects stays in memory. */
class Places {
  readonly #text: string;
  readonly #file: string;
  #lines: LineCounter | undefined;
  #documents: readonly Document.Parsed[] | undefined;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  /** Where the field at the keys stands in a document, or the last one on the way to it that is there. */
  of(index: number, keys: Keys): Position {
    this.#documents ??= parseAllDocuments(this.#text, readingManifests) as readonly Document.Parsed[];
    const document = this.#documents[index];
    return this.at(document ? offsetOf(keys, document.contents, document) : 0);
  }

  at(offset: number): Position {
    this.#lines ??= linesOf(this.#text);
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
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
