import { type Checker, every, fields, filled, given, list, mapOf, needs, type Rule } from "../config/checker";
import type { TreeMap } from "../config/keys";
import { sourcePath } from "../config/sourced-keys";
import { isMap, type Tree } from "../text/tree";
import { discord, mattermost, msteams, msteamsv2, rocketchat, slack, telegram, webex, wechat } from "./notifiers/chat";
import { incidentio, jira, opsgenie, pagerduty, victorops } from "./notifiers/incidents";
import { email, pushover, sns, webhook } from "./notifiers/messages";
import { type Fallback, type Notifier, texts } from "./notifiers/notifier";
import { knownFrom } from "./releases";

/** The kinds of receivers that Alertmanager 0.34 knows: https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings */
const notifiers = {
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
} satisfies Readonly<Record<string, Notifier>>;

/** The lists of receivers that Alertmanager knows. */
export type NotifierLists = keyof typeof notifiers;

const receiverShape: Rule = fields(
  {
    name: texts,
    labels: mapOf(texts),
    ...Object.fromEntries(
      Object.entries<Notifier>(notifiers).map(([key, { config, releases = {} }]) => [
        key,
        list(every(filled(config), knownFrom(releases))),
      ]),
    ),
  },
  needs("name"),
  knownFrom({ "0.33": "labels" }),
  ...Object.entries<Notifier>(notifiers).flatMap(([key, { since }]) => (since ? [knownFrom({ [since]: key })] : [])),
);

/**
 * Reports receivers that Alertmanager would refuse. `global` is the global section with the defaults of receivers; while it is not known, nothing
 * counts as missing.
 */
export function checkReceivers(receivers: Tree, path: string, global: TreeMap | undefined, checker: Checker): void {
  list(receiverShape)(receivers, path, checker);
  if (!global || !Array.isArray(receivers)) return;
  receivers.forEach((receiver: Tree, index) => {
    for (const [key, { fallbacks = [] }] of Object.entries<Notifier>(notifiers)) {
      const configs = isMap(receiver) ? receiver[key] : undefined;
      if (!Array.isArray(configs)) continue;
      configs.forEach(
        (config: Tree, place) => void checkFallbacks(config, `${path}[${index}].${key}[${place}]`, fallbacks, global, checker),
      );
    }
  });
}

function checkFallbacks(config: Tree, path: string, fallbacks: readonly Fallback[], global: TreeMap, checker: Checker): void {
  const says = (tree: Tree, keys: readonly string[]): boolean => keys.some((key) => given(tree, key, checker) !== undefined);
  for (const { keys, global: others } of fallbacks) {
    if (!says(config, keys) && !says(global, others))
      checker.error(sourcePath(config, path, keys[0] ?? ""), `is required, since the global section has no ${others[0]}`);
  }
}
