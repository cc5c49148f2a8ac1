import type { z } from "zod";
import { filledFields, givenFields } from "../../../config/sourced-keys";
import { object } from "../../../schema/fields";
import { sendResolved, templateWithDefault, webhookUrl, webhookUrlSecret } from "./common-fields";
import { checkOneOf } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { type ReceiverKind, receiverKind } from "./receiver";
import { urlKey } from "./url-reference";

const fields = {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  webhook_url: webhookUrl("Address of the incoming webhook."),
  webhook_url_secret: webhookUrlSecret("webhook_url"),
  title: templateWithDefault("Title of the message."),
  text: templateWithDefault("The message."),
};

const msTeamsConfig = object("MSTeamsConfig", "Sends messages to Microsoft Teams by a connector, which Microsoft has given up.", fields);

const msTeamsV2Config = object("MSTeamsV2Config", "Sends messages to Microsoft Teams by a workflow.", fields);

type MSTeamsConfig = z.output<typeof msTeamsConfig>;

const check: ReceiverKind<MSTeamsConfig>["check"] = (config, path, { report }) =>
  checkOneOf(config, ["webhook_url", "webhook_url_secret"], path, report);

const address = { ...httpConfigKey, ...givenFields("send_resolved"), ...urlKey("webhook_url", "webhook_url", "0.27") };

export const msteams = receiverKind({
  description: "Messages to Microsoft Teams by a connector.",
  config: msTeamsConfig,
  keys: { ...address, ...filledFields("title", "text") },
  check,
});

export const msteamsv2 = receiverKind({
  description: "Messages to Microsoft Teams by a workflow.",
  config: msTeamsV2Config,
  keys: { ...address, ...filledFields("text", "title") },
  check,
});
