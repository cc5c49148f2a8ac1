import { object, required, structural, word } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { port } from "./common";
import { discovery } from "./discovery";

/** The cloud of Hetzner has two names here and one in the output. */
const roles = { robot: "robot", Robot: "robot", hcloud: "hcloud", Cloud: "hcloud" } as const;

export const hetznerSDConfigs = discovery({
  key: "hetzner_sd_configs",
  description: "Targets from Hetzner.",
  config: object("HetznerSDConfig", "Targets from the servers of Hetzner.", {
    role: required(
      structural(
        word("Which servers: those of Hetzner Robot, or those of Hetzner Cloud (`hcloud` or `Cloud`).", [
          "robot",
          "Robot",
          "hcloud",
          "Cloud",
        ]),
      ),
    ),
    port,
    ...discoveryClientFields,
  }),
  keys: {
    role: ({ role }) => roles[role],
    port: ({ port }) => port,
  },
});
