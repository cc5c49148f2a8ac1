import { filled } from "../../../config/keys";
import { boolean, integer, object, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { filters, printedFilters } from "./common";
import { discovery } from "./discovery";

export const dockerSDConfigs = discovery({
  key: "docker_sd_configs",
  description: "Targets from Docker.",
  config: object("DockerSDConfig", "Targets from the containers of a Docker daemon.", {
    host: string("Address of the daemon, `tcp://host:port` or `unix:///var/run/docker.sock`.", { example: "tcp://docker:2375" }),
    filters,
    hostNetworkingHost: string("Host of targets in the network of the host. Default: the scraper's own, `localhost`."),
    matchFirstNetwork: boolean("Takes only the first network of a container that is in several. Default: the scraper's own, true."),
    port: integer("Port of targets that publish none. Default: the scraper's own, 80."),
    ...discoveryClientFields,
  }),
  keys: {
    host: ({ host }) => filled(host),
    port: ({ port }) => port,
    filters: ({ filters }) => printedFilters(filters),
    host_networking_host: ({ hostNetworkingHost }) => filled(hostNetworkingHost),
    match_first_network: ({ matchFirstNetwork }) => matchFirstNetwork,
  },
});
