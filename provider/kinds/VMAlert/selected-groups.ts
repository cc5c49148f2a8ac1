import type { Context } from "../../context";
import { type SelectorFields, selectedObjects } from "../../selection";
import type { Values } from "../../values/values";
import { Report } from "../../world/issues";
import { type CustomResource, type Metadata, objectKey, skipsChecks } from "../../world/objects";
import { deduplicate, describeRepetition, type NumberedRule, numbered, repetitionsAmong } from "../VMRule/repeated-rules";
import type { VMRuleSpec } from "../VMRule/schema";
import type { Alert, Spec } from "./model";
import { hasArgument, hasNotifiers } from "./notifiers";

export type Group = VMRuleSpec["groups"][number];
type Rules = CustomResource<VMRuleSpec>;

/** A group that is evaluated, and the name under which readers find it: `namespace/object/group`. */
export interface SelectedGroup {
  readonly label: string;
  /** Key of its VMRule. */
  readonly object: string;
  readonly group: Group;
}

/** A VMAlert as far as its rules depend on it. */
export interface Evaluator {
  readonly metadata: Metadata;
  readonly selectors: SelectorFields;
  readonly enforcedNamespaceLabel?: string;
  /** Whether alerts have a destination. */
  readonly sendsAlerts: boolean;
}

export const evaluatorOf = ({ metadata, workload: { spec } }: Alert): Evaluator => ({
  metadata,
  selectors: ruleSelectors(spec),
  enforcedNamespaceLabel: spec.enforcedNamespaceLabel,
  sendsAlerts: hasNotifiers(spec),
});

/** The groups of all VMRules that are selected, as they are evaluated: in the order of the objects, `namespace/name`, and of their groups. */
export function selectedGroups(evaluator: Evaluator, context: Context): SelectedGroup[] {
  const { metadata, selectors, sendsAlerts } = evaluator;
  const objects = selectedObjects<VMRuleSpec>("VMRule", metadata.namespace, selectors, context);
  const groups = objects.flatMap((object) => evaluatedGroups(object, evaluator, context));
  if (!sendsAlerts) warnOfAlerts(objects, context);
  return groups;
}

/** The groups of an object as they are evaluated. An object with a group that vmalert would refuse then is left out as a whole. */
function evaluatedGroups(object: Rules, evaluator: Evaluator, { values, report }: Context): SelectedGroup[] {
  const found = new Report(objectKey(object), report.issues);
  const groups = object.spec.groups.map((group) => ({ group, rules: evaluatedRules(group.rules, object, evaluator, values) }));
  const repeated = skipsChecks(object)
    ? []
    : groups.flatMap(({ rules }, index) =>
        repetitionsAmong(rules, values).map((repetition) => ({ path: `spec.groups[${index}]`, repetition })),
      );
  for (const { path, repetition } of repeated) found.error(`${path}.rules[${repetition.index}]`, describeRepetition(repetition));
  if (repeated.length > 0) return [];
  return groups
    .filter(({ rules }) => evaluator.sendsAlerts || rules.length > 0)
    .map(({ group, rules }) => ({
      label: `${object.metadata.namespace}/${object.metadata.name}/${group.name}`,
      object: objectKey(object),
      group: { ...group, rules: rules.map(({ rule }) => rule) },
    }));
}

/** Warns of alerting rules that are left out since nobody would get their alerts. */
function warnOfAlerts(objects: readonly Rules[], { report }: Context): void {
  const alerts = objects
    .map(({ metadata, spec }) => ({
      name: `${metadata.namespace}/${metadata.name}`,
      number: spec.groups.flatMap(({ rules }) => rules.filter(({ alert }) => alert)).length,
    }))
    .filter(({ number }) => number > 0);
  if (alerts.length === 0) return;
  const number = alerts.reduce((sum, one) => sum + one.number, 0);
  const names = alerts.slice(0, mostNames).map(({ name }) => name);
  const where = `${names.join(", ")}${alerts.length > mostNames ? ` and ${alerts.length - mostNames} more` : ""}`;
  report.warning(
    "spec.notifiers",
    `are none, so that ${number} alerting ${number === 1 ? "rule is" : "rules are"} left out, of VMRule ${where}: give a notifier, or set ` +
      'spec.extraArgs["notifier.blackhole"] to "true" to evaluate them all the same',
  );
}

/** So many objects are named in a message. */
const mostNames = 5;

/** Warns of groups for tenants where vmalert would not start because of them. */
export function checkTenants(groups: readonly SelectedGroup[], spec: Spec, { report }: Context): void {
  const found = groups.find(({ group }) => group.tenant);
  if (!found || hasArgument(spec, "clusterMode")) return;
  const message = `the group ${found.label} is for a tenant, which needs the enterprise version with a license and this flag: give both`;
  report.warning("spec.extraArgs.clusterMode", message);
}

/** How a VMAlert chooses VMRules. */
export const ruleSelectors = ({ ruleSelector, ruleNamespaceSelector, selectAllByDefault }: Spec): SelectorFields => ({
  objects: { path: "spec.ruleSelector", selector: ruleSelector },
  namespaces: { path: "spec.ruleNamespaceSelector", selector: ruleNamespaceSelector },
  all: selectAllByDefault,
});

/** Rules without repetitions if that is enabled, with the enforced label, and without alerts if there are no notifiers. */
function evaluatedRules(rules: Group["rules"], { metadata }: Rules, evaluator: Evaluator, values: Values): NumberedRule[] {
  const { enforcedNamespaceLabel: label, sendsAlerts } = evaluator;
  const distinct = evaluator.metadata.annotations?.[deduplicate] ? withoutRepetitions(numbered(rules), values) : numbered(rules);
  const labelled = label
    ? distinct.map(({ index, rule }) => ({ index, rule: { ...rule, labels: { ...rule.labels, [label]: metadata.namespace } } }))
    : distinct;
  return sendsAlerts ? labelled : labelled.filter(({ rule }) => !rule.alert);
}

/** The first of rules that differ only in the use of their results. */
function withoutRepetitions(rules: readonly NumberedRule[], values: Values): NumberedRule[] {
  const repeated = new Set(repetitionsAmong(rules, values).map(({ index }) => index));
  return rules.filter(({ index }) => !repeated.has(index));
}
