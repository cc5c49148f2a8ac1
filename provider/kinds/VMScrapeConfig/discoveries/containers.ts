import { boolean, integer, item, list, object, required, string, structural, word } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";

/** A condition of an API that is given by name and values. */
export const filters = list(
  "Conditions that the API is asked for.",
  object("Filter", "A condition on what becomes a target; one of the values must fit.", {
    name: required(string("Name of the condition, as the API calls it.")),
    values: required(list("Values of the condition.", item)),
  }),
);

export const dockerSDConfig = object("DockerSDConfig", "Targets from the containers of a Docker daemon.", {
  host: string("Address of the daemon, `tcp://host:port` or `unix:///var/run/docker.sock`.", { example: "tcp://docker:2375" }),
  filters,
  hostNetworkingHost: string("Host of targets in the network of the host. Default: the scraper's own, `localhost`."),
  matchFirstNetwork: boolean("Takes only the first network of a container that is in several. Default: the scraper's own, true."),
  port: integer("Port of targets that publish none. Default: the scraper's own, 80."),
  ...discoveryClientFields,
});

export const dockerSwarmSDConfig = object("DockerSwarmSDConfig", "Targets from Docker Swarm.", {
  host: required(string("Address of the Docker daemon.", { example: "tcp://docker:2375" })),
  role: required(structural(word("What becomes a target.", ["services", "tasks", "nodes"]))),
  filters,
  port: integer("Port of targets that publish none. Default: the scraper's own, 80."),
  ...discoveryClientFields,
});
