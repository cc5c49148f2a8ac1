import { documentation } from "./declarations";
import type { Field, ObjectType, TypeRef } from "./schema-types";

/** The cells of a row of a table. */
export type Row = readonly string[];

export const code = (text: string): string => `\`${text}\``;

export function tableOf(heads: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return [heads, heads.map(() => "---"), ...rows].map(line).join("");
}

/** The page on which the section of an object type is; empty for the page itself. */
export type PageOf = (object: string) => string;

export function typeName(type: TypeRef, pageOf: PageOf = () => ""): string {
  if ("list" in type) return `list of ${typeName(type.list, pageOf)}`;
  if ("map" in type) return `map of ${typeName(type.map, pageOf)}`;
  if ("object" in type) return `[${type.object}](${pageOf(type.object)}#${type.object.toLowerCase()})`;
  if ("kubernetes" in type) return type.kubernetes;
  return type.scalar;
}

const fieldRow = ({ name, type, info, required }: Field, pageOf: PageOf): Row => [
  `${code(name)}${required ? " (required)" : ""}`,
  "scalar" in type && info.oneOf ? info.oneOf.map((word) => code(String(word))).join(" or ") : typeName(type, pageOf),
  documentation(info),
];

/** The section of an object type, with a row for each field. */
export function objectSection({ name, description, fields }: ObjectType, pageOf: PageOf = () => ""): string {
  const rows = fields.map((field) => fieldRow(field, pageOf));
  return `### ${name}\n\n${description}\n\n${tableOf(["field", "type", "meaning"], rows)}`;
}
