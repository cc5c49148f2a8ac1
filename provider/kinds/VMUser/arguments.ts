import type { z } from "zod";
import { object, string, structural } from "../../schema/fields";

/** Arguments of the component beside `metadata` and `spec`. */
export const componentArguments = object("VMUserArguments", "Arguments of VMUser beside `metadata` and `spec`.", {
  rotate: structural(
    string(
      "Any text, such as a date. A changed text replaces a generated password (`generatePassword`); without a change it " +
        "stays as it is.",
    ),
  ),
});

export type VMUserArguments = z.output<typeof componentArguments>;
