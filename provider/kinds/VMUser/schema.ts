import type { z } from "zod";
import { boolean, described, object, structural } from "../../schema/fields";
import { managedMetadata } from "../../schema/metadata";
import { userFields } from "../../vmauth/user-fields";
import { resourceFields } from "../../workload/resource-fields";

export const spec = object(
  "VMUserSpec",
  "Who may use a VMAuth, and where the requests go. It takes effect in every VMAuth that selects it.",
  {
    ...userFields,
    managedMetadata: described("Labels and annotations for the derived Secret.", managedMetadata),
    disable_secret_creation: structural(
      boolean("Makes no Secret with the user's credentials. Default false: there is one for whoever logs in as this user."),
    ),
    useLegacyNaming: described(
      "The derived Secret is called like the resource, without `vmuser-` in front. Default false; a change makes a new Secret.",
      resourceFields.useLegacyNaming,
    ),
  },
);

export type VMUserSpec = z.output<typeof spec>;
