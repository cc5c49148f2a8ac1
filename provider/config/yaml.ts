import { remembering } from "../text/remembering";
import type { Tree } from "../text/tree";
import { hasPlaceholder, isPlaceholder, type Values } from "../values/values";

/**
 * Prints data as a YAML document in the style of Go's printer: two spaces, list items at the indent of their key, no folding of lines, and quotes
 * around every text that some YAML version would misread. Placeholders are printed so that any real value gives the same document.
 */
export function printYaml(tree: Tree, values: Values): string {
  const pieces: string[] = [];
  if (isFilledList(tree)) printList(tree, "", { values, pieces });
  else if (isFilledMap(tree)) printMap(tree, "", { values, pieces });
  else pieces.push(printScalar(tree, "  ", values), "\n");
  return pieces.join("");
}

type Map = { readonly [key: string]: Tree };

/** A document that is being printed. Its pieces are joined at the end, since a text that grows piece by piece takes many times its own memory. */
interface Printing {
  readonly values: Values;
  readonly pieces: string[];
}

const isFilledList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree) && tree.length > 0;

function isFilledMap(tree: Tree): tree is Map {
  if (typeof tree !== "object" || tree === null || Array.isArray(tree)) return false;
  for (const key in tree) if ((tree as Map)[key] !== undefined) return true;
  return false;
}

/** Prints a map. `start` stands before its first line, `indent` before the others. */
function printMap(map: Map, indent: string, printing: Printing, start = indent): void {
  const { values, pieces } = printing;
  let before = start;
  for (const key in map) {
    const value = map[key];
    if (value === undefined) continue;
    pieces.push(before, printKey(key, values), ":");
    printValue(value, indent, printing);
    before = indent;
  }
}

function printValue(value: Tree, indent: string, printing: Printing): void {
  const { values, pieces } = printing;
  if (isFilledList(value)) {
    pieces.push("\n");
    printList(value, indent, printing);
  } else if (isFilledMap(value)) {
    pieces.push("\n");
    printMap(value, `${indent}  `, printing);
  } else pieces.push(" ", printScalar(value, `${indent}  `, values), "\n");
}

/** Prints a list, in the same way. */
function printList(list: readonly Tree[], indent: string, printing: Printing, start = indent): void {
  const inner = `${indent}  `;
  let before = start;
  for (const item of list) {
    if (isFilledList(item)) printList(item, inner, printing, `${before}- `);
    else if (isFilledMap(item)) printMap(item, inner, printing, `${before}- `);
    else printing.pieces.push(before, "- ", printScalar(item, inner, printing.values), "\n");
    before = indent;
  }
}

function printScalar(value: Tree, indent: string, values: Values): string {
  if (typeof value === "string") return printText(value, indent, values);
  if (value === null || value === undefined) return "null";
  if (typeof value === "number") return printNumber(value);
  if (typeof value === "object") return Array.isArray(value) ? "[]" : "{}";
  return String(value);
}

const printNumber = (value: number): string =>
  Number.isFinite(value) ? String(value) : Number.isNaN(value) ? ".nan" : value > 0 ? ".inf" : "-.inf";

function printText(text: string, indent: string, values: Values): string {
  if (hasPlaceholder(text)) return isPlaceholder(text) ? values.apply("json", text) : `"${values.apply("jsonText", text)}"`;
  if (isPlain(text)) return text;
  if (text.includes("\n") && isBlock(text)) return printBlock(text, indent);
  if (isSingleQuotable(text)) return `'${text.replaceAll("'", "''")}'`;
  return values.apply("json", text);
}

const printKey = (key: string, values: Values): string =>
  hasPlaceholder(key) ? `"${values.apply("jsonText", key)}"` : isPlain(key) ? key : values.apply("json", key);

/** Texts that YAML 1.1 or 1.2 takes for null, a boolean, a number, a time or a merge key. */
const otherTypes =
  /^(~|null|true|false|yes|no|on|off|y|n|[-+]?[0-9.][0-9._e:+-]*|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[t ].*|[-+]?0[xob].*|[-+]?\.inf|\.nan|<<|=)$/i;

/** Printable text without characters that are special for YAML at their place. */
const plainShape =
  /^[A-Za-z0-9_./$(^+\\;~<=][A-Za-z0-9_./$()^+\\;~<=*|?,{}[\]"'`%@&!> :#-]*$|^--?[A-Za-z0-9_./$(][A-Za-z0-9_./$()^+\\;~<=*|?,{}[\]"'`%@&!> :#-]*$/;

/** Whether a text without quotes would be misread. */
export const isOtherType = (text: string): boolean => otherTypes.test(text);

/** Whether a text needs no quotes. Jobs repeat the same few texts thousands of times. */
const isPlain = remembering(
  (text: string): boolean =>
    plainShape.test(text) &&
    !text.startsWith("...") &&
    !text.includes(": ") &&
    !text.includes(" #") &&
    !text.endsWith(":") &&
    !text.endsWith(" ") &&
    !isOtherType(text),
);

/** A block keeps the text as it is: printable lines that end without blanks, the first one not indented. */
const isBlock = (text: string): boolean =>
  /^[^\s]/.test(text) && !/[^\n\x20-\x7e\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(text) && !/[ ]$/m.test(text);

function printBlock(text: string, indent: string): string {
  const chomping = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
  const body = chomping === "-" ? text : text.slice(0, -1);
  return `|${chomping}\n${body
    .split("\n")
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n")}`;
}

const isSingleQuotable = (text: string): boolean =>
  (/^[\x20-\x7e]+$/.test(text) && text.includes('"') !== text.includes("'")) || /^[\x20-\x7e]*\\[\x20-\x7e]*$/.test(text);
