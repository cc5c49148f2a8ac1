import {
  all,
  anything,
  atMostOneOf,
  boolean,
  every,
  fields,
  given,
  integer,
  mapOf,
  needs,
  needsOneOf,
  type Rule,
  word,
} from "../../config/checker";
import { type TreeMap, valueAt } from "../../config/keys";
import { sourceNames } from "../../config/sourced-keys";
import { isMap } from "../../text/tree";
import { joinPath } from "../../world/issues";
import { tlsConfig } from "../http";
import { goDuration, goDurationText, hostAndPort, urlOrTemplate } from "../texts";
import { byHTTP, common, fallback, type Notifier, texts } from "./notifier";

/** Headers of mails are told apart by their letters alone. */
const distinctHeaders: Rule = (tree, path, { error }) => {
  const names = isMap(tree) ? Object.keys(tree) : [];
  const lower = names.map((name) => name.toLowerCase());
  names.forEach((name, index) => {
    if (lower.indexOf(name.toLowerCase()) < index) error(joinPath(path, name), "is given twice: letter case does not count");
  });
};

/** Threading groups the mails of one alert by headers, which users cannot set then. */
const threads: Rule = (tree, path, { error }) => {
  if (valueAt(tree, ["threading", "enabled"]) !== true) return;
  if (valueAt(tree, ["threading", "thread_by_date"]) === undefined)
    error(`${path}.threading.thread_by_date`, "is required: expected none or daily");
  for (const name of Object.keys((valueAt(tree, ["headers"]) as TreeMap | undefined) ?? {})) {
    if (/^(references|in-reply-to)$/i.test(name)) error(joinPath(`${path}.headers`, name), "is set by threading: leave one of them out");
  }
};

export const email: Notifier = {
  releases: { "0.30": "threading", "0.31": "auth_secret_file force_implicit_tls" },
  config: fields(
    {
      ...common,
      ...all("to from hello auth_username auth_password auth_password_file auth_secret auth_secret_file auth_identity html text", texts),
      smarthost: hostAndPort,
      headers: every(mapOf(texts), distinctHeaders),
      ...all("require_tls force_implicit_tls", boolean),
      tls_config: tlsConfig,
      threading: fields({ enabled: boolean, thread_by_date: word("none", "daily") }),
    },
    needs("to"),
    threads,
  ),
  fallbacks: [fallback("smarthost", "smtp_smarthost"), fallback("from", "smtp_from")],
};

export const pushover: Notifier = {
  releases: { "0.26": "device token_file user_key_file", "0.27": "ttl", "0.29": "monospace" },
  config: fields(
    {
      ...byHTTP,
      ...all("user_key user_key_file token token_file title message url url_title device sound priority", texts),
      ...all("retry expire ttl", goDurationText),
      ...all("html monospace", boolean),
    },
    needsOneOf("user_key", "user_key_file"),
    atMostOneOf("user_key", "user_key_file"),
    needsOneOf("token", "token_file"),
    atMostOneOf("token", "token_file"),
    (tree, path, { error }) => {
      if (isMap(tree) && tree.html === true && tree.monospace === true)
        error(joinPath(path, "monospace"), "is given next to html: leave one of them out");
    },
  ),
};

const targets = ["target_arn", "topic_arn", "phone_number"] as const;

export const sns: Notifier = {
  releases: { "0.33": "use_aws_http_client" },
  config: fields(
    {
      ...byHTTP,
      ...all("api_url topic_arn phone_number target_arn subject message", texts),
      sigv4: fields(
        { ...all("region access_key secret_key profile role_arn external_id service_name", texts), use_fips_sts_endpoint: boolean },
        (tree, path, checker) => {
          const keys = ["access_key", "secret_key"];
          const [id, secret] = keys.map((key) => given(tree, key, checker) !== undefined);
          if (id !== secret) checker.error(path, `needs ${sourceNames(tree, keys).join(" and ")}, or neither`);
        },
      ),
      attributes: mapOf(texts),
      use_aws_http_client: boolean,
    },
    needsOneOf(...targets),
    atMostOneOf(...targets),
  ),
};

export const webhook: Notifier = {
  releases: { "0.26": "url_file", "0.28": "timeout", "0.32": "payload" },
  config: fields(
    { ...byHTTP, url: urlOrTemplate, url_file: texts, max_alerts: integer(0), timeout: goDuration, payload: anything },
    needsOneOf("url", "url_file"),
    atMostOneOf("url", "url_file"),
  ),
};
