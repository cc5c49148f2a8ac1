import { type Data, dataOf } from "./plain-data";
import { fieldsOf, type Value } from "./value-table";

/** Settings of a workload by the fields of the custom resource; others have none. */
export const workloadSpec = (byDefault: Data, strategy: NonNullable<Value["becomes"]>): Value => ({
  byDefault,
  becomes: (value, place) => {
    for (const name of Object.keys(dataOf(value)))
      if (!["strategy", "updateStrategy", "podManagementPolicy"].includes(name))
        place.warn("has no counterpart: the rest of the workload is derived", name);
    return strategy(value, place);
  },
});

export const deploymentStrategy: NonNullable<Value["becomes"]> = (value) => {
  const { type, rollingUpdate } = dataOf(dataOf(value).strategy);
  return fieldsOf({ updateStrategy: type, rollingUpdate });
};

export const statefulStrategy: NonNullable<Value["becomes"]> = (value) => {
  const { type, rollingUpdate } = dataOf(dataOf(value).updateStrategy);
  return fieldsOf({ statefulRollingUpdateStrategy: type, statefulRollingUpdateStrategyBehavior: rollingUpdate });
};

export const daemonStrategy: NonNullable<Value["becomes"]> = (value) => {
  const { type, rollingUpdate } = dataOf(dataOf(value).updateStrategy);
  return fieldsOf({ daemonSetUpdateStrategy: type, daemonSetRollingUpdateStrategyBehavior: rollingUpdate });
};
