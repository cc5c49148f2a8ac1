import type { Context } from "../../context";
import { alertOfTeam, teamCheckInterval, teamFiles } from "../../features/team/team-place";
import { sortedByBytes } from "../../text/order";
import { flag, flags, loggingFlags } from "../../workload/command-line";
import { licenseFlags } from "../../workload/license";
import type { Mounted } from "../../workload/volumes";
import type { Spec } from "./model";
import type { RuleFiles } from "./rule-files";

/** Where vmalert finds rules: the config-reloader unpacks them there. */
export const rulesOut: Mounted = {
  volume: { name: "rules-out", emptyDir: {} },
  mount: { name: "rules-out", mountPath: "/etc/vmalert/rules-out" },
};

/** The files with rules, quoted because vmalert splits them at commas. */
export function ruleFlags({ rulePath = [] }: Spec, rules: RuleFiles, { values }: Context): string[] {
  const unpacked = rules.mounted.map(({ volume }) => `${rulesOut.mount.mountPath}/${volume.name}/*.yaml`);
  return [...unpacked, ...rulePath].map((path) => flag("rule", values.apply("goQuoted", path)));
}

/** The flags by which vmalert takes up the rules of its team. */
export const teamRuleFlags = ({ values }: Context): string[] => [
  flag("rule", values.apply("goQuoted", teamFiles(alertOfTeam))),
  flag("configCheckInterval", teamCheckInterval),
];

/** The flags for the evaluation of rules, for logs, and for the license. */
export function settingFlags(spec: Spec, { values }: Context): string[] {
  const { evaluationInterval, externalLabels = {}, license } = spec;
  return [
    ...flags({ evaluationInterval }),
    ...Object.entries(sortedByBytes(externalLabels)).map(([name, value]) =>
      flag("external.label", values.apply("flagItem", `${name}=${value}`)),
    ),
    ...loggingFlags(spec),
    ...licenseFlags(license),
  ];
}
