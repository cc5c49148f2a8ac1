import { connection, relabelings } from "../../scraping/job";
import { scrapeParameters } from "../../scraping/parameters";
import type { Job, Scraping } from "../../scraping/scraping";
import { sortedNaturally } from "../../text/order";
import type { VMStaticScrapeSpec } from "./schema";

type Endpoint = VMStaticScrapeSpec["targetEndpoints"][number];

/** A job for each list of targets. */
export function staticScrapeJobs(scraping: Scraping<VMStaticScrapeSpec>): Job[] {
  return scraping.object.spec.targetEndpoints.map((endpoint, index) => endpointJob(endpoint, index, scraping));
}

function endpointJob(endpoint: Endpoint, index: number, scraping: Scraping<VMStaticScrapeSpec>): Job {
  const { object, spec } = scraping;
  const { targets, labels, scrapeTimeout } = endpoint;
  const { jobName } = object.spec;
  const name = `staticScrape/${object.metadata.namespace}/${object.metadata.name}/${index}`;
  const tree = {
    job_name: name,
    static_configs: [{ targets, labels: labels && sortedNaturally(labels) }],
    // The operator writes the time-out of the scraper into jobs of this kind.
    ...scrapeParameters({ ...endpoint, scrapeTimeout: scrapeTimeout || spec.scrapeTimeout }, scraping),
    ...relabelings(jobName ? [{ target_label: "job", replacement: jobName }] : [], endpoint, scraping),
    ...connection(endpoint, `spec.targetEndpoints[${index}]`, scraping),
  };
  return { name, tree };
}
