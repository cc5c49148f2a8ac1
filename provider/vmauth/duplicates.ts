import type { Context } from "../context";
import { Report } from "../world/issues";
import { objectKey } from "../world/objects";
import type { User } from "./access-types";

/** An item of a user, with the marks that identify the user. */
export interface Candidate<Entry> {
  readonly entry: Entry;
  readonly identities: readonly string[];
}

/**
 * Users without those whose credentials repeat: only the oldest, by default the first, stays, since vmauth refuses repetitions. Omitted users are
 * reported.
 */
export function withoutDuplicates<Entry extends { readonly user: User }>(
  candidates: readonly Candidate<Entry>[],
  context: Context,
): Entry[] {
  const kept = new Map<string, Candidate<Entry>>();
  const left = new Set<Candidate<Entry>>();
  const leaveOut = (loser: Candidate<Entry>, winner: Candidate<Entry>): void => {
    left.add(loser);
    refuse(loser.entry.user, winner.entry.user, context);
  };
  for (const candidate of candidates) {
    const rivals = new Set(candidate.identities.flatMap((identity) => kept.get(identity) ?? []).filter((rival) => !left.has(rival)));
    const winner = [...rivals].find((rival) => madeAt(rival) <= madeAt(candidate));
    if (winner) leaveOut(candidate, winner);
    else {
      for (const rival of rivals) leaveOut(rival, candidate);
      for (const identity of candidate.identities) kept.set(identity, candidate);
    }
  }
  return candidates.filter((candidate) => !left.has(candidate)).map(({ entry }) => entry);
}

const madeAt = ({ entry }: Candidate<{ readonly user: User }>): string => entry.user.metadata.creationTimestamp ?? "";

function refuse(user: User, winner: User, context: Context): void {
  const report = new Report(objectKey(user));
  const { namespace, name } = winner.metadata;
  const message = `has the same credentials as VMUser ${namespace}/${name}, which vmauth refuses: give each user different ones`;
  report.error(user.spec.jwt ? "spec.jwt.matchClaims" : "spec", message);
  context.report.include(report);
}
