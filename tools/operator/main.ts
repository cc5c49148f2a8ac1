import { parseArgs } from "node:util";
import { compareWith, reportText, sizeOf } from "./report";

const usage = "usage: npm run upstream -- CHECKOUT [--json], with the folder of a checkout of the operator";

/** Prints the differences. The exit code is 0 without any, 1 with some, and 2 if they could not be found out. */
function main(commandLine: readonly string[]): number {
  const { positionals, values } = parseArgs({
    args: [...commandLine],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [checkout, ...others] = positionals;
  if (checkout === undefined || others.length > 0) throw new Error(usage);
  const report = compareWith(checkout);
  process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  return sizeOf(report) === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
