import type { z } from "zod";
import { reservedVictorOpsFields } from "../../../alertmanager/notifiers/incidents";
import { filledFields, from, givenFields, secretOrFileFields } from "../../../config/sourced-keys";
import type { Context } from "../../../context";
import { map, object, required, string } from "../../../schema/fields";
import { sortedByBytes } from "../../../text/order";
import { joinPath } from "../../../world/issues";
import { apiUrl, secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { checkRequired } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { filledEntries, receiverKind } from "./receiver";

const victorOpsConfig = object("VictorOpsConfig", "Makes incidents of VictorOps, now Splunk On-Call.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  api_key: secret("Key of the API. Default: the global `victorops_api_key`; one of the two is needed"),
  api_url: apiUrl("Address of the API. Default: the global `victorops_api_url`, VictorOps's own."),
  routing_key: required(string("Key of the team for the incident. A template; an empty one is an error.")),
  message_type: template("Effect of an alert: `CRITICAL`, `WARNING` or `INFO`. Default `CRITICAL`."),
  entity_display_name: templateWithDefault("Title of the incident."),
  state_message: templateWithDefault("Description of the event."),
  monitoring_tool: templateWithDefault("Source of the incident."),
  custom_fields: map(
    "Further fields of the incident, by their names. Names that VictorOps has fields of its own for are refused.",
    template("A value."),
  ),
});

type VictorOpsConfig = z.output<typeof victorOpsConfig>;

export const victorops = receiverKind({
  description: "Incidents of VictorOps, now Splunk On-Call.",
  config: victorOpsConfig,
  keys: {
    ...httpConfigKey,
    ...secretOrFileFields("0.25", "api_key"),
    ...filledFields("api_url", "routing_key", "message_type", "entity_display_name", "state_message", "monitoring_tool"),
    ...givenFields("send_resolved"),
    custom_fields: from("custom_fields", ({ custom_fields }) => filledEntries(custom_fields, sortedByBytes)),
  },
  check: (config, path, context) => {
    checkRequired(config, ["routing_key"], path, context);
    checkCustomFields(config, `${path}.custom_fields`, context);
  },
});

function checkCustomFields({ custom_fields = {} }: VictorOpsConfig, path: string, { report }: Context): void {
  for (const name of reservedVictorOpsFields) {
    if (name in custom_fields) report.error(joinPath(path, name), "has a field of its own: give it there");
  }
}
