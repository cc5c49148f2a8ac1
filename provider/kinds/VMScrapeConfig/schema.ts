import type { z } from "zod";
import { integer, list, object } from "../../schema/fields";
import { scrapeEndpointFields, scrapeObjectFields, targetRelabelFields } from "../../scraping/endpoint-fields";
import {
  azureSDConfig,
  digitalOceanSDConfig,
  ec2SDConfig,
  gceSDConfig,
  hetznerSDConfig,
  openStackSDConfig,
  ovhcloudSDConfig,
  vultrSDConfig,
  yandexCloudSDConfig,
} from "./discoveries/clouds";
import { dockerSDConfig, dockerSwarmSDConfig } from "./discoveries/containers";
import { kubernetesSDConfig } from "./discoveries/kubernetes-api";
import { dnsSDConfig, fileSDConfig, httpSDConfig, staticConfig } from "./discoveries/lists";
import {
  consulAgentSDConfig,
  consulSDConfig,
  eurekaSDConfig,
  kumaSDConfig,
  marathonSDConfig,
  nomadSDConfig,
  puppetDBSDConfig,
} from "./discoveries/registries";

/** Where targets come from. All lists may be given together. */
const discoveryFields = {
  staticConfigs: list("Targets by their addresses.", staticConfig),
  fileSDConfigs: list("Targets from files of the scraper's container.", fileSDConfig),
  httpSDConfigs: list("Targets from URLs that list them.", httpSDConfig),
  kubernetesSDConfigs: list("Targets from Kubernetes.", kubernetesSDConfig),
  consulSDConfigs: list("Targets from the catalogue of Consul.", consulSDConfig),
  dnsSDConfigs: list("Targets from DNS records.", dnsSDConfig),
  ec2SDConfigs: list("Targets from Amazon EC2.", ec2SDConfig),
  azureSDConfigs: list("Targets from Azure.", azureSDConfig),
  gceSDConfigs: list("Targets from Google Compute Engine.", gceSDConfig),
  openstackSDConfigs: list("Targets from OpenStack.", openStackSDConfig),
  digitalOceanSDConfigs: list("Targets from DigitalOcean.", digitalOceanSDConfig),
  hetznerSDConfigs: list("Targets from Hetzner.", hetznerSDConfig),
  eurekaSDConfigs: list("Targets from Eureka.", eurekaSDConfig),
  puppetDBSDConfigs: list("Targets from PuppetDB.", puppetDBSDConfig),
  vultrSDConfigs: list("Targets from Vultr: an error, since the scraper refuses its whole configuration with them.", vultrSDConfig),
  kumaSDConfigs: list("Targets from Kuma.", kumaSDConfig),
  ovhcloudSDConfigs: list("Targets from OVHcloud.", ovhcloudSDConfig),
  nomadSDConfigs: list("Targets from Nomad.", nomadSDConfig),
  consulAgentSDConfigs: list("Targets from Consul agents.", consulAgentSDConfig),
  dockerSDConfigs: list("Targets from Docker.", dockerSDConfig),
  dockerSwarmSDConfigs: list("Targets from Docker Swarm.", dockerSwarmSDConfig),
  marathonSDConfigs: list("Targets from Marathon.", marathonSDConfig),
  yandexCloudSDConfigs: list("Targets from Yandex Cloud.", yandexCloudSDConfig),
};

export const spec = object("VMScrapeConfigSpec", "Scraping of targets that are discovered in any way that VictoriaMetrics knows.", {
  ...discoveryFields,
  ...scrapeEndpointFields,
  ...targetRelabelFields,
  scrapeClass: scrapeObjectFields.scrapeClass,
  sampleLimit: integer("Most samples that a scrape may bring; with more it fails. 0, the default, is no limit."),
  seriesLimit: integer("Most different series that a target may bring in a day; more are dropped. 0, the default, is no limit."),
});

export type VMScrapeConfigSpec = z.output<typeof spec>;
export type DiscoveryField = keyof typeof discoveryFields;
