import type { Review } from "../findings";
import { markdownOf } from "./markdown";
import { textOf } from "./text";

/** The output formats of a review. */
export const reviewFormats: Readonly<Record<"text" | "markdown" | "json", (review: Review) => string>> = {
  text: textOf,
  markdown: markdownOf,
  json: (review) => `${JSON.stringify(review, undefined, 2)}\n`,
};
