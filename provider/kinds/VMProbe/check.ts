import { checkLabelNames } from "../../config/label-check";
import { checkRelabelRules } from "../../config/relabeling-check";
import type { Context } from "../../context";
import { checkEndpoint } from "../../scraping/endpoint-check";
import { checkSelector } from "../../selection";
import type { CustomResource } from "../../world/objects";
import type { VMProbeSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check({ spec }: CustomResource<VMProbeSpec>, context: Context): void {
  checkEndpoint(spec, "spec", context);
  const { static: addresses, staticConfig, kubernetes = [], ingress } = spec.targets ?? {};
  if (addresses && staticConfig) context.report.error("spec.targets.staticConfig", "and static are both given: leave out staticConfig");
  if (!addresses && !staticConfig && kubernetes.length === 0 && !ingress)
    context.report.warning("spec.targets", "has no targets: give one of its fields");
  if (spec.path) context.report.warning("spec.path", "has no effect: use vmProberSpec.path");
  for (const [name, given] of Object.entries({ static: addresses, staticConfig })) {
    checkRelabelRules(given?.relabelingConfigs, `spec.targets.${name}.relabelingConfigs`, context);
    checkLabelNames(given?.labels, `spec.targets.${name}.labels`, context);
  }
  for (const [index, target] of kubernetes.entries()) checkKubernetesTargets(target, `spec.targets.kubernetes[${index}]`, context);
  if (ingress) checkKubernetesTargets({ ...ingress, role: "ingress" }, "spec.targets.ingress", context);
}

type KubernetesTargets = NonNullable<NonNullable<VMProbeSpec["targets"]>["ingress"]>;

function checkKubernetesTargets({ role, selector, relabelingConfigs }: KubernetesTargets, path: string, context: Context): void {
  if (!role) context.report.error(`${path}.role`, "is required: expected service, ingress, pod or node");
  checkSelector({ path: `${path}.selector`, selector }, context);
  checkRelabelRules(relabelingConfigs, `${path}.relabelingConfigs`, context);
}
