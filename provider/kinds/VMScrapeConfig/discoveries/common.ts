import { filled } from "../../../config/keys";
import { boolean, integer, item, list, object, required, string } from "../../../schema/fields";
import type { Tree } from "../../../text/tree";
import type { Values } from "../../../values/values";

export const port = integer("Port of the targets. Default: the scraper's own, 80.");
export const tagSeparator = string("Text between the tags of a service in the label that holds them all. Default: the scraper's own, `,`.");
export const allowStale = boolean("Takes answers from followers too, which loads the leader less. Default: the scraper's own, true.");

/** Text that must be given. */
export const needed = (description: string, example: string) => required(string(description, { minLength: 1, example }));

/** Conditions of an API that are given by name and values. */
export const filters = list(
  "Conditions that the API is asked for.",
  object("Filter", "A condition on targets; one of the values must match.", {
    name: required(string("Name of the condition, as the API calls it.")),
    values: required(list("Values of the condition.", item)),
  }),
);

export const printedFilters = (given: readonly { readonly name: string; readonly values: string[] }[] | undefined): Tree =>
  filled(given?.map(({ name, values }) => ({ name, values })));

export const lowerCase = (text: string | undefined, values: Values): string | undefined => filled(text && values.apply("lowerCase", text));
