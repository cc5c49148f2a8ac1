import { filledFields, from, givenFields, unlessEmpty } from "../../../config/sourced-keys";
import { any, list, map, object, required, string } from "../../../schema/fields";
import { sortedByBytes } from "../../../text/order";
import type { Tree } from "../../../text/tree";
import { apiUrl, sendResolved, template, templateWithDefault, wholeDuration } from "./common-fields";
import { checkRequired } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const jiraConfig = object("JiraConfig", "Makes issues of Jira. For Alertmanager 0.28 and later.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  api_url: apiUrl(
    "Address of the API, `https://example.atlassian.net/rest/api/2/`. Default: the global `jira_api_url`; one of the two is needed.",
  ),
  project: required(string("Key of the project that issues are made in. An empty one is an error.", { example: "OPS" })),
  issue_type: required(string("Type of the issues, `Task`. An empty one is an error.", { example: "Task" })),
  summary: templateWithDefault("Title of the issue."),
  description: templateWithDefault("Description of the event."),
  labels: list("Labels of the issue.", template("A label.")),
  priority: templateWithDefault("Priority of the issue."),
  reopen_transition: string("Transition that opens an issue again. Default: none, so a new issue is made."),
  resolve_transition: string("Transition that closes an issue when its alerts are over. Default: none, so it stays as it is."),
  wont_fix_resolution: string("Issues with this resolution are not reopened."),
  reopen_duration: wholeDuration("How long after it was closed an issue is opened again rather than a new one made. Default: no limit."),
  custom_fields: map(
    "Further fields of the issue, by their names in Jira's API: texts, numbers, lists or objects.",
    any<Tree>("A field's value."),
  ),
});

export const jira = receiverKind({
  description: "Issues of Jira.",
  config: jiraConfig,
  keys: {
    ...httpConfigKey,
    ...givenFields("send_resolved"),
    ...filledFields("api_url", "project", "issue_type", "description", "priority", "summary", "reopen_transition"),
    ...filledFields("resolve_transition", "wont_fix_resolution", "reopen_duration", "labels"),
    fields: from("custom_fields", ({ custom_fields = {} }) => unlessEmpty(sortedByBytes(custom_fields))),
  },
  check: (config, path, context) => checkRequired(config, ["project", "issue_type"], path, context),
});
