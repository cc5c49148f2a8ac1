import type { Dropped, Rule, Target } from "../discovery/target-types";
import { grouped } from "../text/grouped";
import { labelText } from "./label-text";
import type { ObjectTargets, ScraperTargets } from "./scraper-targets";

/** Most dropped targets of a job that are printed one by one. */
const mostDropped = 10;

type Labels = Readonly<Record<string, string>>;

/** The output formats of targets. */
export const targetFormats = {
  table: (all: readonly ScraperTargets[]) => all.map(scraperText).join("\n"),
  json: (all: readonly ScraperTargets[]) => `${JSON.stringify(all.map(plain), undefined, 2)}\n`,
} as const;

/** Of dropped targets the address says enough. */
const plain = ({ scraper, jobs }: ScraperTargets) => ({
  scraper,
  jobs: jobs.map(({ dropped, ...job }) => ({
    ...job,
    dropped: dropped.map(({ object, isPredicted, address, reason, rule }) => ({ object, isPredicted, address, reason, rule })),
  })),
});

function scraperText({ scraper, jobs }: ScraperTargets): string {
  if (jobs.length === 0) return `${scraper}\n  has no jobs\n`;
  return [scraper, ...jobs.flatMap((job) => ["", ...jobLines(job)])].map((line) => `${line}\n`).join("");
}

/** A job with its targets and the ones that it drops. */
export function jobLines(job: ObjectTargets): string[] {
  const { targets, dropped, droppedCount, atRunTime, problem } = job;
  const counts = `${targets.length} ${targets.length === 1 ? "target" : "targets"}, ${droppedCount} dropped`;
  if (problem !== undefined) return [`  ${job.job}: left out by the scraper: ${problem}`];
  return [
    `  ${job.job}: ${counts}`,
    ...atRunTime.map((name) => `    ${name}: known at run time only`),
    ...targets.flatMap(targetLines),
    ...droppedLines(dropped),
  ];
}

const targetLines = ({ object, isPredicted, url, labels }: Target): string[] => [
  `    ${url}${object ? `  ${object}` : ""}${isPredicted ? " (predicted)" : ""}`,
  `      ${labelText(labels)}`,
];

function droppedLines(dropped: readonly Dropped[]): string[] {
  return [...grouped(dropped.map((one) => [reasonOf(one), one]))].flatMap(([reason, all]) => {
    const shown = all.slice(0, mostDropped).map(({ object, address }) => `      ${object ?? ""} ${address}`);
    return [`    dropped: ${reason}`, ...shown, ...(all.length > mostDropped ? [`      … and ${all.length - mostDropped} more`] : [])];
  });
}

/** The reason with the rule itself, where it is one. */
const reasonOf = ({ reason, rule }: Dropped): string => (rule ? `${reason}: ${ruleText(rule)}` : reason);

const ruleText = (rule: Rule): string => JSON.stringify(rule);

/** A target that came, went or changed its labels between two states. */
export interface TargetChange {
  readonly scraper: string;
  readonly job: string;
  readonly change: "gained" | "lost" | "relabeled";
  readonly url: string;
  readonly labels: Labels;
  readonly before?: Labels;
}

/** The differences between the targets of two states. A target is the same by its job and URL. */
export function targetChanges(base: readonly ScraperTargets[], head: readonly ScraperTargets[]): TargetChange[] {
  const [before, after] = [byIdentity(base), byIdentity(head)];
  const changes = [...after].flatMap(([identity, now]): TargetChange[] => {
    const old = before.get(identity);
    if (!old) return [{ ...now, change: "gained" }];
    return labelText(old.labels) === labelText(now.labels) ? [] : [{ ...now, change: "relabeled", before: old.labels }];
  });
  const lost = [...before].flatMap(([identity, old]): TargetChange[] => (after.has(identity) ? [] : [{ ...old, change: "lost" }]));
  return [...changes, ...lost];
}

type Placed = Omit<TargetChange, "change" | "before">;

function byIdentity(all: readonly ScraperTargets[]): Map<string, Placed> {
  const targets = new Map<string, Placed>();
  for (const { scraper, jobs } of all) {
    for (const { job, targets: ofJob } of jobs) {
      const seen = new Map<string, number>();
      for (const { url, labels } of ofJob) {
        const count = seen.get(url) ?? 0;
        seen.set(url, count + 1);
        targets.set(JSON.stringify([scraper, job, url, count]), { scraper, job, url, labels });
      }
    }
  }
  return targets;
}

const signs = { gained: "+", lost: "-", relabeled: "~" } as const;

/** The output formats of differences. */
export const changeFormats = {
  table: (changes: readonly TargetChange[]) => (changes.length === 0 ? "The targets stay the same.\n" : changes.map(changeText).join("")),
  json: (changes: readonly TargetChange[]) => `${JSON.stringify(changes, undefined, 2)}\n`,
} as const;

function changeText({ scraper, job, change, url, labels, before }: TargetChange): string {
  const lines = before ? [`was ${labelText(before)}`, `is  ${labelText(labels)}`] : [labelText(labels)];
  return [`${signs[change]} ${change} ${scraper} ${job} ${url}`, ...lines.map((line) => `    ${line}`)].map((line) => `${line}\n`).join("");
}
