import type { Context } from "../context";
import { parseYaml } from "../text/parse-yaml";
import type { Tree } from "../text/yaml";
import type { Opened } from "../values/values";
import type { Job } from "./scraping";

/**
 * Jobs that are given as the text of a YAML list, in the field at `path`. Of a secret text every scalar stays secret; one that is not known yet
 * stands for itself.
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
