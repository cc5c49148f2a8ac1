import type { Change, Difference, ObjectChange } from "./change-model";
import { comparableFields } from "./comparable-template";
import { differencesOf, isMap } from "./differences";
import type { Objects, Review } from "./findings";
import { headlineOf } from "./headline";
import { reloadsOf } from "./owners";
import { partChanges } from "./parts";
import { risksOf } from "./risks";
import { isWorkload, rolloutOf, templateDifferences } from "./rollouts";

/** Reviews a change: restarts of pods, risks, and changes by name. */
export function reviewOf(change: Change): Review {
  const rollouts = change.objects.flatMap((object) => rolloutOf(object) ?? []);
  const parts = partChanges(change.configs);
  const consequences = { change, rollouts, parts, reloads: reloadsOf(change, rollouts) };
  const objects = objectsOf(change);
  const risks = risksOf(consequences);
  const { reloads } = consequences;
  const { targets } = change;
  return {
    headline: headlineOf({ risks, rollouts, reloads, objects, targets }),
    risks,
    rollouts,
    reloads,
    parts,
    targets,
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
