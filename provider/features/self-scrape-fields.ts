import { boolean, described, structural } from "../schema/fields";
import { serviceScrape } from "../scraping/service-scrape-fields";
import type { PlainFields } from "../workload/plain";

/** How a workload itself is scraped. */
export const selfScrapeFields = {
  disableSelfServiceScrape: structural(
    boolean(
      "Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false.",
    ),
  ),
  serviceScrapeSpec: described(
    "Start of the scrape object for the component itself. An endpoint with the port name of a derived one takes its place; others are added. " +
      "The selector is derived if it is empty.",
    serviceScrape,
  ),
};

/** What a workload says of how it is scraped itself. */
export type SelfScrapeFields = PlainFields<typeof selfScrapeFields>;
