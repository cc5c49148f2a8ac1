import { filled } from "../../../config/keys";
import { filledFields, from, givenFields, secretOrFileFields } from "../../../config/sourced-keys";
import { integer, object, string } from "../../../schema/fields";
import { apiUrl, secret, sendResolved } from "./common-fields";
import { checkAtMostOneOf } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const incidentIOConfig = object("IncidentIOConfig", "Makes alerts of incident.io. For Alertmanager 0.29 and later.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  url: apiUrl("Address of the alert source. Not together with `url_file`; one of the two is needed."),
  url_file: string("Path of a file with the address, as Alertmanager's container sees it."),
  alert_source_token: secret("Token of the alert source. Not together with `alert_source_token_file` or `http_config.authorization`"),
  alert_source_token_file: string("Path of a file with the token, as Alertmanager's container sees it."),
  max_alerts: integer("Most alerts in one message; further ones are left out. Default 0: no limit."),
  timeout: string("Time limit of a request, `10s`. Default: no limit of its own.", { example: "10s" }),
});

const tokenKeys = secretOrFileFields("0.29", "alert_source_token");

export const incidentio = receiverKind({
  description: "Alerts of incident.io.",
  config: incidentIOConfig,
  keys: {
    ...httpConfigKey,
    ...tokenKeys,
    alert_source_token_file: from(
      ({ alert_source_token_file }) => (alert_source_token_file ? "alert_source_token_file" : "alert_source_token"),
      (config, answers, path) => filled(config.alert_source_token_file) ?? tokenKeys.alert_source_token_file(config, answers, path),
    ),
    ...givenFields("send_resolved"),
    ...filledFields("url", "url_file", "timeout", "max_alerts"),
  },
  files: [["alert_source_token_file"]],
  check: (config, path, { report }) => {
    checkAtMostOneOf(config, ["url", "url_file"], path, report);
    checkAtMostOneOf(config, ["alert_source_token", "alert_source_token_file"], path, report);
  },
});
