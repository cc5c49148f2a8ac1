import type { TreeMap } from "../../config/keys";
import type { Search, SearchedPort } from "../../discovery/search";
import { connection, relabelings } from "../../scraping/job";
import { apiSelectors, kubernetesDiscovery, targetNamespaces } from "../../scraping/kubernetes-discovery";
import { scrapeParameters } from "../../scraping/parameters";
import { attachedMetadata } from "../../scraping/scrape-class";
import type { Job, Scraping } from "../../scraping/scraping";
import { copyLabel, selectorRules, takeLabel } from "../../scraping/selector-rules";
import type { Tree } from "../../text/tree";
import type { VMPodScrapeSpec } from "./schema";

type Endpoint = VMPodScrapeSpec["podMetricsEndpoints"][number];

/** A job for each endpoint. */
export function podScrapeJobs(scraping: Scraping<VMPodScrapeSpec>): Job[] {
  return scraping.object.spec.podMetricsEndpoints.map((endpoint, index) => endpointJob(endpoint, index, scraping));
}

/** The pods that each endpoint looks for. */
export function podScrapeSearches({ selector, namespaceSelector, podMetricsEndpoints }: VMPodScrapeSpec): Search[] {
  return podMetricsEndpoints.map((endpoint, index) => ({
    role: "pod",
    selector: { path: "spec.selector", selector },
    namespaces: { path: "spec.namespaceSelector", ...namespaceSelector },
    port: searchedPort(endpoint, `spec.podMetricsEndpoints[${index}]`),
  }));
}

function searchedPort({ port, portNumber, targetPort }: Endpoint, path: string): SearchedPort | undefined {
  const common = { of: "pod", podField: "portNumber" } as const;
  if (port) return { ...common, path: `${path}.port`, value: port };
  if (portNumber !== undefined) return { ...common, path: `${path}.portNumber`, value: portNumber };
  return targetPort ? { ...common, path: `${path}.targetPort`, value: targetPort } : undefined;
}

function endpointJob(endpoint: Endpoint, index: number, scraping: Scraping<VMPodScrapeSpec>): Job {
  const { object, scrapeClass } = scraping;
  const { selector = {}, namespaceSelector, attach_metadata } = object.spec;
  const name = `podScrape/${object.metadata.namespace}/${object.metadata.name}/${index}`;
  const discovery = {
    role: "pod",
    attachMetadata: attachedMetadata(endpoint.attach_metadata, attach_metadata, scrapeClass?.attachMetadata),
    namespaces: targetNamespaces(namespaceSelector, scraping),
    selectors: scraping.spec.daemonSetMode ? podsOfOwnNode : apiSelectors(selector, "pod", scraping),
  };
  const tree = {
    job_name: name,
    kubernetes_sd_configs: [kubernetesDiscovery(discovery, scraping)],
    ...scrapeParameters(endpoint, scraping),
    ...relabelings(podRules(endpoint, scraping), endpoint, scraping),
    ...connection(endpoint, `spec.podMetricsEndpoints[${index}]`, scraping),
  };
  return { name, tree };
}

/** An agent on each node scrapes the pods of its node; the variable comes from its DaemonSet. */
const podsOfOwnNode: readonly Tree[] = [{ role: "pod", field: "spec.nodeName=%{KUBE_NODE_NAME}" }];

/** The rules that come with the kind. */
function podRules(endpoint: Endpoint, { object, spec }: Scraping<VMPodScrapeSpec>): TreeMap[] {
  const { selector = {}, podTargetLabels = [], jobLabel } = object.spec;
  const { port, targetPort, filterRunning = true } = endpoint;
  const label = port || String(targetPort ?? "");
  return [
    ...(filterRunning ? [{ action: "drop", source_labels: ["__meta_kubernetes_pod_phase"], regex: "(Failed|Succeeded)" }] : []),
    ...selectorRules(selector, "pod", spec),
    ...portRules(endpoint),
    takeLabel("namespace", "namespace"),
    takeLabel("pod_container_name", "container"),
    takeLabel("pod_name", "pod"),
    ...podTargetLabels.map((name) => copyLabel("pod", name)),
    { target_label: "job", replacement: `${object.metadata.namespace}/${object.metadata.name}` },
    ...(jobLabel ? [copyLabel("pod", jobLabel, "job")] : []),
    ...(label ? [{ target_label: "endpoint", replacement: label }] : []),
  ];
}

/** Keeps one port of the pods; without any all ports are scraped. */
function portRules({ port, portNumber, targetPort }: Endpoint): TreeMap[] {
  const keep = (source: string, regex: Tree) => [
    { action: "keep", source_labels: [`__meta_kubernetes_pod_container_port_${source}`], regex },
  ];
  if (port) return keep("name", port);
  if (portNumber !== undefined) return keep("number", portNumber);
  if (!targetPort) return [];
  return keep(typeof targetPort === "string" ? "name" : "number", String(targetPort));
}
