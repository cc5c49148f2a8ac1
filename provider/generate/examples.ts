import { stringify } from "yaml";
import type { Kind } from "../kinds/kind";

/** Columns of a line in an editor's hint. */
const width = 100;

/** The statement that makes a component, by languages. */
export interface Examples {
  readonly typescript: string;
  readonly yaml: string;
}

/** The example of a kind as programs have it. */
export const examplesOf = ({ kind, example }: Pick<Kind, "kind" | "example">): Examples => ({
  typescript: `new victoriametrics.${kind}("main", ${literal({ spec: example })});`,
  yaml: stringify({ resources: { main: { type: `victoriametrics:${kind}`, properties: { spec: example } } } }).trimEnd(),
});

/** The example of ConfigGroup; the comment of its class has it too. */
export const groupExamples: Examples = {
  typescript: 'new victoriametrics.ConfigGroup("monitoring", { files: "manifests", namespace: "monitoring" });',
  yaml: stringify({
    resources: {
      monitoring: { type: "victoriametrics:ConfigGroup", properties: { files: "manifests", namespace: "monitoring" } },
    },
  }).trimEnd(),
};

/** Plain data as TypeScript, in one line where it fits. */
function literal(value: unknown, indent = "", taken = 0): string {
  const short = inline(value);
  const comma = 1;
  if (indent.length + taken + short.length + comma <= width && !(indent === "" && isStructure(value))) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value))
    return block(
      "[",
      "]",
      indent,
      value.map((item) => literal(item, deeper)),
    );
  if (!isStructure(value)) return short;
  const fields = Object.entries(value).map(([name, field]) => `${key(name)}: ${literal(field, deeper, name.length + 2)}`);
  return block("{", "}", indent, fields);
}

const block = (open: string, close: string, indent: string, items: readonly string[]): string =>
  `${open}\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}${close}`;

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isStructure(value)) return text(value);
  const fields = Object.entries(value).map(([name, field]) => `${key(name)}: ${inline(field)}`);
  return fields.length > 0 ? `{ ${fields.join(", ")} }` : "{}";
}

const isStructure = (value: unknown): value is object => typeof value === "object" && value !== null;

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name));

/** Text with quotes inside is easier to read in single quotes. */
const text = (value: unknown): string =>
  typeof value === "string" && value.includes('"') && !/['\\\n]/.test(value) ? `'${value}'` : JSON.stringify(value);
