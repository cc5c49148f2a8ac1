import { readFileSync } from "node:fs";
import { type Block, blocksIn } from "../code-blocks/blocks";
import { isShell } from "../code-blocks/commands";

/** A command as a document prints it, on one line. */
export interface Command {
  readonly document: string;
  /** The first line of its block. */
  readonly line: number;
  /** Without its comment, and without the parts that the document puts in square brackets because they may be left out. */
  readonly text: string;
  /** The comment behind it; empty where it has none. */
  readonly comment: string;
}

/** The part of a document below one heading, or for one language of a choice. */
export interface Section {
  readonly document: string;
  readonly title: string;
  readonly commands: readonly Command[];
  /** The texts of the files that it shows, by the name in the first line of each. */
  readonly files: Readonly<Record<string, string>>;
}

/** All sections of a document, in its order. */
export function sectionsIn(document: string): Section[] {
  const blocks = blocksIn(document);
  const titles = titlesIn(document, blocks);
  return titles.map(({ title, line }, index) => {
    const end = titles[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const own = blocks.filter((block) => block.line > line && block.line < end);
    return { document, title, commands: own.filter(isShell).flatMap(commandsIn), files: Object.fromEntries(own.flatMap(fileIn)) };
  });
}

/** Sections of a document by their titles; an error for a title that it does not have. */
export function sections(document: string, ...titles: readonly string[]): Section[] {
  const all = sectionsIn(document);
  return titles.map((title) => {
    const section = all.find((one) => one.title === title);
    if (!section) throw new Error(`${document} has no section ${title}, only ${all.map((one) => one.title).join(", ")}`);
    return section;
  });
}

/** The commands of sections, in their order. */
export const commandsOf = (all: readonly Section[]): Command[] => all.flatMap(({ commands }) => commands);

interface Title {
  readonly title: string;
  readonly line: number;
}

const heading = /^#{1,4} (.*)$|^\{\{% choosable language (\w+) %\}\}$/;

/** The headings of a document with their lines; before the first one the document's own name. */
function titlesIn(document: string, blocks: readonly Block[]): Title[] {
  const code = new Set(blocks.flatMap(({ line, text }) => text.split("\n").map((_, index) => line + index)));
  const found = readFileSync(document, "utf8")
    .split("\n")
    .flatMap((text, index) => {
      const [, title, language] = heading.exec(text) ?? [];
      const name = title ?? language;
      return name === undefined || code.has(index + 1) ? [] : [{ title: name, line: index + 1 }];
    });
  return [{ title: document, line: 0 }, ...found];
}

/** The commands of a block. One that goes over several lines becomes one line. */
function commandsIn({ document, line, text }: Block): Command[] {
  return text
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .flatMap((printed) => {
      const [, command = "", comment = ""] = /^(.*?)(?:(?:^|\s+)# (.*))?$/.exec(printed) ?? [];
      const needed = command.replaceAll(/ \[-[^\]]*\]/g, "").trim();
      return needed === "" ? [] : [{ document, line, text: needed, comment }];
    });
}

const fileName = /^(?:#|\/\/) ([\w./-]+\.\w+)\n/;

/** The file that a block shows; nothing for a block that does not begin with the name of one. */
function fileIn({ text }: Block): [string, string][] {
  const name = fileName.exec(text)?.[1];
  return name === undefined ? [] : [[name, text]];
}
