import { filled, type Keys, type TreeMap, written } from "../../config/keys";
import { sortedByBytes } from "../../text/order";
import type { Tree } from "../../text/tree";
import type { Group } from "./selected-groups";

type Rule = Group["rules"][number];

const sortedMap = (map: Readonly<Record<string, Tree>> = {}): Tree => filled(sortedByBytes(map));
const nonzero = (limit: Tree): Tree => (limit === 0 ? undefined : limit);

/** The keys of a rule in vmalert's files. */
const ruleKeys: Keys<[rule: Rule]> = {
  record: ({ record }) => filled(record),
  alert: ({ alert }) => filled(alert),
  expr: ({ expr = "" }) => expr,
  debug: ({ debug }) => debug,
  for: (rule) => filled(rule.for),
  keep_firing_for: ({ keep_firing_for }) => filled(keep_firing_for),
  labels: ({ labels }) => sortedMap(labels),
  annotations: ({ annotations }) => sortedMap(annotations),
  update_entries_limit: ({ update_entries_limit }) => update_entries_limit,
};

/** The keys of a group in vmalert's files. */
const groupKeys: Keys<[group: Group]> = {
  name: ({ name }) => name,
  interval: ({ interval }) => filled(interval),
  rules: ({ rules }) => rules.map((rule) => written(ruleKeys, rule)),
  limit: ({ limit }) => nonzero(limit),
  eval_offset: ({ eval_offset }) => filled(eval_offset),
  eval_delay: ({ eval_delay }) => filled(eval_delay),
  eval_alignment: ({ eval_alignment }) => eval_alignment,
  concurrency: ({ concurrency }) => nonzero(concurrency),
  labels: ({ labels }) => sortedMap(labels),
  tenant: ({ tenant }) => filled(tenant),
  params: ({ params }) => sortedMap(params),
  type: ({ type }) => filled(type),
  headers: ({ headers }) => filled(headers),
  notifier_headers: ({ notifier_headers }) => filled(notifier_headers),
};

/** A group as vmalert's files have it. */
export const printedGroup = (group: Group): TreeMap => written(groupKeys, group);
