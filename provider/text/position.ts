/** A problem of a text and its place: line and column from 1, or 0 if not known. */
export interface Misplaced {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** The problem at an offset of a text, with its line and column in characters. */
export function misplaced(message: string, text: string, offset: number): Misplaced {
  const lines = text.slice(0, offset).split("\n");
  return { message, line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
