import type { Tree } from "../text/tree";
import { hasPlaceholder, isPlaceholder, type Values } from "../values/values";

/**
 * Prints data as a YAML document in the style of Go's printer: two spaces, list items at the indent of their key, no folding of lines, and quotes
 * around every text that some YAML version would misread. Placeholders are printed so that any real value gives the same document.
 */
export function printYaml(tree: Tree, values: Values): string {
  if (isMap(tree) && entriesOf(tree).length > 0) return printMap(tree, "", values);
  if (Array.isArray(tree) && tree.length > 0) return printList(tree, "", values);
  return `${printScalar(tree, "  ", values)}\n`;
}

type Map = { readonly [key: string]: Tree };

const isMap = (tree: Tree): tree is Map => typeof tree === "object" && tree !== null && !Array.isArray(tree);
const entriesOf = (map: Map): [string, Tree][] => Object.entries(map).filter(([, value]) => value !== undefined);

function printMap(map: Map, indent: string, values: Values): string {
  let text = "";
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value !== undefined) text += `${indent}${printKey(key, values)}:${printValue(value, indent, values)}`;
  }
  return text;
}

function printValue(value: Tree, indent: string, values: Values): string {
  if (Array.isArray(value) && value.length > 0) return `\n${printList(value, indent, values)}`;
  if (isMap(value) && entriesOf(value).length > 0) return `\n${printMap(value, `${indent}  `, values)}`;
  return ` ${printScalar(value, `${indent}  `, values)}\n`;
}

function printList(list: readonly Tree[], indent: string, values: Values): string {
  let text = "";
  for (const item of list) {
    if (Array.isArray(item) && item.length > 0) text += `${indent}- ${printList(item, `${indent}  `, values).slice(indent.length + 2)}`;
    else if (isMap(item as Tree) && entriesOf(item as Map).length > 0)
      text += `${indent}- ${printMap(item as Map, `${indent}  `, values).slice(indent.length + 2)}`;
    else text += `${indent}- ${printScalar(item, `${indent}  `, values)}\n`;
  }
  return text;
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

const isPlain = (text: string): boolean =>
  plainShape.test(text) &&
  !text.startsWith("...") &&
  !text.includes(": ") &&
  !text.includes(" #") &&
  !text.endsWith(":") &&
  !text.endsWith(" ") &&
  !isOtherType(text);

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
