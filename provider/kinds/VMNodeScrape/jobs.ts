import type { TreeMap } from "../../config/keys";
import type { Search } from "../../discovery/search";
import { connection, relabelings } from "../../scraping/job";
import { apiSelectors, isConfined, kubernetesDiscovery } from "../../scraping/kubernetes-discovery";
import { scrapeParameters } from "../../scraping/parameters";
import type { Job, Scraping } from "../../scraping/scraping";
import { copyLabel, selectorRules, takeLabel } from "../../scraping/selector-rules";
import type { VMNodeScrapeSpec } from "./schema";

/** A single job; empty if the scraper is confined to namespaces, since nodes have none. */
export function nodeScrapeJobs(scraping: Scraping<VMNodeScrapeSpec>): Job[] {
  const { object, context, scraper } = scraping;
  const { spec, metadata } = object;
  if (isConfined(scraping)) {
    context.report.warning("", `is not scraped by ${scraper}, which is confined to namespaces (watchNamespaces) and so may not see nodes`);
    return [];
  }
  const name = `nodeScrape/${metadata.namespace}/${metadata.name}`;
  const selectors = apiSelectors(spec.selector ?? {}, "node", scraping);
  const tree = {
    job_name: name,
    kubernetes_sd_configs: [kubernetesDiscovery({ role: "node", namespaces: [], selectors }, scraping)],
    ...scrapeParameters(spec, scraping),
    ...relabelings(nodeRules(scraping), spec, scraping),
    ...connection(spec, "spec", scraping),
  };
  return [{ name, tree }];
}

/** The nodes that are looked for. */
export const nodeScrapeSearches = ({ selector }: VMNodeScrapeSpec): Search[] => [
  { role: "node", selector: { path: "spec.selector", selector } },
];

/** The rules that come with the kind. */
function nodeRules({ object, spec }: Scraping<VMNodeScrapeSpec>): TreeMap[] {
  const { selector = {}, targetLabels = [], jobLabel, port } = object.spec;
  return [
    ...selectorRules(selector, "node", spec),
    takeLabel("node_name", "node"),
    ...targetLabels.map((label) => copyLabel("node", label)),
    { target_label: "job", replacement: `${object.metadata.namespace}/${object.metadata.name}` },
    ...(jobLabel ? [copyLabel("node", jobLabel, "job")] : []),
    ...(port ? [{ source_labels: ["__address__"], target_label: "__address__", regex: "^(.*):(.*)", replacement: `\${1}:${port}` }] : []),
  ];
}
