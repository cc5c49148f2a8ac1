import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The table of the variables that the operator reads from its environment, with their defaults. */
export const variablesFile = "docs/env.md";

/** `| NAME: `default` …`, a row of it. */
const row = /^\|\s*([A-Z][A-Z0-9_]*)\s*:\s*`([^`]*)`/gm;

/** The defaults of the variables of a checkout by their names, undefined if it has no table of them. */
export function readVariables(checkout: string): ReadonlyMap<string, string> | undefined {
  const file = join(checkout, variablesFile);
  if (!existsSync(file)) return undefined;
  const stated = [...readFileSync(file, "utf8").matchAll(row)].map(([, name = "", value = ""]) => [name, value] as const);
  if (stated.length === 0)
    throw new Error(`${file} has no row like "| VM_NAME: \`default\` |": read its new form in tools/operator/variables.ts`);
  return new Map(stated);
}

/** A default with the defaults of the variables that it names; of a variable without a default the name stays. */
export const filledIn = (value: string, defaults: ReadonlyMap<string, string>): string =>
  value.replace(/\$\{(\w+)\}/g, (reference, name: string) => defaults.get(name) ?? reference);
