import type { Context } from "../context";
import { endpointAuthFields } from "../schema/endpoint-auth";
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

/** Scrape settings of an endpoint, without authentication. */
const parameters = Object.keys({ ...scrapeEndpointFields, ...targetRelabelFields }).filter((field) => !(field in endpointAuthFields));

/** The user's settings for a port replace all derived ones except authentication. */
function mergedEndpoints(given: readonly Endpoint[], derived: readonly Endpoint[]): Endpoint[] {
  const ofUser = (endpoint: Endpoint): Endpoint => ({ port: endpoint.port, ...pick(endpoint, parameters) });
  const others = given.filter(({ port }) => !derived.some((endpoint) => endpoint.port === port));
  const replaced = derived.map((endpoint) => {
    const own = given.find(({ port }) => port === endpoint.port);
    return own ? { ...pick(endpoint, Object.keys(endpointAuthFields)), ...ofUser(own) } : endpoint;
  });
  return [...replaced, ...others.map(ofUser)];
}

const pick = <Data extends object>(data: Data, fields: readonly string[]): Partial<Data> =>
  Object.fromEntries(Object.entries(data).filter(([field]) => fields.includes(field))) as Partial<Data>;

const reloaderEndpoint = (context: Context): Endpoint => {
  const { name, containerPort } = reloaderPort(context);
  return { portNumber: containerPort, path: "/metrics", relabelConfigs: [jobRule(name)] };
};
