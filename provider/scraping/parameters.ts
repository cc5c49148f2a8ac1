import { filled, type Keys, positive, type TreeMap, written } from "../config/keys";
import { parseDuration } from "../text/duration";
import { sortedByBytes } from "../text/order";
import type { Values } from "../values/values";
import type { Endpoint, ScrapingSpec } from "./scrape-types";
import type { Scraping } from "./scraping";

const parameterKeys: Keys<[endpoint: Endpoint, scraping: Scraping]> = {
  honor_labels: ({ honorLabels = false }, { spec }) => (spec.overrideHonorLabels ? false : honorLabels),
  honor_timestamps: ({ honorTimestamps }, { spec }) => (spec.overrideHonorTimestamps ? false : honorTimestamps),
  scrape_interval: ({ scrape_interval, interval }, { spec, context }) =>
    withinLimits(filled(scrape_interval) ?? filled(interval), spec, context.values),
  scrape_timeout: ({ scrapeTimeout }) => filled(scrapeTimeout),
  metrics_path: ({ path }) => filled(path),
  proxy_url: ({ proxyURL }) => filled(proxyURL),
  follow_redirects: ({ follow_redirects }) => follow_redirects,
  params: ({ params = {} }) => filled(sortedByBytes(params)),
  scheme: ({ scheme }, { context }) => scheme && context.values.apply("lowerCase", scheme),
  max_scrape_size: ({ max_scrape_size }) => filled(max_scrape_size),
  sample_limit: ({ sampleLimit }, { object }) => positive(sampleLimit) ?? positive(object.spec.sampleLimit),
  series_limit: ({ seriesLimit }, { object }) => positive(seriesLimit) ?? positive(object.spec.seriesLimit),
};

/** The parameters of an endpoint's scrapes. */
export function scrapeParameters(endpoint: Endpoint, scraping: Scraping): TreeMap {
  return written(parameterKeys, endpoint, scraping);
}

/** The interval, or the text of the bound that it exceeds. It is unchanged if it or the lower bound is not a duration or not known yet. */
function withinLimits(
  interval: string | undefined,
  { minScrapeInterval, maxScrapeInterval }: ScrapingSpec,
  values: Values,
): string | undefined {
  if (!interval) return undefined;
  if (!minScrapeInterval && !maxScrapeInterval) return interval;
  const lengthOf = (text: string): number | undefined => values.check(text, (known) => parseDuration(String(known)));
  const length = lengthOf(interval);
  const shortest = minScrapeInterval ? lengthOf(minScrapeInterval) : Number.NEGATIVE_INFINITY;
  const longest = (maxScrapeInterval ? lengthOf(maxScrapeInterval) : undefined) ?? Number.POSITIVE_INFINITY;
  if (length === undefined || shortest === undefined) return interval;
  if (shortest >= length) return minScrapeInterval;
  return longest < length ? maxScrapeInterval : interval;
}
