import { filledFields, givenFields, secretOrFileFields } from "../../../config/sourced-keys";
import { boolean, integer, knownWord, object, required } from "../../../schema/fields";
import { apiUrl, secret, sendResolved, templateWithDefault } from "./common-fields";
import { checkRequired } from "./field-checks";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const parseModes: readonly unknown[] = ["", "Markdown", "MarkdownV2", "HTML"];

const telegramConfig = object("TelegramConfig", "Sends messages to Telegram.", {
  send_resolved: sendResolved(true),
  http_config: httpConfig,
  bot_token: required(secret("Token of the sending bot")),
  chat_id: required(
    integer("Id of the chat that messages go to; that of a group is negative. 0 is an error.", { example: -1001234567890 }),
  ),
  message_thread_id: integer("Id of a topic of the chat. Default: none."),
  api_url: apiUrl("Address of the API. Default: the global `telegram_api_url`, Telegram's own."),
  message: templateWithDefault("The message."),
  parse_mode: knownWord(
    "How the message is marked up: `MarkdownV2`, `Markdown`, `HTML`, or not at all, which is empty text. Default `HTML`.",
    ["MarkdownV2", "Markdown", "HTML"],
    { spellings: [""], example: "HTML" },
  ),
  disable_notifications: boolean("Sends messages without sound. Default false."),
});

export const telegram = receiverKind({
  description: "Messages to Telegram.",
  config: telegramConfig,
  keys: {
    ...httpConfigKey,
    ...secretOrFileFields("0.26", "bot_token"),
    ...givenFields("send_resolved", "disable_notifications"),
    ...filledFields("chat_id", "message_thread_id", "api_url", "message", "parse_mode"),
  },
  check: (config, path, context) => {
    checkRequired(config, ["bot_token"], path, context);
    if (config.chat_id === 0) context.report.error(`${path}.chat_id`, "cannot be 0: expected the id of a chat");
    if (context.values.check(config.parse_mode ?? "", (mode) => parseModes.includes(mode)) === false)
      context.report.error(`${path}.parse_mode`, "expected Markdown, MarkdownV2, HTML or empty text");
  },
});
