import { filled } from "../../../config/keys";
import { described, item, list, object, required, string, word } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { discoveryClientFields } from "../../../scraping/discovery-client-fields";
import { discovery } from "./discovery";

export const yandexCloudSDConfigs = discovery({
  key: "yandexcloud_sd_configs",
  description: "Targets from Yandex Cloud.",
  config: object("YandexCloudSDConfig", "Targets from Yandex Cloud.", {
    service: required(word("Kind of the targets: virtual machines, or databases of YDB.", ["compute", "ydb"])),
    yandexPassportOAuthToken: described(
      "OAuth token, in a Secret. Default: the service account of the machine that the scraper runs on.",
      secretKey,
    ),
    apiEndpoint: string("Address of the API. Default: the public one."),
    folderIDs: list("Ids of the folders. Default: all.", item),
    tlsConfig: discoveryClientFields.tlsConfig,
  }),
  keys: {
    service: ({ service }) => service,
    yandex_passport_oauth_token: ({ yandexPassportOAuthToken }, references, path) =>
      references.filledValue(yandexPassportOAuthToken, `${path}.yandexPassportOAuthToken`),
    api_endpoint: ({ apiEndpoint }) => filled(apiEndpoint),
    folder_ids: ({ folderIDs }) => filled(folderIDs),
  },
});
