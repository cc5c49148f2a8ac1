import { integer, object, required, string, structural, word } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { filters, printedFilters } from "./common";
import { discovery } from "./discovery";

export const dockerSwarmSDConfigs = discovery({
  key: "dockerswarm_sd_configs",
  description: "Targets from Docker Swarm.",
  config: object("DockerSwarmSDConfig", "Targets from Docker Swarm.", {
    host: required(string("Address of the Docker daemon.", { example: "tcp://docker:2375" })),
    role: required(structural(word("Kind of the targets.", ["services", "tasks", "nodes"]))),
    filters,
    port: integer("Port of targets that publish none. Default: the scraper's own, 80."),
    ...discoveryClientFields,
  }),
  keys: {
    host: ({ host }) => host,
    role: ({ role }) => role,
    port: ({ port }) => port,
    filters: ({ filters }) => printedFilters(filters),
  },
});
