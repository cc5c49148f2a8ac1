import type { Tree } from "../text/tree";
import type { Values } from "../values/values";
import { joinPath } from "../world/issues";
import { isOtherType } from "./yaml";

/** The engine cuts longer lines of a difference (bytes). */
const width = 150;

/** The part of a line that is always left to a value, and to the rest of one whose path was just given (bytes). */
const leastRoom = 50;
const leastRoomOfRest = 80;

/** The end of a path that stays where its middle is left out (characters): the name of its field. */
const longestEnd = 30;

/** The fields that tell the items of a list apart, the first one found counts. */
const identities = ["job_name", "alert", "record", "name", "receiver", "username", "port", "targetPort", "url"];

/** The text in place of a value that must not or cannot be shown. */
const isMask = /^\[(secret|unknown)\]$/;

/** The maximum length of a name. */
const longestName = 100;

type Map = Readonly<Record<string, Tree>>;

/** The layout of a value: its path, and the texts before the path on the first line and on all others. */
interface Place {
  readonly path: string;
  readonly first: string;
  readonly others: string;
}

/**
 * Data as lines, each with the full path of its value: `scrape_configs[shop/app].scrape_interval: 30s`. Items of lists appear by their names, so that
 * an added item changes no other line; items without a name are one line each where they are short. Secrets are `[secret]`, unknown values
 * `[unknown]`. No line has more than 150 bytes, unless its path takes more than 100 of them.
 */
export function linesOf(tree: Tree, path: string, values: Values): string[] {
  const place: Place = { path, first: "", others: "" };
  // The top fields have a line each.
  const entries = isMap(tree) ? entriesOf(tree) : [];
  return entries.length > 0 ? mapLines(entries, place, values) : written(tree, place, values);
}

/** The lines of an item of a list at a path, under a name for readers. */
export function itemLinesOf(tree: Tree, path: string, name: string, values: Values): string[] {
  const others = isMap(tree) ? entriesOf(tree) : [];
  const masked = values.mask(name);
  return others.length > 0
    ? itemLines({ name: masked, others }, { path, first: "", others: "" }, values)
    : linesOf(tree, `${path}[${masked}]`, values);
}

/** A text of the user by its lines; long lines are wrapped. */
export const textLines = (text: string): string[] => text.split("\n").flatMap((line) => wrapped("", "… ", line));

function written(tree: Tree, place: Place, values: Values): string[] {
  if (Array.isArray(tree)) return tree.length === 0 ? scalarLines("[]", place) : listLines(tree, place, values);
  if (!isMap(tree)) return scalarLines(scalarText(tree, values), place);
  const entries = entriesOf(tree);
  if (entries.length === 0) return scalarLines("{}", place);
  const short = isFlat(tree, values) ? flow(tree, values) : undefined;
  return short !== undefined && fits(short, place) ? scalarLines(short, place) : mapLines(entries, place, values);
}

/** Labels, limits and the like share a line; sentences have their own. */
const isFlat = (map: Map, values: Values): boolean =>
  Object.values(map).every((value) => (typeof value === "string" ? /^.{0,50}$/.test(values.mask(value)) : typeof value !== "object"));

function mapLines(entries: readonly (readonly [string, Tree])[], { path, first, others }: Place, values: Values): string[] {
  return entries.flatMap(([key, value], index) =>
    written(value, { path: joinPath(path, values.mask(key)), first: index === 0 ? first : others, others }, values),
  );
}

function listLines(list: readonly Tree[], place: Place, values: Values): string[] {
  const { path, first, others } = place;
  const whole = list.every((item) => !isMap(item) && !Array.isArray(item)) ? flow(list, values) : undefined;
  if (whole !== undefined && fits(whole, place)) return scalarLines(whole, place);
  return list.flatMap((item, index) => {
    const before = index === 0 ? first : others;
    const name = nameOf(item, values);
    if (name) return itemLines(name, { path, first: before, others }, values);
    const short = flow(item, values);
    const title = titleOf(path);
    const inner: Place = { path: "", first: `${before}${title}- `, others: `${others}${title}  ` };
    const lines = short.includes("\n") ? [] : wrapped(inner.first, inner.others, short);
    return lines.length > 0 && lines.length <= 3 ? lines : written(item, inner, values);
  });
}

/** The fields of an item behind its name. In a tree, such as routes in routes, the names of outer items are left out: they did not change. */
function itemLines(item: NamedItem, { path, first, others }: Place, values: Values): string[] {
  const isTree = ([key]: readonly [string, Tree]): boolean => path === key || path.endsWith(`.${key}`);
  return item.others.flatMap((entry, index) =>
    mapLines([entry], { path: `${path}[${isTree(entry) ? "" : item.name}]`, first: index === 0 ? first : others, others }, values),
  );
}

interface NamedItem {
  readonly name: string;
  readonly others: readonly (readonly [string, Tree])[];
}

/** The name of an item, and its other fields. An item without other fields shows as an empty map. */
function nameOf(item: Tree, values: Values): NamedItem | undefined {
  if (!isMap(item)) return undefined;
  for (const identity of identities) {
    const value = item[identity];
    if ((typeof value !== "string" && typeof value !== "number") || value === "") continue;
    const name = visible(values.mask(String(value)));
    if (name.length > longestName || name.includes("\n") || isMask.test(name)) continue;
    const others = entriesOf(item).filter(([key]) => key !== identity);
    return { name, others: others.length > 0 ? others : [[identity, value]] };
  }
  return undefined;
}

/**
 * A value behind its path. The lines of a text of several lines, and the parts of a line that is too long, each follow the path; `|-` means that the
 * text does not end with a line break, as in YAML.
 */
function scalarLines(text: string, { path, first, others }: Place): string[] {
  const title = titleOf(path);
  if (!text.includes("\n")) return wrapped(`${first}${title}`, `${others}${title}… `, text);
  const lines = text.replace(/\n$/, "").split("\n");
  const isCutShort = (index: number): boolean => index === lines.length - 1 && !text.endsWith("\n");
  const bar = (index: number): string => (isCutShort(index) ? "|- " : "| ");
  return lines.flatMap((line, index) => wrapped(`${index === 0 ? first : others}${title}${bar(index)}`, `${others}${title}… `, line));
}

const titleOf = (path: string): string => (path === "" ? "" : `${path}: `);

/** A text cut after words into lines of limited length; short lines stay as they are. */
function wrapped(first: string, others: string, text: string): string[] {
  const lines: string[] = [];
  let rest = visible(text);
  for (let lead = shortened(first); ; lead = shortened(others, leastRoomOfRest)) {
    const room = Math.max(width - bytes(lead), leastRoom);
    if (bytes(rest) <= room) return [...lines, rest === "" ? lead.trimEnd() : `${lead}${rest}`];
    const end = endOfPart(rest, room);
    lines.push(`${lead}${rest.slice(0, end).trimEnd()}`);
    rest = rest.slice(end).trimStart();
  }
}

/** The text before a value, without its middle if it is too long for the line: the outermost item and the field stay. */
function shortened(lead: string, room = leastRoom): string {
  const surplus = bytes(lead) - (width - room);
  const start = lead.indexOf("].") + 2;
  const end = Math.min(start + surplus + bytes("…"), lead.length - longestEnd);
  return surplus <= 0 || start < 2 || end <= start + bytes("…") ? lead : `${lead.slice(0, start)}…${lead.slice(end)}`.toWellFormed();
}

/** The end of a line of limited bytes: after a word, or inside a word that is longer than half the line. */
function endOfPart(text: string, room: number): number {
  let end = Math.min(text.length, room);
  while (bytes(text.slice(0, end)) > room) end -= 1;
  const space = text.lastIndexOf(" ", end);
  if (space > end / 2) return space;
  // A pair of surrogates stays together.
  return /[\ud800-\udbff]/.test(text[end - 1] ?? "") ? end - 1 : end;
}

/** A text without characters that a terminal would interpret or not show. */
const visible = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]/gu, (character) =>
    character === "\r" ? "\\r" : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const bytes = (text: string): number => Buffer.byteLength(text);

const fits = (text: string, { path, first }: Place): boolean =>
  !text.includes("\n") && bytes(shortened(`${first}${titleOf(path)}`)) + bytes(text) <= width;

/** A value in one line. */
function flow(tree: Tree, values: Values): string {
  if (Array.isArray(tree)) return `[${tree.map((item) => flow(item, values)).join(", ")}]`;
  if (isMap(tree)) {
    const fields = entriesOf(tree).map(([key, value]) => `${keyText(values.mask(key))}: ${flow(value, values)}`);
    return `{${fields.join(", ")}}`;
  }
  return scalarText(tree, values, separators);
}

/** A key in a line, in quotes where it would be ambiguous. */
const keyText = (key: string): string => (key === "" || /[\s:,"{}]/.test(key) ? JSON.stringify(key) : key);

/** A scalar, in quotes where it would be read as another type, as empty, or as several values; a text of several lines keeps them. */
function scalarText(value: Tree, values: Values, separator?: RegExp): string {
  if (typeof value !== "string") return String(value ?? "null");
  const text = values.mask(value);
  if (isMask.test(text) || text.includes("\n")) return text;
  return text === "" || isOtherType(text) || /^[ \t]|[ \t]$/.test(text) || separator?.test(text) ? JSON.stringify(text) : text;
}

/** Characters that would split an item, or end the list or map around it. */
const separators = /[,"]|^[[{]|^[^[]*\]$|^[^{]*\}$/;

const isMap = (tree: Tree): tree is Map => typeof tree === "object" && tree !== null && !Array.isArray(tree);

const entriesOf = (map: Map): (readonly [string, Tree])[] => Object.entries(map).filter(([, item]) => item !== undefined);
