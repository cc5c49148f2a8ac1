import type { ApplicationName } from "../defaults";
import { vpa } from "../kubernetes/vertical-pod-autoscaler";
import { described } from "../schema/fields";
import { loggingFields } from "../workload/logging-fields";
import { programFields } from "./program-fields";
import { workloadFields } from "./workload-fields";

/** The fields of a workload as databases in a single pod have them. */
export const singleDatabaseFields = (application: ApplicationName) => ({
  ...programFields(application, "the database"),
  replicaCount: described(
    "Number of pods. Default 1; 0 stops the database. More than one would write to the same claim.",
    workloadFields.replicaCount,
  ),
  livenessProbe: described("Has no effect: a database that is busy must not be restarted.", workloadFields.livenessProbe),
  vpa,
  ...loggingFields,
});
