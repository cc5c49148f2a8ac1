import type { Context } from "../context";
import { scrapeEndpointFields, targetRelabelFields } from "../scraping/endpoint-fields";
import type { VMServiceScrapeSpec } from "../scraping/service-scrape-fields";
import { withCommonLabels } from "../workload/labels";
import type { Plain } from "../workload/plain";
import type { BaseSpec, Workload } from "../workload/workload";
import { reloaderPort } from "./config-reloader";
import type { SelfScrapeFields } from "./self-scrape";
import { derivedEndpoints, jobRule, type Scraped, type SelfScrape, withApplicationRule, withBothSpellings } from "./self-scrape";

type Endpoint = Plain<VMServiceScrapeSpec["endpoints"][number]> & { readonly portNumber?: number };

/** The derived parts of a VMPodScrape. */
type Spec = Partial<Plain<VMServiceScrapeSpec>> & { readonly podMetricsEndpoints: readonly Endpoint[] };

/** Fields of the whole object that the user may set for the scrape of Services, and that apply to pods too. */
const copied = ["podTargetLabels", "sampleLimit", "seriesLimit", "attach_metadata"] as const;

/** The scrape object of a workload on each node, unless it is switched off: its pods are scraped without a Service. */
export function podSelfScrapes(workload: Workload<BaseSpec & SelfScrapeFields>, scraped: Scraped, context: Context): SelfScrape<Spec>[] {
  const { name, namespace, selectorLabels, spec: given } = workload;
  const { disableSelfServiceScrape = context.defaults.disableSelfServiceScrape, serviceScrapeSpec } = given;
  if (disableSelfServiceScrape) return [];
  const podMetricsEndpoints = [
    ...mergedEndpoints(serviceScrapeSpec?.endpoints ?? [], derivedEndpoints(workload, scraped, context)).map(withApplicationRule),
    ...(scraped.hasReloader ? [reloaderEndpoint(context)] : []),
  ].map(withBothSpellings);
  const spec = {
    ...pick(serviceScrapeSpec ?? {}, copied),
    selector: { matchLabels: selectorLabels },
    podMetricsEndpoints,
  };
  const resource = { kind: "VMPodScrape", metadata: { name, namespace, labels: selectorLabels }, spec };
  return [withCommonLabels(resource, context.defaults)];
}

/** Fields of the whole object that have no counterpart for pods, or that are derived. */
const ignored = ["jobLabel", "targetLabels", "selector", "namespaceSelector", "scrapeClass", "discoveryRole"] as const;

/** Warns of settings for the scrape of Services that pods are not scraped with. */
export function checkPodSelfScrapes({ serviceScrapeSpec }: SelfScrapeFields, { report }: Context): void {
  for (const field of ignored)
    if (serviceScrapeSpec?.[field] !== undefined)
      report.warning(`spec.serviceScrapeSpec.${field}`, "has no effect: the pods are scraped without a Service");
}

/** The settings of an endpoint that apply to pods as well. */
const parameters = Object.keys({ ...scrapeEndpointFields, ...targetRelabelFields });

/** The path that pods are asked for unless an endpoint says otherwise. */
const usualPath = "/metrics";

/** The user's endpoint for a port replaces the derived one, but for what the application does not answer without; others are added. */
function mergedEndpoints(given: readonly Endpoint[], derived: readonly Endpoint[]): Endpoint[] {
  const others = given.filter(({ port }) => !derived.some((endpoint) => endpoint.port === port));
  const replaced = derived.map((endpoint) => {
    const own = given.find(({ port }) => port === endpoint.port);
    if (!own) return endpoint;
    const path = own.path || (endpoint.path === usualPath ? undefined : endpoint.path);
    return { ...reachable(ofUser(own), endpoint), ...(path && { path }) };
  });
  return [...replaced, ...others.map(ofUser)];
}

/** An endpoint of the user, with the protocol and the key of the derived one unless it has its own. */
function reachable(given: Endpoint, { scheme, tlsConfig, params }: Endpoint): Endpoint {
  return {
    ...given,
    ...(params && !given.params && { params }),
    ...(scheme && !given.scheme && { scheme, tlsConfig: given.tlsConfig ?? tlsConfig }),
  };
}

const ofUser = (endpoint: Endpoint): Endpoint => {
  const { port, targetPort } = endpoint;
  return { ...(port ? { port } : { targetPort }), ...pick(endpoint, parameters) };
};

const pick = <Data extends object>(data: Data, fields: readonly string[]): Partial<Data> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => fields.includes(field))) as Partial<Data>;

const reloaderEndpoint = (context: Context): Endpoint => {
  const { name, containerPort } = reloaderPort(context);
  return { portNumber: containerPort, path: "/metrics", relabelConfigs: [jobRule(name)] };
};
