import type { Context } from "../../context";
import type { Derivation } from "../../kind";
import { deployment } from "../../kubernetes/deployment";
import { serviceUrl } from "../../kubernetes/http-server";
import { withCommonMetadata } from "../../kubernetes/labels";
import { networkPolicies } from "../../kubernetes/network-policy";
import { scrapingPermissions } from "../../kubernetes/rbac";
import { scrapeFiles } from "../../kubernetes/scrape-files";
import { selfScrapes as selfScrapesOf } from "../../kubernetes/self-scrape";
import { additionalServices } from "../../kubernetes/service";
import { hasOwnAccount, serviceAccounts } from "../../kubernetes/service-account";
import { scrapeConfiguration } from "../../scraping/configuration";
import type { CustomResource } from "../../world/objects";
import { type Agent, agentOf } from "./agent";
import { pods, scrapePlace } from "./pods";
import type { VMAgentSpec } from "./schema";

/** What a VMAgent becomes. */
export function derive(resource: CustomResource<VMAgentSpec>, context: Context): Derivation {
  const agent = agentOf(resource, context);
  const { workload, service } = agent;
  const { updateStrategy, rollingUpdate } = workload.spec;
  const texts = scrapeConfiguration({ resource, tlsAssetsDirectory: scrapePlace.tlsAssetsPath }, context);
  const scrape = scrapeFiles(workload, scrapePlace, texts, context);
  const objects = [
    ...serviceAccounts(workload),
    ...(hasOwnAccount(workload) ? scrapingPermissions(workload, true, context) : []),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...networkPolicies(workload),
    ...scrape.objects,
    deployment(workload, { type: updateStrategy, rollingUpdate }, pods(agent, scrape, context)),
  ];
  return { objects: withCommonMetadata(objects, context.defaults), configs: scrape.configs, outputs: addresses(agent, context) };
}

/** The scrape object for the agent itself. */
export function selfScrapes(resource: CustomResource<VMAgentSpec>, context: Context): readonly CustomResource[] {
  const { workload, ...scraped } = agentOf(resource, context);
  return selfScrapesOf(workload, { ...scraped, hasReloader: true }, context);
}

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the agent in the cluster.",
  remoteWriteUrl: "Address for pushing samples to the agent by Prometheus's remote write protocol.",
};

function addresses({ service, server }: Agent, context: Context): Record<keyof typeof outputs, string> {
  const url = serviceUrl(service, server, context);
  return { serviceName: service.metadata.name, url, remoteWriteUrl: `${url}/api/v1/write` };
}
