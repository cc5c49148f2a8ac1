import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { ensure } from "../../tools/toolchain.mjs";
import { heading, problems, row, summary } from "./report";
import { type Preview, Rehearsal } from "./run";
import { forEachStack } from "./stacks";
import type { Change, Stack } from "./stacks/stack";

interface Options {
  readonly only?: string;
  readonly stack?: string;
  readonly out?: string;
}

type Outcome = { readonly preview: Preview; readonly failure?: undefined } | { readonly preview?: undefined; readonly failure: string };

const command = new Command("bench:preview")
  .description("Counts what `pulumi preview --diff` prints for changes of one value. It fails where a limit is not kept.")
  .option("--only <text>", "only the changes whose name contains this text")
  .option("--stack <name>", "only this stack: ordinary, k8s-stack or group")
  .option("--out <folder>", "write the text of each preview below this folder");

async function bench(options: Options): Promise<string[]> {
  const executables = (await ensure(["pulumi", "pulumi-resource-kubernetes"])) as Record<string, string>;
  console.log(heading);
  const runs = forEachStack((stack) => () => previewsOf(stack, executables, options));
  const outcomes: Outcome[] = [];
  for (const run of runs) outcomes.push(...(await run()));
  const previews = outcomes.flatMap(({ preview }) => preview ?? []);
  const failures = outcomes.flatMap(({ failure }) => failure ?? []);
  if (previews.length === 0) return [...failures, "there is no preview"];
  console.log(`\n${previews.length} changes: ${summary(previews)}`);
  return [...failures, ...problems(previews)];
}

async function previewsOf<Settings>(
  stack: Stack<Settings>,
  executables: Record<string, string>,
  { only = "", stack: wanted = stack.name, out }: Options,
): Promise<Outcome[]> {
  const changes = stack.changes.filter(({ name }) => name.includes(only));
  if (wanted !== stack.name || changes.length === 0) return [];
  const rehearsal = await Rehearsal.create(stack, executables);
  const outcomes: Outcome[] = [];
  try {
    for (const change of changes) {
      const outcome = await outcomeOf(rehearsal, change);
      outcomes.push(outcome);
      if (!outcome.preview) continue;
      console.log(row(outcome.preview));
      if (out !== undefined) write(out, outcome.preview);
    }
  } finally {
    rehearsal.remove();
  }
  return outcomes;
}

/** A change that cannot be previewed does not keep the others from being measured. */
async function outcomeOf<Settings>(rehearsal: Rehearsal<Settings>, change: Change<Settings>): Promise<Outcome> {
  try {
    return { preview: await rehearsal.preview(change) };
  } catch (error) {
    return { failure: `${change.name}: ${error instanceof Error ? error.message : error}` };
  }
}

/** The text of a person's preview. */
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
