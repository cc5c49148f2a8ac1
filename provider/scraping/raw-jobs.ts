import { parseYaml } from "../config/parse-yaml";
import { checkRelabelText, ofJob } from "../config/relabeling-check";
import { printYaml } from "../config/yaml";
import type { Context } from "../context";
import type { Tree } from "../text/tree";
import type { Opened } from "../values/values";
import type { Job } from "./scraping";

/**
 * Jobs that are given as the text of a YAML list, in the field at `path`. Scalars of a secret text stay secret; an unknown text stays one
 * placeholder.
 */
export function rawJobs(text: string, path: string, { values, report }: Context): Job[] {
  const name = path.replace(/^spec\./, "");
  const opened = values.open(text, parseJobs);
  if (!opened) return [{ name, tree: text }];
  if ("data" in opened) return opened.data.map((tree, index) => ({ name: `${name}[${index}]`, tree }));
  report.error(path, opened.problem);
  return [];
}

function parseJobs(text: string): Opened<readonly Tree[]> {
  const parsed = parseYaml(text);
  if ("problem" in parsed) return parsed;
  const jobs = parsed.data ?? [];
  const isMap = (job: Tree): boolean => typeof job === "object" && job !== null && !Array.isArray(job);
  if (Array.isArray(jobs) && jobs.every(isMap)) return { data: jobs as readonly Tree[] };
  return { problem: "is not a list of scrape jobs: expected a YAML list in which each item is a map, such as `- job_name: node`" };
}

/**
 * Reports given jobs that the scraper refuses: it leaves out a job without a name, and refuses a configuration with a repeated name. The names of
 * `made` jobs, which come from scrape objects, are unique.
 */
export function checkJobNames(given: readonly Job[], made: readonly Job[], { values, report }: Context): void {
  const known = new Set(given.length > 0 ? made.map(({ name }) => name) : []);
  for (const { name, tree } of given) {
    if (typeof tree !== "object") continue;
    const { job_name } = tree as { readonly job_name?: Tree };
    const path = `spec.${name}.job_name`;
    if (job_name === undefined || job_name === null || job_name === "") report.warning(path, "is missing: the scraper leaves the job out");
    else if (values.check(String(job_name), (text) => known.has(String(text))))
      report.error(path, "is the name of another job, which the scraper refuses: give each job a unique name");
    values.check(String(job_name), (text) => known.add(String(text)));
  }
}

const ruleLists = ["relabel_configs", "metric_relabel_configs"] as const;

/** Reports relabeling of given jobs for which the scraper leaves a job out, or refuses the whole configuration. */
export function checkJobRules(given: readonly Job[], context: Context): void {
  for (const { name, tree } of given) {
    if (typeof tree !== "object") continue;
    const lists = tree as { readonly [list in (typeof ruleLists)[number]]?: Tree };
    for (const list of ruleLists.filter((one) => lists[one]))
      checkRelabelText(printYaml(lists[list] as Tree, context.values), `spec.${name}.${list}`, context, ofJob);
  }
}
