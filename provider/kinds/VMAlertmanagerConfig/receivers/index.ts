import type { z } from "zod";
import type { TreeMap } from "../../../config/keys";
import { valueAt, written } from "../../../config/keys";
import type { Answers } from "../../../config/references";
import type { Context } from "../../../context";
import { list, object, required, string } from "../../../schema/fields";
import { discord, discordConfig } from "./discord";
import { email, emailConfig } from "./email";
import { checkHTTPConfig } from "./http-config";
import { incidentIOConfig, incidentio } from "./incidentio";
import { jira, jiraConfig } from "./jira";
import { mattermost, mattermostConfig } from "./mattermost";
import { msTeamsConfig, msTeamsV2Config, msteams, msteamsv2 } from "./msteams";
import { opsGenieConfig, opsgenie } from "./opsgenie";
import { pagerDutyConfig, pagerduty } from "./pagerduty";
import { pushover, pushoverConfig } from "./pushover";
import type { ReceiverKind } from "./receiver";
import { rocketchat, rocketchatConfig } from "./rocketchat";
import { slack, slackConfig } from "./slack";
import { sns, snsConfig } from "./sns";
import { telegram, telegramConfig } from "./telegram";
import { victorOpsConfig, victorops } from "./victorops";
import { webex, webexConfig } from "./webex";
import { webhook, webhookConfig } from "./webhook";
import { weChatConfig, wechat } from "./wechat";

/** Who is told of alerts, in all the ways that are listed. */
export const receiver = object("Receiver", "Who is told of alerts, in all the ways that are listed. One without any tells nobody.", {
  name: required(
    string("Name by which routes refer to the receiver. In Alertmanager the resource's namespace and name stand before it.", {
      minLength: 1,
    }),
  ),
  webhook_configs: list("JSON to addresses of one's own.", webhookConfig),
  email_configs: list("Mail.", emailConfig),
  slack_configs: list("Messages to Slack.", slackConfig),
  pagerduty_configs: list("Incidents of PagerDuty.", pagerDutyConfig),
  opsgenie_configs: list("Alerts of OpsGenie.", opsGenieConfig),
  victorops_configs: list("Incidents of VictorOps, now Splunk On-Call.", victorOpsConfig),
  incidentio_configs: list("Alerts of incident.io.", incidentIOConfig),
  jira_configs: list("Issues of Jira.", jiraConfig),
  pushover_configs: list("Messages to telephones by Pushover.", pushoverConfig),
  sns_configs: list("Messages by the Simple Notification Service of AWS.", snsConfig),
  telegram_configs: list("Messages to Telegram.", telegramConfig),
  discord_configs: list("Messages to Discord.", discordConfig),
  msteams_configs: list("Messages to Microsoft Teams by a connector.", msTeamsConfig),
  msteamsv2_configs: list("Messages to Microsoft Teams by a workflow.", msTeamsV2Config),
  mattermost_configs: list("Messages to Mattermost.", mattermostConfig),
  rocketchat_configs: list("Messages to Rocket.Chat.", rocketchatConfig),
  webex_configs: list("Messages to Webex.", webexConfig),
  wechat_configs: list("Messages to WeChat Work.", weChatConfig),
});

/** The kinds of receivers, in the order of their lists in Alertmanager's configuration. */
export const receiverKinds: readonly ReceiverKind[] = [
  sns,
  webex,
  jira,
  rocketchat,
  incidentio,
  msteamsv2,
  victorops,
  wechat,
  webhook,
  telegram,
  msteams,
  discord,
  opsgenie,
  email,
  slack,
  pagerduty,
  pushover,
  mattermost,
];

export type Receiver = z.output<typeof receiver>;

/** A receiver in Alertmanager's terms. */
export function writtenReceiver(receiver: Receiver, prefix: string, answers: Answers, path: string): TreeMap {
  const lists = entriesOf(receiver).map(({ kind, configs }) => [
    kind.field,
    configs.map((config, index) => written(kind.keys, config, answers, `${path}.${kind.field}[${index}]`)),
  ]);
  return { name: receiver.name && prefix + receiver.name, ...Object.fromEntries(lists) };
}

/** Reports a receiver that is refused when its resource is made. */
export function checkReceiver(receiver: Receiver, path: string, context: Context): void {
  if (receiver.name === "") context.report.error(`${path}.name`, "is required");
  for (const { kind, configs } of entriesOf(receiver)) {
    configs.forEach((config, index) => {
      const where = `${path}.${kind.field}[${index}]`;
      checkHTTPConfig(config.http_config, `${where}.http_config`, context);
      kind.check?.(config, where, context);
    });
  }
}

/** What of a receiver's own fields all kinds have in common. */
type AnyConfig = Readonly<Record<string, unknown>> & Pick<z.output<typeof webhookConfig>, "http_config">;

function entriesOf(receiver: Receiver): { kind: ReceiverKind; configs: readonly AnyConfig[] }[] {
  return receiverKinds.flatMap((kind) => {
    const configs = valueAt(receiver, [kind.field]);
    return Array.isArray(configs) && configs.length > 0 ? [{ kind, configs }] : [];
  });
}
