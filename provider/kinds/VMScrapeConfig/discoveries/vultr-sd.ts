import { filled } from "../../../config/keys";
import { object, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { port } from "./common";
import { discovery } from "./discovery";

export const vultrSDConfigs = discovery({
  key: "vultr_sd_configs",
  description: "Targets from Vultr: an error, since the scraper refuses its whole configuration with them.",
  config: object(
    "VultrSDConfig",
    "Targets from the instances of Vultr. The scraper refuses its whole configuration with the key that the operator writes for it.",
    {
      label: string("Label of the instances."),
      mainIP: string("Main address of the instances."),
      region: string("Region of the instances."),
      firewallGroupID: string("Firewall group of the instances."),
      hostname: string("Host name of the instances."),
      port,
      ...discoveryClientFields,
    },
  ),
  keys: {
    label: ({ label }) => filled(label),
    main_ip: ({ mainIP }) => filled(mainIP),
    region: ({ region }) => filled(region),
    firewall_group_id: ({ firewallGroupID }) => filled(firewallGroupID),
    hostname: ({ hostname }) => filled(hostname),
    port: ({ port }) => port,
  },
  refused: "give the job in inlineScrapeConfig, where the key is vultr_configs",
});
