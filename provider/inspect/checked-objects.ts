import type { ClusterObject } from "../discovery/discovered-objects";
import { LookedAt } from "../discovery/looked-at";
import { kindsTable } from "../kinds";
import type { Source } from "../sources/read-source";
import { isNamedObject } from "./named-object";

/** A line about the objects that a check has looked at. */
export function checkedObjects(sources: readonly Source[]): string {
  const objects = sources.flatMap((source) => source.objects.map(({ object }) => object)).filter(isNamedObject);
  const counts = new Map<string, number>();
  for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([kind, count]) => `${count} ${kind}`);
  const files = sources.length === 1 ? "1 file" : `${sources.length} files`;
  const list = kinds.length > 0 ? `: ${kinds.join(", ")}` : "";
  return `checked ${objects.length === 1 ? "1 object" : `${objects.length} objects`} in ${files}${list}${targetsNote(objects)}`;
}

/** Whether targets were looked for, where there are objects that look for some. */
function targetsNote(objects: readonly ClusterObject[]): string {
  const isSearching = ({ kind }: ClusterObject): boolean =>
    (kindsTable.of(kind) ?? kindsTable.of(kindsTable.sources.get(kind)?.result.kind ?? ""))?.scraped?.searches !== undefined;
  if (!objects.some(isSearching) || !new LookedAt(objects, { isWhole: false }).isEmpty) return "";
  return "; without Services, Pods and workloads among them nothing is said of targets";
}
