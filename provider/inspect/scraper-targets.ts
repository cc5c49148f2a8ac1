import { deriveAll } from "../assemble";
import { deriveResource } from "../derivation";
import type { ClusterObject } from "../discovery/discovered-objects";
import { jobTargets } from "../discovery/job-targets";
import { KubernetesTargets } from "../discovery/kubernetes-targets";
import { predictedObjects } from "../discovery/predicted-objects";
import type { GlobalSettings, JobTargets, ScrapeJob } from "../discovery/target-types";
import type { Prepared } from "../render";
import { mapText } from "../schema/parse";
import { loadRelabeling } from "../upstream/module";
import { objectKey } from "../world/objects";

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
  const relabeling = loadRelabeling();
  if (!relabeling) throw new Error("this build of the package lacks VictoriaMetrics' relabeling: `npm run build` adds it");
  const kubernetes = new KubernetesTargets(discoverable(prepared, objects, areLive));
  const { resources } = prepared.program;
  return resources.flatMap((resource) => {
    const { global, jobs } = scraping(prepared, resource);
    if (!global) return [];
    const surroundings = { global, kubernetes, namespace: resource.metadata.namespace, relabeling };
    return [
      { scraper: objectKey(resource), jobs: jobs.map(({ from, job }) => ({ ...(from && { from }), ...jobTargets(job, surroundings) })) },
    ];
  });
}

/** The given objects; of a folder also what the custom resources become, and what will run. */
function discoverable(prepared: Prepared, objects: readonly unknown[], areLive: boolean): ClusterObject[] {
  const given = objects.filter(isObject);
  if (areLive) return given;
  const derived = [...deriveAll(prepared.program).derived.values()].flatMap(({ derivation }) => derivation.objects);
  const all = [...given, ...derived.map(({ manifest }) => masked(manifest, prepared) as unknown as ClusterObject)];
  return [...all, ...predictedObjects(all)];
}

const isObject = (object: unknown): object is ClusterObject => {
  const { kind, metadata } = Object(object) as Partial<ClusterObject>;
  return typeof kind === "string" && typeof metadata?.name === "string";
};

const masked = <Data>(data: Data, { values }: Prepared): Data => mapText(data, (text) => values.mask(text)) as Data;

interface Scraping {
  readonly global?: GlobalSettings;
  readonly jobs: readonly { readonly from?: string; readonly job: ScrapeJob }[];
}

/** The generated configuration of a scraper, without its secrets; without `global` it is none. */
function scraping(prepared: Prepared, resource: Prepared["program"]["resources"][number]): Scraping {
  const { derivation } = deriveResource(prepared.program, resource);
  const parts = derivation.configs.flatMap(({ files }) => Object.values(files).flatMap(({ parts: all = [] }) => all));
  const { kinds } = prepared.program.context;
  const isScraping = kinds.all.some((kind) => kind.scraped && kinds.of(resource.kind)?.selects?.(kind) !== undefined);
  const global = parts.find(({ section }) => section === "global")?.tree;
  const jobs = parts.filter(({ section, tree }) => section === "scrape_configs" && typeof tree === "object");
  return {
    ...(isScraping && global && { global: masked(global, prepared) as GlobalSettings }),
    jobs: jobs.map(({ object, tree }) => ({ ...(object && { from: object }), job: masked(tree, prepared) as ScrapeJob })),
  };
}
