import { type TreeMap, valueAt } from "../scraping/keys";
import type { Tree } from "../text/yaml";
import { joinPath } from "../world/issues";
import { httpConfig, tlsConfig } from "./http";
import {
  all,
  anything,
  atMostOneOf,
  boolean,
  type Checker,
  every,
  fields,
  filled,
  given,
  integer,
  isMap,
  list,
  mapOf,
  needs,
  needsOneOf,
  type Rule,
  text,
  word,
} from "./rules";
import { duration, goDuration, goDurationText, hostAndPort, url, urlOrTemplate } from "./texts";

/** A setting of a receiver that the global section may give instead; one of the keys of either must say something. */
interface Fallback {
  readonly keys: readonly string[];
  readonly global: readonly string[];
}

/** A kind of receivers as Alertmanager has it. */
interface Notifier {
  readonly config: Rule;
  readonly fallbacks?: readonly Fallback[];
}

const texts = text();
const common = { send_resolved: boolean };
const byHTTP = { ...common, http_config: httpConfig };
const fallback = (keys: string, global: string): Fallback => ({ keys: keys.split(" "), global: global.split(" ") });

const webhookFile = [needsOneOf("webhook_url", "webhook_url_file"), atMostOneOf("webhook_url", "webhook_url_file")];
const webhookUrl = { webhook_url: url, webhook_url_file: texts };

const discord: Notifier = {
  config: fields({ ...byHTTP, ...webhookUrl, ...all("content title message username avatar_url", texts) }, ...webhookFile),
};

const msteams: Notifier = { config: fields({ ...byHTTP, ...webhookUrl, ...all("title summary text", texts) }, ...webhookFile) };
const msteamsv2: Notifier = { config: fields({ ...byHTTP, ...webhookUrl, ...all("title text", texts) }, ...webhookFile) };

/** Headers of mails are told apart by their letters alone. */
const distinctHeaders: Rule = (tree, path, { error }) => {
  const names = isMap(tree) ? Object.keys(tree) : [];
  const lower = names.map((name) => name.toLowerCase());
  names.forEach((name, index) => {
    if (lower.indexOf(name.toLowerCase()) < index) error(joinPath(path, name), "is given twice: letter case does not count");
  });
};

const email: Notifier = {
  config: fields(
    {
      ...common,
      ...all("to from hello auth_username auth_password auth_password_file auth_secret auth_secret_file auth_identity html text", texts),
      smarthost: hostAndPort,
      headers: every(mapOf(texts), distinctHeaders),
      ...all("require_tls force_implicit_tls", boolean),
      tls_config: tlsConfig,
      threading: fields({ enabled: boolean, thread_by_date: word("none", "daily") }),
    },
    needs("to"),
  ),
  fallbacks: [fallback("smarthost", "smtp_smarthost"), fallback("from", "smtp_from")],
};

const incidentioToken: Rule = (tree, path, checker) => {
  const hasToken = ["alert_source_token", "alert_source_token_file"].some((key) => given(tree, key, checker) !== undefined);
  const connection = given(tree, "http_config", checker);
  const hasAuthorization = valueAt(connection, ["authorization"]) !== undefined;
  if (hasToken && hasAuthorization) checker.error(path, "has a token next to http_config.authorization: leave one of them out");
  if (!hasToken && connection !== undefined && !hasAuthorization) checker.error(path, "needs alert_source_token, alert_source_token_file or http_config.authorization");
};

const incidentio: Notifier = {
  config: fields(
    { ...byHTTP, url, ...all("url_file alert_source_token alert_source_token_file", texts), max_alerts: integer(0), timeout: goDuration },
    needsOneOf("url", "url_file"),
    atMostOneOf("url", "url_file"),
    atMostOneOf("alert_source_token", "alert_source_token_file"),
    incidentioToken,
  ),
};

/** Text, or text and whether it is written again when the issue changes. */
const jiraText: Rule = (tree, path, checker) => (isMap(tree) ? fields({ template: texts, enable_update: boolean }) : texts)(tree, path, checker);

const jira: Notifier = {
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      api_type: word("auto", "cloud", "datacenter"),
      ...all("project priority issue_type reopen_transition resolve_transition wont_fix_resolution", texts),
      ...all("summary description", jiraText),
      labels: list(texts),
      reopen_duration: duration,
      fields: mapOf(anything),
    },
    needs("project", "issue_type"),
  ),
  fallbacks: [fallback("api_url", "jira_api_url")],
};

const chatField = { ...all("title value", texts), short: boolean };
const wholeField: Rule = fields(chatField, needs("title", "value"));

const mattermostTexts =
  "fallback color pretext text author_name author_link author_icon title title_link thumb_url footer footer_icon image_url";

const mattermost: Notifier = {
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

/** What is wrong with the type of a responder of OpsGenie. */
export const responderTypeProblem = (type: string): string | undefined =>
  type.includes("{{") || /^(team|teams|user|escalation|schedule)$/i.test(type)
    ? undefined
    : "expected team, teams, user, escalation, schedule or a template";

const opsgenie: Notifier = {
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      ...all("api_key api_key_file message description source entity actions tags note priority", texts),
      details: mapOf(texts),
      responders: list(fields({ ...all("id name username", texts), type: text(responderTypeProblem) }, needsOneOf("id", "name", "username"))),
      update_alerts: boolean,
    },
    atMostOneOf("api_key", "api_key_file"),
  ),
  fallbacks: [fallback("api_key api_key_file", "opsgenie_api_key opsgenie_api_key_file")],
};

const pagerduty: Notifier = {
  config: fields(
    {
      ...byHTTP,
      url,
      ...all("service_key service_key_file routing_key routing_key_file client client_url description source severity class", texts),
      ...all("component group", texts),
      details: mapOf(anything),
      images: list(fields(all("src alt href", texts))),
      links: list(fields(all("href text", texts))),
      timeout: goDuration,
    },
    needsOneOf("routing_key", "routing_key_file", "service_key", "service_key_file"),
    atMostOneOf("routing_key", "routing_key_file"),
    atMostOneOf("service_key", "service_key_file"),
  ),
};

const pushover: Notifier = {
  config: fields(
    {
      ...byHTTP,
      ...all("user_key user_key_file token token_file title message url url_title device sound priority", texts),
      ...all("retry expire ttl", goDurationText),
      ...all("html monospace", boolean),
    },
    needsOneOf("user_key", "user_key_file"),
    atMostOneOf("user_key", "user_key_file"),
    needsOneOf("token", "token_file"),
    atMostOneOf("token", "token_file"),
    (tree, path, { error }) => {
      if (isMap(tree) && tree.html === true && tree.monospace === true) error(joinPath(path, "monospace"), "is given next to html: leave one of them out");
    },
  ),
};

/** Of buttons and fields Alertmanager only knows the names without underscores. */
const rocketchatAction: Rule = fields({
  ...all("type text url imageurl webviewheightratio msg msgprocessingtype", texts),
  ...all("iswebview msginchatwindow", boolean),
});

const rocketchat: Notifier = {
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
  if (!isAPI) checker.error(joinPath(path, "update_message"), `needs a token in http_config.authorization, and ${slackAPI} as api_url`);
};

/** Where messages are sent to with a token. */
export const slackAPI = "https://slack.com/api/chat.postMessage";

const slack: Notifier = {
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

const targets = ["target_arn", "topic_arn", "phone_number"] as const;

const sns: Notifier = {
  config: fields(
    {
      ...byHTTP,
      ...all("api_url topic_arn phone_number target_arn subject message", texts),
      sigv4: fields(
        { ...all("region access_key secret_key profile role_arn external_id service_name", texts), use_fips_sts_endpoint: boolean },
        (tree, path, checker) => {
          const [id, secret] = ["access_key", "secret_key"].map((key) => given(tree, key, checker) !== undefined);
          if (id !== secret) checker.error(path, "needs access_key and secret_key, or neither");
        },
      ),
      attributes: mapOf(texts),
      use_aws_http_client: boolean,
    },
    needsOneOf(...targets),
    atMostOneOf(...targets),
  ),
};

const telegram: Notifier = {
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

/** Names that incidents of VictorOps have fields of their own for. */
export const reservedVictorOpsFields = [
  "routing_key",
  "message_type",
  "state_message",
  "entity_display_name",
  "monitoring_tool",
  "entity_id",
  "entity_state",
] as const;

const noReservedFields: Rule = (tree, path, { error }) => {
  for (const name of reservedVictorOpsFields) {
    if (isMap(tree) && name in tree) error(joinPath(path, name), "has a field of its own: give it there");
  }
};

const victorops: Notifier = {
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      ...all("api_key api_key_file routing_key message_type state_message entity_display_name monitoring_tool", texts),
      custom_fields: every(mapOf(texts), noReservedFields),
    },
    needs("routing_key"),
    atMostOneOf("api_key", "api_key_file"),
  ),
  fallbacks: [fallback("api_key api_key_file", "victorops_api_key victorops_api_key_file")],
};

const webex: Notifier = {
  config: fields({ ...byHTTP, api_url: url, ...all("message room_id", texts) }, needs("room_id"), (tree, path, { error }) => {
    if (valueAt(tree, ["http_config", "authorization"]) === undefined) error(`${path}.http_config.authorization`, "is required");
  }),
};

const webhook: Notifier = {
  config: fields(
    { ...byHTTP, url: urlOrTemplate, url_file: texts, max_alerts: integer(0), timeout: goDuration, payload: anything },
    needsOneOf("url", "url_file"),
    atMostOneOf("url", "url_file"),
  ),
};

const wechat: Notifier = {
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      ...all("api_secret api_secret_file corp_id message to_user to_party to_tag agent_id", texts),
      message_type: word("text", "markdown"),
    },
    atMostOneOf("api_secret", "api_secret_file"),
  ),
  fallbacks: [fallback("api_secret api_secret_file", "wechat_api_secret wechat_api_secret_file"), fallback("corp_id", "wechat_api_corp_id")],
};

/** The kinds of receivers that Alertmanager 0.34 knows: https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings */
const notifiers: Readonly<Record<string, Notifier>> = {
  discord_configs: discord,
  email_configs: email,
  incidentio_configs: incidentio,
  jira_configs: jira,
  mattermost_configs: mattermost,
  msteams_configs: msteams,
  msteamsv2_configs: msteamsv2,
  opsgenie_configs: opsgenie,
  pagerduty_configs: pagerduty,
  pushover_configs: pushover,
  rocketchat_configs: rocketchat,
  slack_configs: slack,
  sns_configs: sns,
  telegram_configs: telegram,
  victorops_configs: victorops,
  webex_configs: webex,
  webhook_configs: webhook,
  wechat_configs: wechat,
};

const receiverShape: Rule = fields(
  { name: texts, labels: mapOf(texts), ...Object.fromEntries(Object.entries(notifiers).map(([key, { config }]) => [key, list(filled(config))])) },
  needs("name"),
);

/**
 * Reports receivers that Alertmanager would refuse. `global` is the global section, which gives what receivers leave out; where it is not known,
 * nothing is missing.
 */
export function checkReceivers(receivers: Tree, path: string, global: TreeMap | undefined, checker: Checker): void {
  list(receiverShape)(receivers, path, checker);
  if (!global || !Array.isArray(receivers)) return;
  receivers.forEach((receiver: Tree, index) => {
    for (const [key, { fallbacks = [] }] of Object.entries(notifiers)) {
      const configs = isMap(receiver) ? receiver[key] : undefined;
      if (!Array.isArray(configs)) continue;
      configs.forEach((config: Tree, place) => void checkFallbacks(config, `${path}[${index}].${key}[${place}]`, fallbacks, global, checker));
    }
  });
}

function checkFallbacks(config: Tree, path: string, fallbacks: readonly Fallback[], global: TreeMap, checker: Checker): void {
  const says = (tree: Tree, keys: readonly string[]): boolean => keys.some((key) => given(tree, key, checker) !== undefined);
  for (const { keys, global: others } of fallbacks) {
    if (!says(config, keys) && !says(global, others)) checker.error(joinPath(path, keys[0] ?? ""), `is required, since the global section has no ${others[0]}`);
  }
}
