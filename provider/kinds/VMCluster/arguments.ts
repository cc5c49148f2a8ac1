import type { z } from "zod";
import { object, string } from "../../schema/fields";

const timeout = (part: string) =>
  string(
    `Time after which an update of ${part} is given up. Default: it grows with the number of pods, their grace period and minReadySeconds.`,
    {
      pattern: /^([0-9]+(\.[0-9]+)?(h|m|s))+$/,
      expected: "expected a duration such as 30m",
      example: "30m",
    },
  );

/** Arguments of the component beside `metadata` and `spec`. */
export const componentArguments = object("VMClusterArguments", "Arguments of VMCluster beside `metadata` and `spec`.", {
  timeouts: object("VMClusterTimeouts", "How long Pulumi waits for each part.", {
    vmstorage: timeout("vmstorage"),
    vmselect: timeout("vmselect"),
    vminsert: timeout("vminsert"),
  }),
});

export type VMClusterArguments = z.output<typeof componentArguments>;
