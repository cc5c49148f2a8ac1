/** Lines, one step further in. */
export const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
