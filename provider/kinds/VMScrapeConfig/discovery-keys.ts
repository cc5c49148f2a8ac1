import { filled, type Keys, switchedOn, type TreeMap, written } from "../../config/keys";
import type { References } from "../../config/references";
import type { Tree } from "../../config/yaml";
import { discoveryClient } from "../../scraping/clients";
import { attachedTo } from "../../scraping/kubernetes-discovery";
import type { DiscoveryClient } from "../../scraping/scrape-types";
import { sortedByBytes, sortedNaturally } from "../../text/order";
import type { Values } from "../../values/values";
import type { DiscoveryField, VMScrapeConfigSpec } from "./schema";

/** One item of a discovery's list, and what it takes to print it; `path` is the item's. */
type Input<Item> = readonly [item: Item, references: References, path: string, values: Values];
type ItemKeys<Item> = Keys<Input<Item>>;
type ItemOf<Field extends DiscoveryField> = NonNullable<VMScrapeConfigSpec[Field]>[number];

/** One kind of discovery: the field that lists its items, the key of the output, and how an item becomes an item of the output. */
export interface Discovery {
  readonly field: DiscoveryField;
  readonly key: string;
  readonly print: (...input: Input<never>) => TreeMap;
}

/** An item's own keys come first, then those of the client that asks for targets, where it is one, then `after`. */
function discovery<Field extends DiscoveryField>(
  field: Field,
  key: string,
  keys: ItemKeys<ItemOf<Field>>,
  after: ItemKeys<ItemOf<Field>> = {},
): Discovery {
  const print = (...input: Input<ItemOf<Field>>): TreeMap => {
    const [item, references, path] = input;
    return { ...written(keys, ...input), ...discoveryClient(item as DiscoveryClient, references, path), ...written(after, ...input) };
  };
  return { field, key, print };
}

const lowerCase = (text: string | undefined, values: Values): string | undefined => filled(text && values.apply("lowerCase", text));

type Filters = ItemOf<"dockerSDConfigs">["filters"];

const printedFilters = (filters: Filters): Tree => filled(filters?.map((filter) => ({ name: filter.name, values: filter.values })));

/** The cloud of Hetzner has two names here and one in the output. */
const hetznerRoles = { robot: "robot", Robot: "robot", hcloud: "hcloud", Cloud: "hcloud" } as const;
const ovhcloudServices = { vps: "vps", VPS: "vps", dedicated_server: "dedicated_server", DedicatedServer: "dedicated_server" } as const;

/** All discoveries, in the order of the output. */
export const discoveries: readonly Discovery[] = [
  discovery("staticConfigs", "static_configs", {
    targets: ({ targets = [] }) => targets,
    labels: ({ labels = {} }) => sortedNaturally(labels),
  }),
  discovery("fileSDConfigs", "file_sd_configs", { files: ({ files }) => files }),
  discovery("httpSDConfigs", "http_sd_configs", { url: ({ url }) => url }),
  discovery(
    "kubernetesSDConfigs",
    "kubernetes_sd_configs",
    {
      api_server: ({ apiServer }) => filled(apiServer),
      role: ({ role }) => role,
      namespaces: ({ namespaces }) => namespaces && { names: namespaces.names ?? [], own_namespace: namespaces.ownNamespace },
    },
    {
      attach_metadata: ({ role, attach_metadata }) => attachedTo(role, attach_metadata),
      selectors: ({ selectors = [] }, _, __, values) =>
        filled(selectors.map(({ role, label = "", field = "" }) => ({ role: lowerCase(role, values), label, field }))),
    },
  ),
  discovery("consulSDConfigs", "consul_sd_configs", {
    server: ({ server }) => server,
    bearer_token: ({ tokenRef }, references, path) => references.filledValue(tokenRef, `${path}.tokenRef`),
    datacenter: ({ datacenter }) => filled(datacenter),
    namespace: ({ namespace }) => filled(namespace),
    partition: ({ partition }) => filled(partition),
    scheme: ({ scheme }, _, __, values) => lowerCase(scheme, values),
    services: ({ services }) => filled(services),
    tags: ({ tags }) => filled(tags),
    tag_separator: ({ tagSeparator }) => tagSeparator,
    node_meta: ({ nodeMeta = {} }) => filled(sortedByBytes(nodeMeta)),
    allow_stale: ({ allowStale }) => allowStale,
    filter: ({ filter }) => filled(filter),
  }),
  discovery("dnsSDConfigs", "dns_sd_configs", {
    names: ({ names }) => names,
    type: ({ type }) => type,
    port: ({ port }) => port,
  }),
  discovery("ec2SDConfigs", "ec2_sd_configs", {
    region: ({ region }) => filled(region),
    access_key: ({ accessKey }, references, path) => references.filledValue(accessKey, `${path}.accessKey`),
    secret_key: ({ secretKey }, references, path) => references.filledValue(secretKey, `${path}.secretKey`),
    role_arn: ({ roleARN }) => filled(roleARN),
    port: ({ port }) => port,
    filters: ({ filters }) => printedFilters(filters),
  }),
  discovery("azureSDConfigs", "azure_sd_configs", {
    environment: ({ environment }) => filled(environment),
    authentication_method: ({ authenticationMethod }) => authenticationMethod,
    subscription_id: ({ subscriptionID }) => subscriptionID,
    tenant_id: ({ tenantID }) => filled(tenantID),
    client_id: ({ clientID }) => filled(clientID),
    client_secret: ({ clientSecret }, references, path) => references.filledValue(clientSecret, `${path}.clientSecret`),
    resource_group: ({ resourceGroup }) => filled(resourceGroup),
    port: ({ port }) => port,
  }),
  discovery("gceSDConfigs", "gce_sd_configs", {
    project: ({ project }) => project,
    zone: ({ zone }) => (Array.isArray(zone) && zone.length === 1 ? (zone[0] as string) : zone),
    filter: ({ filter }) => filled(filter),
    port: ({ port }) => port,
    tag_separator: ({ tagSeparator }) => tagSeparator,
  }),
  discovery("openstackSDConfigs", "openstack_sd_configs", {
    role: ({ role }, _, __, values) => lowerCase(role, values),
    region: ({ region }) => region,
    identity_endpoint: ({ identityEndpoint }) => filled(identityEndpoint),
    username: ({ username }) => filled(username),
    userid: ({ userid }) => filled(userid),
    password: ({ password }, references, path) => references.filledValue(password, `${path}.password`),
    domain_name: ({ domainName }) => filled(domainName),
    domain_id: ({ domainID }) => filled(domainID),
    project_name: ({ projectName }) => filled(projectName),
    project_id: ({ projectID }) => filled(projectID),
    application_credential_name: ({ applicationCredentialName }) => filled(applicationCredentialName),
    application_credential_id: ({ applicationCredentialId }) => filled(applicationCredentialId),
    application_credential_secret: ({ applicationCredentialSecret }, references, path) =>
      references.filledValue(applicationCredentialSecret, `${path}.applicationCredentialSecret`),
    all_tenants: ({ allTenants }) => allTenants,
    port: ({ port }) => port,
    availability: ({ availability }, _, __, values) => lowerCase(availability, values),
  }),
  discovery("digitalOceanSDConfigs", "digitalocean_sd_configs", {
    server: ({ server }) => filled(server),
    port: ({ port }) => port,
  }),
  discovery("hetznerSDConfigs", "hetzner_sd_configs", {
    role: ({ role }) => hetznerRoles[role],
    port: ({ port }) => port,
  }),
  discovery("eurekaSDConfigs", "eureka_sd_configs", { server: ({ server }) => filled(server) }),
  discovery("puppetDBSDConfigs", "puppetdb_sd_configs", {
    url: ({ url }) => url,
    query: ({ query }) => query,
    include_parameters: ({ includeParameters }) => switchedOn(includeParameters),
    port: ({ port }) => port,
  }),
  discovery("vultrSDConfigs", "vultr_sd_configs", {
    label: ({ label }) => filled(label),
    main_ip: ({ mainIP }) => filled(mainIP),
    region: ({ region }) => filled(region),
    firewall_group_id: ({ firewallGroupID }) => filled(firewallGroupID),
    hostname: ({ hostname }) => filled(hostname),
    port: ({ port }) => port,
  }),
  discovery("kumaSDConfigs", "kuma_sd_configs", {
    server: ({ server }) => server,
    client_id: ({ clientID }) => filled(clientID),
  }),
  discovery("ovhcloudSDConfigs", "ovhcloud_sd_configs", {
    application_key: ({ applicationKey }) => applicationKey,
    service: ({ service }) => ovhcloudServices[service],
    application_secret: ({ applicationSecret }, references, path) => references.value(applicationSecret, `${path}.applicationSecret`),
    consumer_key: ({ consumerKey }, references, path) => references.value(consumerKey, `${path}.consumerKey`),
    endpoint: ({ endpoint }) => filled(endpoint),
  }),
  discovery("nomadSDConfigs", "nomad_sd_configs", {
    server: ({ server }) => server,
    namespace: ({ namespace }) => filled(namespace),
    region: ({ region }) => filled(region),
    tag_separator: ({ tagSeparator }) => tagSeparator,
    allow_stale: ({ allowStale }) => allowStale,
  }),
  discovery("consulAgentSDConfigs", "consulagent_sd_configs", {
    server: ({ server }) => filled(server),
    token: ({ tokenRef }, references, path) => references.filledValue(tokenRef, `${path}.tokenRef`),
    datacenter: ({ datacenter }) => filled(datacenter),
    namespace: ({ namespace }) => filled(namespace),
    scheme: ({ scheme }, _, __, values) => lowerCase(scheme, values),
    services: ({ services }) => filled(services),
    tag_separator: ({ tagSeparator }) => tagSeparator,
    filter: ({ filter }) => filled(filter),
  }),
  discovery("dockerSDConfigs", "docker_sd_configs", {
    host: ({ host }) => filled(host),
    port: ({ port }) => port,
    filters: ({ filters }) => printedFilters(filters),
    host_networking_host: ({ hostNetworkingHost }) => filled(hostNetworkingHost),
    match_first_network: ({ matchFirstNetwork }) => matchFirstNetwork,
  }),
  discovery("dockerSwarmSDConfigs", "dockerswarm_sd_configs", {
    host: ({ host }) => host,
    role: ({ role }) => role,
    port: ({ port }) => port,
    filters: ({ filters }) => printedFilters(filters),
  }),
  discovery("marathonSDConfigs", "marathon_sd_configs", { servers: ({ servers }) => servers }),
  discovery("yandexCloudSDConfigs", "yandexcloud_sd_configs", {
    service: ({ service }) => service,
    yandex_passport_oauth_token: ({ yandexPassportOAuthToken }, references, path) =>
      references.filledValue(yandexPassportOAuthToken, `${path}.yandexPassportOAuthToken`),
    api_endpoint: ({ apiEndpoint }) => filled(apiEndpoint),
    folder_ids: ({ folderIDs }) => filled(folderIDs),
  }),
];
