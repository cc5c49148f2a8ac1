import { structuredPatch } from "diff";
import { type Difference, type Pods, type Rollout, titleOf } from "../change-model";
import type { Review } from "../findings";
import { countOf } from "../headline";
import { isSummary, type PartChange } from "../parts";
import { targetEntries } from "../target-entries";
import { listed, shown } from "../words";

/** A part of a review, independent of the format. */
export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** It is never folded, so that all readers see it. */
  readonly isOpen?: boolean;
}

export interface Entry {
  readonly title: string;
  readonly lines: readonly string[];
  /** A unified difference. */
  readonly difference?: readonly string[];
}

/** A review in its non-empty sections. */
export function sectionsOf(review: Review): Section[] {
  const all: Section[] = [
    { title: "Risks", isOpen: true, entries: review.risks.map(riskEntry) },
    { title: "Restarts", isOpen: true, entries: review.rollouts.filter(({ restarts, waits }) => restarts || waits).map(restartEntry) },
    {
      title: "New and removed pods",
      isOpen: true,
      entries: review.rollouts.filter(({ starts, ends }) => starts || ends).map(scalingEntry),
    },
    { title: "Reloads without a restart", isOpen: true, entries: review.reloads.map((owner) => plain(titleOf(owner))) },
    ...partSections.map(({ title, sections }) => ({
      title,
      entries: review.parts.filter(({ section }) => sections.includes(section)).map(partEntry),
    })),
    { title: "Targets", entries: targetEntries(review.targets) },
    { title: "Other configuration", entries: review.parts.filter(({ section }) => !named.has(section)).map(partEntry) },
    {
      title: "Workloads",
      entries: review.workloads.map(({ workload, differences }) => ({ title: titleOf(workload), lines: differences.map(line) })),
    },
    { title: "Claims that grow", entries: review.claims.map(({ claim, size }) => plain(`${claim}: ${size}`)) },
    { title: "Objects", entries: objectEntries(review) },
    { title: "Notes", isOpen: true, entries: review.notes.map(plain) },
  ];
  return all.filter(({ entries }) => entries.length > 0);
}

const plain = (title: string): Entry => ({ title, lines: [] });

const partSections = [
  { title: "Scrape jobs", sections: ["scrape_configs"] },
  { title: "Rules", sections: ["groups"] },
  { title: "Routes and receivers", sections: ["route", "receivers"] },
  { title: "Users", sections: ["users", "unauthorized_user"] },
];

const named = new Set(partSections.flatMap(({ sections }) => sections));

const riskEntry = ({ title, findings, reason, safely }: Review["risks"][number]): Entry => ({
  title,
  lines: [...findings, `Why: ${reason}`, `Safely: ${safely}`],
});

function restartEntry({ workload, restarts, stays, how, waits, why }: Rollout): Entry {
  const reasons = why.map((difference) => `because ${line(difference)}`);
  if (!restarts) return { title: `${titleOf(workload)}: nothing restarts by itself`, lines: [waits ?? "", ...reasons] };
  const rest = stays && stays.count !== 0 ? [`as they are: ${podsOf(stays)}`] : [];
  return { title: `${titleOf(workload)}: ${podsOf(restarts)}`, lines: [...(how ? [how] : []), ...reasons, ...rest] };
}

function scalingEntry({ workload, starts, ends }: Rollout): Entry {
  return {
    title: titleOf(workload),
    lines: [...(starts ? [`new: ${podsOf(starts)}`] : []), ...(ends ? [`gone: ${podsOf(ends)}`] : [])],
  };
}

/** Pods by their names, or how many they are. */
const podsOf = (pods: Pods): string => (pods.names ? listed(pods.names, 20) : countOf(pods));

/** One value that changes, in a line. */
function line({ path, old, now }: Difference): string {
  if (old === "[secret]" && now === "[secret]") return `${path}: a secret value changes`;
  return `${path}: ${shown(old)} → ${shown(now)}`;
}

function partEntry({ owner, section, name, old, now }: PartChange): Entry {
  const word = old ? (now ? "changed" : "removed") : "added";
  const title = `${titleOf(owner)}: ${name ?? section}, ${word}`;
  if (isSummary(old) || isSummary(now)) return { title, lines: ["the file is too large to show its lines"] };
  return { title, lines: [], difference: unified(old ?? [], now ?? []) };
}

/** The lines that differ, with three lines around them. */
function unified(old: readonly string[], now: readonly string[]): string[] {
  const text = (lines: readonly string[]): string => lines.map((one) => `${one}\n`).join("");
  const { hunks } = structuredPatch("", "", text(old), text(now), "", "", { context: 3 });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    ...(old.length > 0 && now.length > 0 ? [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`] : []),
    ...lines,
  ]);
}

function objectEntries({ objects }: Review): Entry[] {
  const words = {
    created: "Created",
    deleted: "Deleted",
    replaced: "Deleted and recreated",
    changed: "Changed",
    left: "Left in the cluster",
  };
  return (Object.keys(words) as (keyof typeof words)[])
    .filter((key) => objects[key].length > 0)
    .map((key) => ({ title: `${words[key]}: ${objects[key].length}`, lines: objects[key].map(titleOf) }));
}
