import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultsSchema } from "../../provider/defaults";
import { type Block, placeOf } from "./blocks";

/** A command as a document shows it: its words, without comments, redirections and marks for optional parts. */
interface Command {
  readonly place: string;
  readonly words: readonly string[];
}

/** Programs of others, whose options are not checked here. */
const others = new Set([
  ".",
  "base64",
  "cd",
  "curl",
  "dotnet",
  "export",
  "git",
  "go",
  "helm",
  "kind",
  "kubectl",
  "kustomize",
  "mkdir",
  "mvn",
  "node",
  "pip",
  "python3",
  "rm",
  "sh",
  "sops",
  "venv/bin/pip",
]);

/** Problems of a command, by its program. */
const checks: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  npm: ([, command = "", script = ""]) => (command === "run" && !(script in scripts) ? [`there is no script ${script}`] : []),
  npx: ([, program = "", ...files]) => {
    const missing = program === "mocha" ? files.filter((file) => /^[\w/-]+\.test\.ts$/.test(file) && !existsSync(file)) : [];
    return missing.map((file) => `there is no file ${file}`);
  },
  pulumi: (words) => {
    const [setting] = words.flatMap((word) => word.match(/^victoriametrics:(\w+)/)?.[1] ?? []);
    return setting !== undefined && !(setting in defaultsSchema.shape) ? [`there is no setting ${setting}`] : [];
  },
};

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Readonly<Record<string, string>> };

/** The problems of the commands in blocks for a shell. */
export function problemsOfCommands(blocks: readonly Block[]): string[] {
  const commands = blocks.flatMap(commandsIn);
  const own = commands.filter(isOwn).map(({ place, words }) => ({ place, words: words.slice(words.indexOf(name) + 1) }));
  const rest = commands.filter((command) => !isOwn(command));
  return [
    ...refused(own),
    ...rest.flatMap(({ place, words }) => {
      const [program = ""] = words;
      const problems = checks[program]?.(words) ?? (others.has(program) ? [] : [`no test knows the program ${program}`]);
      return problems.map((problem) => `${place} ${words.join(" ")}: ${problem}`);
    }),
  ];
}

/** The number of commands of the command line itself in some blocks. */
export const countOfOwn = (blocks: readonly Block[]): number => blocks.flatMap(commandsIn).filter(isOwn).length;

const name = "pulumi-victoriametrics";
const isOwn = ({ words }: Command): boolean => words[words[0] === "npx" ? 1 : 0] === name;

/** Whether a block holds commands: by its language, or, if it has none, by its first word. */
export const isShell = ({ language, text }: Block): boolean =>
  ["sh", "bash"].includes(language) || (language === "indented" && beginsWithCommand(text));

function beginsWithCommand(text: string): boolean {
  const [first = ""] = text.split(/\s/);
  return first in checks || others.has(first) || /^[A-Z_]+=/.test(first);
}

/** The commands of the command line that it would refuse, by its own definition of commands and options. */
function refused(commands: readonly Command[]): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", join(__dirname, "accepts.ts")], {
    encoding: "utf8",
    input: JSON.stringify(commands.map(({ words }) => words)),
  });
  if (!stdout.startsWith("[")) throw new Error(stderr);
  const errors = JSON.parse(stdout) as string[];
  return commands.flatMap(({ place, words }, index) =>
    errors[index] ? [`${place} pulumi-victoriametrics ${words.join(" ")}: ${errors[index]}`] : [],
  );
}

/** The commands of a block for a shell, which may go over several lines. */
function commandsIn(block: Block): Command[] {
  const text = block.text.replaceAll(/\\\n\s*/g, " ");
  return text.split("\n").flatMap((line) =>
    partsOf(line).flatMap((part) => {
      const words = wordsIn(part).filter((word) => !/^[A-Z_]+=/.test(word));
      return words.length > 0 ? [{ place: placeOf(block), words }] : [];
    }),
  );
}

/** The commands of a line: those between pipes, in parentheses and after one another. */
const partsOf = (line: string): string[] =>
  line
    .replace(/(^|\s)# .*$/, "")
    .split(/ \| | && |;(?= |$)/)
    .map((part) => part.trim().replace(/^\(|\)$/g, ""));

/** The words of a command. Optional parts count as given, of alternatives the first, and redirections are left out. */
function wordsIn(command: string): string[] {
  const quoted = command.match(/'[^']*'|"[^"]*"|[^\s'"]+(?:'[^']*'|"[^"]*")?/g) ?? [];
  return quoted
    .map((word) => (/['"]/.test(word) ? word.replace(/^(['"])(.*)\1$/, "$2") : word.replaceAll(/^\[|\]$/g, "").replace(/\|.*$/, "")))
    .filter((word, index, all) => !/^[12]?[<>]/.test(word) && !/^[12]?[<>]{1,2}$/.test(all[index - 1] ?? ""));
}
