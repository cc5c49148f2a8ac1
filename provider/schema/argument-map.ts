import { z } from "zod";
import { item, register } from "./fields";

/** The name of an argument as everything here knows it: without the dashes that people write before it. */
const argumentName = (name: string): string => name.replace(/^-+/, "");

/** Arguments with their bare names. */
export const withArgumentNames = <Value>(given: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [argumentName(name), value]));

/**
 * Arguments of a program by their names. Dashes before a name do not count: a look-up of `tls` finds `--tls`, and each container writes the dashes of
 * its own. A name that is given twice, in two spellings, is an error.
 */
export function argumentMap(description: string): z.ZodRecord<z.ZodString, typeof item> {
  const schema = z
    .record(z.string(), item)
    .check(({ value, issues }) => {
      const names = Object.keys(value);
      for (const [index, name] of names.entries()) {
        const first = names.find((other) => argumentName(other) === argumentName(name)) ?? name;
        const problem = argumentName(name) === "" ? "has no name" : `is the same argument as ${first}: leave one of them out`;
        if (argumentName(name) === "" || names.indexOf(first) < index)
          issues.push({ code: "custom", path: [name], input: value[name], message: problem });
      }
    })
    .overwrite(withArgumentNames);
  return register(schema, { description, type: "map" });
}
