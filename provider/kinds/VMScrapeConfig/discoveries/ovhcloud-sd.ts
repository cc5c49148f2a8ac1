import { filled } from "../../../config/keys";
import { described, object, required, string, structural, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { needed } from "./common";
import { discovery } from "./discovery";

const services = { vps: "vps", VPS: "vps", dedicated_server: "dedicated_server", DedicatedServer: "dedicated_server" } as const;

export const ovhcloudSDConfigs = discovery({
  key: "ovhcloud_sd_configs",
  description: "Targets from OVHcloud.",
  config: object("OVHCloudSDConfig", "Targets from the servers of OVHcloud.", {
    service: required(
      structural(word("Which servers: virtual private servers, or dedicated ones.", ["vps", "VPS", "dedicated_server", "DedicatedServer"])),
    ),
    applicationKey: needed("Key of the application that asks.", "1a2b3c"),
    applicationSecret: required(described("Secret of the application, in a Secret.", secretKey)),
    consumerKey: required(described("Consumer key, in a Secret.", secretKey)),
    endpoint: string("Name of the API. Default: the scraper's own, `ovh-eu`."),
    ...discoveryClientFields,
  }),
  keys: {
    application_key: ({ applicationKey }) => applicationKey,
    service: ({ service }) => services[service],
    application_secret: ({ applicationSecret }, references, path) => references.value(applicationSecret, `${path}.applicationSecret`),
    consumer_key: ({ consumerKey }, references, path) => references.value(consumerKey, `${path}.consumerKey`),
    endpoint: ({ endpoint }) => filled(endpoint),
  },
});
