import type { z } from "zod";
import { filled } from "../../../config/keys";
import { blockField, filledFields, from, givenFields, type SourcedKeys, unlessEmpty } from "../../../config/sourced-keys";
import { map, object, string } from "../../../schema/fields";
import { sortedByBytes } from "../../../text/order";
import { secret, sendResolved, template, templateWithDefault } from "./common-fields";
import { httpConfig, httpConfigKey } from "./http-config";
import { receiverKind } from "./receiver";

const sigv4 = object("Sigv4Config", "Signing of requests to AWS. Missing settings come from the environment of Alertmanager's container.", {
  region: string("Region of AWS, `eu-west-1`."),
  profile: string("Profile in the credentials file of the container."),
  role_arn: string("Role that is assumed for the requests."),
  access_key: string("Id of the access key. It wins over `access_key_selector`."),
  access_key_selector: secret("Id of the access key"),
  secret_key_selector: secret("Secret of the access key"),
});

const snsConfig = object(
  "SnsConfig",
  "Sends messages by the Simple Notification Service of AWS. One of `topic_arn`, `target_arn` and `phone_number` is needed.",
  {
    send_resolved: sendResolved(true),
    http_config: httpConfig,
    api_url: template("Address of the API. Default: that of AWS for the region."),
    sigv4,
    topic_arn: template("Topic that messages go to."),
    target_arn: template("Endpoint of a mobile device that messages go to."),
    phone_number: template("Telephone number that messages go to, `+15551234567`."),
    subject: templateWithDefault("Subject of the message, for topics with mail addresses."),
    message: templateWithDefault("The message."),
    attributes: map("Attributes of the message, by their names.", template("An attribute's value.")),
  },
);

const sigv4Keys: SourcedKeys<z.output<typeof sigv4>> = {
  ...filledFields("region", "profile", "role_arn"),
  access_key: from(
    ({ access_key }) => (access_key ? "access_key" : "access_key_selector"),
    ({ access_key, access_key_selector }, answers, path) =>
      filled(access_key) ?? answers.filledValue(access_key_selector, `${path}.access_key_selector`),
  ),
  secret_key: from("secret_key_selector", ({ secret_key_selector }, answers, path) =>
    answers.filledValue(secret_key_selector, `${path}.secret_key_selector`),
  ),
};

const targets = ["target_arn", "topic_arn", "phone_number"] as const;

export const sns = receiverKind({
  description: "Messages by the Simple Notification Service of AWS.",
  config: snsConfig,
  keys: {
    ...httpConfigKey,
    ...givenFields("send_resolved"),
    ...filledFields("api_url", "topic_arn", "subject", "phone_number", "target_arn", "message"),
    attributes: from("attributes", ({ attributes = {} }) => unlessEmpty(sortedByBytes(attributes))),
    ...blockField("sigv4", sigv4Keys),
  },
  check: (config, path, { report }) => {
    if (!targets.some((target) => config[target])) report.error(path, "needs one of target_arn, topic_arn and phone_number");
  },
});
