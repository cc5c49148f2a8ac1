/**
 * The scraper puts variables of its environment in the place of `%{NAME}`, so what such a text will be is not known. Without the closing bracket
 * it leaves the text as it is.
 */
export const isTemplate = (text: string): boolean => /%\{[^}]+\}/.test(text);
