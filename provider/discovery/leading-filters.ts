import { grouped } from "../text/grouped";
import { remembered } from "../text/remembering";
import type { Labels } from "./meta-labels";
import type { Candidate, Dropped, Rule } from "./target-types";

/** A rule that keeps or drops targets by labels that have one of some values. */
interface Filter {
  readonly labels: readonly string[];
  readonly separator: string;
  readonly values: ReadonlySet<string>;
  readonly keeps: boolean;
}

/** Lists of fewer targets are gone through one by one. */
const large = 500;

/** Dropped targets of lists up to this length are all told. Of longer ones some are told for each rule: a large cluster has millions of them. */
const mostTold = 150;
const someTold = 20;

export interface Filtered {
  /** The number of rules that are done. */
  readonly rules: number;
  readonly left: readonly Candidate[];
  readonly dropped: readonly Dropped[];
  readonly droppedCount: number;
}

/**
 * Takes out the targets that the first rules drop, as long as these only compare labels with texts. Of a large cluster few targets are left for
 * each job, and only those go through all of its rules. `own` are the job's labels, which those of a target replace.
 */
export function withoutFiltered(all: readonly Candidate[], own: Readonly<Labels>, rules: readonly Rule[]): Filtered {
  const filters = leadingFilters(rules);
  let left = all;
  const dropped: Dropped[] = [];
  for (const [index, filter] of filters.entries()) {
    const kept = keptBy(filter, left, own);
    if (kept.length === left.length) continue;
    const told = firstOthers(left, new Set(kept), all.length <= mostTold ? mostTold : someTold);
    dropped.push(...told.map((candidate) => droppedBy(rules, index, candidate, own)));
    left = kept;
  }
  return { rules: filters.length, left, dropped, droppedCount: all.length - left.length };
}

function firstOthers(all: readonly Candidate[], kept: ReadonlySet<Candidate>, most: number): Candidate[] {
  const others: Candidate[] = [];
  for (const candidate of all) {
    if (others.length === most) break;
    if (!kept.has(candidate)) others.push(candidate);
  }
  return others;
}

function keptBy(filter: Filter, all: readonly Candidate[], own: Readonly<Labels>): readonly Candidate[] {
  const [label = "", ...others] = filter.labels;
  if (!filter.keeps || others.length > 0 || filter.values.has("") || label in own || all.length < large)
    return all.filter(({ labels }) => passes(labels, own, filter));
  const index = indexOf(all, label);
  return [...filter.values].flatMap((value) => index.get(value) ?? []);
}

/** The targets of a list by the values of a label: many jobs look at the same list. */
const indexes = new WeakMap<readonly Candidate[], Map<string, Map<string, Candidate[]>>>();

function indexOf(all: readonly Candidate[], label: string): ReadonlyMap<string, readonly Candidate[]> {
  const ofList = remembered(indexes, all, () => new Map<string, Map<string, Candidate[]>>());
  return remembered(ofList, label, () =>
    grouped(
      all.flatMap((candidate) => {
        const value = candidate.labels[label];
        return value === undefined ? [] : [[value, candidate] as const];
      }),
    ),
  );
}

/** A target that a rule drops; its labels are put together when they are asked for. */
export function droppedBy(rules: readonly Rule[], index: number, { place, labels }: Candidate, own: Readonly<Labels>): Dropped {
  const rule = rules[index];
  return {
    ...place,
    address: labels.__address__ ?? "",
    ...(rule && { rule }),
    reason: rule ? `rule ${index + 1} of ${rules.length} drops it` : "no label is left of it",
    get discovered() {
      return { ...own, ...labels };
    },
  };
}

function passes(labels: Readonly<Labels>, own: Readonly<Labels>, { labels: names, separator, values, keeps }: Filter): boolean {
  const [first = ""] = names;
  const text =
    names.length === 1 ? (labels[first] ?? own[first] ?? "") : names.map((name) => labels[name] ?? own[name] ?? "").join(separator);
  return values.has(text) === keeps;
}

function leadingFilters(rules: readonly Rule[]): Filter[] {
  const filters: Filter[] = [];
  for (const rule of rules) {
    const filter = filterOf(rule);
    if (!filter) break;
    filters.push(filter);
  }
  return filters;
}

/** Texts that are no more than that as regular expressions, with bars between them. */
const plainTexts = /^[\w/; -]+(\|[\w/; -]+)*$/;

function filterOf({ action, source_labels: labels, separator = ";", regex, if: condition }: Rule): Filter | undefined {
  const text = [regex].flat().join("|");
  const isFilter = action === "keep" || action === "drop";
  if (!isFilter || condition !== undefined || !Array.isArray(labels) || !plainTexts.test(text)) return undefined;
  return { labels: labels as string[], separator: String(separator), values: new Set(text.split("|")), keeps: action === "keep" };
}
