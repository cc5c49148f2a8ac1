import { filled } from "../../../config/keys";
import { described, item, list, object, string, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { lowerCase, tagSeparator } from "./common";
import { discovery } from "./discovery";

export const consulAgentSDConfigs = discovery({
  key: "consulagent_sd_configs",
  description: "Targets from Consul agents.",
  config: object("ConsulAgentSDConfig", "Targets from the services that a Consul agent knows.", {
    server: string("Address of the agent, `host:port`. Default: `localhost:8500`.", { example: "consul:8500" }),
    tokenRef: described("Token for the agent, in a Secret.", secretKey),
    datacenter: string("Data centre. Default: that of the agent."),
    namespace: string("Namespace of Consul Enterprise."),
    scheme: word("Protocol of requests to the agent. Default `http`.", ["HTTP", "HTTPS", "http", "https"]),
    services: list("Services whose instances become targets. Default: all.", item),
    tagSeparator,
    filter: string("Filter expression of Consul for the services."),
    ...discoveryClientFields,
  }),
  keys: {
    server: ({ server }) => filled(server),
    token: ({ tokenRef }, references, path) => references.filledValue(tokenRef, `${path}.tokenRef`),
    datacenter: ({ datacenter }) => filled(datacenter),
    namespace: ({ namespace }) => filled(namespace),
    scheme: ({ scheme }, _, __, values) => lowerCase(scheme, values),
    services: ({ services }) => filled(services),
    tag_separator: ({ tagSeparator }) => tagSeparator,
    filter: ({ filter }) => filled(filter),
  },
});
