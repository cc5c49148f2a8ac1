import type { ClusterObject } from "../discovery/discovered-objects";
import { leadsToTargets } from "../discovery/predicted-objects";
import type { Prepared } from "../render";
import { loadRelabeling } from "../upstream/module";
import { scraperTargets } from "./scraper-targets";
import { jobLines } from "./targets-formats";

/**
 * The targets that a scraper gets by a scrape object, and those that its jobs drop, as lines. Both are given by their keys. Nothing is known where no
 * Services, pods, workloads or the like are among the objects.
 */
export function explainTargets(object: string, scraper: string, prepared: Prepared): string[] {
  const { given } = prepared.program;
  if (!(given as readonly ClusterObject[]).some(leadsToTargets) || !loadRelabeling()) return [];
  const found = scraperTargets(prepared, given).find((one) => one.scraper === scraper);
  const jobs = found?.jobs.filter(({ from }) => from === object) ?? [];
  return jobs.length > 0 ? ["Its targets:", ...jobs.flatMap(jobLines)] : [];
}
