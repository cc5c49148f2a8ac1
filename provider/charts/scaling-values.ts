import { dataOf, isEmpty } from "./plain-data";
import { fieldsOf, part, together, type Value, without } from "./value-table";

/** A PodDisruptionBudget. Zero is the chart's word for "not set". */
export const disruptionBudget: Value = together(
  {
    enabled: part(false),
    minAvailable: part(0),
    maxUnavailable: part(0),
    unhealthyPodEvictionPolicy: part(""),
    labels: without({}, "the budget has the labels of the derived objects: put further ones into managedMetadata.labels"),
    extraLabels: without({}, "the budget has the labels of the derived objects: put further ones into managedMetadata.labels"),
  },
  ({ minAvailable, maxUnavailable, unhealthyPodEvictionPolicy }, place) => {
    if (!minAvailable && !maxUnavailable) place.warn("has no effect without minAvailable or maxUnavailable: give one of them", "enabled");
    return fieldsOf({ podDisruptionBudget: budgetFields({ minAvailable, maxUnavailable, unhealthyPodEvictionPolicy }) });
  },
  { switched: true },
);

/** The fields of a budget without those that are not set. */
const budgetFields = ({ minAvailable, maxUnavailable, ...others }: Record<string, unknown>) =>
  fieldsOf({ minAvailable: minAvailable || undefined, maxUnavailable: maxUnavailable || undefined, ...others });

export const horizontalAutoscaler: Value = together(
  { enabled: part(false), minReplicas: part(1), maxReplicas: part(10), metrics: part([]), behavior: part({}) },
  ({ minReplicas, maxReplicas, metrics, behavior }) => ({
    hpa: fieldsOf({ minReplicas, maxReplicas, metrics, behaviour: behavior }),
  }),
  { switched: true },
);

export const verticalAutoscaler: Value = together(
  { enabled: part(false), recommenders: part([]), updatePolicy: part({}), resourcePolicy: part({}) },
  ({ recommenders, updatePolicy, resourcePolicy }) => ({
    vpa: {
      // The autoscaler's own mode, and bounds that bind nothing.
      updatePolicy: { updateMode: "Recreate", ...dataOf(updatePolicy) },
      resourcePolicy: isEmpty(resourcePolicy) ? { containerPolicies: [{ containerName: "*" }] } : resourcePolicy,
      ...fieldsOf({ recommenders }),
    },
  }),
  { switched: true },
);
