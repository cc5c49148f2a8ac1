import { checkerOf } from "../../alertmanager/checker";
import { checkDistinctNames, namesOf } from "../../alertmanager/names";
import { checkReceivers } from "../../alertmanager/receivers";
import type { Version } from "../../alertmanager/release";
import { checkReferences, inhibitRules, route } from "../../alertmanager/routes";
import { timeIntervals } from "../../alertmanager/time-intervals";
import { isGiven, type TreeMap, valueAt } from "../../config/keys";
import type { Context } from "../../context";
import type { Tree } from "../../text/tree";
import { withEntries } from "./fragment";
import { receiverKinds } from "./receivers";
import { httpNames } from "./receivers/http-config";
import type { FieldNames } from "./receivers/receiver";
import type { VMAlertmanagerConfigSpec } from "./schema";

/**
 * Reports settings that make Alertmanager refuse its whole configuration. `receivers` are those of the resource in Alertmanager's terms, `global` is
 * the global section beside them, where it is known, and `version` is the release of Alertmanager.
 */
export function checkStrictly(
  spec: VMAlertmanagerConfigSpec,
  receivers: readonly TreeMap[],
  global: TreeMap | undefined,
  context: Context,
  version?: Version,
): void {
  const checker = { ...checkerOf(context), version };
  checkReceivers(receivers, "spec.receivers", global, {
    ...checker,
    error: (path, message) => checker.error(fieldPath(path, spec), inFieldNames(message, path, spec)),
  });
  const own = spec as { readonly [key: string]: Tree };
  checkDistinctNames(own.receivers, "spec.receivers", checker);
  route(own.route, "spec.route", checker);
  inhibitRules(own.inhibit_rules, "spec.inhibit_rules", checker);
  timeIntervals(own.time_intervals, "spec.time_intervals", checker);
  const names = { receivers: namesOf(own.receivers, checker), timeIntervals: namesOf(withEntries(spec.time_intervals) as Tree, checker) };
  checkReferences(own.route, names, "spec.route", checker);
}

/** The source field of a setting of Alertmanager: an address may come from the field beside it, a Secret. */
function fieldPath(path: string, spec: VMAlertmanagerConfigSpec): string {
  const field = tokenPath(inFields(path), spec);
  return isFieldGiven(`${field}_secret`, spec) ? `${field}_secret` : field;
}

const namesOfKinds = new Map(receiverKinds.map(({ field, names }): [string, FieldNames] => [field, { ...httpNames, ...names }]));

/** A path with the names of fields instead of those of settings, by the kinds of receivers. */
function inFields(path: string): string {
  let names: FieldNames | undefined;
  const steps = path.split(/(?=[.[])/).map((step) => {
    if (!step.startsWith(".")) return step;
    const key = step.slice(1);
    const found = names && Object.hasOwn(names, key) ? names[key] : namesOfKinds.get(key);
    names = typeof found === "string" ? undefined : found;
    return typeof found === "string" ? `.${found}` : step;
  });
  return steps.join("");
}

/** The source of an `authorization` of Alertmanager without one in the resource: the fields with a bearer token, by their keys. */
const tokens: Readonly<Record<string, string>> = { credentials: "bearer_token_secret", credentialsFile: "bearer_token_file" };

function tokenPath(field: string, spec: VMAlertmanagerConfigSpec): string {
  const [, block, key] = /^(.*\.http_config)\.authorization(?:\.(credentials|credentialsFile))?$/.exec(field) ?? [];
  if (block === undefined || isFieldGiven(`${block}.authorization`, spec)) return field;
  const given = Object.keys(tokens).filter((name) => isFieldGiven(`${block}.${tokens[name]}`, spec));
  const token = tokens[given.find((name) => name === key) ?? given[0] ?? ""];
  return token ? `${block}.${token}` : field;
}

function isFieldGiven(field: string, spec: VMAlertmanagerConfigSpec): boolean {
  const keys = field.replace(/^spec\./, "").match(/[^.[\]]+/g) ?? [];
  return isGiven(valueAt(spec, keys));
}

/** A message about a setting, with the names of fields instead of those of settings in the same block. */
function inFieldNames(message: string, path: string, spec: VMAlertmanagerConfigSpec): string {
  const blocks = [path, path.replace(/\.[^.]*$/, "")];
  const nameOf = (setting: string, block: string): string => fieldPath(`${block}.${setting}`, spec).replace(/^.*\./, "");
  return message.replace(/[a-z]+(_[a-z]+)*/g, (word) => blocks.map((block) => nameOf(word, block)).find((name) => name !== word) ?? word);
}
