import { isMap } from "../text/tree";
import { joinPath } from "../world/issues";
import type { Rule } from "./checker";
import { isOlder } from "./release";

/**
 * The releases from which on Alertmanager knows a setting, by the block that the setting stands in. Settings that are older than 0.26 are not
 * listed: https://github.com/prometheus/alertmanager/blob/main/CHANGELOG.md
 */
const releases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  configuration: { "0.30": "tracing", "0.33": "event_recorder" },
  event_recorder: { "0.34": "stdout_outputs" },
  global: {
    "0.28":
      "jira_api_url rocketchat_api_url rocketchat_token rocketchat_token_file rocketchat_token_id rocketchat_token_id_file smtp_tls_config",
    "0.30": "slack_app_token slack_app_token_file slack_app_url",
    "0.31": "smtp_auth_secret_file smtp_force_implicit_tls telegram_bot_token telegram_bot_token_file wechat_api_secret_file",
    "0.32": "mattermost_webhook_url mattermost_webhook_url_file",
  },
  route: { "0.34": "labels" },
  inhibit_rules: { "0.30": "name" },
  http_config: { "0.28": "http_headers" },
  oauth2: {
    "0.29":
      "audience claims client_certificate_key client_certificate_key_file client_certificate_key_id client_certificate_key_ref grant_type iss signature_algorithm",
  },
  receivers: {
    "0.26": "msteams_configs",
    "0.28": "jira_configs msteamsv2_configs rocketchat_configs",
    "0.29": "incidentio_configs",
    "0.30": "mattermost_configs",
    "0.33": "labels",
  },
  discord_configs: { "0.27": "webhook_url_file", "0.28": "avatar_url content username" },
  email_configs: { "0.30": "threading", "0.31": "auth_secret_file force_implicit_tls" },
  jira_configs: { "0.29": "api_type" },
  mattermost_configs: {
    "0.32": "author_icon author_link author_name color fallback fields footer footer_icon image_url pretext thumb_url title title_link",
  },
  msteams_configs: { "0.27": "summary webhook_url_file" },
  pagerduty_configs: { "0.30": "timeout" },
  pushover_configs: { "0.26": "device token_file user_key_file", "0.27": "ttl", "0.29": "monospace" },
  slack_configs: { "0.30": "app_token app_token_file app_url timeout", "0.31": "message_text", "0.32": "update_message" },
  sns_configs: { "0.33": "use_aws_http_client" },
  telegram_configs: { "0.26": "bot_token_file", "0.28": "message_thread_id", "0.31": "chat_id_file" },
  webhook_configs: { "0.26": "url_file", "0.28": "timeout", "0.32": "payload" },
  wechat_configs: { "0.31": "api_secret_file" },
};

/** Reports settings of a block that the release of Alertmanager does not know yet: it would refuse the whole configuration because of one. */
export function knownIn(block: string): Rule {
  const settings = Object.entries(releases[block] ?? {}).flatMap(([release, keys]) =>
    keys.split(" ").map((key) => [key, release] as const),
  );
  return (tree, path, { version, error }) => {
    if (!version || !isMap(tree)) return;
    for (const [key, release] of settings) {
      if (tree[key] === undefined || tree[key] === null || !isOlder(version, release)) continue;
      error(
        joinPath(path, key),
        `is known to Alertmanager from v${release} on, and the image is ${version.tag}: leave it out, or give a newer image.tag`,
      );
    }
  };
}
