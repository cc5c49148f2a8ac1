import type { Manifest } from "../world/objects";
import { type Data, dataOf, isEmpty } from "./plain-data";
import { fieldsOf, type Place, part, together, type Value, without } from "./value-table";

const budgetLabels = "the budget has the labels of the derived objects: put further ones into managedMetadata.labels";

/** A PodDisruptionBudget, made by `by` of its fields. Zero is the chart's word for "not set". */
const budget = (by: (fields: Data, place: Place) => Data | undefined): Value =>
  together(
    {
      enabled: part(false),
      minAvailable: part(0),
      maxUnavailable: part(0),
      unhealthyPodEvictionPolicy: part(""),
      labels: without({}, budgetLabels),
      extraLabels: without({}, budgetLabels),
    },
    ({ minAvailable, maxUnavailable, unhealthyPodEvictionPolicy }, place) => {
      if (!minAvailable && !maxUnavailable) place.warn("has no effect without minAvailable or maxUnavailable: give one of them", "enabled");
      const fields = budgetFields({ minAvailable, maxUnavailable, unhealthyPodEvictionPolicy });
      return fields && by(fields, place);
    },
    { switched: true },
  );

/** The budget as a field of the custom resource. */
export const disruptionBudget: Value = budget((fields) => ({ podDisruptionBudget: fields }));

/** The budget as an object of its own, for custom resources without the field. */
export const disruptionBudgetOf = ({ name: application }: { readonly name: string }): Value =>
  budget((fields, { release: { name, namespace }, add }) => {
    const matchLabels = { "app.kubernetes.io/name": application, "app.kubernetes.io/instance": name };
    const metadata = { name: `${application}-${name}`, namespace };
    add({ apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata, spec: { selector: { matchLabels }, ...fields } } as Manifest);
    return undefined;
  });

/** The fields of a budget without those that are not set. */
const budgetFields = ({ minAvailable, maxUnavailable, ...others }: Record<string, unknown>) =>
  fieldsOf({ minAvailable: minAvailable || undefined, maxUnavailable: maxUnavailable || undefined, ...others });

/** A HorizontalPodAutoscaler. Storage nodes may only grow, which their custom resource sees to. */
export const horizontalAutoscaler = ({
  replicas = 1,
  isStorage = false,
}: {
  readonly replicas?: number;
  readonly isStorage?: boolean;
}): Value =>
  together(
    {
      enabled: part(false),
      minReplicas: part(replicas),
      maxReplicas: part(10),
      metrics: part([]),
      behavior: part(isStorage ? { scaleDown: { selectPolicy: "Disabled" } } : {}),
    },
    ({ minReplicas, maxReplicas, metrics, behavior }) => {
      const { scaleDown, ...growth } = dataOf(behavior);
      const behaviour = isStorage ? growth : fieldsOf({ ...growth, scaleDown });
      return { hpa: fieldsOf({ minReplicas, maxReplicas, metrics, behaviour }) };
    },
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
