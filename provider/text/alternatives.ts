/** Words as a sentence offers them for a choice: `a, b or c`. */
export const alternatives = (words: readonly string[]): string => words.join(", ").replace(/, ([^,]*)$/, " or $1");
