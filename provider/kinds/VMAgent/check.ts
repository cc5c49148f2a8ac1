import type { Context } from "../../context";
import { checkPreStopSleep } from "../../kubernetes/container";
import { checkHorizontalPodAutoscaler } from "../../kubernetes/horizontal-pod-autoscaler";
import { checkSwitches } from "../../kubernetes/http-server";
import { checkServiceName } from "../../kubernetes/service";
import { checkRollout } from "../../kubernetes/stateful-set";
import { checkAggregationRules } from "../../kubernetes/stream-aggregation";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkListedVolumes } from "../../kubernetes/volumes";
import { scrapingFields } from "../../schema/scraping";
import { checkScraping } from "../../scraping/check";
import { scrapeKinds } from "../../scraping/kinds";
import { checkRelabelRules } from "../../scraping/relabeling-check";
import type { CustomResource } from "../../world/objects";
import { agentOf, type Spec, type Target } from "./agent";
import type { VMAgentArguments } from "./arguments";
import type { VMAgentSpec } from "./schema";
import { daemonRollout, statefulRollout } from "./workloads";

/** Reports what the fields' own types cannot say. */
export function check(resource: CustomResource<VMAgentSpec>, context: Context<VMAgentArguments>): void {
  const { workload, mode } = agentOf(resource, context);
  const { spec } = workload;
  checkServiceName(workload, context);
  checkSwitches(workload, context);
  checkPreStopSleep(workload, context);
  checkListedVolumes(workload, context);
  checkModes(spec, context);
  if (mode === "StatefulSet") checkRollout(workload, statefulRollout(spec), context);
  if (mode === "DaemonSet") checkRollout(workload, daemonRollout(spec), context);
  checkHorizontalPodAutoscaler(spec.hpa, "spec.hpa", context);
  checkVerticalPodAutoscaler(spec.vpa, "spec.vpa", context);
  checkTargets(spec, context);
  checkRelabelRules(spec.inlineRelabelConfig, "spec.inlineRelabelConfig", context);
  checkAggregationRules(spec.streamAggrConfig, "spec.streamAggrConfig", context);
  checkScraping(resource.spec, context);
  if (context.arguments.userManagedConfig) checkUserManagedConfig(spec, context);
}

/** What a DaemonSet cannot be or have. */
const notOnEachNode = ["statefulMode", "hpa", "vpa", "podDisruptionBudget", "enableKubernetesAPISelectors"] as const;

function checkModes(spec: Spec, { report }: Context): void {
  if (!spec.daemonSetMode) return;
  for (const field of notOnEachNode)
    if (spec[field]) report.error(`spec.${field}`, "cannot be used with daemonSetMode: leave one of them out");
}

function checkTargets({ remoteWrite }: Spec, context: Context): void {
  if (remoteWrite.length === 0) context.report.error("spec.remoteWrite", "expected at least one target");
  for (const [index, target] of remoteWrite.entries()) checkTarget(target, `spec.remoteWrite[${index}]`, context);
}

function checkTarget({ url, basicAuth, oauth2, ...rules }: Target, path: string, context: Context): void {
  const { values, report } = context;
  if (values.isEmpty(url)) report.error(`${path}.url`, "is empty: expected a URL such as http://vmsingle-main:8428/api/v1/write");
  if (basicAuth?.password?.name && basicAuth.password_file)
    report.error(`${path}.basicAuth`, "password and password_file are both given: leave one of them out");
  if (oauth2?.client_secret?.name && oauth2.client_secret_file)
    report.error(`${path}.oauth2`, "client_secret and client_secret_file are both given: leave one of them out");
  checkRelabelRules(rules.inlineUrlRelabelConfig, `${path}.inlineUrlRelabelConfig`, context);
  checkAggregationRules(rules.streamAggrConfig, `${path}.streamAggrConfig`, context);
}

/** Reports whatever would be part of a generated configuration: there is none. */
function checkUserManagedConfig(spec: Spec, { world, report }: Context): void {
  if (spec.ingestOnlyMode) report.error("spec.ingestOnlyMode", "reads no configuration: leave out this or the argument userManagedConfig");
  for (const field of Object.keys(scrapingFields) as (keyof typeof scrapingFields)[]) {
    if (field === "ingestOnlyMode" || spec[field] === undefined || spec[field] === false) continue;
    report.error(`spec.${field}`, "has no effect with the argument userManagedConfig: put it into the configuration of your own");
  }
  for (const { kind } of scrapeKinds) {
    if (world.customResources(kind).length === 0) continue;
    report.error("selectFrom", `has ${kind} objects, which have no effect with the argument userManagedConfig: leave them out`);
  }
}
