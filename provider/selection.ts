import type { Context } from "./context";
import type { CustomResource } from "./world/objects";
import { type LabelSelector, selectorProblems } from "./world/selectors";

/** A selector and the field that it stands in. */
export interface SelectorField {
  readonly path: string;
  readonly selector: LabelSelector | undefined;
}

/** How a workload chooses custom resources of one kind. */
export interface SelectorFields {
  readonly objects: SelectorField;
  readonly namespaces: SelectorField;
  /** Whether everything is chosen if no selector is given. */
  readonly all?: boolean;
}

/** The custom resources of a kind that a workload in `namespace` chooses, in the order of `namespace/name`. */
export function selectedObjects<Spec>(kind: string, namespace: string, fields: SelectorFields, context: Context): CustomResource<Spec>[] {
  const { world, report } = context;
  const { namespaces } = fields;
  for (const name of world.unknownNamespaces(kind, namespaceSelector(fields, context))) {
    const message = `the labels of the namespace ${name} are not known, only its name: add the Namespace to the given objects`;
    report.warning(namespaces.path, message, { kind: "Namespace", namespace: "", name });
  }
  const resources = world.customResources(kind) as readonly CustomResource<Spec>[];
  return resources.filter((resource) => isSelected(resource, namespace, fields, context));
}

/** Whether a workload in `namespace` chooses a custom resource. */
export function isSelected(resource: CustomResource, namespace: string, fields: SelectorFields, context: Context): boolean {
  const { world, defaults } = context;
  const watched = defaults.watchNamespaces;
  if (watched.length > 0 && !watched.includes(resource.metadata.namespace)) return false;
  const selection = { selector: fields.objects.selector, namespaceSelector: namespaceSelector(fields, context), all: fields.all };
  return world.selects(resource, namespace, selection);
}

/** A workload that is confined to namespaces cannot read labels of namespaces. */
const namespaceSelector = ({ namespaces }: SelectorFields, { defaults }: Context): LabelSelector | undefined =>
  namespaces.selector && defaults.watchNamespaces.length > 0 ? {} : namespaces.selector;

/** Reports a selector that Kubernetes would refuse. */
export function checkSelector({ path, selector = {} }: SelectorField, { report }: Pick<Context, "report">): void {
  for (const [where, message] of selectorProblems(selector)) report.error(`${path}.${where}`, message);
}
