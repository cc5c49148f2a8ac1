import { object, required, string } from "../../../schema/fields";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { discovery } from "./discovery";

export const httpSDConfigs = discovery({
  key: "http_sd_configs",
  description: "Targets from URLs that list them.",
  config: object("HTTPSDConfig", "Targets from a URL that answers with a list of them in JSON.", {
    url: required(
      string("The URL that lists the targets.", {
        pattern: /^http(s)?:\/\/.+$/,
        minLength: 1,
        expected: "expected a URL that begins with http:// or https://",
        example: "http://discovery.example.com/targets",
      }),
    ),
    ...discoveryClientFields,
  }),
  keys: { url: ({ url }) => url },
});
