import { vpa } from "../kubernetes/vertical-pod-autoscaler";
import { described } from "../schema/fields";
import { loggingFields } from "../workload/logging-fields";
import { workloadFields } from "./workload-fields";

/** The fields of a workload as databases in a single pod have them. */
export const singleDatabaseFields = {
  replicaCount: described(
    "Number of pods. Default 1; 0 stops the database. More than one would write to the same claim.",
    workloadFields.replicaCount,
  ),
  resources: described(
    "Requests and limits of the database. Default 150m CPU and 500Mi memory, at most 1200m and 1500Mi. CPU and memory are looked at one by one: " +
      "what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false.",
    workloadFields.resources,
  ),
  terminationGracePeriodSeconds: described(
    "Seconds that a pod has to stop before it is killed. Default 30.",
    workloadFields.terminationGracePeriodSeconds,
  ),
  livenessProbe: described("Has no effect: a database that is busy must not be restarted.", workloadFields.livenessProbe),
  vpa,
  ...loggingFields,
};
