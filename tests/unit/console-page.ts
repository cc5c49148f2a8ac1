import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { program } from "../../provider/cli/program";

/** The texts of files by their names. */
export type Files = Readonly<Record<string, string>>;

/** A part of a page that shows files, the output of commands in a folder with them, and the change that mends it. */
export interface Section {
  readonly title: string;
  readonly files: Files;
  readonly commands: readonly string[];
  /** The lines of the change that mends it. */
  readonly change: readonly string[];
}

/** The blocks of code in a language. */
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, of, body = ""]) => (of === language ? [body] : []));

const filesIn = (text: string): Files => Object.fromEntries(blocks(text, "yaml").map((body) => [/^# (\S+)$/m.exec(body)?.[1] ?? "", body]));

const commandsIn = (text: string): string[] => blocks(text, "console").flatMap((body) => body.match(/(?<=^\$ ).*$/gm) ?? []);

/** The sections of a page. The files between the marks of shared ones are in all of them. */
export function sectionsIn(page: string): Section[] {
  const shared = filesIn(page.split("<!-- shared -->")[1]?.split("<!-- end -->")[0] ?? "");
  return page
    .split(/^## /m)
    .slice(1)
    .map((text) => ({
      title: text.split("\n")[0] ?? "",
      files: { ...shared, ...filesIn(text) },
      commands: commandsIn(text),
      change: blocks(text, "diff").flatMap((body) => body.trimEnd().split("\n")),
    }));
}

/** The files after a change, which must fit in exactly one place. */
export function mended(files: Files, change: readonly string[]): Files {
  const side = (signs: string): string => change.flatMap((line) => (signs.includes(line[0] ?? "") ? [`${line.slice(1)}\n`] : [])).join("");
  const [before, after] = [side(" -"), side(" +")];
  const places = Object.entries(files).filter(([, text]) => text.includes(before));
  const [name = "", text = ""] = places[0] ?? [];
  expect([places.length, text.split(before).length], `the change fits in one place:\n${before}`).to.deep.equal([1, 2]);
  return { ...files, [name]: text.replace(before, () => after) };
}

/** The words of a command, as a shell takes them. */
const wordsOf = (command: string): string[] =>
  (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((part) => part.replace(/^(['"])(.*)\1$/, "$2"));

/** The output of commands in a folder with some files. */
export async function outputs(files: Files, commands: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "console-"));
  const [before, { exitCode }, { write }] = [process.cwd(), process, process.stdout];
  const results: string[] = [];
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    process.chdir(folder);
    for (const command of commands) {
      const written: string[] = [];
      process.stdout.write = ((text: string) => written.push(text) > 0) as typeof write;
      try {
        await program.parseAsync(wordsOf(command), { from: "user" });
      } finally {
        process.stdout.write = write;
      }
      results.push(written.join(""));
    }
    return results;
  } finally {
    process.chdir(before);
    process.exitCode = exitCode;
    rmSync(folder, { recursive: true });
  }
}

/** The files of a section without its change, and those with it, for a review of two folders. */
export const beforeAndAfter = ({ files, change }: Section): Files => {
  const inFolder = (folder: string, all: Files) => Object.entries(all).map(([name, text]) => [`${folder}/${name}`, text]);
  return Object.fromEntries([...inFolder("before", files), ...inFolder("after", mended(files, change))]);
};

/** The page with the real output of its commands. */
async function withOutputs(page: string, filesOf: (section: Section) => Files): Promise<string> {
  let result = page;
  for (const section of sectionsIn(page).filter(({ commands }) => commands.length > 0)) {
    const { title, commands } = section;
    const texts = await outputs(filesOf(section), commands);
    const body = commands.map((command, index) => `$ ${command}\n${texts[index]}`).join("\n");
    const start = result.indexOf(`\n## ${title}\n`);
    const rest = result.slice(start).replace(/^```console\n.*?^```$/ms, () => `\`\`\`console\n${body}\`\`\``);
    result = result.slice(0, start) + rest;
  }
  return result;
}

/** Compares the outputs in a page with the real ones; `UPDATE_GOLDEN=1` writes those instead. */
export async function expectRealOutputs(file: string, filesOf: (section: Section) => Files = ({ files }) => files): Promise<void> {
  const renewed = await withOutputs(readFileSync(file, "utf8"), filesOf);
  if (process.env.UPDATE_GOLDEN === "1" && !process.env.CI) writeFileSync(file, renewed);
  expect(readFileSync(file, "utf8")).to.equal(renewed);
}
