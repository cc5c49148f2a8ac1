import { all, anything, boolean, type Checker, fields, filled, list, mapOf, type Rule, text, word } from "../../config/checker";
import { parseDuration } from "../../text/duration";
import { isMap } from "../../text/tree";
import { joinPath } from "../../world/issues";

const texts = text();

/** A value with variables of the environment is known to vmalert alone. */
const duration: Rule = text((value) =>
  value.includes("%{") || parseDuration(value) !== undefined ? undefined : "is not a duration: expected one such as 30s or 1m",
);

/** Settings below the uppermost ones: vmalert overlooks those that it does not know. */
const knownOf =
  (keys: Readonly<Record<string, Rule>>): Rule =>
  (tree, path, checker: Checker) => {
    if (tree === null || tree === undefined) return;
    if (!isMap(tree)) return void fields({})(tree, path, checker);
    for (const [key, rule] of Object.entries(keys)) rule(tree[key], joinPath(path, key), checker);
  };

/** How vmalert connects to an Alertmanager. */
const client: Readonly<Record<string, Rule>> = {
  ...all("basic_auth authorization oauth2 tls_config", knownOf({})),
  ...all("bearer_token bearer_token_file", texts),
  headers: list(texts),
  follow_redirects: boolean,
};

const relabeling = all("relabel_configs alert_relabel_configs", list(anything));

/** The file that tells vmalert where alerts go to: https://docs.victoriametrics.com/victoriametrics/vmalert/#notifier-configuration-file */
export const notifierFile: Rule = fields({
  ...client,
  ...relabeling,
  scheme: word("", "http", "https"),
  path_prefix: texts,
  timeout: duration,
  static_configs: list(filled(knownOf({ ...client, ...relabeling, targets: list(filled(texts)) }))),
  consul_sd_configs: list(filled(knownOf({ ...client, ...relabeling, ...all("services tags", list(texts)), node_meta: mapOf(texts) }))),
  dns_sd_configs: list(filled(knownOf({ ...relabeling, names: list(texts) }))),
});
