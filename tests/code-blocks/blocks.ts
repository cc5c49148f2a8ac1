import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A block of code in a document. */
export interface Block {
  readonly document: string;
  /** The line of its first line of code. */
  readonly line: number;
  /** The language after the fence; `indented` for a block without a fence. */
  readonly language: string;
  readonly text: string;
}

/** The place of a block, for messages. */
export const placeOf = ({ document, line }: Block): string => `${document}:${line}`;

/** The documents for users: README, docs and the READMEs of the examples. */
export const documents: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...markdownIn("docs"),
  ...markdownIn("examples"),
];

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && !path.includes("node_modules") && !path.includes("venv"))
    .sort()
    .map((path) => join(folder, path));
}

const fence = /^( {0,3})(`{3,})(\w*)/;

/** The blocks of code of a document, in its order. */
export function blocksIn(document: string): Block[] {
  const lines = readFileSync(document, "utf8").split("\n");
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    const [, indentation = "", marks, language = ""] = fence.exec(lines[index] ?? "") ?? [];
    const start = marks === undefined ? index : index + 1;
    const isIndented = /^ {4}\S/.test(lines[index] ?? "") && (lines[index - 1] ?? "") === "";
    if (marks === undefined && !isIndented) continue;
    const isEnd = (line: string): boolean => (marks === undefined ? !/^( {4}|$)/.test(line) : line.trim() === marks);
    let end = start;
    while (end < lines.length && !isEnd(lines[end] ?? "")) end++;
    const indent = marks === undefined ? 4 : indentation.length;
    const code = lines.slice(start, end).map((line) => (line.slice(0, indent).trim() === "" ? line.slice(indent) : line));
    const text = `${code.join("\n").trimEnd()}\n`;
    blocks.push({ document, line: start + 1, language: marks === undefined ? "indented" : language, text });
    index = marks === undefined ? end - 1 : end;
  }
  return blocks;
}

/** The commands of the command line within sentences, each as a block. */
export function inlineCommandsIn(document: string): Block[] {
  const text = readFileSync(document, "utf8").replaceAll(/^ {0,3}```[\s\S]*?^ {0,3}```$/gm, (block) => block.replaceAll(/[^\n]/g, ""));
  return [...text.matchAll(/`((?:npx )?pulumi-victoriametrics [^`]+)`/g)].map(({ 1: command = "", index }) => ({
    document,
    line: text.slice(0, index).split("\n").length,
    language: "sh",
    text: command.replaceAll(/\s+/g, " "),
  }));
}
