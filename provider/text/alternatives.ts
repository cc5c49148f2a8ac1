const joined = (words: readonly string[], last: "and" | "or"): string => words.join(", ").replace(/, ([^,]*)$/, ` ${last} $1`);

/** Words as a sentence offers them for a choice: `a, b or c`. */
export const alternatives = (words: readonly string[]): string => joined(words, "or");

/** Words as a sentence has all of them: `a, b and c`. */
export const conjunction = (words: readonly string[]): string => joined(words, "and");
