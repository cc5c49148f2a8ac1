import { boolean, described, string, structural } from "../schema/fields";
import { managedMetadata } from "../schema/metadata";

/** Settings of a custom resource for all its derived objects. */
export const resourceFields = {
  managedMetadata: described("Labels and annotations that are put on every derived object. Pods have `podMetadata`.", managedMetadata),
  serviceAccountName: string(
    "An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; " +
      "with it, neither is made.",
  ),
  useLegacyNaming: structural(
    boolean(
      "Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; " +
        "a change renames the objects, so they are replaced.",
    ),
  ),
};
