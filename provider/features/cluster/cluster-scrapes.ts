import type { Context } from "../../context";
import { type SelfScrape, selfScrapes } from "../self-scrape";
import type { AnyCluster, Part } from "./cluster-model";
import { proxyJobName, proxyName } from "./cluster-services";

/** The scrape objects for the parts of a cluster. `sidecarPorts` are names of ports that answer by themselves. */
export function clusterScrapes(cluster: AnyCluster, sidecarPorts: readonly string[], context: Context): readonly SelfScrape[] {
  const parts = [cluster.select, cluster.insert, cluster.storage].filter((part) => part !== undefined);
  return [
    ...parts.flatMap((part) => partScrapes(part, sidecarPorts, context)),
    ...(cluster.balancer ? balancerScrapes(cluster.balancer, context) : []),
  ];
}

type Scrapes = ReturnType<typeof selfScrapes>;

function scrapesOf({ workload, server, services }: Part, sidecarPorts: readonly string[], context: Context): Scrapes {
  const scraped = { server, service: services.pods, sidecarPorts, hasReloader: false };
  return selfScrapes(workload, scraped, context);
}

/** Pods behind the load balancer keep the job that they have without it. */
function partScrapes(part: Part, sidecarPorts: readonly string[], context: Context): Scrapes {
  const scrapes = scrapesOf(part, sidecarPorts, context);
  const isBalanced = part.services.pods !== part.services.clients;
  return isBalanced ? scrapes.map((scrape) => ({ ...scrape, spec: { ...scrape.spec, jobLabel: proxyJobName } })) : scrapes;
}

/** Only the load balancer's own Service is scraped, not those where it stands in for other parts. */
function balancerScrapes(part: Part, context: Context): Scrapes {
  const { [proxyName]: value = "" } = part.services.own.metadata.labels ?? {};
  return scrapesOf(part, [], context).map((scrape) => {
    const { selector } = scrape.spec;
    const matchLabels = { ...selector?.matchLabels, [proxyName]: value };
    return { ...scrape, spec: { ...scrape.spec, selector: { ...selector, matchLabels } } };
  });
}
