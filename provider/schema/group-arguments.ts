import { chart } from "./chart";
import { derivingArguments } from "./component-arguments";
import { any, described, list, map, object, string, stringOrList, word } from "./fields";

const { selectFrom, defaults, onInvalid, readReferences, adopt } = derivingArguments;

/** Arguments of ConfigGroup. */
export const groupArguments = object("ConfigGroupArguments", "Arguments of ConfigGroup.", {
  files: stringOrList(
    "Files, folders (all `.yaml`, `.yml` and `.json` files below) and patterns with `*`, `**`, `?` and `{a,b}`, relative to the program's folder: one, or a list.",
  ),
  yaml: stringOrList("YAML texts with any number of manifests: one, or a list."),
  objs: any("Manifests as plain data, with Outputs wherever components accept them: one, or a list."),
  charts: list(
    "Helm charts, rendered as `helm template` does. Their monitors and rules join the group, and no definitions of kinds that the group converts or " +
      "derives from go to the cluster; their other objects are registered as they are.",
    chart,
  ),
  namespace: string("Namespace of objects without one. Default: the provider's, else the stack's `kubernetes:namespace`, else `default`."),
  selectFrom: described(
    "Further objects for selectors and references, beside the group's own: components of this package, Kubernetes resources and plain manifests.",
    selectFrom,
  ),
  defaults,
  onInvalid: described(
    "Treatment of invalid objects: `fail` (the default) fails the run, `skip` leaves scrape objects, rules and the like out with a warning. Invalid " +
      "objects that become workloads or Secrets always fail the run, since leaving them out would delete running objects.",
    onInvalid,
  ),
  readReferences: described(
    "Whether required references to Secrets and ConfigMaps that are missing in the group are read from the cluster. Default true if there is a " +
      "cluster.",
    readReferences,
  ),
  adopt: described(
    "Takes over existing objects of the cluster, such as those of an operator: `adopt` of each component in the group, and the same for " +
      "objects that are registered as they are. Default false.",
    adopt,
  ),
  components: word(
    "Which custom resources become components: `needed` (the default) are those for which something is created, and all others, such as scrape objects " +
      "and rules, are held as text, which previews show as well; `all` makes one of each, for programs that refer to them by their names.",
    ["needed", "all"],
    { name: "GroupComponents", plain: true },
  ),
  arguments: map(
    'Further arguments of single custom resources as components, beside `metadata` and `spec`, by `Kind/namespace/name`: `{ "VMAgent/monitoring/main": ' +
      "{ leastPrivilege: true } }`. An unknown name is an error.",
    any("Arguments of the custom resource's component."),
  ),
});
