import type { TLSAssets } from "../config/assets";
import { buckets, type PrintedItem, printedItem, textOf } from "../config/buckets";
import { printYaml } from "../config/yaml";
import { type Context, secretValue } from "../context";
import type { GeneratedPart } from "../derived";
import { type CustomResource, objectKey } from "../world/objects";
import { globalSection } from "./global";
import { ObjectJobs } from "./object-jobs";
import { checkJobNames, checkJobRules, rawJobs } from "./raw-jobs";
import type { ScrapeContext } from "./scrape-kinds";
import { checkSelectors, selectedScrapeObjects } from "./scrape-selection";
import type { ScrapingSpec } from "./scrape-types";
import type { Job, Scraper } from "./scraping";

/** The scrape configuration of a VMAgent or VMSingle. */
export interface ScrapeConfiguration {
  /** The configuration. */
  readonly main: string;
  /** Its parts, for readers: the section `global`, and each job by its name. */
  readonly parts: readonly GeneratedPart[];
  /** Lists of jobs that do not fit into the Secret of the configuration, each for a Secret of its own. */
  readonly overflow: readonly string[];
  /** Files that settings refer to. */
  readonly tlsAssets: TLSAssets;
}

/**
 * The configuration with the jobs of all selected objects, and the jobs given as text. An invalid scrape object is reported and left out as a whole;
 * problems of the scraper itself are reported as its own.
 */
export function scrapeConfiguration(scraper: Scraper, context: ScrapeContext): ScrapeConfiguration {
  const { resource, files: further = [] } = scraper;
  checkSelectors(resource.spec, context);
  const { jobs: selected, assets } = selectedJobs(scraper, context);
  const given = givenJobs(resource, context);
  checkJobNames(given, selected, context);
  checkJobRules(given, context);
  const all = [...selected, ...given];
  const jobs = all.map(({ name, tree }) => printedItem(name, tree, context.values));
  const global = globalSection(resource);
  const [first = [], ...others] = files(jobs, context);
  return {
    main: `${printYaml({ global }, context.values)}${fileList([...(others.length > 0 ? [overflowFiles] : []), ...further])}${jobList(first)}`,
    parts: [{ section: "global", tree: global }, ...all.map((job) => ({ section: "scrape_configs", ...job }))],
    overflow: others.map(textOf),
    tlsAssets: assets,
  };
}

/** The jobs of all selected objects, and the files that they refer to. */
export function selectedJobs(scraper: Scraper, context: ScrapeContext): { readonly jobs: readonly Job[]; readonly assets: TLSAssets } {
  const objectJobs = new ObjectJobs(scraper, context);
  const jobs = context.kinds.scraped.flatMap((kind) =>
    selectedScrapeObjects(kind, scraper.resource, context).flatMap((object) =>
      objectJobs.of(kind, object).map((job) => ({ ...job, object: objectKey(object) })),
    ),
  );
  return { jobs, assets: objectJobs.assets };
}

/** The jobs of other Secrets, where the config-reloader puts them. */
const overflowFiles = "/etc/vm/sc-files/*/jobs.yaml";

const fileList = (files: readonly string[]): string =>
  files.length > 0 ? `scrape_config_files:\n${files.map((file) => `- ${file}\n`).join("")}` : "";

const jobList = (jobs: readonly PrintedItem[]): string => (jobs.length > 0 ? `scrape_configs:\n${textOf(jobs)}` : "scrape_configs: []\n");

/** The jobs in the scraper's spec, given as text: those in a Secret, then those in the spec. */
function givenJobs({ metadata, spec }: CustomResource<ScrapingSpec>, context: Context): Job[] {
  const { additionalScrapeConfigs: reference, inlineScrapeConfig = "" } = spec;
  const path = "spec.additionalScrapeConfigs";
  const additional = reference
    ? secretValue(context, metadata.namespace, reference, path, "its jobs become part of the generated configuration")
    : "";
  return [...rawJobs(additional, path, context), ...rawJobs(inlineScrapeConfig, "spec.inlineScrapeConfig", context)];
}

/** The jobs of each Secret. */
function files(jobs: readonly PrintedItem[], { values, defaults, report }: Context): (readonly PrintedItem[])[] {
  const limit = defaults.configDataBudgetBytes;
  return buckets(jobs, limit, values).map((bucket) => {
    if ("items" in bucket) return bucket.items;
    report.error(
      "spec",
      `leads to the job ${bucket.tooLong.name}, which is larger than ${limit} bytes when compressed, and does not fit into a Secret`,
    );
    return [];
  });
}
