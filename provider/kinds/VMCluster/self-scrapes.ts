import type { Context } from "../../context";
import { backupPortName } from "../../features/backup";
import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as selfScrapesOf } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import { clusterOf, type Part } from "./model";
import type { VMClusterSpec } from "./schema";
import { proxyJobName, proxyName } from "./services";

/** The scrape objects for the parts of a cluster. */
export function selfScrapes(resource: CustomResource<VMClusterSpec>, context: Context): readonly SelfScrape[] {
  const { vmselect, vminsert, vmstorage, balancer } = clusterOf(resource, context);
  const parts = [vmselect, vminsert, vmstorage].filter((part) => part !== undefined);
  return [...parts.flatMap((part) => partScrapes(part, context)), ...(balancer ? balancerScrapes(balancer, context) : [])];
}

type Scrapes = ReturnType<typeof selfScrapesOf>;

function scrapesOf({ workload, server, services }: Part, context: Context): Scrapes {
  const scraped = { server, service: services.pods, sidecarPorts: [backupPortName], hasReloader: false };
  return selfScrapesOf(workload, scraped, context);
}

/** Pods behind the load balancer keep the job that they have without it. */
function partScrapes(part: Part, context: Context): Scrapes {
  const scrapes = scrapesOf(part, context);
  const isBalanced = part.services.pods !== part.services.clients;
  return isBalanced ? scrapes.map((scrape) => ({ ...scrape, spec: { ...scrape.spec, jobLabel: proxyJobName } })) : scrapes;
}

/** Only the load balancer's own Service is scraped, not those where it stands in for other parts. */
function balancerScrapes(part: Part, context: Context): Scrapes {
  const { [proxyName]: value = "" } = part.services.own.metadata.labels ?? {};
  return scrapesOf(part, context).map((scrape) => {
    const { selector } = scrape.spec;
    const matchLabels = { ...selector?.matchLabels, [proxyName]: value };
    return { ...scrape, spec: { ...scrape.spec, selector: { ...selector, matchLabels } } };
  });
}
