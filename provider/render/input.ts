import { readFileSync } from "node:fs";
import { filesOf } from "./files";

/** A text and the name under which messages know it. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The texts of all files that paths stand for, and of standard input for `-`. */
export function readTexts(paths: readonly string[]): TextFile[] {
  return paths.flatMap((path) =>
    path === "-" ? [{ name: "standard input", text: readFileSync(0, "utf8") }] : filesOf(path).map(readText),
  );
}

const readText = (path: string): TextFile => ({ name: path, text: readFileSync(path, "utf8") });
