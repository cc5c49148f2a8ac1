import { authorization, basicAuth, oauth2, reference, tlsConfig } from "./authentication-fields";
import {
  type Conversion,
  convertedTo,
  count,
  entries,
  type Fields,
  field,
  fields,
  fieldsWith,
  filledText,
  flag,
  listOf,
  same,
  underscored,
  withDefaults,
  withUnderscores,
} from "./conversion";

const httpConfig = fields({
  ...withUnderscores(basicAuth, "basicAuth"),
  ...withUnderscores(reference, "bearerTokenSecret"),
  ...withUnderscores(tlsConfig, "tlsConfig"),
  authorization: field("authorization", authorization),
  oauth2: field("oauth2", oauth2),
  ...underscored("followRedirects"),
  // The later name wins, unless it is empty.
  proxyURL: field("proxyURL", filledText),
  proxyUrl: field("proxyURL", filledText),
  ...same("noProxy", "proxyFromEnvironment", "proxyConnectHeader"),
});

const sendResolved = underscored("sendResolved");

/** Settings of all receivers by HTTP. */
const common: Fields = { ...sendResolved, httpConfig: field("http_config", httpConfig) };

/** Messages with fields that have a title and a value. */
const titledFields = { fields: field("fields", listOf(fields(same("title", "value", "short")))) };

const slackAction = fields({
  ...same("type", "text", "url", "style", "name", "value"),
  confirm: field("confirm", fields(underscored("text", "okText"))),
});

/** A picture of an incident. Its source is optional here and required in the result. */
const image = withDefaults({ source: "" }, fields({ src: field("source"), ...same("source", "href", "alt") }));

const sigv4 = fields({
  ...underscored("region", "profile", "roleArn"),
  accessKey: field("access_key_selector", reference),
  secretKey: field("secret_key_selector", reference),
});

/** The kinds of receivers that need an address. */
const needed: Readonly<Record<string, readonly string[]>> = {
  msteamsConfigs: ["webhookUrl"],
  msteamsv2Configs: ["webhookURL"],
  discordConfigs: ["apiURL"],
};

/** The kinds of receivers, by the names of their lists. */
const kinds: Readonly<Record<string, Fields>> = {
  emailConfigs: {
    ...sendResolved,
    ...underscored("to", "from", "hello", "smarthost", "authUsername", "authIdentity", "html", "text", "requireTLS"),
    ...withUnderscores(reference, "authPassword", "authSecret"),
    headers: field("headers", entries),
    ...withUnderscores(tlsConfig, "tlsConfig"),
  },
  pagerdutyConfigs: {
    ...common,
    ...withUnderscores(reference, "routingKey", "serviceKey"),
    ...underscored("url", "client", "clientURL", "description", "severity", "class", "group", "component"),
    details: field("details", entries),
    pagerDutyImageConfigs: field("images", listOf(image)),
    pagerDutyLinkConfigs: field("links", listOf(fields({ ...same("href"), alt: field("text") }))),
  },
  slackConfigs: {
    ...common,
    ...withUnderscores(reference, "apiURL"),
    ...underscored("channel", "username", "color", "title", "titleLink", "pretext", "text", "footer", "fallback", "callbackId"),
    ...underscored("iconEmoji", "iconURL", "imageURL", "thumbURL", "mrkdwnIn"),
    ...withUnderscores(flag, "shortFields", "linkNames"),
    ...titledFields,
    actions: field("actions", listOf(slackAction)),
  },
  opsgenieConfigs: {
    ...common,
    ...withUnderscores(reference, "apiKey"),
    ...same("apiURL", "message", "description", "source", "tags", "note", "priority", "entity", "actions"),
    details: field("details", entries),
    responders: field("responders", listOf(fields(same("id", "name", "username", "type")))),
    ...withUnderscores(flag, "updateAlerts"),
  },
  webhookConfigs: {
    ...common,
    ...underscored("url", "timeout"),
    ...withUnderscores(reference, "urlSecret"),
    ...withUnderscores(count, "maxAlerts"),
  },
  victoropsConfigs: {
    ...common,
    ...withUnderscores(reference, "apiKey"),
    ...underscored("apiUrl", "routingKey", "messageType", "entityDisplayName", "stateMessage", "monitoringTool"),
    ...withUnderscores(entries, "customFields"),
  },
  wechatConfigs: {
    ...common,
    ...withUnderscores(reference, "apiSecret"),
    ...underscored("apiURL", "corpID", "agentID", "toUser", "toParty", "toTag", "message", "messageType"),
  },
  telegramConfigs: {
    ...common,
    ...withUnderscores(reference, "botToken"),
    ...underscored("apiURL", "chatID", "messageThreadID", "message", "parseMode"),
    ...withUnderscores(flag, "disableNotifications"),
  },
  pushoverConfigs: {
    ...common,
    ...withUnderscores(reference, "userKey", "token"),
    ...underscored("title", "message", "url", "urlTitle", "sound", "priority", "retry", "expire"),
    ...withUnderscores(flag, "html"),
  },
  msteamsConfigs: { ...common, webhookUrl: field("webhook_url_secret", reference), ...same("title", "text") },
  msteamsv2Configs: { ...common, webhookURL: field("webhook_url_secret", reference), ...same("title", "text") },
  discordConfigs: {
    ...common,
    apiURL: field("webhook_url_secret", reference),
    ...underscored("title", "message", "content", "username", "avatarURL"),
  },
  snsConfigs: {
    ...common,
    ...underscored("apiURL", "topicARN", "subject", "phoneNumber", "targetARN", "message", "attributes"),
    sigv4: field("sigv4", sigv4),
  },
  webexConfigs: { ...common, ...underscored("apiURL", "roomID", "message") },
  rocketchatConfigs: {
    ...common,
    ...withUnderscores(reference, "token", "tokenID"),
    ...underscored("apiURL", "channel", "color", "title", "titleLink", "text", "emoji", "iconURL", "imageURL", "thumbURL"),
    ...withUnderscores(flag, "shortFields", "linkNames"),
    ...titledFields,
    ...convertedTo(listOf(fields(same("type", "text", "url", "msg"))), "actions"),
  },
};

/** A receiver with all its notifiers. */
export const receiver: Conversion = fields({
  ...same("name"),
  ...Object.fromEntries(
    Object.entries(kinds).map(([name, table]) => [
      name,
      field(name.replace("Configs", "_configs"), listOf(fieldsWith(needed[name] ?? [], table))),
    ]),
  ),
});
