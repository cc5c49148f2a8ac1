import {
  all,
  anything,
  atMostOneOf,
  boolean,
  every,
  fields,
  given,
  integer,
  list,
  mapOf,
  needs,
  needsOneOf,
  type Rule,
  text,
  word,
} from "../../config/checker";
import { valueAt } from "../../config/keys";
import { sourceName } from "../../config/sourced-keys";
import { isMap } from "../../text/tree";
import { joinPath } from "../../world/issues";
import { duration, goDuration, url } from "../texts";
import { byHTTP, fallback, type Notifier, texts } from "./notifier";

const incidentioToken: Rule = (tree, path, checker) => {
  const hasToken = ["alert_source_token", "alert_source_token_file"].some((key) => given(tree, key, checker) !== undefined);
  const connection = given(tree, "http_config", checker);
  const hasAuthorization = valueAt(connection, ["authorization"]) !== undefined;
  if (hasToken && hasAuthorization)
    checker.error(path, `has a token next to http_config.${sourceName(connection, "authorization")}: leave one of them out`);
  if (!hasToken && connection !== undefined && !hasAuthorization)
    checker.error(path, "needs alert_source_token, alert_source_token_file or http_config.authorization");
};

export const incidentio: Notifier = {
  since: "0.29",
  config: fields(
    { ...byHTTP, url, ...all("url_file alert_source_token alert_source_token_file", texts), max_alerts: integer(0), timeout: goDuration },
    needsOneOf("url", "url_file"),
    atMostOneOf("url", "url_file"),
    atMostOneOf("alert_source_token", "alert_source_token_file"),
    incidentioToken,
  ),
};

/** Text, or text and whether it is written again when the issue changes. */
const jiraText: Rule = (tree, path, checker) =>
  (isMap(tree) ? fields({ template: texts, enable_update: boolean }) : texts)(tree, path, checker);

export const jira: Notifier = {
  since: "0.28",
  releases: { "0.29": "api_type" },
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

/** The problem of the type of an OpsGenie responder. */
export const responderTypeProblem = (type: string): string | undefined =>
  type.includes("{{") || /^(team|teams|user|escalation|schedule)$/i.test(type)
    ? undefined
    : "expected team, teams, user, escalation, schedule or a template";

export const opsgenie: Notifier = {
  config: fields(
    {
      ...byHTTP,
      api_url: url,
      ...all("api_key api_key_file message description source entity actions tags note priority", texts),
      details: mapOf(texts),
      responders: list(
        fields(
          { ...all("id name username", texts), type: text(responderTypeProblem) },
          needs("type"),
          needsOneOf("id", "name", "username"),
        ),
      ),
      update_alerts: boolean,
    },
    atMostOneOf("api_key", "api_key_file"),
  ),
  fallbacks: [fallback("api_key api_key_file", "opsgenie_api_key opsgenie_api_key_file")],
};

export const pagerduty: Notifier = {
  releases: { "0.30": "timeout" },
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

/** Names of the fixed fields of VictorOps incidents. */
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

export const victorops: Notifier = {
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
