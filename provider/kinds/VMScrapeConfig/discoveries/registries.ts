import { boolean, described, integer, item, list, map, object, required, string, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";

const server = (description: string, example: string) => required(string(description, { minLength: 1, example }));
const tagSeparator = string("Text between the tags of a service in the label that holds them all. Default: the scraper's own, `,`.");
const allowStale = boolean("Takes answers from followers too, which loads the leader less. Default: the scraper's own, true.");

export const consulSDConfig = object("ConsulSDConfig", "Targets from the catalogue of Consul.", {
  server: server("Address of Consul, `host:port`.", "consul:8500"),
  tokenRef: described("Token for Consul, in a Secret.", secretKey),
  datacenter: string("Data centre. Default: that of the server."),
  namespace: string("Namespace of Consul Enterprise."),
  partition: string("Admin partition of Consul Enterprise."),
  scheme: word("Protocol by which Consul is asked. Default `http`.", ["HTTP", "HTTPS", "http", "https"]),
  services: list("Services whose instances become targets. Default: all.", item),
  tags: list("Tags that an instance must have, all of them. `filter` says more.", item),
  tagSeparator,
  nodeMeta: map("Metadata that the node of an instance must have.", item),
  allowStale,
  filter: string("Filter expression of Consul for the instances."),
  ...discoveryClientFields,
});

export const consulAgentSDConfig = object("ConsulAgentSDConfig", "Targets from the services that a Consul agent knows.", {
  server: string("Address of the agent, `host:port`. Default: `localhost:8500`.", { example: "consul:8500" }),
  tokenRef: described("Token for the agent, in a Secret.", secretKey),
  datacenter: string("Data centre. Default: that of the agent."),
  namespace: string("Namespace of Consul Enterprise."),
  scheme: word("Protocol by which the agent is asked. Default `http`.", ["HTTP", "HTTPS", "http", "https"]),
  services: list("Services whose instances become targets. Default: all.", item),
  tagSeparator,
  filter: string("Filter expression of Consul for the services."),
  ...discoveryClientFields,
});

export const nomadSDConfig = object("NomadSDConfig", "Targets from the services of Nomad.", {
  server: server("Address of Nomad, `host:port`.", "nomad:4646"),
  namespace: string("Namespace of Nomad. Default: the scraper's own, `default`."),
  region: string("Region of Nomad. Default: the scraper's own, `global`."),
  tagSeparator,
  allowStale,
  ...discoveryClientFields,
});

export const eurekaSDConfig = object("EurekaSDConfig", "Targets from the instances that are registered at Eureka.", {
  server: string("Address of Eureka's API. Default: `localhost:8080/eureka/v2`.", { example: "http://eureka:8080/eureka/v2" }),
  ...discoveryClientFields,
});

export const kumaSDConfig = object("KumaSDConfig", "Targets from the control plane of Kuma.", {
  server: server("URL of Kuma's monitoring assignment service.", "http://kuma-control-plane:5676"),
  clientID: string("Name of the client by which Kuma chooses what it tells. Default: the scraper's host name."),
  ...discoveryClientFields,
});

export const puppetDBSDConfig = object("PuppetDBSDConfig", "Targets from the resources that PuppetDB knows.", {
  url: required(string("URL of PuppetDB.", { example: "https://puppetdb:8081" })),
  query: required(string("Query (PQL) for resources.", { example: 'resources { type = "Class" }' })),
  includeParameters: boolean("Turns the parameters of a resource into labels. They may hold credentials. Default false."),
  port: integer("Port of the targets. Default: the scraper's own, 80."),
  ...discoveryClientFields,
});

export const marathonSDConfig = object("MarathonSDConfig", "Targets from the applications of Marathon.", {
  servers: required(list("URLs of Marathon, of which one is asked. At least one is needed.", item, { minItems: 1 })),
  ...discoveryClientFields,
});
