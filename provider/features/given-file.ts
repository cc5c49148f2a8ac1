import type { Checker, Rule } from "../config/checker";
import type { TreeMap } from "../config/keys";
import { parseYaml } from "../config/parse-yaml";
import type { Context, KeySelector } from "../context";
import { isMap } from "../text/tree";
import type { Opened } from "../values/values";

/** A file of a program in a Secret that the user gives: the reference to it, and the field that it stands in. */
interface GivenFile {
  readonly namespace: string;
  readonly reference: KeySelector;
  readonly path: string;
  /** The program that reads it, as messages call it. */
  readonly program: string;
}

/**
 * Reports what a program would refuse at its start of a file that comes from a Secret. The program reads it by itself, so the Secret need not be
 * among the objects that are looked at; where it is, and its value is known, its content is held against the rule.
 */
export function checkGivenFile({ namespace, reference, path, program }: GivenFile, rule: Rule, { world, values, report }: Context): void {
  const { name = "", key } = reference;
  const found = world.secretKey(namespace, name, key);
  const error = (message: string): void => report.error(path, `${JSON.stringify(key)} of Secret ${namespace}/${name}: ${message}`);
  if ("missing" in found) {
    if (found.missing === "key")
      report.error(path, `Secret ${namespace}/${name} has no key ${JSON.stringify(key)}, and ${program} does not start`);
    return;
  }
  const opened = values.open(found.value, parseMap);
  if (!opened) return;
  const checker: Checker = { values, program, error: (place, message) => error(place === "" ? message : `${place}: ${message}`) };
  if ("problem" in opened) error(opened.problem);
  else rule(opened.data, "", checker);
}

function parseMap(text: string): Opened<TreeMap> {
  const parsed = parseYaml(text);
  if ("problem" in parsed) return parsed;
  return isMap(parsed.data ?? {}) ? { data: (parsed.data ?? {}) as TreeMap } : { problem: "is no configuration: expected a map" };
}
