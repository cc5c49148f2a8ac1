import type { Prepared } from "../render";
import { type CustomResource, objectKey } from "../world/objects";
import { canFindTargets, scraperTargets } from "./scraper-targets";
import { jobLines } from "./targets-formats";

/**
 * The targets of a scrape object and those that its jobs drop, as lines by the keys of the scrapers. Nothing is known where no Services, pods,
 * workloads or the like are among the objects.
 */
export function explainTargets(object: CustomResource, prepared: Prepared): ReadonlyMap<string, readonly string[]> {
  const { given, context } = prepared.program;
  if (!context.kinds.of(object.kind)?.scraped || !canFindTargets(given)) return new Map();
  const key = objectKey(object);
  return new Map(
    scraperTargets(prepared, given).flatMap(({ scraper, jobs }) => {
      const own = jobs.filter(({ from }) => from === key);
      return own.length > 0 ? [[scraper, ["Its targets:", ...own.flatMap(jobLines)]] as const] : [];
    }),
  );
}
