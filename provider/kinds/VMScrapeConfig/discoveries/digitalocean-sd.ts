import { filled } from "../../../config/keys";
import { object, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { port } from "./common";
import { discovery } from "./discovery";

export const digitalOceanSDConfigs = discovery({
  key: "digitalocean_sd_configs",
  description: "Targets from DigitalOcean.",
  config: object("DigitalOceanSDConfig", "Targets from the droplets of DigitalOcean.", {
    server: string("Address of the API. Default: the public one.", { example: "https://api.digitalocean.com" }),
    port,
    ...discoveryClientFields,
  }),
  keys: {
    server: ({ server }) => filled(server),
    port: ({ port }) => port,
  },
});
