import type { RenderedConfig } from "../render";
import { findKey } from "./reference";
import { UsageError } from "./usage";

/**
 * The generated configuration of one object, with secrets masked. `file` is the name of one of its files, or `ROLE/NAME` if several have the same
 * name; without it the result has all files, each under a comment with its name if there are several.
 *
 * @throws UsageError when the file does not exist.
 */
export function configText(configs: readonly RenderedConfig[], reference: string, file?: string): string {
  const key = findKey(
    reference,
    configs.map(({ object }) => object),
  );
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
