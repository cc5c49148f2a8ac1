import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { createContext, runInContext } from "node:vm";
import { packageFolder } from "../package";
import { remembering } from "../text/remembering";
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
  readonly parseLogsRule: (text: string) => ParseProblem | null;
  readonly parseLogsFilter: (text: string) => ParseProblem | null;
  readonly parseRelabeling: (rules: string) => RuleProblem | null;
  readonly parseAggregation: (rules: string, options: string) => RuleProblem | null;
  readonly relabelTargets: (job: string, labels: string) => Answer;
  readonly relabelSample: (rules: string, labels: string) => Answer;
  readonly aggregateSample: (rules: string, options: string, labels: string) => Answer;
}

let started: Module | undefined;
let loaded: Parsers | undefined;

/**
 * VictoriaMetrics' parsers; undefined where the package was built without them. The module is started when the first text is parsed. Answers
 * are kept, since every component that selects a rule checks it.
 */
export function loadParsers(): Parsers | undefined {
  if (loaded) return loaded;
  if (!isBuilt()) return undefined;
  loaded = {
    expression: remembering((text: string) => module().parseMetricsQL(text) ?? undefined),
    template: remembering((text: string) => module().parseTemplate(text) ?? undefined),
    logsRule: remembering((text: string) => module().parseLogsRule(text) ?? undefined),
    logsFilter: remembering((text: string) => module().parseLogsFilter(text) ?? undefined),
    relabeling: remembering((rules: string) => module().parseRelabeling(rules) ?? undefined),
    aggregation: remembering((rules: string, options: string) => module().parseAggregation(rules, options) ?? undefined),
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

/** Runs a module's Go program, which puts its functions into the global scope and then waits forever. */
const run = `(bytes) => {
  const go = new Go();
  void go.run(new WebAssembly.Instance(new WebAssembly.Module(bytes), go.importObject));
}`;

/** Starts the module in a global scope of its own, since Go's glue code adds missing globals there. */
function start(): Module {
  const scope = createContext({ ...surroundings });
  runInContext(readFileSync(join(folder, "wasm_exec.js"), "utf8"), scope, { filename: "wasm_exec.js" });
  compileAgainAfter(budget.never);
  (runInContext(run, scope) as (bytes: Uint8Array) => void)(readFileSync(join(folder, "upstream.wasm")));
  compileAgainAfter(budget.ofV8);
  return scope as unknown as Module;
}

/**
 * The bytes of a function that run before V8 compiles it again, with all its optimisations. That takes several times as long as parsing all texts of
 * a program, so it never happens to this module, which keeps the value that it was made with. Other modules get V8's.
 */
const budget = { never: 2_000_000_000, ofV8: 13_000_000 };

const compileAgainAfter = (bytes: number): void => setFlagsFromString(`--wasm-tiering-budget=${bytes}`);

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
