import { switchedOn } from "../../../config/keys";
import { boolean, integer, object, required, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { discovery } from "./discovery";

export const puppetDBSDConfigs = discovery({
  key: "puppetdb_sd_configs",
  description: "Targets from PuppetDB.",
  config: object("PuppetDBSDConfig", "Targets from the resources that PuppetDB knows.", {
    url: required(string("URL of PuppetDB.", { example: "https://puppetdb:8081" })),
    query: required(string("Query (PQL) for resources.", { example: 'resources { type = "Class" }' })),
    includeParameters: boolean("Turns the parameters of a resource into labels. They may hold credentials. Default false."),
    port: integer("Port of the targets. Default: the scraper's own, 80."),
    ...discoveryClientFields,
  }),
  keys: {
    url: ({ url }) => url,
    query: ({ query }) => query,
    include_parameters: ({ includeParameters }) => switchedOn(includeParameters),
    port: ({ port }) => port,
  },
});
