import { type Derived, deriveAll } from "../assemble";
import type { Derivation } from "../derived";
import type { ClusterObject } from "../discovery/discovered-objects";
import { targetsOfJobs } from "../discovery/job-targets";
import { KubernetesTargets } from "../discovery/kubernetes-targets";
import { leadsToTargets, predictedObjects } from "../discovery/predicted-objects";
import type { GlobalSettings, JobTargets, ScrapeJob } from "../discovery/target-types";
import type { Kinds } from "../kinds/kind";
import type { Prepared } from "../render";
import { loadRelabeling } from "../upstream/module";
import type { Relabeling } from "../upstream/relabeler";
import type { Values } from "../values/values";
import { type CustomResource, objectKey } from "../world/objects";
import { masked, partsOf } from "./generated-parts";
import { isNamedObject } from "./named-object";

/** The targets of a job, and the scrape object that it comes from. */
export interface ObjectTargets extends JobTargets {
  /** Undefined for a job that is given as text. */
  readonly from?: string;
}

/** The targets of a VMAgent or VMSingle. */
export interface ScraperTargets {
  readonly scraper: string;
  readonly jobs: readonly ObjectTargets[];
}

export interface TargetOptions {
  /** Whether the objects are those of a cluster: then nothing is predicted. */
  readonly areLive?: boolean;
}

/**
 * The targets of all scrapers among the objects. Of a folder the pods of workloads are predicted, those that the custom resources become included.
 *
 * @throws Error when the package was built without VictoriaMetrics' relabeling.
 */
export function scraperTargets(prepared: Prepared, objects: readonly unknown[], { areLive = false }: TargetOptions = {}): ScraperTargets[] {
  const { program } = prepared;
  const isSubject = areLive ? (resource: CustomResource) => isScraper(resource, program.context.kinds) : undefined;
  return targetsAmong([...deriveAll(program, { isSubject }).derived.values()], prepared, objects, { areLive });
}

/** The same for custom resources that are derived already. */
export function targetsAmong(
  derived: readonly Derived[],
  { program, values }: Prepared,
  objects: readonly unknown[],
  { areLive = false }: TargetOptions = {},
): ScraperTargets[] {
  const relabeling = neededRelabeling();
  const given = objects.filter(isNamedObject);
  const kubernetes = new KubernetesTargets(areLive ? given : withFuture(given, derived, values));
  return derived.flatMap(({ resource, derivation }) => {
    const found = isScraper(resource, program.context.kinds) ? scraping(derivation, values) : undefined;
    if (!found) return [];
    const { global, jobs } = found;
    const surroundings = { global, kubernetes, namespace: resource.metadata.namespace, relabeling };
    const targets = targetsOfJobs(
      jobs.map(({ job }) => job),
      surroundings,
    );
    return [{ scraper: objectKey(resource), jobs: targets.map((ofJob, index) => ({ ...fromOf(jobs[index]), ...ofJob })) }];
  });
}

/** @throws Error when the package was built without VictoriaMetrics' relabeling. */
export function neededRelabeling(): Relabeling {
  const relabeling = loadRelabeling();
  if (!relabeling) throw new Error("this build of the package lacks VictoriaMetrics' relabeling: `npm run build` adds it");
  return relabeling;
}

/** Whether targets can be found among some objects: these have Services, pods, workloads or the like, and the package was built with relabeling. */
export const canFindTargets = (objects: readonly unknown[]): boolean =>
  objects.some((object) => isNamedObject(object) && leadsToTargets(object)) && loadRelabeling() !== undefined;

const fromOf = ({ from }: { readonly from?: string } = {}) => (from === undefined ? {} : { from });

/** Whether a custom resource selects scrape objects. */
export const isScraper = ({ kind }: Pick<CustomResource, "kind">, kinds: Kinds): boolean =>
  kinds.all.some((scraped) => scraped.scraped && kinds.of(kind)?.selects?.(scraped) !== undefined);

/** The objects of a folder, with the derived ones and the pods that will run. */
function withFuture(given: readonly ClusterObject[], derived: readonly Derived[], values: Values): ClusterObject[] {
  const manifests = derived.flatMap(({ derivation }) => derivation.objects.map(({ manifest }) => manifest));
  const all = [...given, ...(masked(manifests, values) as unknown as ClusterObject[])];
  return [...all, ...predictedObjects(all)];
}

interface Scraping {
  readonly global: GlobalSettings;
  readonly jobs: readonly { readonly from?: string; readonly job: ScrapeJob }[];
}

/** The generated configuration of a scraper, without its secrets; undefined if it scrapes nothing. */
function scraping(derivation: Derivation, values: Values): Scraping | undefined {
  const parts = partsOf(derivation);
  // The section is missing in files with jobs alone.
  const global = parts.find(({ section }) => section === "global")?.tree ?? {};
  if (parts.every(({ section }) => section !== "global" && section !== "scrape_configs")) return undefined;
  const jobs = parts.filter(({ section, tree }) => section === "scrape_configs" && typeof tree === "object");
  return {
    global: masked(global, values) as GlobalSettings,
    jobs: jobs.map(({ object, tree }) => ({ ...(object && { from: object }), job: masked(tree, values) as ScrapeJob })),
  };
}
