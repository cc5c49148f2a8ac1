import type { GeneratedFile } from "../derived";
import type { Tree } from "../text/tree";
import type { Values } from "../values/values";

/** Lines are shorter than this (characters), and a file has no more of them. */
const width = 140;
const mostLines = 30;

/**
 * The contents of generated files in few lines, for readers of a preview that creates them: the numbers of jobs, groups, receivers and users, and
 * their names, with secrets and unknown values masked.
 */
export function contentsOf(files: Readonly<Record<string, GeneratedFile>>, values: Values): string[] {
  return Object.values(files).flatMap(({ parts = [] }) => {
    const named = parts.filter(({ name }) => name !== undefined);
    return [...new Set(named.map(({ section }) => section))].flatMap((section) => {
      const items = named.filter((part) => part.section === section);
      const names = items.map(({ name, tree }) => `${values.mask(name ?? "")}${rulesOf(tree)}`);
      return cut(filled(`${items.length} ${section}: `, names), items.length);
    });
  });
}

/** The entry of a group includes its rules. */
function rulesOf(tree: Tree): string {
  const { rules } = tree as { readonly rules?: unknown };
  return Array.isArray(rules) ? ` (${rules.length} ${rules.length === 1 ? "rule" : "rules"})` : "";
}

/** Words in lines, with commas between them. */
function filled(title: string, words: readonly string[]): string[] {
  const lines: string[] = [];
  let line = title;
  for (const [index, word] of words.entries()) {
    const part = index < words.length - 1 ? `${word},` : word;
    if (line.length + part.length > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = "";
    }
    line += `${part} `;
  }
  return [...lines, line.trimEnd()];
}

function cut(lines: readonly string[], count: number): string[] {
  if (lines.length <= mostLines) return [...lines];
  return [...lines.slice(0, mostLines), `… and more, ${count} in all`];
}
