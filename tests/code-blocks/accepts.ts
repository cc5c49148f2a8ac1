import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { program } from "../../provider/cli/program";

/**
 * Reads lists of words from standard input, as JSON, and prints for each the reason why the command line would refuse them; an empty text for those
 * that it takes. No command runs. It is a process of its own, since it changes the program.
 */
async function main(): Promise<void> {
  for (const command of [program, ...program.commands]) silence(command);
  const reasons: string[] = [];
  for (const words of JSON.parse(readFileSync(0, "utf8")) as string[][]) {
    reasons.push(
      await program.parseAsync(words, { from: "user" }).then(
        () => "",
        ({ message }: Error) => message,
      ),
    );
  }
  process.stdout.write(JSON.stringify(reasons));
}

function silence(command: Command): void {
  command.exitOverride();
  command.configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
  if (command !== program) command.action(() => undefined);
}

void main();
