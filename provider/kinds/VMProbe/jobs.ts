import { filled, type TreeMap } from "../../config/keys";
import { jobRule } from "../../config/relabel-rules";
import type { Search } from "../../discovery/search";
import { connection, relabelings } from "../../scraping/job";
import { apiSelectors, kubernetesDiscovery, targetNamespaces } from "../../scraping/kubernetes-discovery";
import { scrapeParameters } from "../../scraping/parameters";
import type { Job, Scraping } from "../../scraping/scraping";
import { selectorRules, takeLabel } from "../../scraping/selector-rules";
import { sortedNaturally } from "../../text/order";
import type { VMProbeSpec } from "./schema";

type Targets = NonNullable<VMProbeSpec["targets"]>;
type StaticTargets = NonNullable<Targets["static"]>;
type KubernetesTargets = NonNullable<Targets["kubernetes"]>[number];

/** The targets of one entry of a probe: addresses, or objects of the cluster. */
type Entry = { readonly addresses: StaticTargets } | { readonly objects: KubernetesTargets };

/**
 * A job for each entry of the probe: in a shared job the rules by which one entry keeps its own objects would drop the targets of all others. The
 * label `job` is the same for all.
 */
export function probeJobs(scraping: Scraping<VMProbeSpec>): Job[] {
  const { spec, metadata } = scraping.object;
  const { static: addresses = spec.targets?.staticConfig, kubernetes = [], ingress } = spec.targets ?? {};
  const entries: Entry[] = [
    ...(addresses ? [{ addresses }] : []),
    ...[...kubernetes, ...(ingress ? [{ ...ingress, role: "ingress" as const }] : [])].map((objects) => ({ objects })),
  ];
  const name = `probe/${metadata.namespace}/${metadata.name}`;
  const [first, ...others] = entries;
  return [
    probeJob(name, first, spec.jobName, scraping),
    ...others.map((entry, index) => probeJob(`${name}/${index + 1}`, entry, spec.jobName || name, scraping)),
  ];
}

/** The objects that a probe looks for. */
export function probeSearches({ targets: { kubernetes = [], ingress } = {} }: VMProbeSpec): Search[] {
  const entries = kubernetes.map((entry, index) => ({ entry, path: `spec.targets.kubernetes[${index}]` }));
  return [...entries, ...(ingress ? [{ entry: { ...ingress, role: "ingress" as const }, path: "spec.targets.ingress" }] : [])].map(
    ({ entry: { role = "ingress", selector, namespaceSelector }, path }) => ({
      role,
      selector: { path: `${path}.selector`, selector },
      ...(role !== "node" && { namespaces: { path: `${path}.namespaceSelector`, ...namespaceSelector } }),
    }),
  );
}

function probeJob(name: string, entry: Entry | undefined, job: string | undefined, scraping: Scraping<VMProbeSpec>): Job {
  const { spec } = scraping.object;
  const addresses = entry && "addresses" in entry ? entry.addresses : undefined;
  const objects = entry && "objects" in entry ? [entry.objects] : [];
  const rules = [
    ...(addresses ? staticRules(addresses) : []),
    ...objects.flatMap((targets) => kubernetesRules(targets, scraping)),
    ...proberRules(spec, job),
  ];
  const tree = {
    job_name: name,
    ...scrapeParameters(proberEndpoint(spec), scraping),
    static_configs: addresses && [{ targets: addresses.targets, labels: addresses.labels && sortedNaturally(addresses.labels) }],
    kubernetes_sd_configs: filled(objects.map((targets) => discovery(targets, scraping))),
    // Of a scrape class only TLS and authentication are for probes.
    ...relabelings(rules, spec, { ...scraping, scrapeClass: undefined }),
    ...connection(spec, "spec", scraping),
  };
  return { name, tree };
}

/** The scraped address is the prober; the target is one of the parameters. */
function proberEndpoint({ vmProberSpec, module, params, scheme, ...endpoint }: VMProbeSpec) {
  return {
    ...endpoint,
    path: vmProberSpec.path || "/probe",
    scheme: vmProberSpec.scheme || scheme,
    params: module ? { ...params, module: [module] } : params,
  };
}

function discovery({ role = "ingress", selector = {}, namespaceSelector }: KubernetesTargets, scraping: Scraping<VMProbeSpec>) {
  const selectors = apiSelectors(selector, role, scraping);
  return kubernetesDiscovery({ role, namespaces: targetNamespaces(namespaceSelector, scraping), selectors }, scraping);
}

const staticRules = ({ relabelingConfigs = [] }: StaticTargets): TreeMap[] => [
  { source_labels: ["__address__"], target_label: "__param_target" },
  ...relabelingConfigs.map(jobRule),
];

/** Makes the probed URL from the metadata of a discovered object. */
function kubernetesRules(targets: KubernetesTargets, { spec }: Scraping<VMProbeSpec>): TreeMap[] {
  const { role = "ingress", selector = {}, relabelingConfigs = [] } = targets;
  return [
    ...selectorRules(selector, role, spec),
    // Discovery knows path and scheme of an Ingress, other objects name them in annotations.
    ...(role === "ingress" ? [] : [...annotationRules(role, "path", "/"), ...annotationRules(role, "scheme", "http")]),
    {
      source_labels: ["__address__"],
      separator: ";",
      regex: "(.*)",
      target_label: `__tmp_${role}_address`,
      replacement: "$1",
      action: "replace",
    },
    {
      source_labels: [`__meta_kubernetes_${role}_scheme`, "__address__", `__meta_kubernetes_${role}_path`],
      separator: ";",
      regex: "(.+);(.+);(.+)",
      target_label: "__param_target",
      replacement: "${1}://${2}${3}",
      action: "replace",
    },
    takeLabel("namespace", "namespace"),
    takeLabel(`${role}_name`, role),
    ...relabelingConfigs.map(jobRule),
  ];
}

/** A part of the URL from an annotation of the object, and its default. */
function annotationRules(role: string, part: string, otherwise: string): TreeMap[] {
  const annotation = `operator_victoriametrics_com_probe_${part}`;
  const target_label = `__meta_kubernetes_${role}_${part}`;
  return [
    { action: "replace", source_labels: [`__meta_kubernetes_${role}_annotation_${annotation}`], target_label },
    {
      if: `{__meta_kubernetes_${role}_annotationpresent_${annotation}!="true"}`,
      action: "replace",
      target_label,
      replacement: otherwise,
    },
  ];
}

/** The probed target becomes the label `instance`, and the prober the address. */
const proberRules = ({ vmProberSpec }: VMProbeSpec, job: string | undefined): TreeMap[] => [
  ...(job ? [{ target_label: "job", replacement: job }] : []),
  { source_labels: ["__param_target"], target_label: "instance" },
  { target_label: "__address__", replacement: vmProberSpec.url },
];
