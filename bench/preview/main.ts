import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { ensure } from "../../tools/toolchain.mjs";
import { heading, problems, row, summary } from "./report";
import { type Preview, Rehearsal } from "./run";
import { forEachStack } from "./stacks";
import type { Stack } from "./stacks/stack";

interface Options {
  readonly only?: string;
  readonly stack?: string;
  readonly out?: string;
}

const command = new Command("bench:preview")
  .description("Counts what `pulumi preview --diff` prints for changes of one value. It fails where a limit is not kept.")
  .option("--only <text>", "only the changes whose name contains this text")
  .option("--stack <name>", "only this stack: ordinary, k8s-stack or group")
  .option("--out <folder>", "write the text of each preview below this folder");

async function bench(options: Options): Promise<string[]> {
  const executables = (await ensure(["pulumi", "pulumi-resource-kubernetes"])) as Record<string, string>;
  console.log(heading);
  const runs = forEachStack((stack) => () => previewsOf(stack, executables, options));
  const previews: Preview[] = [];
  for (const run of runs) previews.push(...(await run()));
  if (previews.length === 0) return ["no change has such a name"];
  console.log(`\n${previews.length} changes: ${summary(previews)}`);
  return problems(previews);
}

async function previewsOf<Settings>(
  stack: Stack<Settings>,
  executables: Record<string, string>,
  { only = "", stack: wanted = stack.name, out }: Options,
): Promise<Preview[]> {
  const changes = stack.changes.filter(({ name }) => name.includes(only));
  if (wanted !== stack.name || changes.length === 0) return [];
  const rehearsal = await Rehearsal.create(stack, executables);
  const previews: Preview[] = [];
  try {
    for (const change of changes) {
      const preview = await rehearsal.preview(change);
      previews.push(preview);
      console.log(row(preview));
      if (out !== undefined) write(out, preview);
    }
  } finally {
    rehearsal.remove();
  }
  return previews;
}

/** What a person would have read. */
function write(out: string, { stack, change, text }: Preview): void {
  const folder = join(out, stack);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${change.replaceAll(/[^\w]+/g, "-")}.txt`), text);
}

bench(command.parse().opts<Options>()).then(
  (found) => {
    for (const problem of found) console.error(problem);
    process.exitCode = found.length > 0 ? 1 : 0;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
