import type { z } from "zod";
import { responderTypeProblem } from "../../../alertmanager/notifiers/incidents";
import {
  filledFields,
  from,
  givenFields,
  listField,
  type SourcedKeys,
  secretOrFileFields,
  unlessEmpty,
} from "../../../config/sourced-keys";
import type { Context } from "../../../context";
import { boolean, list, map, object, required, string } from "../../../schema/fields";
import { sortedByBytes } from "../../../text/order";
import { apiUrl, secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const responder = object("OpsGenieConfigResponder", "A responder of an alert. One of `id`, `name` and `username` is needed.", {
  id: template("Id of the responder."),
  name: template("Name of the responder."),
  username: template("User name of the responder."),
  type: required(
    string("Type of the responder: `team`, `teams` (several names, separated by commas), `user`, `escalation` or `schedule`. A template.", {
      minLength: 1,
      example: "team",
    }),
  ),
});

const opsGenieConfig = object("OpsGenieConfig", "Makes alerts of OpsGenie.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  api_key: secret("Key of the API. Default: the global `opsgenie_api_key`; one of the two is needed"),
  apiURL: apiUrl("Address of the API. Default: the global `opsgenie_api_url`, OpsGenie's own."),
  message: templateWithDefault("Title of the alert, at most 130 characters."),
  description: templateWithDefault("Description of the event."),
  source: templateWithDefault("Source of the alert."),
  details: map("Further facts, by their names.", template("A fact.")),
  responders: list("Responders of the alert.", responder),
  actions: template("Actions that are offered, separated by commas."),
  tags: template("Tags, separated by commas."),
  note: template("A note for the alert."),
  entity: template("Subject of the alert."),
  priority: template("Priority from `P1` to `P5`."),
  update_alerts: boolean("Changes message and description of an alert that is there already. Default false."),
});

type OpsGenieConfig = z.output<typeof opsGenieConfig>;

const responderKeys: SourcedKeys<z.output<typeof responder>> = { ...filledFields("name", "username", "id"), ...givenFields("type") };

export const opsgenie = receiverKind({
  description: "Alerts of OpsGenie.",
  config: opsGenieConfig,
  keys: {
    ...secretOrFileFields("0.25", "api_key"),
    ...filledFields("source", "message", "description", "tags", "note", "entity", "actions"),
    api_url: from("apiURL", ({ apiURL }) => unlessEmpty(apiURL)),
    ...filledFields("priority"),
    details: from("details", ({ details = {} }) => unlessEmpty(sortedByBytes(details))),
    ...givenFields("send_resolved"),
    ...filledFields("update_alerts"),
    ...listField("responders", responderKeys),
    ...httpConfigKey,
  },
  check: checkResponders,
});

function checkResponders({ responders = [] }: OpsGenieConfig, path: string, { values, report }: Context): void {
  responders.forEach(({ id, name, username, type }, index) => {
    const where = `${path}.responders[${index}]`;
    if (!id && !name && !username) report.error(where, "needs one of id, name and username");
    const problem = values.check(type, (text) => responderTypeProblem(String(text)));
    if (problem) report.error(`${where}.type`, problem);
  });
}
