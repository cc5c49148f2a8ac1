import { filled } from "../../../config/keys";
import { object, required, string, stringOrList } from "../../../schema/fields";
import { needed, port } from "./common";
import { discovery } from "./discovery";

export const gceSDConfigs = discovery({
  key: "gce_sd_configs",
  description: "Targets from Google Compute Engine.",
  config: object("GCESDConfig", "Targets from the instances of Google Compute Engine.", {
    project: needed("Id of the project.", "shop-123"),
    zone: required(stringOrList("Zone of the instances, or several of them; `*` stands for all.", { example: "europe-west1-b" })),
    filter: string("Condition on the instances, in the form of the API."),
    port,
    tagSeparator: string("Text between the tags of an instance in the label that holds them all. Default: the scraper's own, `,`."),
  }),
  keys: {
    project: ({ project }) => project,
    zone: ({ zone }) => (Array.isArray(zone) && zone.length === 1 ? (zone[0] as string) : zone),
    filter: ({ filter }) => filled(filter),
    port: ({ port }) => port,
    tag_separator: ({ tagSeparator }) => tagSeparator,
  },
});
