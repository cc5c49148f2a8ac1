import { isRepeated, refusal } from "../../provider/discovery/job-targets";
import type { Dropped, JobTargets } from "../../provider/discovery/target-types";
import type { SeenTargets } from "./running-vmagent";

type Labels = Readonly<Record<string, string>>;

/** The targets of a job as lines that can be compared. */
export interface TargetLines {
  readonly active: readonly string[];
  readonly dropped: readonly string[];
}

/** Labels without those that are empty, which are the same as none. */
const filled = (labels: Labels): [string, string][] =>
  Object.entries(labels)
    .filter(([, value]) => value !== "")
    .sort(([left], [right]) => (left < right ? -1 : 1));

const lineOf = (labels: Labels): string => JSON.stringify(filled(labels));

/** Reasons that vmagent does not tell: it is free to choose among equal targets, and targets that it cannot take are only in its log. */
const isUntold = ({ reason }: Dropped): boolean => reason === isRepeated || reason.startsWith(refusal);

/** What is said of a job here, as far as vmagent tells it. */
export const targetLines = ({ targets, dropped }: JobTargets): TargetLines => ({
  active: targets.map(({ url, labels }) => `${url} ${lineOf(labels)}`).sort(),
  dropped: [...new Set(dropped.filter((one) => !isUntold(one)).map(({ discovered }) => lineOf(discovered)))].sort(),
});

/**
 * What vmagent says of each job. For ten minutes it remembers dropped targets as they were before it had read all objects: those without some of
 * the labels that a target of ours has are left out.
 */
export function seenTargets({ activeTargets, droppedTargets }: SeenTargets, ours: readonly JobTargets[]): Map<string, TargetLines> {
  return new Map(
    ours.map((job) => {
      const known = new Set(targetLines(job).dropped);
      const all = [...job.targets, ...job.dropped].map(({ discovered }) => discovered);
      const isPart = (labels: Labels): boolean =>
        all.some((whole) => Object.entries(labels).every(([name, value]) => value === "" || whole[name] === value));
      const active = activeTargets.filter(({ scrapePool }) => scrapePool === job.job);
      const dropped = droppedTargets.filter(({ discoveredLabels: labels }) => labels.job === job.job);
      const lines = dropped.map(({ discoveredLabels: labels }) => ({ labels, line: lineOf(labels) }));
      return [
        job.job,
        {
          active: active.map(({ scrapeUrl, labels }) => `${scrapeUrl} ${lineOf(labels)}`).sort(),
          dropped: lines
            .filter(({ labels, line }) => known.has(line) || !isPart(labels))
            .map(({ line }) => line)
            .sort(),
        },
      ];
    }),
  );
}

export function sizeOf(all: Iterable<TargetLines>): number {
  let size = 0;
  for (const { active, dropped } of all) size += active.length + dropped.length;
  return size;
}
