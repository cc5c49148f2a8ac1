import { filled } from "../../../config/keys";
import { described, item, list, map, object, string, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { sortedByBytes } from "../../../text/order";
import { allowStale, lowerCase, needed, tagSeparator } from "./common";
import { discovery } from "./discovery";

export const consulSDConfigs = discovery({
  key: "consul_sd_configs",
  description: "Targets from the catalogue of Consul.",
  config: object("ConsulSDConfig", "Targets from the catalogue of Consul.", {
    server: needed("Address of Consul, `host:port`.", "consul:8500"),
    tokenRef: described("Token for Consul, in a Secret.", secretKey),
    datacenter: string("Data centre. Default: that of the server."),
    namespace: string("Namespace of Consul Enterprise."),
    partition: string("Admin partition of Consul Enterprise."),
    scheme: word("Protocol of requests to Consul. Default `http`.", ["HTTP", "HTTPS", "http", "https"]),
    services: list("Services whose instances become targets. Default: all.", item),
    tags: list("Tags that an instance must have, all of them. `filter` says more.", item),
    tagSeparator,
    nodeMeta: map("Metadata that the node of an instance must have.", item),
    allowStale,
    filter: string("Filter expression of Consul for the instances."),
    ...discoveryClientFields,
  }),
  keys: {
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
  },
});
