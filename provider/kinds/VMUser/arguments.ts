import type { z } from "zod";
import { boolean, object, string, structural } from "../../schema/fields";

/** Arguments of the component beside `metadata` and `spec`. */
export const componentArguments = object("VMUserArguments", "Arguments of VMUser beside `metadata` and `spec`.", {
  rotate: structural(
    string(
      "Any text, such as a date. With another text than before a password that was generated (`generatePassword`) is made anew; without a change it " +
        "stays as it is.",
    ),
  ),
  adopt: structural(
    boolean(
      "Takes over the password of the user's Secret in the cluster, as an operator has generated it, instead of making one. It counts only when " +
        "the password is kept for the first time; the Secret must be there then. Default false.",
    ),
  ),
});

export type VMUserArguments = z.output<typeof componentArguments>;
