import { boolean, described, string, structural } from "../schema/fields";
import { managedMetadata } from "../schema/metadata";

/** What a custom resource says about its derived objects as a whole. */
export const resourceFields = {
  managedMetadata: described("Labels and annotations that are put on every derived object. Pods have `podMetadata`.", managedMetadata),
  serviceAccountName: string(
    "An existing ServiceAccount for the pods to run under. Left out, one is made, along with whatever permissions the component needs; " +
      "with a name given here neither is made.",
  ),
  useLegacyNaming: structural(
    boolean(
      "Derived objects are called by the resource's name without its kind in front: `main` instead of `vmagent-main`. Default false; " +
        "a change renames the objects, which means new ones.",
    ),
  ),
};
