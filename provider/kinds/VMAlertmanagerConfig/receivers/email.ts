import type { z } from "zod";
import { tlsKeys } from "../../../config/authentication";
import { filled } from "../../../config/keys";
import { blockField, filledFields, from, givenFields, secretOrFileFields } from "../../../config/sourced-keys";
import type { Context } from "../../../context";
import { tlsConfig } from "../../../schema/endpoint-auth";
import { boolean, described, map, object, string } from "../../../schema/fields";
import { hostAndPortProblem } from "../../../text/host-and-port";
import { sortedByBytes } from "../../../text/order";
import { joinPath } from "../../../world/issues";
import { secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { checkRequired, checkTLS } from "./field-checks";
import { tlsFiles } from "./http-config";
import { receiverKind } from "./receiver";

const emailConfig = object(
  "EmailConfig",
  "Sends mail by SMTP. Missing settings come from the global section of the Alertmanager's base configuration.",
  {
    send_resolved: sendResolved(false),
    to: template("Addresses that mail goes to, separated by commas. Required."),
    from: template("Address of the sender. Default: the global `smtp_from`; one of the two is needed."),
    hello: string("Host name of Alertmanager in its greeting. Default: the global one, `localhost`."),
    smarthost: string(
      "Host and port of the mail server, `smtp.example.com:587`. Default: the global `smtp_smarthost`; one of the two is needed.",
      {
        example: "smtp.example.com:587",
      },
    ),
    auth_username: string("User name for the server."),
    auth_password: secret("Password for the server, for the ways LOGIN and PLAIN"),
    auth_secret: secret("Secret for the server, for the way CRAM-MD5"),
    auth_identity: string("Identity for the mechanism PLAIN. Default: the user name."),
    headers: map(
      "Further headers of each mail, such as `Subject`, by their names; letter case does not count.",
      template("A header's value."),
    ),
    html: templateWithDefault("Body of the mail as HTML."),
    text: template("Body of the mail as plain text. Default: none."),
    require_tls: boolean("Sends nothing without TLS (STARTTLS). Default: the global one, true."),
    tls_config: described("TLS of the connection. Of each part either a file or a reference, not both.", tlsConfig),
  },
);

type EmailConfig = z.output<typeof emailConfig>;

export const email = receiverKind({
  description: "Mail.",
  config: emailConfig,
  keys: {
    ...givenFields("require_tls"),
    ...blockField("tls_config", tlsKeys),
    ...secretOrFileFields("0.25", "auth_password"),
    ...secretOrFileFields("0.31", "auth_secret"),
    headers: from("headers", ({ headers = {} }) => filled(sortedByBytes(headers))),
    ...filledFields("from", "text", "to", "html", "auth_identity", "auth_username", "hello", "smarthost"),
    ...givenFields("send_resolved"),
  },
  files: tlsFiles,
  check: (config, path, context) => {
    checkRequired(config, ["to"], path, context);
    checkTLS(config.tls_config, `${path}.tls_config`, context.report);
    checkHeaders(config, `${path}.headers`, context);
    const problem = config.smarthost && context.values.check(config.smarthost, (text) => hostAndPortProblem(String(text)));
    if (problem) context.report.error(`${path}.smarthost`, problem);
  },
});

function checkHeaders({ headers = {} }: EmailConfig, path: string, { report }: Context): void {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  Object.keys(headers).forEach((name, index) => {
    if (names.indexOf(name.toLowerCase()) < index) report.error(joinPath(path, name), "is given twice: letter case does not count");
  });
}
