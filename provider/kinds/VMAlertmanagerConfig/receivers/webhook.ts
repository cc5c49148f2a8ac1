import { filledFields, givenFields } from "../../../config/sourced-keys";
import { integer, object, string } from "../../../schema/fields";
import { sendResolved, webhookUrlSecret, wholeDuration } from "./common-fields";
import { checkOneOf } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";
import { urlKey } from "./url-reference";

const webhookConfig = object("WebhookConfig", "Posts alerts as JSON to an address of one's own.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  url: string("Address that alerts are posted to; it starts with http or https. One that is a secret should be given as one.", {
    example: "https://hook.example.com/alerts",
  }),
  url_secret: webhookUrlSecret("url"),
  max_alerts: integer("Most alerts in one message; further ones are left out. Default 0: no limit.", { minimum: 0 }),
  timeout: wholeDuration("Time limit of a request, `10s`. Default: no limit of its own."),
});

export const webhook = receiverKind({
  description: "JSON to addresses of one's own.",
  config: webhookConfig,
  keys: { ...httpConfigKey, ...givenFields("send_resolved"), ...urlKey("url", "url", "0.26"), ...filledFields("max_alerts", "timeout") },
  check: (config, path, { report }) => checkOneOf(config, ["url", "url_secret"], path, report),
});
