import type { z } from "zod";
import { boolean, described, object, structural } from "../../schema/fields";
import { managedMetadata } from "../../schema/metadata";
import { userFields } from "../../vmauth/user-fields";
import { resourceFields } from "../../workload/resource-fields";

export const spec = object(
  "VMUserSpec",
  "A user of VMAuths, and the targets of its requests. It takes effect in every VMAuth that selects it.",
  {
    ...userFields,
    managedMetadata: described("Labels and annotations for the derived Secret.", managedMetadata),
    disable_secret_creation: structural(
      boolean("Makes no Secret with the user's credentials. Default false: a Secret is made for clients of this user."),
    ),
    useLegacyNaming: described(
      "The derived Secret is called like the resource, without `vmuser-` in front. Default false; a change makes a new Secret.",
      resourceFields.useLegacyNaming,
    ),
  },
);

export type VMUserSpec = z.output<typeof spec>;
