import { boolean, integer, structural } from "../schema/fields";
import { containerFields } from "./container-fields";
import { imageFields } from "./image-fields";
import { podFields } from "./pod-fields";
import { probeFields } from "./probe-fields";
import { securityFields } from "./security-fields";

/** What pods are made from. */
export const baseFields = {
  ...imageFields,
  replicaCount: integer("Number of pods. Default 1; 0 stops the component."),
  minReadySeconds: integer("Seconds that a new pod must be ready to count as available. Default 0."),
  revisionHistoryLimitCount: integer("How many old versions of the workload are kept to go back to. Default 10."),
  paused: structural(boolean("Leaves all derived objects as they are, whatever else changes. Default false.")),
  ...podFields,
  ...containerFields,
  ...probeFields,
  ...securityFields,
};
