import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/**
 * The files of a path, in a fixed order: the file itself, all `.yaml`, `.yml` and `.json` files below a folder, or all files that match a pattern
 * with `*`, `**`, `?` and `{a,b}`.
 */
export function filesOf(path: string): string[] {
  if (/[*?{]/.test(path)) return filesMatching(path.split(sep).join("/"));
  return statSync(path).isDirectory() ? manifestsBelow(path) : [path];
}

const manifestsBelow = (folder: string): string[] => filesBelow(folder).filter((file) => /\.(ya?ml|json)$/.test(file));

/** Symbolic links are followed, but a folder is never entered from within itself. */
function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string, around: readonly string[]): void => {
    const real = realpathSync(path);
    if (around.includes(real)) return;
    for (const { name } of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, name);
      const status = statSync(inner, { throwIfNoEntry: false });
      if (!status) throw new Error(`${inner}: the symbolic link is broken: remove it, or create its target`);
      if (status.isDirectory()) visit(inner, [...around, real]);
      else if (status.isFile()) found.push(inner);
    }
  };
  visit(folder, []);
  return found.sort();
}

function filesMatching(pattern: string): string[] {
  const steps = pattern.split("/");
  const fixed = steps.slice(
    0,
    steps.findIndex((step) => /[*?{]/.test(step)),
  );
  const folder = fixed.length === 0 ? "." : fixed.join("/") || "/";
  const rest = expression(steps.slice(fixed.length).join("/"));
  const prefix = join(folder, "x").length - 1;
  return filesBelow(folder).filter((file) =>
    rest.test(
      file
        .slice(folder === "." ? 0 : prefix)
        .split(sep)
        .join("/"),
    ),
  );
}

const wildcards: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
  "{": "(?:",
  "}": ")",
  ",": "|",
};

/** A pattern as a regular expression; a comma separates alternatives only between braces. */
function expression(pattern: string): RegExp {
  let depth = 0;
  const source = pattern.replace(/\*\*\/|\*\*|[*?{},]|[.+^$()|[\]\\]/g, (part) => {
    if (part === "{") depth++;
    if (part === "}") depth--;
    const isText = !(part in wildcards) || (part === "," && depth === 0);
    return isText ? `\\${part}` : (wildcards[part] ?? part);
  });
  return new RegExp(`^${source}$`);
}
