import { nearest } from "../text/nearest";
import type { Report } from "../world/issues";
import { groupOf as apiGroupOf, type Manifest } from "../world/objects";
import type { Kinds } from "./kind";
import { otherKinds } from "./other-kinds";

const groups = ["operator.victoriametrics.com", "monitoring.coreos.com"] as const;
type Group = (typeof groups)[number];

const groupOf = ({ apiVersion }: Pick<Manifest, "apiVersion">): Group | undefined =>
  groups.find((group) => apiVersion.startsWith(`${group}/`));

/** Whether a kind of a group is one that something becomes of. */
const isKindOf: Readonly<Record<Group, (kind: string, kinds: Kinds) => boolean>> = {
  "operator.victoriametrics.com": (kind, kinds) => groupOf(kinds.of(kind) ?? ofNoGroup) !== undefined,
  "monitoring.coreos.com": (kind, { sources }) => sources.has(kind),
};

const ofNoGroup = { apiVersion: "" };

/** The kinds of a group that something becomes of. */
const kindsOf = (group: Group, kinds: Kinds): string[] =>
  [...kinds.all.map(({ kind }) => kind), ...kinds.sources.keys()].filter((kind) => isKindOf[group](kind, kinds));

/** Whether an object is of a kind that something is derived from. */
export function isOfOperators(manifest: Manifest, kinds: Kinds): boolean {
  const group = groupOf(manifest);
  return group !== undefined && isKindOf[group](manifest.kind, kinds);
}

/** Says of objects of the operators' groups that nothing is derived from them: their kind is misspelt, or their operator must go on running. */
export function reportStranger(manifest: Manifest, kinds: Kinds, report: Report): void {
  const { kind } = manifest;
  const group = groupOf(manifest);
  reportGroup(manifest, kinds, report);
  if (group === undefined || isOfOperators(manifest, kinds)) return;
  const others: readonly string[] = otherKinds[group];
  const known = [...kindsOf(group, kinds), ...others];
  const similar = others.includes(kind) ? undefined : nearest(kind, known);
  if (similar !== undefined) report.error("kind", `there is no kind ${kind}; did you mean ${similar}?`);
  else if (others.includes(kind) || group === "monitoring.coreos.com")
    report.warning("kind", `${kind} is not derived: its operator must go on running for it`);
  else report.error("kind", `there is no kind ${kind} in ${group}: expected ${kindsOf(group, kinds).join(", ")}`);
}

/** Our kinds are nobody else's, so another group is a mistake. */
function reportGroup({ apiVersion, kind }: Manifest, kinds: Kinds, report: Report): void {
  const known = kinds.of(kind);
  if (known && apiGroupOf(apiVersion) !== apiGroupOf(known.apiVersion))
    report.error("apiVersion", `expected ${known.apiVersion}, got ${apiVersion}`);
}
