import { defaultsSchema } from "../defaults";
import { any, boolean, described, list, structural, word } from "./fields";

/** Narrower permissions than the operator's; of every kind that derives Roles. */
export const leastPrivilege = structural(
  boolean(
    "Derives no permissions beyond what this component needs: Roles name the objects that may be read. Default false, the operator's permissions.",
  ),
);

/** Arguments of every component that derives objects. */
export const derivingArguments = {
  selectFrom: list(
    "What selectors and references see: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as " +
      "resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these.",
    any("A component, a Kubernetes resource, or a manifest."),
  ),
  defaults: described(
    "Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`.",
    defaultsSchema,
  ),
  onInvalid: word(
    "What invalid objects in `selectFrom` do: `fail` (the default) fails the run, `skip` leaves them out with a warning.",
    ["fail", "skip"],
    { name: "OnInvalid", plain: true },
  ),
  readReferences: boolean(
    "Whether required references to Secrets and ConfigMaps that `selectFrom` does not answer are read from the cluster. Default true where there is a cluster.",
    { plain: true },
  ),
  adopt: boolean(
    "Takes over objects that are in the cluster already, as an operator has made them: while it is true, fields that others own are applied by force. " +
      "The generated password of a VMUser is taken from the user's Secret, which must be there then, when it is kept for the first time. Default " +
      "false: a field that somebody else has set to another value is an error.",
    { plain: true },
  ),
};
