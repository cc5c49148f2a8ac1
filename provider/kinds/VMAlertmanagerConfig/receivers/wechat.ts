import { filledFields, givenFields, secretOrFileFields } from "../../../config/sourced-keys";
import { knownWord, object, string } from "../../../schema/fields";
import { apiUrl, secret, sendResolved, templateWithDefault } from "./common-fields";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const weChatConfig = object("WeChatConfig", "Sends messages to WeChat Work.", {
  send_resolved: sendResolved(false),
  http_config: httpConfig,
  api_secret: secret("Secret of the API. Default: the global `wechat_api_secret`; one of the two is needed"),
  api_url: apiUrl("Address of the API. Default: the global `wechat_api_url`, WeChat's own."),
  corp_id: string("Id of the organisation. Default: the global `wechat_api_corp_id`; one of the two is needed."),
  agent_id: templateWithDefault("Id of the sending application."),
  to_user: templateWithDefault("Users that messages go to, separated by `|`."),
  to_party: templateWithDefault("Departments that messages go to, separated by `|`."),
  to_tag: templateWithDefault("Tags of the receiving users, separated by `|`."),
  message: templateWithDefault("The message."),
  message_type: knownWord("Form of the message: `text` or `markdown`. Default `text`.", ["text", "markdown"]),
});

export const wechat = receiverKind({
  description: "Messages to WeChat Work.",
  config: weChatConfig,
  keys: {
    ...httpConfigKey,
    ...secretOrFileFields("0.31", "api_secret"),
    ...filledFields("message", "message_type", "agent_id", "corp_id", "to_party", "to_tag", "to_user", "api_url"),
    ...givenFields("send_resolved"),
  },
});
