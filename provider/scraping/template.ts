/** The scraper puts variables of its environment in the place of `%{NAME}`, so what such a text will be is not known. */
export const isTemplate = (text: string): boolean => text.includes("%{");
