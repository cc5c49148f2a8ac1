import { filled } from "../../../config/keys";
import { object, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { allowStale, needed, tagSeparator } from "./common";
import { discovery } from "./discovery";

export const nomadSDConfigs = discovery({
  key: "nomad_sd_configs",
  description: "Targets from Nomad.",
  config: object("NomadSDConfig", "Targets from the services of Nomad.", {
    server: needed("Address of Nomad, `host:port`.", "nomad:4646"),
    namespace: string("Namespace of Nomad. Default: the scraper's own, `default`."),
    region: string("Region of Nomad. Default: the scraper's own, `global`."),
    tagSeparator,
    allowStale,
    ...discoveryClientFields,
  }),
  keys: {
    server: ({ server }) => server,
    namespace: ({ namespace }) => filled(namespace),
    region: ({ region }) => filled(region),
    tag_separator: ({ tagSeparator }) => tagSeparator,
    allow_stale: ({ allowStale }) => allowStale,
  },
});
