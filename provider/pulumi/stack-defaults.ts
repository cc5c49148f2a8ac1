import * as pulumi from "@pulumi/pulumi";
import { type Defaults, defaultsSchema, defaultsWith } from "../defaults";
import { parseDefaults } from "../derivation";
import { infoOf } from "../schema/fields";
import type { Problem } from "../schema/parse";
import type { Values } from "../values/values";

/** Settings and their problems. */
export interface Settings {
  readonly defaults: Defaults;
  readonly problems: readonly Problem[];
  /** Unknown settings that the structure of objects waits for. */
  readonly deferred: readonly string[];
}

/** The stack's settings with those of a component, its resolved argument `defaults`, on top. */
export function settingsWith(given: unknown, values: Values): Settings {
  const stack = stackDefaults();
  const [fromStack, fromArgs] = [parseDefaults(stack.settings, values), parseDefaults(given, values)];
  const inStack = "problems" in fromStack ? fromStack.problems.map((problem) => ({ ...problem, path: placeInStack(problem.path) })) : [];
  return {
    defaults: defaultsWith("value" in fromStack ? fromStack.value : undefined, "value" in fromArgs ? fromArgs.value : undefined),
    problems: [...stack.problems, ...inStack, ...("problems" in fromArgs ? fromArgs.problems : [])],
    deferred: "deferred" in fromArgs ? fromArgs.deferred : [],
  };
}

/** The place of a setting in the stack's configuration. */
const placeInStack = (path: string): string => `configuration victoriametrics:${path.replace(/^defaults\.?/, "")}`;

/** The settings in the stack's configuration, `victoriametrics:<setting>`; maps and lists as JSON or set with `--path`. */
function stackDefaults(): { readonly settings: Record<string, unknown>; readonly problems: readonly Problem[] } {
  const config = pulumi.runtime.allConfig(); // read once: the SDK parses all of it each time
  const settings: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, schema] of Object.entries(defaultsSchema.shape)) {
    const text = config[`victoriametrics:${key}`];
    if (text === undefined) continue;
    const value = infoOf(schema).type === "string" ? text : parseJson(text);
    if (value === undefined) problems.push({ path: placeInStack(key), message: 'expected JSON, such as true, 5 or {"image":"…"}' });
    else settings[key] = value;
  }
  return { settings, problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
