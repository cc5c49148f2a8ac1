import type { z } from "zod";
import { blockField, filledFields, givenFields, listField, type SourcedKeys } from "../../../config/sourced-keys";
import { boolean, knownWord, list, object, required } from "../../../schema/fields";
import { sendResolved, template, templateWithDefault, webhookUrl, webhookUrlSecret } from "./common-fields";
import { checkOneOf } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";
import { urlKey } from "./url-reference";

const field = object("MattermostField", "A title with a value in an attachment. Both are needed.", {
  title: template("The title."),
  value: template("The value."),
  short: boolean("Whether the field may stand beside another. Default false."),
});

const attachment = object("MattermostAttachment", "A box below the message.", {
  fallback: template("The box where only plain text can be shown."),
  color: template("Colour of the bar beside the box, `#FF8000`."),
  pretext: template("Text above the box."),
  text: template("Text in the box."),
  author_name: template("Name of an author."),
  author_link: template("Address that the author's name leads to."),
  author_icon: template("Address of a picture of the author."),
  title: template("Title of the box."),
  title_link: template("Address that the title leads to."),
  fields: list("Titles with values in the box.", field),
  thumb_url: template("Address of a small picture in the box."),
  footer: template("Text below all else."),
  footer_icon: template("Address of a small picture beside that text."),
  image_url: template("Address of a picture in the box."),
});

const priority = object("MattermostPriority", "How urgent a message is.", {
  priority: knownWord("`important` or `urgent`; empty is neither.", ["important", "urgent"], { spellings: [""] }),
  requested_ack: boolean("Asks readers to confirm the message. Default false."),
  persistent_notifications: boolean("Repeats the notification of an urgent message until a reaction. Default false."),
});

const props = object("MattermostProps", "Further properties of a message.", {
  card: template("Text that is shown beside the channel, in Markdown."),
});

const mattermostConfig = object("MattermostConfig", "Sends messages to Mattermost.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  url: webhookUrl("Address of the incoming webhook."),
  url_secret: webhookUrlSecret("url"),
  channel: template("Channel that messages go to. Default: that of the webhook."),
  username: templateWithDefault("Sender's name."),
  text: required(templateWithDefault("The message.")),
  icon_url: template("Address of a picture of the sender."),
  icon_emoji: template("Emoji in place of that picture."),
  attachments: list("Boxes below the message.", attachment),
  props,
  priority,
});

const fieldKeys: SourcedKeys<z.output<typeof field>> = { ...filledFields("title", "value"), ...givenFields("short") };

const attachmentKeys: SourcedKeys<z.output<typeof attachment>> = {
  ...filledFields("fallback", "color", "pretext", "text", "author_name", "author_link", "author_icon", "title", "title_link"),
  ...filledFields("thumb_url", "footer", "footer_icon", "image_url"),
  ...listField("fields", fieldKeys),
};

const priorityKeys: SourcedKeys<z.output<typeof priority>> = {
  ...filledFields("priority"),
  ...givenFields("requested_ack", "persistent_notifications"),
};

const propsKeys: SourcedKeys<z.output<typeof props>> = filledFields("card");

export const mattermost = receiverKind({
  description: "Messages to Mattermost.",
  config: mattermostConfig,
  keys: {
    ...httpConfigKey,
    ...filledFields("username", "channel", "text", "icon_url", "icon_emoji"),
    ...givenFields("send_resolved"),
    ...urlKey("webhook_url", "url", "0.32"),
    ...listField("attachments", attachmentKeys),
    ...blockField("props", propsKeys),
    ...blockField("priority", priorityKeys),
  },
  check: (config, path, { report }) => checkOneOf(config, ["url", "url_secret"], path, report),
});
