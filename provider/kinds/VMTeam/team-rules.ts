import { printedItem, textOf } from "../../config/buckets";
import { readContract } from "../../features/team/contract";
import { alertContract } from "../../features/team/rule-settings";
import { alertOfTeam, teamFile } from "../../features/team/team-place";
import { Report } from "../../world/issues";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { printedGroup } from "../VMAlert/rule-file";
import { selectedGroups } from "../VMAlert/selected-groups";
import { checkNamespaces, selectorsOf } from "./namespaces";
import type { VMTeamSpec } from "./schema";
import { type TeamFiles, unknownFiles } from "./team-jobs";

/** The rules of a team as its alert evaluates them. Undefined without an alert, or without the platform's rules. */
export function ruleFiles(resource: CustomResource<VMTeamSpec>, context: KindContext): TeamFiles | undefined {
  const { alert: reference } = resource.spec;
  const contract = reference && readContract(alertOfTeam, reference, "spec.alert", alertContract, context);
  if (!contract) return undefined;
  if ("unknown" in contract) return unknownFiles(alertOfTeam, contract);
  const { team, spec } = contract;
  const alert = `VMAlert ${reference.namespace}/${reference.name}`;
  checkNamespaces(resource, contract, alert, context);
  const evaluator = {
    metadata: reference,
    selectors: selectorsOf(resource),
    enforcedNamespaceLabel: spec.enforcedNamespaceLabel,
    sendsAlerts: spec.sendsAlerts === true,
  };
  const groups = selectedGroups(evaluator, context);
  for (const { object, group, label } of groups) {
    if (!group.tenant) continue;
    const report = new Report(object, context.report.issues);
    report.error("spec.groups", `the group ${label} is for a tenant, but ${alert} has that of its team: leave tenant out`);
  }
  const number = groups.reduce((sum, { group }) => sum + group.rules.length, 0);
  const limit = team.limits?.rules;
  if (limit !== undefined && number > Number(limit))
    context.report.error("spec.alert", `gets ${number} rules, but ${alert} allows its team ${String(limit)}: use fewer`);
  const items = groups.map(({ label, object, group }) => ({ ...printedItem(label, printedGroup(group), context.values), object }));
  const name = teamFile(alertOfTeam);
  const text = items.length > 0 ? `groups:\n${textOf(items)}` : "groups: []\n";
  const parts = items.map(({ name: label, object, tree }) => ({ section: "groups", name: label, object, tree }));
  return { files: { [name]: text }, configs: [{ role: "rules", files: { [name]: { text, parts } } }] };
}
