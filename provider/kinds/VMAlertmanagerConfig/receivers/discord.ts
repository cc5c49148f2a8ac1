import { filledFields, givenFields } from "../../../config/sourced-keys";
import { object, string } from "../../../schema/fields";
import { sendResolved, template, templateWithDefault, webhookUrl, webhookUrlSecret } from "./common-fields";
import { checkOneOf } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";
import { urlKey } from "./url-reference";

const discordConfig = object("DiscordConfig", "Sends messages to a channel of Discord.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  webhook_url: webhookUrl("Address of the channel's webhook."),
  webhook_url_secret: webhookUrlSecret("webhook_url"),
  title: templateWithDefault("Title of the message."),
  message: templateWithDefault("The message."),
  content: template("Text above the message."),
  username: string("Sender's name. Default: that of the webhook."),
  avatar_url: string("Address of a picture of the sender. Default: that of the webhook."),
});

export const discord = receiverKind({
  description: "Messages to Discord.",
  config: discordConfig,
  keys: {
    ...httpConfigKey,
    ...givenFields("send_resolved"),
    ...urlKey("webhook_url", "webhook_url", "0.27"),
    ...filledFields("title", "message", "content", "username", "avatar_url"),
  },
  check: (config, path, { report }) => checkOneOf(config, ["webhook_url", "webhook_url_secret"], path, report),
});
