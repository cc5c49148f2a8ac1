import { filled } from "../../../config/keys";
import { object, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { discovery } from "./discovery";

export const eurekaSDConfigs = discovery({
  key: "eureka_sd_configs",
  description: "Targets from Eureka.",
  config: object("EurekaSDConfig", "Targets from the instances that are registered at Eureka.", {
    server: string("Address of Eureka's API. Default: `localhost:8080/eureka/v2`.", { example: "http://eureka:8080/eureka/v2" }),
    ...discoveryClientFields,
  }),
  keys: { server: ({ server }) => filled(server) },
});
