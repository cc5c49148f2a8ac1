import { filled, type TreeMap } from "../../config/keys";
import { checkFileAccess } from "../../scraping/file-access";
import { connection, relabelings } from "../../scraping/job";
import { checkLogin } from "../../scraping/login-check";
import { scrapeParameters } from "../../scraping/parameters";
import type { Job, Scraping } from "../../scraping/scraping";
import { discoveries, itemsOf } from "./discoveries";
import type { Discovery } from "./discoveries/discovery";
import type { VMScrapeConfigSpec } from "./schema";

/** A single job with all discoveries. */
export function scrapeConfigJobs(scraping: Scraping<VMScrapeConfigSpec>): Job[] {
  const { metadata, spec } = scraping.object;
  const name = `scrapeConfig/${metadata.namespace}/${metadata.name}`;
  const tree = {
    job_name: name,
    ...scrapeParameters(spec, scraping),
    ...relabelings([], spec, scraping),
    ...connection(spec, "spec", scraping),
    ...discovered(scraping),
  };
  return [{ name, tree }];
}

function discovered(scraping: Scraping<VMScrapeConfigSpec>): TreeMap {
  const { object, references, context } = scraping;
  const lists = Object.entries<Discovery>(discoveries).map(([field, { key, print }]) => {
    const items = itemsOf(object.spec, field).map((item, index) => {
      const path = `spec.${field}[${index}]`;
      checkFileAccess(item, path, scraping);
      const printed = print(item, references, path, context.values);
      checkLogin(printed, path, context);
      checkLogin(printed, `${path}.proxy_client_config`, context, "proxy_");
      return printed;
    });
    return [key, filled(items)] as const;
  });
  return Object.fromEntries(lists);
}
