import { parseYaml } from "../config/parse-yaml";
import type { Aggregated, Relabeling } from "../upstream/relabeler";
import { type Flags, itemOf } from "./command-flags";

/** The labels of a series, with its name under `__name__`. */
export type Labels = Readonly<Record<string, string>>;

type Rule = Readonly<Record<string, unknown>>;

/** One step on the way of a sample. */
export interface SampleStep {
  /** The rule, or the setting. */
  readonly text: string;
  /** Undefined where it leaves the sample as it is; empty where the sample is dropped. */
  readonly results?: readonly Labels[];
  /** The text alone says it. */
  readonly isNote?: boolean;
}

/** Steps that belong together: relabeling, or aggregation, in one place. */
export interface SampleStage {
  readonly title: string;
  readonly steps: readonly SampleStep[];
}

/** The way of one series to one receiver. */
export interface SeriesWay {
  readonly series: Labels;
  readonly stages: readonly SampleStage[];
  readonly results: readonly Labels[];
}

/** A remote write, or the storage of a database. */
export interface Receiver {
  readonly title: string;
  readonly ways: readonly SeriesWay[];
}

/** The way of a sample through a program. */
export interface SampleWay {
  readonly stages: readonly SampleStage[];
  readonly receivers: readonly Receiver[];
}

/** The settings that decide on a sample. */
export interface Processing {
  readonly relabeling: Relabeling;
  readonly flags: Flags;
  /** The content of generated files, by their names; undefined for other files. */
  readonly fileNamed: (path: string) => string | undefined;
  /** The job that scrapes the sample. */
  readonly job?: SampleJob;
}

/** A scrape job, as far as it is about samples. */
export interface SampleJob {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly externalLabels: Labels;
  readonly honorsLabels: boolean;
}

/** The series on their way, with the stages that made them. */
interface Passed {
  readonly stages: readonly SampleStage[];
  readonly series: readonly Labels[];
}

/** Follows a sample through all steps, to the series that each receiver gets. */
export function sampleWay(labels: Labels, processing: Processing): SampleWay {
  const { flags, job } = processing;
  const urls = flags.get("remoteWrite.url");
  const scraped = job ? throughJob(labels, job, processing) : { stages: [], series: [labels] };
  const relabeled = each(scraped, (series) =>
    throughFile(series, flags.get(urls ? "remoteWrite.relabelConfig" : "relabelConfig")?.[0], titles.all, processing),
  );
  const aggregated = each(relabeled, (series) =>
    throughAggregation(series, { prefix: "", index: 0, isStored: urls === undefined }, processing),
  );
  if (!urls) return { stages: aggregated.stages, receivers: [{ title: "storage", ways: aggregated.series.map(untouched) }] };
  const extra = extraLabels(flags);
  const receivers = urls.map(
    (url, index): Receiver => ({
      title: `remoteWrite[${index}] ${url}`,
      ways: aggregated.series.map((series) => wayTo(series, index, extra, processing)),
    }),
  );
  return { stages: aggregated.stages, receivers };
}

const titles = {
  job: (name: string) => `sample relabeling of job ${name}`,
  all: "relabeling for all",
  one: "relabeling for this target",
  allAggregation: "stream aggregation for all",
  oneAggregation: "stream aggregation for this target",
  labels: "labels for all targets",
};

const untouched = (series: Labels): SeriesWay => ({ series, stages: [], results: [series] });

/** Leads every series through a stage. */
function each({ stages, series }: Passed, through: (one: Labels) => Passed): Passed {
  const passed = series.map(through);
  return { stages: [...stages, ...passed.flatMap((one) => one.stages)], series: passed.flatMap((one) => one.series) };
}

function wayTo(series: Labels, index: number, extra: Labels, processing: Processing): SeriesWay {
  const file = itemOf(processing.flags, "remoteWrite.urlRelabelConfig", index);
  const relabeled = throughFile(series, file, titles.one, processing);
  const place: AggregationPlace = { prefix: "remoteWrite.", index, isStored: false };
  const { stages, series: left } = each(relabeled, (one) => throughAggregation(one, place, processing));
  const results = left.map((one) => ({ ...one, ...extra }));
  const isChanged = Object.keys(extra).length > 0 && left.length > 0;
  const added = {
    title: titles.labels,
    steps: [
      {
        text: `adds ${Object.entries(extra)
          .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
          .join(", ")}`,
        results,
      },
    ],
  };
  return { series, stages: isChanged ? [...stages, added] : stages, results };
}

/** Labels that are added to everything in the end: `-remoteWrite.label=name=value`. */
const extraLabels = (flags: Flags): Labels =>
  Object.fromEntries(
    (flags.get("remoteWrite.label") ?? []).map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]),
  );

function throughJob(labels: Labels, { name, rules, externalLabels, honorsLabels }: SampleJob, processing: Processing): Passed {
  const relabeled = throughRules(labels, rules, titles.job(name), processing);
  const [left] = relabeled.series;
  if (!left || Object.keys(externalLabels).length === 0) return relabeled;
  const result = { ...left };
  for (const [label, value] of Object.entries(externalLabels)) {
    if (Object.hasOwn(left, label)) {
      if (honorsLabels) continue;
      result[`exported_${label}`] = left[label] ?? "";
    }
    result[label] = value;
  }
  const step = { text: `adds ${Object.keys(externalLabels).join(", ")}`, results: [result] };
  return { stages: [...relabeled.stages, { title: "external labels", steps: [step] }], series: [result] };
}

function throughFile(labels: Labels, path: string | undefined, title: string, processing: Processing): Passed {
  if (!path) return { stages: [], series: [labels] };
  const text = processing.fileNamed(path);
  if (text === undefined)
    return { stages: [{ title, steps: [{ text: `the rules in ${path} are not known here`, isNote: true }] }], series: [labels] };
  return throughRules(labels, rulesIn(text), title, processing);
}

function throughRules(labels: Labels, rules: readonly Rule[], title: string, { relabeling }: Processing): Passed {
  if (rules.length === 0) return { stages: [], series: [labels] };
  let before = labels;
  const steps = relabeling.sample(rules, labels).flatMap(({ rule, labels: after }): SampleStep[] => {
    const isSame = isEqual(before, after);
    before = after;
    const given = rules[rule];
    // After the rules labels for internal use are taken off, which is worth a line only where there are some.
    if (!given) return isSame ? [] : [{ text: "internal labels are taken off", results: seriesIn(after) }];
    return [{ text: `rule ${rule + 1} ${ruleText(given)}`, ...(!isSame && { results: seriesIn(after) }) }];
  });
  return { stages: [{ title, steps }], series: seriesIn(before) };
}

/** The rules in a file; problems in it were told by those who have derived it. */
function rulesIn(text: string): readonly Rule[] {
  const parsed = parseYaml(text);
  return "data" in parsed && Array.isArray(parsed.data) ? (parsed.data as unknown as readonly Rule[]) : [];
}

/** A series without labels is dropped. */
const seriesIn = (labels: Labels): readonly Labels[] => (Object.keys(labels).length > 0 ? [labels] : []);

/** The flags of stream aggregation for one place. */
interface AggregationPlace {
  readonly prefix: "" | "remoteWrite.";
  readonly index: number;
  /** Whether a database stores the samples: one that keeps its input keeps all of it. */
  readonly isStored: boolean;
}

function throughAggregation(labels: Labels, { prefix, index, isStored }: AggregationPlace, processing: Processing): Passed {
  const value = (name: string): string => itemOf(processing.flags, `${prefix}streamAggr.${name}`, index);
  const title = prefix === "" ? titles.allAggregation : titles.oneAggregation;
  const dropped = prefix === "" ? (processing.flags.get("streamAggr.dropInputLabels") ?? []) : value("dropInputLabels").split("^^");
  const labelsToDrop = dropped.filter(Boolean);
  const path = value("config");
  const text = path === "" ? "[]" : processing.fileNamed(path);
  if (text === undefined)
    return { stages: [{ title, steps: [{ text: `the rules in ${path} are not known here`, isNote: true }] }], series: [labels] };
  const rules = rulesIn(text);
  const keeps = value("keepInput") === "true";
  const drops = value("dropInput") === "true";
  const answers =
    rules.length > 0
      ? processing.relabeling.aggregation(text, JSON.stringify({ keepInput: keeps, dropInputLabels: labelsToDrop }), labels)
      : [];
  const isMatched = answers.some((answer) => answer.isMatched);
  const isKept = rules.length === 0 || (keeps ? isStored || !drops || isMatched : !drops && !isMatched);
  const input = isKept ? [value("dedupInterval") === "" ? labels : without(labels, labelsToDrop)] : [];
  const steps: SampleStep[] = [
    ...rules.map((rule, number) => aggregationStep(rule, number, answers[number])),
    ...(isKept ? [] : [{ text: drops && !isMatched ? "dropInput is true" : "keepInput is false", results: [] }]),
    ...(input[0] && !isEqual(input[0], labels) ? [{ text: `deduplication takes off ${labelsToDrop.join(", ")}`, results: input }] : []),
  ];
  return { stages: steps.length > 0 ? [{ title, steps }] : [], series: [...input, ...answers.flatMap(({ series }) => series)] };
}

const aggregationStep = (rule: Rule, index: number, { isMatched, series }: Aggregated = { isMatched: false, series: [] }): SampleStep =>
  isMatched
    ? { text: `rule ${index + 1} ${ruleText(rule)} makes`, results: series }
    : { text: `rule ${index + 1} ${ruleText(rule)} does not match`, isNote: true };

const without = (labels: Labels, names: readonly string[]): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)));

/** A rule on one line: `{action: drop, if: a}`. */
const ruleText = (rule: Rule): string =>
  `{${Object.entries(rule)
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ")}}`;

const isEqual = (left: Labels, right: Labels): boolean =>
  Object.keys(left).length === Object.keys(right).length && Object.entries(left).every(([name, value]) => right[name] === value);
