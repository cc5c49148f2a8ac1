import { boolean, integer, structural } from "../schema/fields";
import { containerFields } from "./container-fields";
import { imageFields } from "./image-fields";
import { podFields } from "./pod-fields";
import { probeFields } from "./probe-fields";
import { securityFields } from "./security-fields";

/** Fields of the pods' workload. */
export const baseFields = {
  ...imageFields,
  replicaCount: integer("Number of pods. Default 1; 0 stops the component."),
  minReadySeconds: integer("Seconds that a new pod must be ready to count as available. Default 0."),
  revisionHistoryLimitCount: integer("Number of old versions of the workload kept for rollbacks. Default 10."),
  paused: structural(boolean("Keeps all derived objects unchanged. Default false.")),
  ...podFields,
  ...containerFields,
  ...probeFields,
  ...securityFields,
};
