import { defaultsSchema } from "../defaults";
import { any, boolean, described, list, structural, word } from "./fields";

/** Permissions narrower than the operator's; for every kind that derives Roles. */
export const leastPrivilege = structural(
  boolean(
    "Derives no permissions beyond what this component needs: Roles name the objects that may be read. Default false, the operator's permissions.",
  ),
);

/** Arguments of every component that derives objects. */
export const derivingArguments = {
  selectFrom: list(
    "Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as " +
      "resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these.",
    any("A component, a Kubernetes resource, or a manifest.", { typescript: "Selectable" }),
  ),
  defaults: described(
    "Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`.",
    defaultsSchema,
  ),
  onInvalid: word(
    "Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning.",
    ["fail", "skip"],
    { name: "OnInvalid", plain: true },
  ),
  readReferences: boolean(
    "Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster.",
    { plain: true },
  ),
  adopt: boolean(
    "Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. " +
      "The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default " +
      "false: a field that another program has set to another value is an error.",
    { plain: true },
  ),
};
