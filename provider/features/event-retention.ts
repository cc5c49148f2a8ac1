import type { Context } from "../context";
import { byteSizeText } from "../schema/byte-size";
import { boolean, string } from "../schema/fields";
import { flags, switchFlags } from "../workload/command-line";
import type { PlainFields } from "../workload/plain";
import { checkRetention } from "./retention-filters";

const retention = (description: string) =>
  string(description, {
    pattern: /^[0-9]+(h|d|w|y)?$/,
    expected: "expected a number of months such as 12, or a number with h, d, w or y such as 30d",
    example: "30d",
  });

/** How long a database keeps events (log entries or spans), and which of them its own log mentions. */
export const eventRetentionFields = {
  retentionPeriod: retention(
    "How long data is kept: a number of months, or a number with `h`, `d`, `w` or `y`, at least a day. Default: the application's own, 7d.",
  ),
  futureRetention: retention(
    "How far in the future the time of an event may lie; what is later is dropped. Default: the application's own, 2d.",
  ),
  retentionMaxDiskSpaceUsageBytes: byteSizeText(
    "Most bytes of disk, `150GiB`; beyond that the oldest days are dropped, however long they should be kept. Default: no limit.",
  ),
  logNewStreams: boolean("Logs each new stream, which shows where streams come from that are too many. Default false."),
  logIngestedRows: boolean("Logs every event that is taken in, to find faults of a client. Default false."),
};

/** The same for a database in a single pod, which takes no weeks. */
export const singleRetentionFields = {
  ...eventRetentionFields,
  futureRetention: string(
    "How far in the future the time of an event may lie, in `h`, `d` or `y`; what is later is dropped. Default: the application's own, 2d.",
    {
      pattern: /^[0-9]+(h|d|y)?$/,
      expected: "expected a number of months such as 1, or a number with h, d or y such as 2d",
      example: "2d",
    },
  ),
};

type EventRetention = PlainFields<typeof eventRetentionFields>;

/** The flags of a database for its retention. */
export function eventRetentionFlags(spec: EventRetention): string[] {
  const { retentionPeriod, futureRetention, retentionMaxDiskSpaceUsageBytes, logNewStreams, logIngestedRows } = spec;
  return [
    ...flags({ retentionPeriod, futureRetention, "retention.maxDiskSpaceUsageBytes": retentionMaxDiskSpaceUsageBytes }),
    ...switchFlags({ logNewStreams, logIngestedRows }),
  ];
}

/** Reports settings with which the database does not start. `path` is that of the spec. */
export function checkEventRetention(
  { retentionPeriod, retentionMaxDiskSpaceUsageBytes, extraArgs = {} }: EventRetention & { extraArgs?: Readonly<Record<string, string>> },
  path: string,
  context: Context,
): void {
  checkRetention("retentionPeriod", retentionPeriod, `${path}.retentionPeriod`, context);
  checkRetention("retentionPeriod", extraArgs.retentionPeriod, `${path}.extraArgs.retentionPeriod`, context);
  if (retentionMaxDiskSpaceUsageBytes && extraArgs["retention.maxDiskUsagePercent"] !== undefined) {
    context.report.warning(
      `${path}.retentionMaxDiskSpaceUsageBytes`,
      "cannot be given together with the extra argument retention.maxDiskUsagePercent: the database does not start with both",
    );
  }
}
