import { filledFields, givenFields, secretOrFileFields } from "../../../config/sourced-keys";
import { boolean, object, string } from "../../../schema/fields";
import { secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { checkRequired } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const pushoverConfig = object("PushoverConfig", "Sends messages to telephones by Pushover. Both keys are needed.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  user_key: secret("Key of the user or group that messages go to"),
  token: secret("Token of the sending application"),
  title: templateWithDefault("Title of the message."),
  message: templateWithDefault("The message."),
  url: templateWithDefault("Address that the message leads to."),
  url_title: template("Text in place of that address."),
  sound: template("Sound of the notification. Default: the user's own."),
  priority: template("Priority from -2 to 2. Default 2 for alerts that fire, 0 for those that are over."),
  retry: string("Interval of repetitions of a message of priority 2 until its confirmation, at least `30s`. Default `1m`.", {
    example: "1m",
  }),
  expire: string("Time limit of the repetitions without a confirmation. Default `1h`.", { example: "1h" }),
  html: boolean("Whether the message is HTML. Default false."),
});

export const pushover = receiverKind({
  description: "Messages to telephones by Pushover.",
  config: pushoverConfig,
  keys: {
    ...httpConfigKey,
    ...secretOrFileFields("0.26", "user_key", "token"),
    ...filledFields("url", "sound", "priority", "message", "expire", "retry", "title", "url_title", "html"),
    ...givenFields("send_resolved"),
  },
  check: (config, path, context) => checkRequired(config, ["user_key", "token"], path, context),
});
