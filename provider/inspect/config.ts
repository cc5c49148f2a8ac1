import type { RenderedConfig } from "../render";
import { findKey } from "./reference";
import { UsageError } from "./usage";

/**
 * The generated configuration of one object, with secrets masked. `file` is the name of one of its files, or `ROLE/NAME` if several have the same
 * name; without it the result has all files, each under a comment with its name if there are several.
 *
 * `others` are the keys of objects that may have none.
 *
 * @throws UsageError when there is no such object, when it has no configuration, or when the file does not exist.
 */
export function configText(configs: readonly RenderedConfig[], reference: string, file?: string, others: readonly string[] = []): string {
  const keys = configs.map(({ object }) => object);
  const key = findKey(reference, [...keys, ...others]);
  if (!keys.includes(key))
    throw new UsageError(`${key} has no generated configuration; ${[...new Set(keys)].join(", ") || "no object"} has`);
  const all = configs
    .filter(({ object }) => object === key)
    .flatMap(({ role, files }) => Object.entries(files).map(([name, text]) => ({ name, id: `${role}/${name}`, text })));
  const found = all.filter(({ name, id }) => file === undefined || file === name || file === id);
  if (found.length === 0)
    throw new UsageError(`${key} has no generated file ${file ?? ""}: expected ${all.map(({ id }) => id).join(", ")}`);
  const [first] = found;
  if (first && found.length === 1) return first.text;
  return found.map(({ id, text }) => `# ${id}\n${text.endsWith("\n") ? text : `${text}\n`}`).join("---\n");
}
