import type { Context } from "../../context";
import { checkPreStopSleep } from "../../kubernetes/container";
import { checkSwitches } from "../../kubernetes/http-server";
import { checkServiceName } from "../../kubernetes/service";
import type { Report } from "../../world/issues";
import type { CustomResource } from "../../world/objects";
import { agentOf, type Spec } from "./agent";
import type { VMAgentSpec } from "./schema";

/** Reports what the fields' own types cannot say. */
export function check(resource: CustomResource<VMAgentSpec>, context: Context): void {
  const { workload } = agentOf(resource, context);
  const { spec } = workload;
  checkSupport(spec, context.report);
  checkServiceName(workload, context);
  checkSwitches(workload, context);
  checkPreStopSleep(workload, context);
  checkRemoteWrite(spec, context);
}

/** Fields that are not derived yet. They are refused, for an agent without them would not be the one that was asked for. */
const unsupported = {
  spec: [
    "ingestOnlyMode", "daemonSetMode", "statefulMode", "shardCount", "hpa", "vpa", "podDisruptionBudget", "inlineRelabelConfig", "relabelConfig",
    "streamAggrConfig", "remoteWriteSettings", "daemonSetUpdateStrategy", "daemonSetRollingUpdateStrategyBehavior", "statefulStorage",
    "statefulRollingUpdateStrategy", "statefulRollingUpdateStrategyBehavior", "persistentVolumeClaimRetentionPolicy", "claimTemplates",
  ],
  remoteWrite: [
    "basicAuth", "bearerTokenSecret", "oauth2", "tlsConfig", "headers", "proxyURL", "aws", "sendTimeout", "queues", "maxDiskUsage", "forceVMProto",
    "inlineUrlRelabelConfig", "urlRelabelConfig", "streamAggrConfig",
  ],
} as const;

function checkSupport(spec: Spec, report: Report): void {
  const refuse = (path: string, object: object, fields: readonly string[]): void => {
    for (const [field, value] of Object.entries(object)) {
      if (fields.includes(field) && value !== undefined && value !== false) report.error(`${path}.${field}`, "is not supported yet: leave it out");
    }
  };
  refuse("spec", spec, unsupported.spec);
  spec.remoteWrite.forEach((target, index) => refuse(`spec.remoteWrite[${index}]`, target, unsupported.remoteWrite));
}

function checkRemoteWrite({ remoteWrite }: Spec, { values, report }: Context): void {
  if (remoteWrite.length === 0) report.error("spec.remoteWrite", "expected at least one target");
  remoteWrite.forEach(({ url }, index) => {
    if (values.isEmpty(url)) report.error(`spec.remoteWrite[${index}].url`, "is empty: expected a URL such as http://vmsingle-main:8428/api/v1/write");
  });
}
