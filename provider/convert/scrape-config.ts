import { authenticationFields, reference, tlsConfig } from "./authentication-fields";
import { type Conversion, convertedTo, count, type Fields, field, fields, flag, listOf, lowerCase, same } from "./conversion";
import { relabelingFields } from "./relabeling-conversion";
import type { SourceKind } from "./source";

const proxyUrl = { proxyUrl: field("proxyURL") };

/** The connection of a discovery to the API that lists targets. */
const clientFields: Fields = { ...authenticationFields, ...proxyUrl, ...same("followRedirects") };

const roleInLowerCase = convertedTo(lowerCase, "role");

const kubernetes: Fields = {
  ...clientFields,
  ...same("apiServer"),
  ...roleInLowerCase,
  namespaces: field("namespaces", fields({ ownNamespace: field("ownNamespace", flag), ...same("names") })),
  selectors: field("selectors", listOf(fields({ ...roleInLowerCase, ...same("label", "field") }))),
  attachMetadata: field("attach_metadata", fields(same("node"))),
};

const openstackNames = [
  ...["role", "region", "identityEndpoint", "username", "userid", "domainName", "domainID", "projectName", "projectID"],
  ...["applicationCredentialName", "applicationCredentialId", "allTenants", "port", "availability"],
];

const filters = { filters: field("filters", listOf(fields(same("name", "values")))) };

/** A field that is spelled differently on the two sides. */
const hetznerRole: Conversion = (value) => (value === "Hcloud" ? "hcloud" : value);

/** The discoveries that have a counterpart, by the names of their lists. */
const discoveries: Readonly<Record<string, Fields>> = {
  staticConfigs: same("targets", "labels"),
  fileSDConfigs: same("files"),
  httpSDConfigs: { ...clientFields, ...same("url") },
  kubernetesSDConfigs: kubernetes,
  consulSDConfigs: {
    ...clientFields,
    tokenRef: field("tokenRef", reference),
    ...same("server", "datacenter", "namespace", "partition", "scheme"),
    ...same("services", "tags", "tagSeparator", "nodeMeta", "filter", "allowStale"),
  },
  dnsSDConfigs: same("names", "type", "port"),
  ec2SDConfigs: { ...same("region", "roleARN", "port"), ...convertedTo(reference, "accessKey", "secretKey"), ...filters },
  azureSDConfigs: {
    ...clientFields,
    ...same("environment", "authenticationMethod", "subscriptionID", "tenantID", "clientID", "resourceGroup", "port"),
    clientSecret: field("clientSecret", reference),
  },
  gceSDConfigs: same("project", "zone", "filter", "port", "tagSeparator"),
  openstackSDConfigs: {
    ...same(...openstackNames),
    ...convertedTo(reference, "password", "applicationCredentialSecret"),
    tlsConfig: field("tlsConfig", tlsConfig),
  },
  digitalOceanSDConfigs: { ...clientFields, ...same("port") },
  kumaSDConfigs: { ...clientFields, ...same("server", "clientID") },
  eurekaSDConfigs: { ...clientFields, ...same("server") },
  dockerSDConfigs: { ...clientFields, ...same("host", "port", "hostNetworkingHost", "matchFirstNetwork"), ...filters },
  dockerSwarmSDConfigs: { ...clientFields, ...same("host", "port"), ...roleInLowerCase, ...filters },
  hetznerSDConfigs: { ...clientFields, ...same("port"), role: field("role", hetznerRole) },
  nomadSDConfigs: { ...clientFields, ...same("server", "namespace", "region", "tagSeparator", "allowStale") },
  puppetDBSDConfigs: { ...clientFields, ...same("url", "query", "includeParameters", "port") },
  ovhcloudSDConfigs: { ...same("endpoint", "applicationKey", "service"), ...convertedTo(reference, "applicationSecret", "consumerKey") },
};

const discoveryFields: Fields = Object.fromEntries(
  Object.entries(discoveries).map(([name, table]) => [name, field(name, listOf(fields(table)))]),
);

const opposite: Conversion = (value) => (typeof value === "boolean" ? !value : value);

export const ScrapeConfig: SourceKind = {
  kind: "ScrapeConfig",
  apiVersion: "monitoring.coreos.com/v1alpha1",
  setting: "scrapeConfig",
  spec: fields({
    ...discoveryFields,
    ...authenticationFields,
    ...proxyUrl,
    ...relabelingFields,
    ...same("scrapeTimeout", "honorTimestamps", "params", "scheme", "scrapeClass"),
    honorLabels: field("honorLabels", flag),
    sampleLimit: field("sampleLimit", count),
    metricsPath: field("path"),
    scrapeInterval: field("scrape_interval"),
    enableCompression: field("vm_scrape_params.disable_compression", opposite),
  }),
};
