import type { z } from "zod";
import { filledFields, givenFields, listField, type SourcedKeys, secretOrFileFields } from "../../../config/sourced-keys";
import { boolean, list, object, string } from "../../../schema/fields";
import { apiUrl, secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const field = object("RocketchatAttachmentField", "A title with a value in a message.", {
  title: template("The title."),
  value: template("The value."),
  short: boolean("Whether the field may stand beside another. Default: `short_fields`."),
});

const action = object("RocketchatAttachmentAction", "A button of a message.", {
  type: string("Kind of the action, `button`."),
  text: template("Text of the button."),
  url: template("Address that the button leads to."),
  msg: template("Message that the button sends."),
});

const rocketchatConfig = object("RocketchatConfig", "Sends messages to Rocket.Chat. For Alertmanager 0.28 and later.", {
  send_resolved: sendResolved(false),
  http_config: httpConfig,
  api_url: apiUrl("Address of the API. Default: the global `rocketchat_api_url`, https://open.rocket.chat/."),
  token_id: secret("Id of the sending user. Default: the global `rocketchat_token_id`; one of the two is needed"),
  token: secret("Token of that user. Default: the global `rocketchat_token`; one of the two is needed"),
  channel: template("Channel or user that messages go to, `#alerts` or `@anna`."),
  color: templateWithDefault("Colour of the bar beside the message."),
  title: templateWithDefault("Title of the message."),
  title_link: templateWithDefault("Address that the title leads to."),
  text: templateWithDefault("The message."),
  emoji: templateWithDefault("Emoji in place of a picture of the sender."),
  icon_url: templateWithDefault("Address of a picture of the sender."),
  image_url: template("Address of a picture in the message."),
  thumb_url: template("Address of a small picture beside the message."),
  short_fields: boolean("Default of `short` for all fields. Default false."),
  link_names: boolean("Whether names of users and channels become links. Default false."),
  fields: list("Titles with values below the message.", field),
  actions: list("Buttons below the message.", action),
});

const fieldKeys: SourcedKeys<z.output<typeof field>> = { ...filledFields("title", "value"), ...givenFields("short") };
const actionKeys: SourcedKeys<z.output<typeof action>> = filledFields("type", "text", "url", "msg");

export const rocketchat = receiverKind({
  description: "Messages to Rocket.Chat.",
  config: rocketchatConfig,
  keys: {
    ...httpConfigKey,
    ...givenFields("send_resolved"),
    ...filledFields("api_url"),
    ...secretOrFileFields("0.28", "token_id", "token"),
    ...filledFields("channel", "color", "title", "title_link", "text", "emoji", "icon_url", "image_url", "thumb_url"),
    ...filledFields("short_fields", "link_names"),
    ...listField("fields", fieldKeys),
    ...listField("actions", actionKeys),
  },
});
