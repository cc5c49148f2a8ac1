import type { Context } from "../../context";
import { type SelectorFields, selectedObjects } from "../../selection";
import { type CustomResource, objectKey } from "../../world/objects";
import { ruleIdentity } from "../VMRule/rule-identity";
import type { VMRuleSpec } from "../VMRule/schema";
import type { Alert, Spec } from "./model";
import { hasArgument, hasNotifiers } from "./notifiers";

export type Group = VMRuleSpec["groups"][number];
type Rule = Group["rules"][number];

/** A group that is evaluated, and the name under which readers find it: `namespace/object/group`. */
export interface SelectedGroup {
  readonly label: string;
  /** Key of the VMRule that it comes from. */
  readonly object: string;
  readonly group: Group;
}

/** With any value but an empty one it asks for repeated rules to be left out. */
const deduplicate = "operator.victoriametrics.com/vmalert-deduplicate-rules";

/** The groups of all VMRules that a VMAlert selects, as it evaluates them: in the order of the objects, `namespace/name`, and of their groups. */
export function selectedGroups(alert: Alert, context: Context): SelectedGroup[] {
  const { spec } = alert.workload;
  const keepsAlerts = hasNotifiers(spec);
  const selectors = ruleSelectors(spec);
  const objects = selectedObjects<VMRuleSpec>("VMRule", alert.metadata.namespace, selectors, context);
  const groups = objects.flatMap((object) =>
    object.spec.groups
      .map((group) => evaluatedGroup(group, object, alert, context))
      .filter(({ rules }) => keepsAlerts || rules.length > 0)
      .map((group) => ({ label: `${object.metadata.namespace}/${object.metadata.name}/${group.name}`, object: objectKey(object), group })),
  );
  checkTenants(groups, spec, context);
  return groups;
}

/** Warns of groups for tenants where vmalert would not start because of them. */
function checkTenants(groups: readonly SelectedGroup[], spec: Spec, { report }: Context): void {
  const found = groups.find(({ group }) => group.tenant);
  if (!found || hasArgument(spec, "clusterMode")) return;
  const message = `the group ${found.label} is for a tenant, which only the enterprise version takes, with a license and this flag: give both`;
  report.warning("spec.extraArgs.clusterMode", message);
}

/** How a VMAlert chooses VMRules. */
export const ruleSelectors = ({ ruleSelector, ruleNamespaceSelector, selectAllByDefault }: Spec): SelectorFields => ({
  objects: { path: "spec.ruleSelector", selector: ruleSelector },
  namespaces: { path: "spec.ruleNamespaceSelector", selector: ruleNamespaceSelector },
  all: selectAllByDefault,
});

/** A group without repeated rules if that is asked for, with the enforced label, and without alerts where nobody would get them. */
function evaluatedGroup(group: Group, { metadata }: CustomResource, alert: Alert, context: Context): Group {
  const { spec } = alert.workload;
  const label = spec.enforcedNamespaceLabel;
  const distinct = alert.metadata.annotations?.[deduplicate] ? withoutRepetitions(group.rules, context) : group.rules;
  const labelled = label ? distinct.map((rule) => ({ ...rule, labels: { ...rule.labels, [label]: metadata.namespace } })) : distinct;
  return { ...group, rules: hasNotifiers(spec) ? labelled : labelled.filter(({ alert: name }) => !name) };
}

/** The first of the rules that differ at most in what they do with their results. */
function withoutRepetitions(rules: readonly Rule[], context: Context): Rule[] {
  const seen = new Set<string>();
  return rules.filter((rule) => {
    const identity = ruleIdentity(rule, context.values);
    return !seen.has(identity) && seen.add(identity);
  });
}
