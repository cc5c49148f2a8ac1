import { all, atMostOneOf, boolean, fields, given, integer, list, needs, needsOneOf, type Rule, word } from "../../config/checker";
import { valueAt } from "../../config/keys";
import { sourceName, sourcePath } from "../../config/sourced-keys";
import { isMap } from "../../text/tree";
import { goDuration, url } from "../texts";
import { byHTTP, fallback, type Notifier, texts } from "./notifier";

const webhookFile = [needsOneOf("webhook_url", "webhook_url_file"), atMostOneOf("webhook_url", "webhook_url_file")];
const webhookUrl = { webhook_url: url, webhook_url_file: texts };

export const discord: Notifier = {
  releases: { "0.27": "webhook_url_file", "0.28": "avatar_url content username" },
  config: fields({ ...byHTTP, ...webhookUrl, ...all("content title message username avatar_url", texts) }, ...webhookFile),
};

export const msteams: Notifier = {
  since: "0.26",
  releases: { "0.27": "summary webhook_url_file" },
  config: fields({ ...byHTTP, ...webhookUrl, ...all("title summary text", texts) }, ...webhookFile),
};
export const msteamsv2: Notifier = {
  since: "0.28",
  config: fields({ ...byHTTP, ...webhookUrl, ...all("title text", texts) }, ...webhookFile),
};

const chatField = { ...all("title value", texts), short: boolean };
const wholeField: Rule = fields(chatField, needs("title", "value"));

const mattermostTexts =
  "fallback color pretext text author_name author_link author_icon title title_link thumb_url footer footer_icon image_url";

export const mattermost: Notifier = {
  since: "0.30",
  releases: {
    "0.32": "author_icon author_link author_name color fallback fields footer footer_icon image_url pretext thumb_url title title_link",
  },
  config: fields(
    {
      ...byHTTP,
      ...webhookUrl,
      ...all(`channel username icon_url icon_emoji type ${mattermostTexts}`, texts),
      fields: list(wholeField),
      attachments: list(fields({ ...all(mattermostTexts, texts), fields: list(wholeField) })),
      props: fields({ card: texts }),
      priority: fields({ priority: texts, ...all("requested_ack persistent_notifications", boolean) }),
    },
    atMostOneOf("webhook_url", "webhook_url_file"),
  ),
  fallbacks: [fallback("webhook_url webhook_url_file", "mattermost_webhook_url mattermost_webhook_url_file")],
};

/** Alertmanager knows the keys of buttons and fields only without underscores. */
const rocketchatAction: Rule = fields({
  ...all("type text url imageurl webviewheightratio msg msgprocessingtype", texts),
  ...all("iswebview msginchatwindow", boolean),
});

export const rocketchat: Notifier = {
  since: "0.28",
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      ...all("token_id token_id_file token token_file channel color title title_link text emoji icon_url image_url thumb_url", texts),
      fields: list(fields(chatField)),
      actions: list(rocketchatAction),
      ...all("short_fields link_names", boolean),
    },
    atMostOneOf("token", "token_file"),
    atMostOneOf("token_id", "token_id_file"),
  ),
  fallbacks: [
    fallback("token_id token_id_file", "rocketchat_token_id rocketchat_token_id_file"),
    fallback("token token_file", "rocketchat_token rocketchat_token_file"),
  ],
};

const slackAction: Rule = fields(
  { ...all("type text url style name value", texts), confirm: fields(all("text title ok_text dismiss_text", texts), needs("text")) },
  needs("type", "text"),
  needsOneOf("url", "name"),
);

/** Messages are changed by the API alone, never by a webhook. */
const slackUpdate: Rule = (tree, path, checker) => {
  if (!isMap(tree) || tree.update_message !== true) return;
  const address = given(tree, "api_url", checker);
  const isAPI = typeof address === "string" && (checker.values.check(address, (value) => value === slackAPI) ?? true);
  if (!isAPI)
    checker.error(
      sourcePath(tree, path, "update_message"),
      `needs a token in http_config.authorization, and ${slackAPI} as ${sourceName(tree, "api_url")}`,
    );
};

/** The address for messages with a token. */
export const slackAPI = "https://slack.com/api/chat.postMessage";

export const slack: Notifier = {
  releases: { "0.30": "app_token app_token_file app_url timeout", "0.31": "message_text", "0.32": "update_message" },
  config: fields(
    {
      ...byHTTP,
      ...all("api_url app_url", url),
      ...all("api_url_file app_token app_token_file channel username color title title_link pretext text message_text footer", texts),
      ...all("fallback callback_id icon_emoji icon_url image_url thumb_url", texts),
      ...all("short_fields link_names update_message", boolean),
      fields: list(wholeField),
      mrkdwn_in: list(texts),
      actions: list(slackAction),
      timeout: goDuration,
    },
    atMostOneOf("api_url", "api_url_file", "app_token", "app_token_file"),
    slackUpdate,
  ),
  fallbacks: [
    fallback("api_url api_url_file app_token app_token_file", "slack_api_url slack_api_url_file slack_app_token slack_app_token_file"),
  ],
};

export const telegram: Notifier = {
  releases: { "0.26": "bot_token_file", "0.28": "message_thread_id", "0.31": "chat_id_file" },
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      ...all("bot_token bot_token_file chat_id_file message", texts),
      ...all("chat_id message_thread_id", integer()),
      disable_notifications: boolean,
      parse_mode: word("", "Markdown", "MarkdownV2", "HTML"),
    },
    atMostOneOf("bot_token", "bot_token_file"),
    needsOneOf("chat_id", "chat_id_file"),
    atMostOneOf("chat_id", "chat_id_file"),
  ),
  fallbacks: [fallback("bot_token bot_token_file", "telegram_bot_token telegram_bot_token_file")],
};

export const webex: Notifier = {
  config: fields({ ...byHTTP, api_url: url, ...all("message room_id", texts) }, needs("room_id"), (tree, path, { error }) => {
    const connection = isMap(tree) ? tree.http_config : undefined;
    if (valueAt(connection, ["authorization"]) === undefined)
      error(sourcePath(connection, sourcePath(tree, path, "http_config"), "authorization"), "is required");
  }),
};

export const wechat: Notifier = {
  releases: { "0.31": "api_secret_file" },
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      ...all("api_secret api_secret_file corp_id message to_user to_party to_tag agent_id", texts),
      message_type: word("text", "markdown"),
    },
    atMostOneOf("api_secret", "api_secret_file"),
  ),
  fallbacks: [
    fallback("api_secret api_secret_file", "wechat_api_secret wechat_api_secret_file"),
    fallback("corp_id", "wechat_api_corp_id"),
  ],
};
