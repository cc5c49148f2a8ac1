import type { z } from "zod";
import type { NotifierLists } from "../../../alertmanager/receivers";
import type { TreeMap } from "../../../config/keys";
import { everyName, valueAt } from "../../../config/keys";
import type { Answers } from "../../../config/references";
import { block, from, listField, type SourcedKeys } from "../../../config/sourced-keys";
import type { Context } from "../../../context";
import { object, required, string } from "../../../schema/fields";
import { discord } from "./discord";
import { email } from "./email";
import { checkHTTPConfig } from "./http-config";
import { incidentio } from "./incidentio";
import { jira } from "./jira";
import { mattermost } from "./mattermost";
import { msteams, msteamsv2 } from "./msteams";
import { opsgenie } from "./opsgenie";
import { pagerduty } from "./pagerduty";
import { pushover } from "./pushover";
import type { ReceiverKind } from "./receiver";
import { rocketchat } from "./rocketchat";
import { slack } from "./slack";
import { sns } from "./sns";
import { telegram } from "./telegram";
import { victorops } from "./victorops";
import { webex } from "./webex";
import { webhook } from "./webhook";
import { wechat } from "./wechat";

/** The kinds of receivers by the lists of their entries, which have the same names in the custom resource and in Alertmanager's configuration. */
const kinds = {
  webhook_configs: webhook,
  email_configs: email,
  slack_configs: slack,
  pagerduty_configs: pagerduty,
  opsgenie_configs: opsgenie,
  victorops_configs: victorops,
  incidentio_configs: incidentio,
  jira_configs: jira,
  pushover_configs: pushover,
  sns_configs: sns,
  telegram_configs: telegram,
  discord_configs: discord,
  msteams_configs: msteams,
  msteamsv2_configs: msteamsv2,
  mattermost_configs: mattermost,
  rocketchat_configs: rocketchat,
  webex_configs: webex,
  wechat_configs: wechat,
} satisfies Readonly<Record<NotifierLists, ReceiverKind>>;

type Kinds = typeof kinds;

const entryFields = Object.fromEntries(Object.entries(kinds).map(([field, { entries }]) => [field, entries])) as {
  readonly [Field in keyof Kinds]: Kinds[Field]["entries"];
};

/** A receiver of alerts with its notifiers. */
export const receiver = object("Receiver", "A receiver of alerts with its notifiers. Without notifiers it drops alerts.", {
  name: required(
    string("Name of the receiver for routes. In Alertmanager it is prefixed with the resource's namespace and name.", {
      minLength: 1,
    }),
  ),
  ...entryFields,
});

/** The kinds of receivers, in the order of their lists in Alertmanager's configuration. */
export const receiverKinds: readonly (ReceiverKind & { readonly field: keyof Kinds })[] = everyName<keyof Kinds>()([
  "sns_configs",
  "webex_configs",
  "jira_configs",
  "rocketchat_configs",
  "incidentio_configs",
  "msteamsv2_configs",
  "victorops_configs",
  "wechat_configs",
  "webhook_configs",
  "telegram_configs",
  "msteams_configs",
  "discord_configs",
  "opsgenie_configs",
  "email_configs",
  "slack_configs",
  "pagerduty_configs",
  "pushover_configs",
  "mattermost_configs",
]).map((field) => ({ field, ...kinds[field] }));

export type Receiver = z.output<typeof receiver>;

const listKeys: SourcedKeys<Receiver> = Object.assign({}, ...receiverKinds.map(({ field, keys }) => listField(field, keys)));

/** A receiver in Alertmanager's terms. */
export function writtenReceiver(receiver: Receiver, prefix: string, answers: Answers, path: string): TreeMap {
  const name = from<Receiver>("name", () => receiver.name && prefix + receiver.name);
  return block({ name, ...listKeys }, receiver, answers, path);
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

/** The fields that all kinds of receivers share. */
type AnyConfig = Readonly<Record<string, unknown>> & { readonly http_config?: Parameters<typeof checkHTTPConfig>[0] };

function entriesOf(receiver: Receiver): { kind: (typeof receiverKinds)[number]; configs: readonly AnyConfig[] }[] {
  return receiverKinds.flatMap((kind) => {
    const configs = valueAt(receiver, [kind.field]);
    return Array.isArray(configs) && configs.length > 0 ? [{ kind, configs }] : [];
  });
}
