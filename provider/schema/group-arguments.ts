import { chart } from "./chart";
import { derivingArguments } from "./component-arguments";
import { any, described, list, map, object, string, stringOrList } from "./fields";

const { selectFrom, defaults, onInvalid, readReferences, adopt } = derivingArguments;

/** Arguments of ConfigGroup. */
export const groupArguments = object("ConfigGroupArguments", "Arguments of ConfigGroup.", {
  files: stringOrList(
    "Files, folders (all `.yaml`, `.yml` and `.json` files below) and patterns with `*`, `**`, `?` and `{a,b}`, from where the program runs: one, or a list.",
  ),
  yaml: stringOrList("YAML texts with any number of manifests: one, or a list."),
  objs: any("Manifests as plain data, with Outputs wherever a component takes them: one, or a list."),
  charts: list(
    "Helm charts, rendered as `helm template` does. Their monitors and rules join the group, and no definitions of kinds that the group converts or " +
      "derives from go to the cluster; their other objects are registered as they are.",
    chart,
  ),
  namespace: string(
    "Namespace of objects that name none. Default: the provider's, else the stack's `kubernetes:namespace`, else `default`.",
  ),
  selectFrom: described(
    "What selectors and references see beside the group's own objects: components of this package, Kubernetes resources and plain manifests.",
    selectFrom,
  ),
  defaults,
  onInvalid: described(
    "What invalid objects do: `fail` (the default) fails the run, `skip` leaves scrape objects, rules and the like out with a warning. Invalid " +
      "objects that become workloads or Secrets always fail the run, since leaving them out would delete what runs.",
    onInvalid,
  ),
  readReferences: described(
    "Whether required references to Secrets and ConfigMaps that the group does not answer are read from the cluster. Default true where there is a " +
      "cluster.",
    readReferences,
  ),
  adopt: described(
    "Takes over objects that are in the cluster already, as an operator has made them: `adopt` of each component in the group, and the same for " +
      "objects that are registered as they are. Default false.",
    adopt,
  ),
  arguments: map(
    'What single custom resources take beside `metadata` and `spec` as components, by `Kind/namespace/name`: `{ "VMAgent/monitoring/main": ' +
      "{ leastPrivilege: true } }`. A name that none of the group's objects has is an error.",
    any("Arguments of the custom resource's component."),
  ),
});
