import { string, structural } from "./fields";

/** A port that is given as text; empty text counts as absent. */
export const portText = (description: string) =>
  structural(string(description, { pattern: /^[0-9]*$/, expected: 'expected a port number in quotes, such as "8429"', example: "8429" }));
