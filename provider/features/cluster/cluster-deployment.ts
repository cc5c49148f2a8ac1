import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import { deployment } from "../../kubernetes/deployment";
import { scaled } from "../../kubernetes/horizontal-pod-autoscaler";
import type { PodTemplateSpec } from "../../workload/plain";
import { spreadByOwnLabels } from "../../workload/pod";
import type { Workload } from "../../workload/workload";
import type { PartSpec } from "./cluster-fields";

/** The Deployment of a part that keeps no data. */
export function deploymentPart(workload: Workload<PartSpec>, template: PodTemplateSpec, context: Context): DerivedObject {
  const { updateStrategy, rollingUpdate, hpa } = workload.spec;
  const strategy = { type: updateStrategy, rollingUpdate };
  return scaled(deployment(workload, strategy, spreadByOwnLabels(template, workload.selectorLabels)), hpa, context);
}
