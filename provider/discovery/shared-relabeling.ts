import { grouped } from "../text/grouped";
import type { RelabeledTarget, Relabeling } from "../upstream/relabeler";
import type { Labels } from "./meta-labels";
import type { Rule } from "./target-types";

/** The targets of a job, and the rules that they go through. */
export interface RelabelingRequest {
  readonly rules: readonly Rule[];
  readonly params: Readonly<Record<string, readonly string[]>>;
  readonly targets: readonly Readonly<Labels>[];
}

/** The results for the targets of a request, or the reason for which they are refused. */
export type RelabelingAnswer = { readonly results: readonly RelabeledTarget[] } | { readonly problem: string };

/** Targets that the module takes in one call: its memory never shrinks. */
const mostInCall = 500;

/**
 * Relabels the targets of many jobs. Jobs with the same rules go through them together, since the module reads the rules with every call, and most
 * jobs differ only in the filters that have chosen their targets before.
 */
export function relabelAll(requests: readonly RelabelingRequest[], relabeling: Relabeling): RelabelingAnswer[] {
  const answers = new Map<RelabelingRequest, RelabelingAnswer>();
  for (const group of groupsOf(requests)) {
    const answer = relabel(group, relabeling);
    let start = 0;
    for (const request of group) {
      const end = start + request.targets.length;
      // A problem of one job is not one of the others.
      const own = "problem" in answer ? relabel([request], relabeling) : { results: answer.results.slice(start, end) };
      answers.set(request, own);
      start = end;
    }
  }
  return requests.map((request) => answers.get(request) ?? { results: [] });
}

/** The requests that have targets, those with the same rules together. */
function groupsOf(requests: readonly RelabelingRequest[]): RelabelingRequest[][] {
  const withTargets = requests.filter(({ targets }) => targets.length > 0);
  return [...grouped(withTargets.map((request) => [JSON.stringify([request.rules, request.params]), request])).values()];
}

function relabel(group: readonly RelabelingRequest[], relabeling: Relabeling): RelabelingAnswer {
  const [{ rules, params } = { rules: [], params: {} }] = group;
  const targets = group.flatMap((request) => request.targets);
  try {
    const calls = Array.from({ length: Math.ceil(targets.length / mostInCall) }, (_, index) =>
      relabeling.targets({ rules, params }, targets.slice(index * mostInCall, (index + 1) * mostInCall)),
    );
    return { results: calls.flat() };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
