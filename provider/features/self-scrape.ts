import type { Context } from "../context";
import { additionalService, type ServiceManifest } from "../kubernetes/service";
import { boolean, described, structural } from "../schema/fields";
import type { VMServiceScrapeSpec } from "../scraping/service-scrape-fields";
import { serviceScrape } from "../scraping/service-scrape-fields";
import { type HttpServer, serverPath } from "../workload/http-server";
import { withCommonLabels } from "../workload/labels";
import type { Plain, PlainFields } from "../workload/plain";
import type { BaseSpec, Workload } from "../workload/workload";
import type { CustomResource } from "../world/objects";
import { isEmptySelector } from "../world/selectors";
import { reloaderPort } from "./config-reloader";

/** Scraping of a workload itself. */
export const selfScrapeFields = {
  disableSelfServiceScrape: structural(
    boolean(
      "Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false.",
    ),
  ),
  serviceScrapeSpec: described(
    "Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. " +
      "The selector is derived if it is empty.",
    serviceScrape,
  ),
};

/** The fields for scraping the workload itself. */
export type SelfScrapeFields = PlainFields<typeof selfScrapeFields>;

type Spec = Plain<VMServiceScrapeSpec>;
type Endpoint = Spec["endpoints"][number];
type RelabelConfig = NonNullable<Endpoint["relabelConfigs"]>[number];

/** A scrape object of a workload for itself. */
export type SelfScrape<OwnSpec = unknown> = Omit<CustomResource<OwnSpec>, "apiVersion">;

/** The scrape targets of a workload. */
export interface Scraped {
  readonly service: ServiceManifest;
  readonly server: HttpServer;
  /** Name of the Service's port that the application answers, by default `http`. */
  readonly port?: string;
  /** Names of the Service's ports that sidecars answer, always by plain HTTP. */
  readonly sidecarPorts?: readonly string[];
  readonly hasReloader: boolean;
}

/** The scrape object of a workload itself, unless it is switched off: the user's, with missing parts filled in. */
export function selfScrapes(workload: Workload<BaseSpec & SelfScrapeFields>, scraped: Scraped, context: Context): SelfScrape<Spec>[] {
  const { disableSelfServiceScrape = context.defaults.disableSelfServiceScrape, serviceScrapeSpec } = workload.spec;
  if (disableSelfServiceScrape) return [];
  const { metadata } = scraped.service;
  const endpoints = [
    ...mergedEndpoints(serviceScrapeSpec?.endpoints ?? [], derivedEndpoints(workload, scraped, context)).map(withApplicationRule),
    ...(scraped.hasReloader ? [reloaderEndpoint(context)] : []),
  ].map(withBothSpellings);
  const spec = { ...serviceScrapeSpec, selector: selectorOf(serviceScrapeSpec, scraped.service), endpoints };
  const resource = { kind: "VMServiceScrape", metadata: { ...metadata, namespace: workload.namespace }, spec };
  return [withCommonLabels(resource, context.defaults)];
}

/** The user's selector, unless it selects everything; else the default Service and nothing of the same labels beside it. */
function selectorOf(given: Spec | undefined, { metadata }: ServiceManifest): Spec["selector"] {
  if (!isEmptySelector(given?.selector)) return given?.selector;
  return { matchLabels: metadata.labels, matchExpressions: [{ key: additionalService, operator: "DoesNotExist" }] };
}

/** An endpoint for each port of the Service that has metrics, in the order of the ports. */
export function derivedEndpoints(
  { spec: { extraArgs = {} } }: Workload,
  { service, server, port: ownPort = "http", sidecarPorts = [] }: Scraped,
  { values }: Context,
): Endpoint[] {
  const { metricsAuthKey } = extraArgs;
  const params = metricsAuthKey ? { params: { authKey: [metricsAuthKey] } } : {};
  const tls = server.scheme === "https" ? { scheme: "https" as const, tlsConfig: { insecureSkipVerify: true } } : {};
  return (service.spec.ports ?? []).flatMap(({ name: port = "" }): Endpoint[] => {
    if (port === ownPort) return [{ port, path: serverPath(server, "/metrics", values), ...params, ...tls }];
    if (!sidecarPorts.includes(port)) return [];
    return [{ port, path: "/metrics", ...params, relabelConfigs: [jobRule(port)] }];
  });
}

/** The user's endpoints; a derived one of the same port only provides its path. */
function mergedEndpoints(given: readonly Endpoint[], derived: readonly Endpoint[]): Endpoint[] {
  const sameAs = (list: readonly Endpoint[], { port }: Endpoint): Endpoint | undefined => list.find((other) => other.port === port);
  return [
    ...given.map((endpoint) => ({ ...endpoint, path: endpoint.path || sameAs(derived, endpoint)?.path })),
    ...derived.filter((endpoint) => !sameAs(given, endpoint)),
  ];
}

const reloaderEndpoint = (context: Context): Endpoint => {
  const { name, containerPort } = reloaderPort(context);
  return { targetPort: containerPort, path: "/metrics", relabelConfigs: [jobRule(name)] };
};

/** Tells the sidecars' series from the application's. */
export const jobRule = (port: string): RelabelConfig => ({
  sourceLabels: ["job"],
  regex: "(.+)",
  targetLabel: "job",
  replacement: `\${1}-${port}`,
});

const applicationLabel = "victoriametrics_app";

type Relabeled = Pick<Endpoint, "relabelConfigs" | "metricRelabelConfigs">;

/** Marks the applications of VictoriaMetrics, for dashboards and rules. */
export function withApplicationRule<Data extends Relabeled>(endpoint: Data): Data {
  const { relabelConfigs = [] } = endpoint;
  if (relabelConfigs.some(({ targetLabel, target_label }) => (targetLabel ?? target_label) === applicationLabel)) return endpoint;
  return { ...endpoint, relabelConfigs: [...relabelConfigs, { targetLabel: applicationLabel, replacement: "true" }] };
}

/** Both spellings of fields that have two, as the operator writes them. */
export function withBothSpellings<Data extends Relabeled>(endpoint: Data): Data {
  const { relabelConfigs, metricRelabelConfigs } = endpoint;
  return {
    ...endpoint,
    ...(relabelConfigs && { relabelConfigs: relabelConfigs.map(bothSpellings) }),
    ...(metricRelabelConfigs && { metricRelabelConfigs: metricRelabelConfigs.map(bothSpellings) }),
  };
}

function bothSpellings(rule: RelabelConfig): RelabelConfig {
  const {
    sourceLabels = rule.source_labels,
    source_labels = sourceLabels,
    targetLabel = rule.target_label,
    target_label = targetLabel,
  } = rule;
  return {
    ...rule,
    ...(sourceLabels && { sourceLabels, source_labels }),
    ...(targetLabel !== undefined && { targetLabel, target_label }),
  };
}
