import {
  all,
  anything,
  atMostOneOf,
  boolean,
  type Checker,
  fields,
  given,
  list,
  needs,
  number,
  type Rule,
  text,
  word,
} from "../config/checker";
import type { TreeMap } from "../config/keys";
import { isMap, type Tree } from "../text/tree";
import { joinPath } from "../world/issues";
import { headers, httpConfig, tlsConfig } from "./http";
import { checkDistinctNames, namesOf } from "./names";
import { slackAPI } from "./notifiers/chat";
import { checkReceivers } from "./receivers";
import { knownFrom } from "./releases";
import { checkReferences, inhibitRules, rootRoute, route } from "./routes";
import { duration, hostAndPort, url } from "./texts";
import { timeIntervals } from "./time-intervals";

const texts = text();

/** Settings that can be given in line or as a file. */
const inLineOrFile = [
  "smtp_auth_password",
  "smtp_auth_secret",
  "slack_api_url",
  "slack_app_token",
  "opsgenie_api_key",
  "wechat_api_secret",
  "victorops_api_key",
  "telegram_bot_token",
  "rocketchat_token",
  "rocketchat_token_id",
  "mattermost_webhook_url",
];

/** Slack is reached by a webhook or with a token; the address for tokens may replace that of a webhook. */
function oneWayToSlack(tree: Tree, path: string, checker: Checker): void {
  const [token, webhook] = ["slack_app_token", "slack_api_url"].map((key) =>
    [key, `${key}_file`].find((name) => given(tree, name, checker) !== undefined),
  );
  const address = (key: string): string => String(given(tree, key, checker) ?? "");
  if (token && webhook && !checker.values.isEqual(address("slack_api_url"), address("slack_app_url") || slackAPI))
    checker.error(joinPath(path, webhook), `is given next to ${token}: leave one of them out`);
}

const global: Rule = fields(
  {
    resolve_timeout: duration,
    http_config: httpConfig,
    ...all("smtp_from smtp_hello smtp_auth_username smtp_auth_identity wechat_api_corp_id", texts),
    smtp_smarthost: hostAndPort,
    ...all("smtp_require_tls smtp_force_implicit_tls", boolean),
    smtp_tls_config: tlsConfig,
    ...Object.fromEntries(inLineOrFile.flatMap((key) => [[key, texts] as const, [`${key}_file`, texts] as const])),
    ...all("slack_api_url mattermost_webhook_url slack_app_url jira_api_url pagerduty_url opsgenie_api_url wechat_api_url", url),
    ...all("victorops_api_url telegram_api_url webex_api_url rocketchat_api_url", url),
  },
  ...inLineOrFile.map((key) => atMostOneOf(key, `${key}_file`)),
  oneWayToSlack,
  knownFrom({
    "0.28":
      "jira_api_url rocketchat_api_url rocketchat_token rocketchat_token_file rocketchat_token_id rocketchat_token_id_file smtp_tls_config",
    "0.30": "slack_app_token slack_app_token_file slack_app_url",
    "0.31": "smtp_auth_secret_file smtp_force_implicit_tls telegram_bot_token telegram_bot_token_file wechat_api_secret_file",
    "0.32": "mattermost_webhook_url mattermost_webhook_url_file",
  }),
);

/** Traces of Alertmanager's own work. */
export const tracing: Rule = fields(
  {
    client_type: word("http", "grpc"),
    endpoint: texts,
    sampling_fraction: number,
    insecure: boolean,
    tls_config: tlsConfig,
    headers,
    compression: word("", "gzip"),
    timeout: duration,
  },
  needs("endpoint"),
);

const configuration: Rule = fields(
  {
    global,
    route,
    inhibit_rules: inhibitRules,
    receivers: anything,
    templates: list(texts),
    ...all("mute_time_intervals time_intervals", timeIntervals),
    tracing,
    event_recorder: fields(
      all("file_outputs webhook_outputs kafka_outputs stdout_outputs", list(anything)),
      knownFrom({ "0.34": "stdout_outputs" }),
    ),
  },
  needs("route"),
  knownFrom({ "0.30": "tracing", "0.33": "event_recorder" }),
);

/** Reports the parts of a configuration that Alertmanager 0.34 would refuse: https://prometheus.io/docs/alerting/latest/configuration/ */
export function checkConfiguration(tree: Tree, checker: Checker): void {
  configuration(tree, "", checker);
  if (!isMap(tree)) return;
  rootRoute(tree.route, "route", checker);
  checkReceivers(tree.receivers, "receivers", globalSection(tree), checker);
  for (const key of ["receivers", "mute_time_intervals", "time_intervals"]) checkDistinctNames(tree[key], key, checker);
  const times = ["mute_time_intervals", "time_intervals"].flatMap((key) => namesOf(tree[key], checker));
  checkReferences(tree.route, { receivers: namesOf(tree.receivers, checker), timeIntervals: times }, "route", checker);
}

/** The settings that receivers fall back on. */
export const globalSection = (tree: TreeMap): TreeMap => (isMap(tree.global) ? tree.global : {});
