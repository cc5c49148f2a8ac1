import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as selfScrapesOf } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { gatewayOf, internalPort, type Spec } from "./model";
import type { VMAuthSpec } from "./schema";

/** The scrape object for the proxy itself. Behind the proxy protocol nobody can scrape it, unless it has another port for that. */
export function selfScrapes(resource: CustomResource<VMAuthSpec>, context: KindContext): readonly SelfScrape[] {
  const { workload, internal, service, secretName } = gatewayOf(resource, context);
  if (internal.usesProxyProtocol) return [];
  const hasOwnPort = Boolean(workload.spec.internalListenPort);
  const scraped = { service, server: internal, hasReloader: secretName !== undefined, ...(hasOwnPort && { port: internalPort }) };
  const spec = hasOwnPort ? withInternalEndpoint(workload.spec) : workload.spec;
  return selfScrapesOf({ ...workload, spec }, scraped, context);
}

/** The user's endpoint for the default port is meant for the one that has the metrics, unless there is one for that too. */
function withInternalEndpoint(spec: Spec): Spec {
  const { endpoints = [], ...others } = spec.serviceScrapeSpec ?? {};
  const hasInternal = endpoints.some(({ port }) => port === internalPort);
  const moved = endpoints
    .filter(({ port }) => port !== "http" || !hasInternal)
    .map((endpoint) => (endpoint.port === "http" ? { ...endpoint, port: internalPort } : endpoint));
  return { ...spec, serviceScrapeSpec: { ...others, endpoints: moved } };
}
