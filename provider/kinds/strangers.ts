import { nearest } from "../text/nearest";
import type { Report } from "../world/issues";
import type { Manifest } from "../world/objects";
import type { Kinds } from "./kind";
import { otherKinds } from "./other-kinds";

const groups = ["operator.victoriametrics.com", "monitoring.coreos.com"] as const;
type Group = (typeof groups)[number];

/** The kinds of a group: those that something becomes of, and the others. */
const kindsOf: Readonly<Record<Group, (kinds: Kinds) => readonly string[]>> = {
  "operator.victoriametrics.com": ({ all }) => all.map(({ kind }) => kind),
  "monitoring.coreos.com": ({ sources }) => [...sources.keys()],
};

const groupOf = ({ apiVersion }: Manifest): Group | undefined => groups.find((group) => apiVersion.startsWith(`${group}/`));

/** Whether an object is of a kind that something is derived from. */
export function isOfOperators(manifest: Manifest, kinds: Kinds): boolean {
  const group = groupOf(manifest);
  return group !== undefined && kindsOf[group](kinds).includes(manifest.kind);
}

/** Says of objects of the operators' groups that nothing is derived from them: their kind is misspelt, or their operator must go on running. */
export function reportStranger(manifest: Manifest, kinds: Kinds, report: Report): void {
  const { kind } = manifest;
  const group = groupOf(manifest);
  reportGroup(manifest, kinds, report);
  if (group === undefined || isOfOperators(manifest, kinds)) return;
  const others: readonly string[] = otherKinds[group];
  const known = [...kindsOf[group](kinds), ...others];
  const similar = others.includes(kind) ? undefined : nearest(kind, known);
  if (similar !== undefined) report.error("kind", `there is no kind ${kind}; did you mean ${similar}?`);
  else if (others.includes(kind) || group === "monitoring.coreos.com")
    report.warning("kind", `${kind} is not derived: its operator must go on running for it`);
  else report.error("kind", `there is no kind ${kind} in ${group}: expected ${kindsOf[group](kinds).join(", ")}`);
}

/** The kinds of the VictoriaMetrics operator are nobody else's, so another group is a mistake. */
function reportGroup({ apiVersion, kind }: Manifest, kinds: Kinds, report: Report): void {
  const known = kinds.of(kind);
  if (known && !apiVersion.startsWith("operator.victoriametrics.com/"))
    report.error("apiVersion", `expected ${known.apiVersion}, got ${apiVersion}`);
}
