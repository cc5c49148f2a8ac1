/**
 * The scraper replaces `%{NAME}` by a variable of its environment, so the final text is not known. Without the closing bracket the text stays as it
 * is.
 */
export const isTemplate = (text: string): boolean => /%\{[^}]+\}/.test(text);
