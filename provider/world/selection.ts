import type { Context } from "../context";
import type { CustomResource } from "./objects";
import { type LabelSelector, selectorProblems } from "./selectors";

/** A selector and the field that it stands in. */
export interface SelectorField {
  readonly path: string;
  readonly selector: LabelSelector | undefined;
}

/** How a workload chooses custom resources of one kind. */
export interface SelectorFields {
  readonly objects: SelectorField;
  readonly namespaces: SelectorField;
  /** Whether everything is chosen without any selector. */
  readonly all?: boolean;
}

/** The custom resources of a kind that a workload in `namespace` chooses, in the order of `namespace/name`. */
export function selectedObjects<Spec>(
  kind: string,
  namespace: string,
  { objects, namespaces, all }: SelectorFields,
  { world, defaults, report }: Context,
): CustomResource<Spec>[] {
  const watched = defaults.watchNamespaces;
  const isConfined = watched.length > 0;
  // Who is confined to namespaces cannot read labels of namespaces.
  const namespaceSelector = namespaces.selector && isConfined ? {} : namespaces.selector;
  for (const name of world.unknownNamespaces(kind, namespaceSelector)) {
    const message = `the labels of the namespace ${name} are not known, only its name: give the Namespace among the objects that are looked at`;
    report.warning(namespaces.path, message, { kind: "Namespace", namespace: "", name });
  }
  const selected = world.select<Spec>(kind, namespace, { selector: objects.selector, namespaceSelector, all });
  return isConfined ? selected.filter((object) => watched.includes(object.metadata.namespace)) : selected;
}

/** Reports a selector that Kubernetes would refuse. */
export function checkSelector({ path, selector = {} }: SelectorField, { report }: Pick<Context, "report">): void {
  for (const [where, message] of selectorProblems(selector)) report.error(`${path}.${where}`, message);
}
