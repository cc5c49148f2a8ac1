import { item, list, object, required } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { discovery } from "./discovery";

export const marathonSDConfigs = discovery({
  key: "marathon_sd_configs",
  description: "Targets from Marathon.",
  config: object("MarathonSDConfig", "Targets from the applications of Marathon.", {
    servers: required(list("URLs of Marathon; one of them gets the requests. At least one is needed.", item, { minItems: 1 })),
    ...discoveryClientFields,
  }),
  keys: { servers: ({ servers }) => servers },
});
