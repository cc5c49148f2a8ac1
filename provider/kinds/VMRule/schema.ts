import type { z } from "zod";
import { boolean, integer, item, knownWord, list, map, object, required, string, structural } from "../../schema/fields";

const durationText = (description: string) => string(description, { example: "1m" });

const rule = object(
  "Rule",
  "A rule: an expression whose results become series (`record`) or alerts (`alert`). Exactly one of the two must be given.",
  {
    record: structural(string("Name of the series that the results are written to.")),
    alert: structural(string("Name of the alerts that the results become. Without any notifier, VMAlert leaves alerting rules out.")),
    expr: string(
      "Expression that is evaluated, in the language of the group's `type`. It must not be empty, and one that cannot be parsed is an error.",
      { example: "up == 0" },
    ),
    for: durationText("How long an alert is pending before it fires. Default 0: it fires at once. Only for alerting rules."),
    keep_firing_for: durationText("How long an alert goes on firing after the expression has stopped to give it. Default 0."),
    labels: map("Labels for the results. They win over those of the group. Values may be templates; `__name__` is an error.", item),
    annotations: map("Texts for the readers of the alert. Values may be templates: `{{ $labels.instance }} is down`.", item),
    debug: boolean("Logs each evaluation in detail. Default false."),
    update_entries_limit: integer(
      "How many past evaluations the rule's page in the user interface shows. Default: `-rule.updateEntriesLimit` of vmalert.",
    ),
  },
);

const group = object("RuleGroup", "Rules that are evaluated together, one after the other unless `concurrency` says otherwise.", {
  name: required(
    structural(string("Name of the group. It must not be empty, and no other group of the object may have it.", { example: "node" })),
  ),
  rules: required(
    list("The rules, in the order of their evaluation. No two may share expression, name and labels. The list may be empty.", rule),
  ),
  interval: durationText("Time between evaluations. Default: `evaluationInterval` of the VMAlert."),
  eval_offset: durationText(
    "Evaluations start this long after each multiple of `interval`, or before it if negative. At most `interval` long, and not together with " +
      "`eval_delay`.",
  ),
  eval_delay: durationText(
    "How far in the past rules look, so that late samples are seen. Default: `-rule.evalDelay` of vmalert. Not with `eval_offset`.",
  ),
  eval_alignment: boolean("Whether the time of an evaluation is rounded down to a multiple of `interval`. Default true."),
  concurrency: integer("How many rules are evaluated at a time. Default 1. Negative values are errors."),
  limit: integer(
    "Most results that a rule may give; with more its evaluation fails. 0, the default, is no limit. Negative values are errors.",
  ),
  labels: map("Labels for the results of all rules. Labels of a rule win.", item),
  type: knownWord(
    "Language of the expressions: `prometheus` for MetricsQL and PromQL, which is the default, `graphite` or `vlogs` for LogsQL.",
    ["prometheus", "graphite", "vlogs"],
  ),
  tenant: string(
    "Tenant whose samples are read and written, `accountID` or `accountID:projectID`. Enterprise only, with the flag `-clusterMode`. Anything " +
      "that is not one or two 32-bit integers is an error.",
    { example: "42:7" },
  ),
  params: map("Parameters for the requests to the datasource, each with its values.", list("Values of the parameter.", item)),
  headers: list("Headers for the requests to the datasource, `Name: value`. They win over those of the VMAlert.", item),
  notifier_headers: list("Headers for the requests to notifiers, `Name: value`. They win over those of the VMAlert.", item),
});

export const spec = object("VMRuleSpec", "Groups of alerting and recording rules for every VMAlert that selects the object.", {
  groups: required(list("Groups of rules. The list may be empty.", group)),
});

export type VMRuleSpec = z.output<typeof spec>;
