import { integer, item, list, object, required, word } from "../../../schema/fields";
import { discovery } from "./discovery";

export const dnsSDConfigs = discovery({
  key: "dns_sd_configs",
  description: "Targets from DNS records.",
  config: object("DNSSDConfig", "Targets from DNS records.", {
    names: required(list("Names that are asked for. At least one is needed.", item, { minItems: 1 })),
    type: word("Type of the records. Default `SRV`, whose records hold the port as well.", ["SRV", "A", "AAAA", "MX"]),
    port: integer("Port of the targets, for other types than `SRV`."),
  }),
  keys: {
    names: ({ names }) => names,
    type: ({ type }) => type,
    port: ({ port }) => port,
  },
});
