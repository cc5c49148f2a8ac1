import type { TreeMap } from "../../config/keys";
import type { Search, SearchedPort } from "../../discovery/search";
import { connection, relabelings } from "../../scraping/job";
import { apiSelectors, kubernetesDiscovery, targetNamespaces } from "../../scraping/kubernetes-discovery";
import { scrapeParameters } from "../../scraping/parameters";
import { attachedMetadata } from "../../scraping/scrape-class";
import type { Job, Scraping } from "../../scraping/scraping";
import { copyLabel, selectorRules, takeLabel } from "../../scraping/selector-rules";
import type { VMServiceScrapeSpec } from "./schema";

type Endpoint = VMServiceScrapeSpec["endpoints"][number];

/** A job for each endpoint. */
export function serviceScrapeJobs(scraping: Scraping<VMServiceScrapeSpec>): Job[] {
  return scraping.object.spec.endpoints.map((endpoint, index) => endpointJob(endpoint, index, scraping));
}

/** The Services that each endpoint looks for. */
export function serviceScrapeSearches({ selector, namespaceSelector, endpoints, discoveryRole }: VMServiceScrapeSpec): Search[] {
  const role = discoveryRole === "service" ? "service" : "endpoints";
  return endpoints.map((endpoint, index) => ({
    role,
    selector: { path: "spec.selector", selector },
    namespaces: { path: "spec.namespaceSelector", ...namespaceSelector },
    port: searchedPort(endpoint, role, `spec.endpoints[${index}]`),
  }));
}

function searchedPort({ port, targetPort }: Endpoint, role: Search["role"], path: string): SearchedPort | undefined {
  const common = { podField: "targetPort" } as const;
  if (port) return { ...common, path: `${path}.port`, of: "service", value: port };
  if (role === "service" || !targetPort) return undefined;
  return { ...common, path: `${path}.targetPort`, of: "pod", value: targetPort };
}

function endpointJob(endpoint: Endpoint, index: number, scraping: Scraping<VMServiceScrapeSpec>): Job {
  const { object, context, spec, scrapeClass } = scraping;
  const { selector = {}, namespaceSelector, attach_metadata, discoveryRole } = object.spec;
  const role = discoveryRole ?? (context.defaults.enforceEndpointSlices ? "endpointslice" : "endpoints");
  const name = `serviceScrape/${object.metadata.namespace}/${object.metadata.name}/${index}`;
  const discovery = {
    role,
    attachMetadata: attachedMetadata(endpoint.attach_metadata, attach_metadata, scrapeClass?.attachMetadata),
    namespaces: targetNamespaces(namespaceSelector, scraping),
    selectors: apiSelectors(selector, role, scraping),
  };
  const rules = [...selectorRules(selector, "service", spec), ...serviceRules(endpoint, object.spec, role)];
  const tree = {
    job_name: name,
    kubernetes_sd_configs: [kubernetesDiscovery(discovery, scraping)],
    ...scrapeParameters(endpoint, scraping),
    ...relabelings(rules, endpoint, scraping),
    ...connection(endpoint, `spec.endpoints[${index}]`, scraping),
  };
  return { name, tree };
}

/** The source of targets, as spelled in the names of discovery's labels. */
const sources = { endpoints: "endpoint", endpointslice: "endpointslice", endpointslices: "endpointslice", service: "service" } as const;

type Role = keyof typeof sources;
type Source = (typeof sources)[Role];

/** The rules that come with the kind, after those made from the selector. */
function serviceRules(endpoint: Endpoint, spec: VMServiceScrapeSpec, role: Role): TreeMap[] {
  const source = sources[role];
  const hasPods = source !== "service";
  const port = endpoint.port || (hasPods ? String(endpoint.targetPort ?? "") : "");
  const portLabel = labelOfPort(endpoint, source);
  return [
    ...(portLabel ? [{ action: "keep", source_labels: [`__meta_kubernetes_${portLabel}`], regex: port }] : []),
    ...(hasPods ? podRules(source) : []),
    takeLabel("namespace", "namespace"),
    takeLabel("service_name", "service"),
    ...(spec.targetLabels ?? []).map((label) => copyLabel("service", label)),
    ...(hasPods ? (spec.podTargetLabels ?? []) : []).map((label) => copyLabel("pod", label)),
    { ...takeLabel("service_name", "job"), replacement: "${1}" },
    ...(spec.jobLabel ? [copyLabel("service", spec.jobLabel, "job")] : []),
    ...(port ? [{ target_label: "endpoint", replacement: port }] : []),
  ];
}

/** The label with a target's port; undefined if all ports are scraped. */
function labelOfPort({ port, targetPort }: Endpoint, source: Source): string | undefined {
  if (port) return `${source}_port_name`;
  if (source === "service" || !targetPort) return undefined;
  return typeof targetPort === "string" ? "pod_container_port_name" : "pod_container_port_number";
}

/** The node or the pod that is behind an endpoint, and the container. */
function podRules(source: Source): TreeMap[] {
  const target = [`__meta_kubernetes_${source}_address_target_kind`, `__meta_kubernetes_${source}_address_target_name`];
  return [
    { source_labels: target, separator: ";", regex: "Node;(.*)", replacement: "${1}", target_label: "node" },
    { source_labels: target, separator: ";", regex: "Pod;(.*)", replacement: "${1}", target_label: "pod" },
    takeLabel("pod_name", "pod"),
    takeLabel("pod_container_name", "container"),
  ];
}
