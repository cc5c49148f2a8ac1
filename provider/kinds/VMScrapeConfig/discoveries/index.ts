import { azureSDConfigs } from "./azure-sd";
import { consulSDConfigs } from "./consul-sd";
import { consulAgentSDConfigs } from "./consulagent-sd";
import { digitalOceanSDConfigs } from "./digitalocean-sd";
import type { Discovery } from "./discovery";
import { dnsSDConfigs } from "./dns-sd";
import { dockerSDConfigs } from "./docker-sd";
import { dockerSwarmSDConfigs } from "./dockerswarm-sd";
import { ec2SDConfigs } from "./ec2-sd";
import { eurekaSDConfigs } from "./eureka-sd";
import { fileSDConfigs } from "./file-sd";
import { gceSDConfigs } from "./gce-sd";
import { hetznerSDConfigs } from "./hetzner-sd";
import { httpSDConfigs } from "./http-sd";
import { kubernetesSDConfigs } from "./kubernetes-sd";
import { kumaSDConfigs } from "./kuma-sd";
import { marathonSDConfigs } from "./marathon-sd";
import { nomadSDConfigs } from "./nomad-sd";
import { openstackSDConfigs } from "./openstack-sd";
import { ovhcloudSDConfigs } from "./ovhcloud-sd";
import { puppetDBSDConfigs } from "./puppetdb-sd";
import { staticConfigs } from "./static-targets";
import { vultrSDConfigs } from "./vultr-sd";
import { yandexCloudSDConfigs } from "./yandexcloud-sd";

/** All discoveries by the fields that list their items, in the order of the output. */
export const discoveries = {
  staticConfigs,
  fileSDConfigs,
  httpSDConfigs,
  kubernetesSDConfigs,
  consulSDConfigs,
  dnsSDConfigs,
  ec2SDConfigs,
  azureSDConfigs,
  gceSDConfigs,
  openstackSDConfigs,
  digitalOceanSDConfigs,
  hetznerSDConfigs,
  eurekaSDConfigs,
  puppetDBSDConfigs,
  vultrSDConfigs,
  kumaSDConfigs,
  ovhcloudSDConfigs,
  nomadSDConfigs,
  consulAgentSDConfigs,
  dockerSDConfigs,
  dockerSwarmSDConfigs,
  marathonSDConfigs,
  yandexCloudSDConfigs,
} satisfies Readonly<Record<string, Discovery<never>>>;

type Discoveries = typeof discoveries;

/** Sources of targets: a list for each discovery. All lists may be given together. */
export const discoveryFields = Object.fromEntries(Object.entries(discoveries).map(([field, { items }]) => [field, items])) as {
  readonly [Field in keyof Discoveries]: Discoveries[Field]["items"];
};

/** The items of a discovery. */
export const itemsOf = (spec: object, field: string): readonly object[] =>
  (spec as Readonly<Record<string, object[] | undefined>>)[field] ?? [];
