import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { expect } from "chai";
import { runCheck, runExplain, runTargets } from "../../provider/cli/commands";
import { scraperTargets } from "../../provider/inspect/scraper-targets";
import { prepare } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";

const file = join(__dirname, "../../docs/why-is-it-not-scraped.md");

/** The texts of files by their names. */
type Files = Readonly<Record<string, string>>;

interface Section {
  readonly title: string;
  readonly files: Files;
  readonly commands: readonly string[];
  /** The lines of the change that mends it. */
  readonly change: readonly string[];
}

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, of, body = ""]) => (of === language ? [body] : []));

const filesIn = (text: string): Files => Object.fromEntries(blocks(text, "yaml").map((body) => [/^# (\S+)$/m.exec(body)?.[1] ?? "", body]));

const commandsIn = (text: string): string[] => blocks(text, "console").flatMap((body) => body.match(/(?<=^\$ ).*$/gm) ?? []);

function sectionsIn(page: string): Section[] {
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
function mended(files: Files, change: readonly string[]): Files {
  const side = (signs: string): string => change.flatMap((line) => (signs.includes(line[0] ?? "") ? [`${line.slice(1)}\n`] : [])).join("");
  const [before, after] = [side(" -"), side(" +")];
  const places = Object.entries(files).filter(([, text]) => text.includes(before));
  const [name = "", text = ""] = places[0] ?? [];
  expect([places.length, text.split(before).length], `the change fits in one place:\n${before}`).to.deep.equal([1, 2]);
  return { ...files, [name]: text.replace(before, () => after) };
}

/** The output of commands in a folder with some files. */
async function outputs(files: Files, commands: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "why-"));
  const [before, { exitCode }, { write }] = [process.cwd(), process, process.stdout];
  const results: string[] = [];
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    process.chdir(folder);
    for (const command of commands) {
      const written: string[] = [];
      process.stdout.write = ((text: string) => written.push(text) > 0) as typeof write;
      try {
        await runCommand(command);
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

function runCommand(command: string): Promise<void> {
  const [name, ...args] = (command.match(/'[^']*'|\S+/g) ?? []).map((part) => part.replace(/^'(.*)'$/, "$1"));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { filename: { type: "string", short: "f", multiple: true }, sample: { type: "string" } },
  });
  const input = { filename: values.filename ?? [] };
  if (name === "check") return runCheck({ ...input, format: "text" });
  if (name === "targets") return runTargets({ ...input, format: "table" });
  return runExplain(positionals[0] ?? "", { ...input, ...(values.sample !== undefined && { sample: values.sample }) });
}

/** The page with the real output of its commands. */
async function withOutputs(page: string): Promise<string> {
  let result = page;
  for (const { title, files, commands } of sectionsIn(page)) {
    const texts = await outputs(files, commands);
    const body = commands.map((command, index) => `$ ${command}\n${texts[index]}`).join("\n");
    const start = result.indexOf(`\n## ${title}\n`);
    const rest = result.slice(start).replace(/^```console\n.*?^```$/ms, () => `\`\`\`console\n${body}\`\`\``);
    result = result.slice(0, start) + rest;
  }
  return result;
}

/** The number of targets that come from the scrape object of a section. */
function targetsIn(files: Files): number {
  const objects = Object.entries(files).flatMap(([name, text]) => readYaml(text, name));
  const jobs = scraperTargets(prepare(objects), objects).flatMap((scraper) => scraper.jobs);
  return jobs.filter(({ from }) => /Scrape\/\w+\/(shop|database)$/.test(from ?? "")).flatMap(({ targets }) => targets).length;
}

describe("the page about what is not scraped", function () {
  this.timeout(300_000);
  const page = readFileSync(file, "utf8");
  const sections = sectionsIn(page);

  it("shows the output of the commands as it is (UPDATE_GOLDEN=1 rewrites it)", async () => {
    expect(sections).to.have.lengthOf(20);
    const renewed = await withOutputs(page);
    if (process.env.UPDATE_GOLDEN === "1" && !process.env.CI) writeFileSync(file, renewed);
    expect(readFileSync(file, "utf8")).to.equal(renewed);
  });

  for (const { title, files, commands, change } of sections)
    it(`mends by its change: ${title}`, async () => {
      const changed = mended(files, change);
      const samples = commands.filter((command) => command.includes("--sample"));
      if (samples.length === 0) return expect([targetsIn(files), targetsIn(changed)]).to.deep.equal([0, 1]);
      expect((await outputs(files, samples)).join("")).to.include("gets nothing");
      return expect((await outputs(changed, samples)).join("")).not.to.include("gets nothing");
    });
});
