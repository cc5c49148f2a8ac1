import { deriveResource } from "../derivation";
import type { Derivation, GeneratedPart } from "../derived";
import type { Prepared } from "../render";
import { matchersProblem, parseMatchers } from "../text/matchers";
import type { Values } from "../values/values";
import { objectKey } from "../world/objects";
import { flagsIn } from "./command-flags";
import { masked, partsOf } from "./generated-parts";
import { indented } from "./indented";
import { labelText } from "./label-text";
import { findWorkload } from "./reference";
import { type Labels, type Receiver, type SampleJob, type SampleStage, type SampleStep, type SeriesWay, sampleWay } from "./sample-way";
import { isScraper, neededRelabeling, scraperTargets } from "./scraper-targets";
import { UsageError } from "./usage";

/**
 * The way of a sample through a VMAgent or VMSingle: what each rule of relabeling and stream aggregation makes of it, and what each remote write
 * gets. The rules are followed by VictoriaMetrics' own code. Secrets are masked.
 *
 * @param sample A series, `http_requests_total{job="shop"}`.
 * @param job The scrape job that brings the sample, by its name or by the key of its scrape object. Without it the only job is taken whose targets
 *   have the labels of the sample, where there is one.
 * @throws UsageError when the object is no scraper, or the sample or the job is not understood.
 */
export function explainSample(prepared: Prepared, reference: string, sample: string, job?: string): string {
  const { program, values } = prepared;
  const labels = sampleIn(sample);
  const { kinds } = program.context;
  const scrapers = kinds.all.filter((kind) => isScraper(kind, kinds)).map(({ kind }) => kind);
  const workload = findWorkload(program, reference, scrapers, "--sample");
  const { derivation } = deriveResource(program, workload);
  const [container = ""] = Object.keys(kinds.of(workload.kind)?.applications ?? {});
  const files = new Map(
    derivation.configs.flatMap((config) => Object.entries(config.files).map(([name, { text }]) => [name, text] as const)),
  );
  const jobs = jobsIn(derivation, values);
  const chosen = job === undefined ? onlyJob(labels, objectKey(workload), jobs, prepared) : jobNamed(job, jobs);
  const way = sampleWay(labels, {
    relabeling: neededRelabeling(),
    flags: new Map([...flagsIn(derivation, container)].map(([name, items]) => [name, items.map((item) => values.mask(item))])),
    fileNamed: (path) => {
      const text = files.get(path.split("/").at(-1) ?? "");
      return text === undefined ? undefined : values.mask(text);
    },
    ...(chosen && { job: chosen.samples }),
  });
  const lines = [
    `${objectKey(workload)} gets ${seriesText(labels)}:`,
    ...indented(chosen ? [] : withoutJob(jobs)),
    ...indented(way.stages.flatMap(stageLines)),
    ...way.receivers.flatMap((receiver) => ["", ...indented(receiverLines(receiver))]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The labels of a series as it is written in queries. */
function sampleIn(text: string): Labels {
  const [, name = "", list = ""] = /^\s*([^\s{}"=,]*)\s*(?:\{(.*)\})?\s*$/s.exec(text) ?? [];
  const problem = name === "" && list.trim() === "" ? 'is no series: expected one such as http_requests_total{job="shop"}' : undefined;
  const ofLabels = list.trim() === "" ? undefined : matchersProblem(list);
  if (problem ?? ofLabels) throw new UsageError(`--sample ${problem ?? ofLabels}`);
  const matchers = list.trim() === "" ? [] : parseMatchers(list, true);
  const condition = matchers.find(({ operator }) => operator !== "=");
  if (condition)
    throw new UsageError(`--sample gives ${condition.label} a condition (${condition.operator}): write ${condition.label}="…"`);
  return { ...(name && { __name__: name }), ...Object.fromEntries(matchers.map(({ label, value }) => [label, value])) };
}

interface Job {
  readonly from?: string;
  readonly samples: SampleJob;
}

type Config = Readonly<Record<string, unknown>>;

function jobsIn(derivation: Derivation, values: Values): Job[] {
  const parts = partsOf(derivation);
  const tree = (part: GeneratedPart | undefined): Config => Object(masked(part?.tree ?? {}, values)) as Config;
  const global = tree(parts.find(({ section }) => section === "global"));
  const rulesOf = (config: Config) => (config.metric_relabel_configs ?? []) as SampleJob["rules"];
  return parts
    .filter(({ section }) => section === "scrape_configs")
    .map((part) => {
      const config = tree(part);
      const samples: SampleJob = {
        name: String(config.job_name ?? part.name),
        rules: [...rulesOf(global), ...rulesOf(config)],
        externalLabels: (global.external_labels ?? {}) as Labels,
        honorsLabels: config.honor_labels === true,
      };
      return { samples, ...(part.object && { from: part.object }) };
    });
}

/** @throws UsageError when there is no such job, or several. */
function jobNamed(name: string, jobs: readonly Job[]): Job {
  const found = jobs.filter(({ samples, from }) => samples.name === name || from === name);
  const [only] = found;
  if (only && found.length === 1) return only;
  const all = (found.length > 0 ? found : jobs).map(({ samples }) => samples.name);
  if (found.length > 1) throw new UsageError(`--job ${name} has several jobs: ${all.join(", ")}`);
  throw new UsageError(`--job ${name}: there is no such job${all.length > 0 ? `; there is ${all.slice(0, 10).join(", ")}` : ""}`);
}

/** The only job with targets whose labels the sample has. */
function onlyJob(labels: Labels, scraper: string, jobs: readonly Job[], prepared: Prepared): Job | undefined {
  if (!jobs.some(({ samples }) => samples.rules.length > 0 || Object.keys(samples.externalLabels).length > 0)) return undefined;
  const isOf = (target: Labels): boolean =>
    labels.job !== undefined &&
    labels.job === target.job &&
    Object.entries(target).every(([name, value]) => (labels[name] ?? value) === value);
  const names = scraperTargets(prepared, prepared.program.given)
    .filter((one) => one.scraper === scraper)
    .flatMap((one) => one.jobs.filter(({ targets }) => targets.some((target) => isOf(target.labels))).map((found) => found.job));
  const [name] = names;
  return names.length === 1 ? jobs.find(({ samples }) => samples.name === name) : undefined;
}

function withoutJob(jobs: readonly Job[]): string[] {
  const own = jobs.filter(({ samples }) => samples.rules.length > 0).map(({ samples }) => samples.name);
  if (own.length === 0) return [];
  const named = `${own.slice(0, 3).join(", ")}${own.length > 3 ? `, … (${own.length} jobs)` : ""}`;
  return [`as if it were pushed: --job says which job scrapes it; jobs with sample relabeling are ${named}`];
}

const receiverLines = ({ title, ways }: Receiver): string[] => {
  const results = ways.flatMap((way) => way.results);
  return [
    title,
    ...indented(ways.flatMap((way) => wayLines(way, ways.length > 1))),
    ...indented(results.length > 0 ? ["gets", ...indented(results.map(seriesText))] : ["gets nothing"]),
  ];
};

const wayLines = ({ series, stages }: SeriesWay, isOneOfSeveral: boolean): string[] => {
  const lines = stages.flatMap(stageLines);
  return isOneOfSeveral && lines.length > 0 ? [`of ${seriesText(series)}`, ...indented(lines)] : lines;
};

const stageLines = ({ title, steps }: SampleStage): string[] => [title, ...indented(steps.flatMap(stepLines))];

function stepLines({ text, results, isNote }: SampleStep): string[] {
  if (isNote) return [text];
  if (results === undefined) return [`${text}: changes nothing`];
  return results.length === 0 ? [`${text}: drops it`] : [`${text}:`, ...indented(results.map(seriesText))];
}

/** A series as it is written in queries. */
const seriesText = ({ __name__: name = "", ...labels }: Labels): string =>
  Object.keys(labels).length > 0 || name === "" ? `${name}${labelText(labels)}` : name;
