import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { packageFolder } from "../package";
import type { ParseProblem, Parsers, RuleProblem } from "./parsers";
import type { Aggregated, RelabeledTarget, Relabeling, RelabelStep } from "./relabeler";

/** The place of the built module. */
const folder = join(packageFolder, "dist", "wasm");

/** JSON, or the reason of a failure. */
type Answer = string | { readonly message: string };

/** The functions of the module, see `tools/go/upstream`. */
interface Module {
  readonly parseMetricsQL: (text: string) => ParseProblem | null;
  readonly parseTemplate: (text: string) => ParseProblem | null;
  readonly parseRelabeling: (rules: string) => RuleProblem | null;
  readonly parseAggregation: (rules: string, options: string) => RuleProblem | null;
  readonly relabelTargets: (job: string, labels: string) => Answer;
  readonly relabelSample: (rules: string, labels: string) => Answer;
  readonly aggregateSample: (rules: string, options: string, labels: string) => Answer;
}

let started: Module | undefined;
let loaded: Parsers | undefined;

/** VictoriaMetrics' parsers; undefined where the package was built without them. The module is started when the first text is parsed. */
export function loadParsers(): Parsers | undefined {
  if (loaded) return loaded;
  if (!isBuilt()) return undefined;
  loaded = {
    expression: remembering((text) => module().parseMetricsQL(text)),
    template: remembering((text) => module().parseTemplate(text)),
    relabeling: remembering((rules) => module().parseRelabeling(rules)),
    aggregation: remembering((rules, options) => module().parseAggregation(rules, options)),
  };
  return loaded;
}

/** VictoriaMetrics' relabeling; undefined where the package was built without it. */
export function loadRelabeling(): Relabeling | undefined {
  if (!isBuilt()) return undefined;
  const { stringify } = JSON;
  return {
    targets: (job, labels) => answered<readonly RelabeledTarget[]>(module().relabelTargets(stringify(job), stringify(labels))),
    sample: (rules, labels) => answered<readonly RelabelStep[]>(module().relabelSample(stringify(rules), stringify(labels))),
    aggregation: (rules, options, labels) => answered<readonly Aggregated[]>(module().aggregateSample(rules, options, stringify(labels))),
  };
}

function answered<Result>(answer: Answer): Result {
  if (typeof answer !== "string") throw new Error(answer.message);
  return JSON.parse(answer) as Result;
}

const isBuilt = (): boolean => existsSync(join(folder, "upstream.wasm"));

function module(): Module {
  started ??= start();
  return started;
}

/** The largest number of kept answers. */
const limit = 20_000;

/** A parser that keeps its answers, since every component that selects a rule checks it. */
function remembering<Texts extends readonly string[], Problem>(parse: (...texts: Texts) => Problem | null) {
  const answers = new Map<string, Problem | undefined>();
  return (...texts: Texts): Problem | undefined => {
    const key = texts.join("\0");
    if (!answers.has(key)) {
      if (answers.size >= limit) answers.clear();
      answers.set(key, parse(...texts) ?? undefined);
    }
    return answers.get(key);
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
  (runInContext(run, scope) as (bytes: Uint8Array) => void)(readFileSync(join(folder, "upstream.wasm")));
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
