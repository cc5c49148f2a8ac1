import { checkDistinctNames, namesOf } from "../../alertmanager/names";
import { checkReceivers } from "../../alertmanager/receivers";
import { checkReferences, inhibitRules, route } from "../../alertmanager/routes";
import { checkerOf } from "../../alertmanager/rules";
import { timeIntervals } from "../../alertmanager/time-intervals";
import type { Context } from "../../context";
import { isGiven, type TreeMap, valueAt } from "../../scraping/keys";
import type { Tree } from "../../text/yaml";
import { withEntries } from "./fragment";
import type { VMAlertmanagerConfigSpec } from "./schema";

/**
 * Reports what Alertmanager itself would refuse, and with it all of its configuration. `receivers` are those of the resource in Alertmanager's
 * terms, `global` is the global section beside them, where it is known.
 */
export function checkStrictly(
  spec: VMAlertmanagerConfigSpec,
  receivers: readonly TreeMap[],
  global: TreeMap | undefined,
  context: Context,
): void {
  const checker = checkerOf(context);
  checkReceivers(receivers, "spec.receivers", global, {
    ...checker,
    error: (path, message) => checker.error(fieldPath(path, spec), message),
  });
  const own = spec as { readonly [key: string]: Tree };
  checkDistinctNames(own.receivers, "spec.receivers", checker);
  route(own.route, "spec.route", checker);
  inhibitRules(own.inhibit_rules, "spec.inhibit_rules", checker);
  timeIntervals(own.time_intervals, "spec.time_intervals", checker);
  const names = { receivers: namesOf(own.receivers, checker), timeIntervals: namesOf(withEntries(spec.time_intervals) as Tree, checker) };
  checkReferences(own.route, names, "spec.route", checker);
}

/** Settings of Alertmanager whose fields in the resource have other names. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/(\.http_config)\.proxy_url$/, "$1.proxyURL"],
  [/(\.http_config)\.no_proxy$/, "$1.noProxy"],
  [/(\.http_config)\.proxy_connect_header/, "$1.proxyConnectHeader"],
  [/(\.tls_config)\.(ca|cert|key)_file$/, "$1.$2File"],
  [/(\.authorization)\.credentials_file$/, "$1.credentialsFile"],
  [/(\.opsgenie_configs\[\d+\])\.api_url$/, "$1.apiURL"],
  [/(\.pagerduty_configs\[\d+\]\.images\[\d+\])\.src$/, "$1.source"],
  [/(\.jira_configs\[\d+\])\.fields/, "$1.custom_fields"],
  [/(\.mattermost_configs\[\d+\])\.webhook_url$/, "$1.url"],
];

/** The field of the resource that a setting of Alertmanager comes from: an address may come from the field beside it, a Secret. */
function fieldPath(path: string, spec: VMAlertmanagerConfigSpec): string {
  const field = otherNames.reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), path);
  const secretField = `${field}_secret`;
  const keys = secretField.replace(/^spec\./, "").match(/[^.[\]]+/g) ?? [];
  return isGiven(valueAt(spec, keys)) ? secretField : field;
}
