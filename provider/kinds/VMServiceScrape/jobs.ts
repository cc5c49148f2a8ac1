import { apiSelectors, kubernetesDiscovery, targetNamespaces } from "../../scraping/discovery";
import { connection, relabelings } from "../../scraping/job";
import type { TreeMap } from "../../scraping/keys";
import { scrapeParameters } from "../../scraping/parameters";
import { attachedMetadata } from "../../scraping/scrape-class";
import type { Job, Scraping } from "../../scraping/scraping";
import { sanitizedLabel, selectorRules } from "../../scraping/selector-rules";
import type { VMServiceScrapeSpec } from "./schema";

type Endpoint = VMServiceScrapeSpec["endpoints"][number];

/** A job for each endpoint. */
export function serviceScrapeJobs(scraping: Scraping<VMServiceScrapeSpec>): Job[] {
  return scraping.object.spec.endpoints.map((endpoint, index) => endpointJob(endpoint, index, scraping));
}

function endpointJob(endpoint: Endpoint, index: number, scraping: Scraping<VMServiceScrapeSpec>): Job {
  const { object, context, spec, scrapeClass } = scraping;
  const { selector = {}, namespaceSelector, attach_metadata } = object.spec;
  const role = object.spec.discoveryRole ?? (context.defaults.enforceEndpointSlices ? "endpointslice" : "endpoints");
  const name = `serviceScrape/${object.metadata.namespace}/${object.metadata.name}/${index}`;
  const discovery = {
    role,
    attachMetadata: attachedMetadata(endpoint.attach_metadata, attach_metadata, scrapeClass?.attachMetadata),
    namespaces: targetNamespaces(namespaceSelector, scraping),
    selectors: apiSelectors(selector, role, scraping),
  };
  const rules = [...(spec.enableKubernetesAPISelectors ? [] : selectorRules(selector, "service")), ...serviceRules(endpoint, object.spec, role)];
  const tree = {
    job_name: name,
    kubernetes_sd_configs: [kubernetesDiscovery(discovery, scraping)],
    ...scrapeParameters(endpoint, scraping),
    ...relabelings(rules, endpoint, scraping),
    ...connection(endpoint, `spec.endpoints[${index}]`, scraping),
  };
  return { name, tree };
}

/** What targets are made from, as discovery spells it in the names of its labels. */
const discovered: Readonly<Record<string, "endpoint" | "endpointslice" | "service">> = {
  endpoints: "endpoint",
  endpointslice: "endpointslice",
  endpointslices: "endpointslice",
  service: "service",
};

/** The rules that come with the kind, after those made from the selector. */
function serviceRules(endpoint: Endpoint, spec: VMServiceScrapeSpec, role: string): TreeMap[] {
  const source = discovered[role] ?? "endpoint";
  const hasPods = source !== "service";
  const port = portOf(endpoint, hasPods);
  return [
    ...portRules(endpoint, source),
    ...(hasPods ? podRules(source) : []),
    { source_labels: ["__meta_kubernetes_namespace"], target_label: "namespace" },
    { source_labels: ["__meta_kubernetes_service_name"], target_label: "service" },
    ...(spec.targetLabels ?? []).map((label) => copyRule(`__meta_kubernetes_service_label_${sanitizedLabel(label)}`, sanitizedLabel(label))),
    ...(hasPods ? (spec.podTargetLabels ?? []) : []).map((label) => copyRule(`__meta_kubernetes_pod_label_${sanitizedLabel(label)}`, sanitizedLabel(label))),
    { source_labels: ["__meta_kubernetes_service_name"], target_label: "job", replacement: "${1}" },
    ...(spec.jobLabel ? [copyRule(`__meta_kubernetes_service_label_${sanitizedLabel(spec.jobLabel)}`, "job")] : []),
    ...(port ? [{ target_label: "endpoint", replacement: port }] : []),
  ];
}
