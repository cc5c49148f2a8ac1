import type { Context } from "../../context";
import { checkServiceName } from "../../kubernetes/service";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { knownNumber } from "../../lifecycle";
import { checkWorkload } from "../../workload/workload-check";
import { checkEventRetention } from "../event-retention";
import type { EventDatabase } from "./event-database";

/** Reports problems of a database for events beyond the field types. */
export function checkEventDatabase({ workload, hasClaim }: EventDatabase, context: Context): void {
  const { spec, path } = workload;
  checkServiceName(workload, context);
  checkWorkload(workload, context);
  checkVerticalPodAutoscaler(spec.vpa, `${path}.vpa`, context);
  checkEventRetention(spec, path, context);
  if (hasClaim && (knownNumber(spec.replicaCount ?? 1, context.values) ?? 1) > 1) {
    context.report.warning(
      `${path}.replicaCount`,
      "all pods get the same claim, and only one at a time can open its data: use a cluster instead",
    );
  }
}
