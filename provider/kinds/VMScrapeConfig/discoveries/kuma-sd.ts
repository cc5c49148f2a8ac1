import { filled } from "../../../config/keys";
import { object, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { needed } from "./common";
import { discovery } from "./discovery";

export const kumaSDConfigs = discovery({
  key: "kuma_sd_configs",
  description: "Targets from Kuma.",
  config: object("KumaSDConfig", "Targets from the control plane of Kuma.", {
    server: needed("URL of Kuma's monitoring assignment service.", "http://kuma-control-plane:5676"),
    clientID: string("Name of the client, for which Kuma chooses the targets. Default: the scraper's host name."),
    ...discoveryClientFields,
  }),
  keys: {
    server: ({ server }) => server,
    client_id: ({ clientID }) => filled(clientID),
  },
});
