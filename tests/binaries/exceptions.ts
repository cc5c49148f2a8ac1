import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** An input of which a program refuses what is derived, although nothing is wrong with it. */
export interface Exception {
  readonly program: string;
  /** Name of the input. */
  readonly input: string;
  readonly reason: string;
}

/** The checked-in exceptions of a program. */
export function exceptionsOf(program: string): Exception[] {
  const all = (parse(readFileSync(join(__dirname, "exceptions.yaml"), "utf8")) ?? []) as Exception[];
  return all.filter((exception) => exception.program === program);
}
