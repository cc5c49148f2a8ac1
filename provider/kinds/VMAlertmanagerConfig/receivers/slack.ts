import type { z } from "zod";
import { blockField, filledFields, givenFields, listField, type SourcedKeys, secretOrFileFields } from "../../../config/sourced-keys";
import type { Context } from "../../../context";
import { boolean, item, list, object, required, string } from "../../../schema/fields";
import { secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const confirmation = object("SlackConfirmationField", "A question that Slack asks before an action is done.", {
  text: required(string("The question.", { minLength: 1 })),
  title: string("Title of the question."),
  ok_text: string("Text of the button that goes on. Default `Okay`."),
  dismiss_text: string("Text of the button that goes back. Default `Cancel`."),
});

const action = object("SlackAction", "A button of a message. It needs `url`, or `name` for an interactive message.", {
  type: required(string("Kind of the action, `button`.", { minLength: 1 })),
  text: required(string("Text of the button. A template.", { minLength: 1 })),
  url: template("Address that the button leads to. With it `name`, `value` and `confirm` do not count."),
  style: template("How the button looks: `default`, `primary` or `danger`."),
  name: template("Name of the action for the application behind the message."),
  value: template("Value that the application gets with the action."),
  confirm: confirmation,
});

const field = object("SlackField", "A title with a value in a message.", {
  title: required(string("The title. A template.", { minLength: 1 })),
  value: required(string("The value. A template.", { minLength: 1 })),
  short: boolean("Whether the field may stand beside another. Default: `short_fields`."),
});

const slackConfig = object("SlackConfig", "Sends messages to Slack.", {
  send_resolved: sendResolved(false),
  http_config: httpConfig,
  api_url: secret("Address of an incoming webhook. Default: the global `slack_api_url`; one of the two is needed"),
  channel: template("Channel or user that the message goes to, `#alerts`, for tokens and older webhooks."),
  username: templateWithDefault("Sender's name."),
  color: templateWithDefault("Colour of the bar beside the message: `good`, `warning`, `danger` or `#439FE0`."),
  title: templateWithDefault("Title of the message."),
  title_link: templateWithDefault("Address that the title leads to."),
  pretext: templateWithDefault("Text above the message."),
  text: templateWithDefault("The message."),
  fields: list("Titles with values below the message.", field),
  short_fields: boolean("Default of `short` for all fields. Default false."),
  footer: templateWithDefault("Text below all else."),
  fallback: templateWithDefault("The message where only plain text can be shown."),
  callback_id: templateWithDefault("Name of the message for the application behind it."),
  icon_emoji: templateWithDefault("Emoji in place of a picture of the sender, `:fire:`."),
  icon_url: templateWithDefault("Address of a picture of the sender."),
  image_url: template("Address of a picture in the message."),
  thumb_url: template("Address of a small picture beside the message."),
  link_names: boolean("Whether names of users and channels become links. Default false."),
  mrkdwn_in: list("Fields whose text may be marked up. Default `fallback`, `pretext` and `text`.", item),
  actions: list("Buttons below the message.", action),
  update_message: boolean(
    "Changes the message of an alert rather than send a new one. Only with a token: `api_url` is https://slack.com/api/chat.postMessage then. " +
      "For Alertmanager 0.32 and later. Default false.",
  ),
});

type SlackConfig = z.output<typeof slackConfig>;

const confirmationKeys: SourcedKeys<z.output<typeof confirmation>> = filledFields("text", "ok_text", "dismiss_text", "title");

const actionKeys: SourcedKeys<z.output<typeof action>> = {
  ...filledFields("name", "value", "text", "url", "type", "style"),
  ...blockField("confirm", confirmationKeys),
};

const fieldKeys: SourcedKeys<z.output<typeof field>> = { ...filledFields("value", "title"), ...givenFields("short") };

export const slack = receiverKind({
  description: "Messages to Slack.",
  config: slackConfig,
  keys: {
    ...httpConfigKey,
    ...secretOrFileFields("0.25", "api_url"),
    ...givenFields("send_resolved"),
    ...filledFields("username", "channel", "color", "fallback", "footer", "icon_emoji", "icon_url", "image_url", "pretext", "text"),
    ...filledFields("title", "title_link", "thumb_url", "callback_id", "link_names", "short_fields"),
    ...givenFields("update_message"),
    ...filledFields("mrkdwn_in"),
    ...listField("actions", actionKeys),
    ...listField("fields", fieldKeys),
  },
  check: checkActions,
});

function checkActions({ actions = [] }: SlackConfig, path: string, { report }: Context): void {
  actions.forEach(({ url, name }, index) => {
    if (!url && !name) report.error(`${path}.actions[${index}]`, "needs url or name");
  });
}
