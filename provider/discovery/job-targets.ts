import { parseDuration } from "../text/duration";
import type { Relabeling } from "../upstream/relabeler";
import type { KubernetesTargets } from "./kubernetes-targets";
import { droppedBy, type Filtered, withoutFiltered } from "./leading-filters";
import type { Labels } from "./meta-labels";
import { type RelabelingAnswer, type RelabelingRequest, relabelAll } from "./shared-relabeling";
import type { Candidate, Dropped, GlobalSettings, JobTargets, Rule, ScrapeJob, Target } from "./target-types";

/** The objects and settings around a job. */
export interface Surroundings {
  readonly global: GlobalSettings;
  readonly kubernetes: KubernetesTargets;
  /** The namespace of the scraper. */
  readonly namespace: string;
  readonly relabeling: Relabeling;
}

/** A job with the targets that its first rules leave, before the others. */
interface Begun {
  readonly job: ScrapeJob;
  readonly rules: readonly Rule[];
  readonly own: Readonly<Labels>;
  readonly filtered: Filtered;
  readonly request: RelabelingRequest;
}

/** The targets that each job scrapes and those that it drops. */
export function targetsOfJobs(jobs: readonly ScrapeJob[], surroundings: Surroundings): JobTargets[] {
  const begun = jobs.map((job) => begin(job, surroundings));
  const answers = relabelAll(
    begun.map(({ request }) => request),
    surroundings.relabeling,
  );
  return begun.map((one, index) => finish(one, answers[index] ?? { results: [] }));
}

function begin(job: ScrapeJob, surroundings: Surroundings): Begun {
  const { global } = surroundings;
  const rules = [...(global.relabel_configs ?? []), ...(job.relabel_configs ?? [])];
  const own = jobLabels(job, global);
  const filtered = withoutFiltered(candidates(job, surroundings), own, rules);
  const targets = filtered.left.map(({ labels }) => ({ ...own, ...labels }));
  return { job, rules, own, filtered, request: { rules: rules.slice(filtered.rules), params: job.params ?? {}, targets } };
}

function finish({ job, rules, own, filtered, request }: Begun, answer: RelabelingAnswer): JobTargets {
  const common = { job: job.job_name ?? "", atRunTime: runTimeDiscoveries(job) };
  if ("problem" in answer) return { ...common, targets: [], dropped: [], droppedCount: 0, problem: answer.problem };
  const made = filtered.left.map((candidate, index): Target | Dropped => {
    const { labels = {}, url, rule, problem } = answer.results[index] ?? {};
    const discovered = request.targets[index] ?? {};
    if (url !== undefined) return { ...candidate.place, discovered, url, labels };
    const place = { ...candidate.place, address: candidate.labels.__address__ ?? "", discovered };
    if (problem !== undefined) return { ...place, reason: problem === noAddress ? problem : refusal + problem };
    return droppedBy(rules, filtered.rules + (rule ?? request.rules.length), candidate, own);
  });
  const { targets, repeated } = withoutRepetitions(made.filter((one): one is Target => "url" in one));
  const others = [...made.filter((one): one is Dropped => !("url" in one)), ...repeated];
  return { ...common, targets, dropped: [...filtered.dropped, ...others], droppedCount: filtered.droppedCount + others.length };
}

/** The module's word on a target without an address: the scraper drops it like one that a rule drops. */
const noAddress = "it has no address";

/** The beginning of the reason for a target that the scraper cannot take: it only tells it in its log. */
export const refusal = "the scraper refuses it: ";

/** The reason for which a target with the URL and the labels of another one is dropped. */
export const isRepeated = "another target has its URL and its labels";

/** The scraper takes a target once; of equal ones it is not certain which. */
function withoutRepetitions(targets: readonly Target[]): { targets: Target[]; repeated: Dropped[] } {
  const byIdentity = new Map<string, Target>();
  const repeated: Dropped[] = [];
  for (const target of targets) {
    const identity = JSON.stringify([target.url, Object.entries(target.labels).sort(([left], [right]) => (left < right ? -1 : 1))]);
    if (byIdentity.has(identity)) {
      const { url, labels, ...place } = target;
      repeated.push({ ...place, address: target.discovered.__address__ ?? "", reason: isRepeated });
    } else byIdentity.set(identity, target);
  }
  return { targets: [...byIdentity.values()], repeated };
}

function candidates(job: ScrapeJob, { kubernetes, namespace }: Surroundings): readonly Candidate[] {
  const given = (job.static_configs ?? []).flatMap(({ targets = [], labels = {} }) =>
    targets.filter(Boolean).map((address): Candidate => ({ place: {}, labels: { __address__: address, ...labels } })),
  );
  const found = (job.kubernetes_sd_configs ?? []).map((discovery) => kubernetes.find(discovery, namespace));
  const [only = []] = found;
  return given.length === 0 && found.length === 1 ? only : [...given, ...found.flat()];
}

/** Discoveries of a job that are not made here. */
function runTimeDiscoveries(job: ScrapeJob): string[] {
  return Object.keys(job).filter((key) => /_sd_configs$/.test(key) && key !== "kubernetes_sd_configs");
}

const defaultInterval = 60_000;
const defaultTimeout = 10_000;

/** The labels that all targets of a job have before relabeling. */
function jobLabels(job: ScrapeJob, global: GlobalSettings): Labels {
  const interval = positive(job.scrape_interval) ?? positive(global.scrape_interval) ?? defaultInterval;
  const timeout = positive(job.scrape_timeout) ?? positive(global.scrape_timeout) ?? defaultTimeout;
  const parameters = Object.entries(job.params ?? {}).flatMap(([name, [first]]) =>
    first === undefined ? [] : [[`__param_${name}`, String(first)]],
  );
  return {
    job: job.job_name ?? "",
    __scheme__: (job.scheme || "http").toLowerCase(),
    __metrics_path__: job.metrics_path || "/metrics",
    __scrape_interval__: goDuration(interval),
    __scrape_timeout__: goDuration(Math.min(timeout, interval)),
    ...Object.fromEntries(parameters),
  };
}

function positive(text: string | undefined): number | undefined {
  const length = text === undefined ? undefined : parseDuration(text);
  return length !== undefined && length > 0 ? length : undefined;
}

/** A duration as Go prints it: `1m30s`, `500ms`. */
function goDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${milliseconds}ms`;
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor(milliseconds / 60_000) % 60;
  const seconds = (milliseconds % 60_000) / 1_000;
  return `${hours > 0 ? `${hours}h` : ""}${hours > 0 || minutes > 0 ? `${minutes}m` : ""}${seconds}s`;
}
