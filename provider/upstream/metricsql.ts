import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { packageFolder } from "../package";
import type { ParseProblem, Parsers } from "./parsers";

/** The place of the built module. */
const folder = join(packageFolder, "dist", "metricsql");

/** The two functions of the module, see `tools/go/metricsql`. */
interface Module {
  readonly parseMetricsQL: (text: string) => ParseProblem | null;
  readonly parseTemplate: (text: string) => ParseProblem | null;
}

let loaded: Parsers | undefined;

/** The parsers of VictoriaMetrics and Go, loaded when they are first asked for. Undefined where the package was built without them. */
export function loadParsers(): Parsers | undefined {
  if (loaded) return loaded;
  if (!existsSync(join(folder, "metricsql.wasm"))) return undefined;
  const { parseMetricsQL, parseTemplate } = start();
  loaded = { expression: remembering(parseMetricsQL), template: remembering(parseTemplate) };
  return loaded;
}

/** The largest number of kept answers. */
const limit = 20_000;

/** A parser that keeps its answers, since every component that selects a rule checks it. */
function remembering(parse: (text: string) => ParseProblem | null): (text: string) => ParseProblem | undefined {
  const answers = new Map<string, ParseProblem | undefined>();
  return (text) => {
    if (!answers.has(text)) {
      if (answers.size >= limit) answers.clear();
      answers.set(text, parse(text) ?? undefined);
    }
    return answers.get(text);
  };
}

/** Runs a module's Go program, which puts its functions into the global scope and then waits forever. */
const run = `(bytes) => {
  const go = new Go();
  void go.run(new WebAssembly.Instance(new WebAssembly.Module(bytes), go.importObject));
}`;

/** Starts the module in a global scope of its own, since Go's glue code adds missing globals there. */
function start(): Module {
  const scope = createContext({ ...surroundings });
  runInContext(readFileSync(join(folder, "wasm_exec.js"), "utf8"), scope, { filename: "wasm_exec.js" });
  (runInContext(run, scope) as (bytes: Uint8Array) => void)(readFileSync(join(folder, "metricsql.wasm")));
  return scope as unknown as Module;
}

/** The globals of the glue code. Nothing is printed, and no timer keeps the process alive. */
const surroundings = {
  TextEncoder,
  TextDecoder,
  crypto,
  performance,
  console: { log: () => undefined, warn: () => undefined, error: () => undefined },
  setTimeout: (callback: () => void, delay: number) => setTimeout(callback, delay).unref(),
  clearTimeout,
};
