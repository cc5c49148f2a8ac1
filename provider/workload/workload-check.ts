import type { Context } from "../context";
import { checkPreStopSleep } from "./container";
import { checkSwitches } from "./http-server";
import { checkImage } from "./image-check";
import { checkListedVolumes } from "./volumes";
import type { Workload } from "./workload";

/** Reports problems that each workload can have, whatever its kind. */
export function checkWorkload(workload: Workload, context: Context): void {
  checkSwitches(workload, context);
  checkPreStopSleep(workload, context);
  checkListedVolumes(workload, context);
  checkImage(workload, context);
}
