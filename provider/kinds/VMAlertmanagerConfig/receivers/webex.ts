import { filledFields, givenFields } from "../../../config/sourced-keys";
import { described, object, required, string } from "../../../schema/fields";
import { apiUrl, sendResolved, templateWithDefault } from "./common-fields";
import { checkRequired } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const webexConfig = object("WebexConfig", "Sends messages to a room of Webex.", {
  send_resolved: sendResolved(true),
  http_config: described("How Alertmanager connects to Webex. `authorization` with the bot's token is needed.", httpConfig),
  api_url: apiUrl("Address of the API. Default: the global `webex_api_url`, Webex's own."),
  room_id: required(string("Id of the room that messages go to. An empty one is an error.")),
  message: templateWithDefault("The message."),
});

export const webex = receiverKind({
  description: "Messages to Webex.",
  config: webexConfig,
  keys: { ...httpConfigKey, ...givenFields("send_resolved"), ...filledFields("api_url", "room_id", "message") },
  check: (config, path, context) => {
    checkRequired(config, ["room_id"], path, context);
    if (!config.http_config?.authorization)
      context.report.error(`${path}.http_config.authorization`, "is required: it holds the token of the bot");
  },
});
