import { createHash } from "node:crypto";
import type { GeneratedFile, GeneratedPart } from "../derived";
import type { Tree } from "../text/tree";
import type { Values } from "../values/values";
import { itemLinesOf, linesOf, textLines } from "./lines";

/** A file is shown whole up to this size (bytes); a longer one would make states and differences too large. */
const longest = 1024 * 1024;

/**
 * A generated file as readers see it in differences: a line for each value, secrets masked. Beyond one mebibyte it has a line for each part. The
 * first line prevents the whole from being YAML: a difference of YAML would also show all unchanged lines.
 */
export function readableFile({ text, parts }: GeneratedFile, owner: string, values: Values): string {
  const lines = parts ? parts.flatMap((part) => partLines(part, values)) : textLines(values.mask(text));
  const title = values.mask(owner);
  const whole = readableText(`${title}, one line for each value`, lines);
  if (Buffer.byteLength(whole) <= longest) return whole;
  const reason = `${title}, one line for each part, since it has more than ${longest / 1024} KiB`;
  return readableText(reason, parts ? parts.map((part) => summaryLine(part, values)) : [hashOf(lines)]);
}

/** A custom resource as readers see it in differences; the order of its keys does not matter, since it differs between languages. */
export function readableResource(kind: string, resource: unknown, values: Values): string {
  const parts = Object.entries(sorted(resource as Tree) as Readonly<Record<string, Tree>>);
  return readableText(
    kind,
    parts.flatMap(([key, part]) => linesOf(part, key, values)),
  );
}

/** Of a text that is new the engine prints three lines as one, which should not become longer than this (characters). */
const widthOfStart = 200;

/** A text of lines below its title. Where the first two are long, an empty line comes before them, of which nothing shows in a difference. */
export function readableText(title: string, lines: readonly string[]): string {
  const isStartLong = lines.slice(0, 2).join("").length > widthOfStart;
  return `${[title, ...(isStartLong ? [""] : []), ...lines].join("\n")}\n`;
}

const pathOf = ({ section, name }: GeneratedPart, values: Values): string =>
  name === undefined ? section : `${section}[${values.mask(name)}]`;

function partLines(part: GeneratedPart, values: Values): string[] {
  const tree = withoutName(part);
  return part.name === undefined ? linesOf(tree, part.section, values) : itemLinesOf(tree, part.section, part.name, values);
}

/** An item without the field that its name repeats. */
function withoutName({ name, tree }: GeneratedPart): Tree {
  if (name === undefined || typeof tree !== "object" || tree === null) return tree;
  const isRepeated = ([key, value]: readonly [string, unknown]): boolean =>
    (key === "job_name" || key === "name") && `/${name}`.endsWith(`/${value}`);
  const others = Object.entries(tree).filter((entry) => !isRepeated(entry));
  return others.length > 0 ? Object.fromEntries(others) : tree;
}

function summaryLine(part: GeneratedPart, values: Values): string {
  const lines = partLines(part, values);
  return `${pathOf(part, values)}: ${lines.length} lines, SHA-256 ${hashOf(lines)}`;
}

const hashOf = (lines: readonly string[]): string => createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 12);

function sorted(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(sorted);
  if (typeof tree !== "object" || tree === null) return tree;
  const entries = Object.entries(tree).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, sorted(value)]));
}
