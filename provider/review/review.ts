import { differencesOf, isMap } from "./differences";
import { headlineOf } from "./headline";
import type { Change, Difference, GrownClaim, ObjectChange, Rollout } from "./model";
import { reloadsOf } from "./owners";
import { type PartChange, partChanges } from "./parts";
import { type FoundRisk, risksOf } from "./risks";
import { isWorkload, rolloutOf, templateDifferences } from "./rollouts";
import { comparableFields } from "./template";

/** What a change means. */
export interface Review {
  /** The most important in a sentence or two. */
  readonly headline: string;
  readonly risks: readonly FoundRisk[];
  /** What becomes of pods, by workload. */
  readonly rollouts: readonly Rollout[];
  /** Custom resources whose pods read a changed configuration without a restart. */
  readonly reloads: readonly string[];
  /** Jobs, groups of rules, receivers, users and other pieces of generated configuration that change. */
  readonly parts: readonly PartChange[];
  /** Values of workloads that change. */
  readonly workloads: readonly { readonly workload: string; readonly differences: readonly Difference[] }[];
  /** All objects, by what becomes of them. */
  readonly objects: Objects;
  readonly claims: readonly GrownClaim[];
  readonly notes: readonly string[];
}

/** Objects as `Kind/namespace/name`. */
export interface Objects {
  readonly created: readonly string[];
  readonly deleted: readonly string[];
  readonly replaced: readonly string[];
  readonly changed: readonly string[];
  /** Objects that stay in the cluster without their component. */
  readonly left: readonly string[];
}

/** A change with what follows from it. */
export interface Consequences {
  readonly change: Change;
  readonly rollouts: readonly Rollout[];
  readonly parts: readonly PartChange[];
  readonly reloads: readonly string[];
}

/** Tells what a change means: which pods restart, what is at risk, and what changes by name. */
export function reviewOf(change: Change): Review {
  const rollouts = change.objects.flatMap((object) => rolloutOf(object) ?? []);
  const parts = partChanges(change.configs);
  const consequences = { change, rollouts, parts, reloads: reloadsOf(change, rollouts) };
  const objects = objectsOf(change);
  const risks = risksOf(consequences);
  const { reloads } = consequences;
  return {
    headline: headlineOf({ risks, rollouts, reloads, objects }),
    risks,
    rollouts,
    reloads,
    parts,
    workloads: change.objects.filter(({ key }) => isWorkload(key)).flatMap(workloadDifferences),
    objects,
    claims: change.claims,
    notes: change.notes,
  };
}

function workloadDifferences(change: ObjectChange): Review["workloads"] {
  const { key, old, now } = change;
  if (!old || !now) return [];
  const differences = [...fieldDifferences(old.spec, now.spec), ...templateDifferences(change)];
  return differences.length > 0 ? [{ workload: key, differences }] : [];
}

/** Differences of a workload's own fields. */
function fieldDifferences(old: unknown, now: unknown): Difference[] {
  const [before, after] = [old, now].map((spec) => comparableFields({ ...(isMap(spec) ? spec : {}), template: undefined }));
  return differencesOf(before, after);
}

function objectsOf({ objects }: Change): Objects {
  const keys = (test: (change: ObjectChange) => boolean): string[] => objects.filter(test).map(({ key }) => key);
  return {
    created: keys(({ old }) => !old),
    deleted: keys(({ now, isKept }) => !now && !isKept),
    replaced: keys(({ old, now, isReplaced }) => Boolean(old && now && isReplaced)),
    changed: keys(({ old, now, isReplaced }) => Boolean(old && now && !isReplaced)),
    left: keys(({ now, isKept }) => !now && Boolean(isKept)),
  };
}
