import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { UsageError } from "../inspect/usage";
import { filesOf } from "../sources/files";

/** A text and its name in messages. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The name of standard input, as a path and in messages. */
const standardInput = { path: "-", name: "standard input" };

/**
 * The texts of all files that paths stand for, and of standard input for `-`.
 *
 * @throws UsageError when a path cannot be read or matches no file.
 */
export async function readTexts(paths: readonly string[]): Promise<TextFile[]> {
  const texts = paths.map(async (path) =>
    path === standardInput.path ? [{ name: standardInput.name, text: await text(process.stdin) }] : readFiles(path),
  );
  return (await Promise.all(texts)).flat();
}

function readFiles(path: string): TextFile[] {
  const files = attempt(path, () => filesOf(path));
  if (files.length === 0) throw new UsageError(`${path} matches no file: expected at least one .yaml, .yml or .json file`);
  return files.map((file) => ({ name: file, text: attempt(file, () => readFileSync(file, "utf8")) }));
}

/** The meanings of the system's codes. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  ENOENT: "the file or folder does not exist",
  ENOTDIR: "a part of the path is a file",
};

function attempt<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new UsageError(`cannot read ${path}: ${reasons[code] ?? message}`);
  }
}
