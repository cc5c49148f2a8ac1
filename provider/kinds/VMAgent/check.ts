import { checkRelabelRules, ofFile } from "../../config/relabeling-check";
import { checkPodSelfScrapes } from "../../features/pod-self-scrape";
import { checkAggregation } from "../../features/stream-aggregation";
import { checkFieldsWithTeam, checkTeam } from "../../features/team/team-check";
import type { Team } from "../../features/team/team-fields";
import { checkHorizontalPodAutoscaler } from "../../kubernetes/horizontal-pod-autoscaler";
import { checkServiceName } from "../../kubernetes/service";
import { checkRollout } from "../../kubernetes/stateful-set";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkScraping } from "../../scraping/scraper-check";
import { scrapingFields } from "../../scraping/scraper-fields";
import { own } from "../../text/own";
import { checkLicense } from "../../workload/license";
import { checkSecretNames } from "../../workload/volumes";
import { checkWorkload } from "../../workload/workload-check";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMAgentArguments } from "./arguments";
import { type Agent, agentOf, hasStoredCredentials, type Spec } from "./model";
import type { VMAgentSpec } from "./schema";
import { isSharded } from "./shards";
import { checkTarget } from "./target-check";
import { daemonRollout, statefulRollout } from "./workloads";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VMAgentSpec>, context: KindContext<VMAgentArguments>): void {
  const { workload, mode } = agentOf(resource, context);
  const { spec } = workload;
  checkServiceName(workload, context);
  checkWorkload(workload, context);
  checkLicense(spec.license, "spec.license", context);
  checkModes(spec, context);
  checkFieldsOfModes(spec, mode, context);
  if (mode === "StatefulSet") checkRollout(workload, statefulRollout(spec), context);
  if (mode === "DaemonSet") {
    checkRollout(workload, daemonRollout(spec), context);
    checkPodSelfScrapes(spec, context);
  }
  checkHorizontalPodAutoscaler(spec.hpa, "spec.hpa", context);
  checkVerticalPodAutoscaler(spec.vpa, "spec.vpa", context);
  checkSecretNames(
    { "spec.license.keyRef": spec.license?.keyRef, "spec.configReloadAuthKeySecret": spec.configReloadAuthKeySecret },
    context.report,
  );
  checkTargets(spec, context);
  checkRelabelRules(spec.inlineRelabelConfig, "spec.inlineRelabelConfig", context, ofFile);
  checkAggregation(spec.streamAggrConfig, "spec.streamAggrConfig", context);
  checkScraping(resource.spec, context);
  if (context.arguments.userManagedConfig) checkUserManagedConfig(spec, context);
  if (context.arguments.team) checkAgentOfTeam(context.arguments.team, spec, context);
}

const selectors = Object.keys(scrapingFields).filter((name) => name.endsWith("Selector") || name === "selectAllByDefault");

/** Fields that an agent of a team cannot have, each with the remedy. */
const notForTeams: Readonly<Record<string, string>> = {
  ...Object.fromEntries(selectors.map((name) => [name, "its jobs come from its team; leave it out, or use another VMAgent"])),
  ingestOnlyMode: "the team's targets would not be scraped; leave one of them out",
  apiServerConfig: "the team's namespaces are those of the agent's own cluster; leave it out",
};

function checkAgentOfTeam(team: Team, spec: Spec, context: KindContext<VMAgentArguments>): void {
  const { report, arguments: args } = context;
  checkTeam(team, context);
  checkFieldsWithTeam(spec, notForTeams, context);
  if (args.userManagedConfig) report.error("userManagedConfig", "cannot be used with the argument team: leave one of them out");
  for (const name of Object.keys(team.labels ?? {})) {
    if (own(spec.remoteWriteSettings?.label ?? {}, name) === undefined) continue;
    report.error(`spec.remoteWriteSettings.label.${name}`, "is a label of the team as well: leave one of them out");
  }
  for (const [index, target] of spec.remoteWrite.entries()) {
    if (!hasStoredCredentials(target)) continue;
    report.warning(
      `spec.remoteWrite[${index}]`,
      "has credentials in the agent of a team, whose jobs can send files of its pod to their targets: write to another VMAgent, which has them",
    );
  }
}

/** Fields that a DaemonSet cannot have. */
const notOnEachNode = ["statefulMode", "hpa", "vpa", "podDisruptionBudget", "enableKubernetesAPISelectors"] as const;

function checkModes(spec: Spec, { report }: KindContext): void {
  if (!spec.daemonSetMode) return;
  for (const field of notOnEachNode)
    if (spec[field]) report.error(`spec.${field}`, "cannot be used with daemonSetMode: leave one of them out");
}

/** Fields that only some modes heed. */
const fieldsOfModes: readonly { readonly modes: readonly Agent["mode"][]; readonly fields: readonly (keyof Spec)[] }[] = [
  { modes: ["Deployment"], fields: ["updateStrategy", "rollingUpdate"] },
  { modes: ["DaemonSet"], fields: ["daemonSetUpdateStrategy", "daemonSetRollingUpdateStrategyBehavior"] },
  { modes: ["Deployment", "StatefulSet"], fields: ["replicaCount", "shardCount"] },
  {
    modes: ["StatefulSet"],
    fields: [
      "statefulStorage",
      "statefulRollingUpdateStrategy",
      "statefulRollingUpdateStrategyBehavior",
      "persistentVolumeClaimRetentionPolicy",
      "claimTemplates",
    ],
  },
];

/** Warns of fields without effect in the agent's mode. */
function checkFieldsOfModes(spec: Spec, mode: Agent["mode"], { report }: KindContext): void {
  for (const { modes, fields } of fieldsOfModes) {
    if (modes.includes(mode)) continue;
    for (const field of fields)
      if (spec[field]) report.warning(`spec.${field}`, `has no effect on a ${mode}: it is for a ${modes.join(" or a ")}`);
  }
}

function checkTargets(spec: Spec, context: KindContext): void {
  const { remoteWrite } = spec;
  if (remoteWrite.length === 0) context.report.error("spec.remoteWrite", "expected at least one target");
  for (const [index, target] of remoteWrite.entries()) checkTarget(target, `spec.remoteWrite[${index}]`, isSharded(spec), context);
}

/** Reports all fields for a generated configuration, since none is generated. */
function checkUserManagedConfig(spec: Spec, { world, report, kinds }: KindContext): void {
  if (spec.ingestOnlyMode) report.error("spec.ingestOnlyMode", "reads no configuration: leave out this or the argument userManagedConfig");
  for (const field of Object.keys(scrapingFields) as (keyof typeof scrapingFields)[]) {
    if (field === "ingestOnlyMode" || spec[field] === undefined || spec[field] === false) continue;
    report.error(`spec.${field}`, "has no effect with the argument userManagedConfig: put it into your own configuration");
  }
  for (const { kind } of kinds.scraped) {
    if (world.customResources(kind).length === 0) continue;
    report.error("selectFrom", `has ${kind} objects, which have no effect with the argument userManagedConfig: leave them out`);
  }
}
