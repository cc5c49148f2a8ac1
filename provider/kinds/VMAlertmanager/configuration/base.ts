import { checkerOf } from "../../../alertmanager/alertmanager-checker";
import { checkConfiguration } from "../../../alertmanager/configuration-check";
import type { TreeMap } from "../../../config/keys";
import { parseYaml } from "../../../config/parse-yaml";
import { type Context, secretValue } from "../../../context";
import type { Version } from "../../../text/release";
import { isMap } from "../../../text/tree";
import type { Opened, Values } from "../../../values/values";
import type { Alertmanager } from "../model";
import { withRootRoute } from "./merge";

/** The configuration that everything else is added to. */
export interface Base {
  /** As it was given; empty if it was not. */
  readonly text: string;
  /** The field that gives it. */
  readonly path: string;
  /** The text before the place in it, in messages. */
  readonly where: string;
  /** The release of Alertmanager that reads it, if it is known. */
  readonly version?: Version;
}

/** The base configuration of the spec. */
export const rawBase = ({ workload: { spec }, version }: Alertmanager): Base => ({
  text: spec.configRawYaml ?? "",
  path: "spec.configRawYaml",
  where: "",
  version,
});

/** The base configuration: that of a Secret, else that of the spec. `additions` names what is added to it. */
export function baseOf(alertmanager: Alertmanager, additions: readonly string[], context: Context): Base {
  const { spec, namespace } = alertmanager.workload;
  const { configSecret } = spec;
  if (!configSecret) return rawBase(alertmanager);
  const reason = `Alertmanager reads one file, and this one has additions (${additions.join(", ")})`;
  return secretBase(alertmanager, secretValue(context, namespace, { name: configSecret, key: secretKey }, path, reason));
}

const path = "spec.configSecret";

const secretBase = ({ workload: { spec, namespace }, version }: Alertmanager, text: string): Base => ({
  text,
  path,
  where: `${secretKey} of Secret ${namespace}/${spec.configSecret}: `,
  version,
});

/** A base that is the whole configuration and stays in its own Secret. */
export interface WholeBase {
  readonly secret: { readonly secretName: string; readonly key: string };
  /** Undefined where the Secret is not given. */
  readonly base?: Base;
}

/** The base in a Secret where references are mounted and nothing is added to it. */
export function wholeBase(alertmanager: Alertmanager, additions: readonly string[], context: Context): WholeBase | undefined {
  const { world, defaults } = context;
  const { spec, namespace } = alertmanager.workload;
  if (defaults.references !== "mount" || !spec.configSecret || additions.length > 0) return undefined;
  const found = world.secretKey(namespace, spec.configSecret, secretKey);
  return {
    secret: { secretName: spec.configSecret, key: secretKey },
    ...("value" in found && { base: secretBase(alertmanager, found.value) }),
  };
}

const secretKey = "alertmanager.yaml";

/** The data of a base configuration, undefined while it is not known. One that cannot be read is reported, and counts as empty. */
export function openedBase(base: Base, context: Context): TreeMap | undefined {
  const opened = open(base, context);
  if (!opened || "data" in opened) return opened?.data;
  context.report.error(base.path, `${base.where}${opened.problem}`);
  return {};
}

/** The data of a base configuration for readers, undefined where it cannot be read. */
export function readBase(base: Base, context: Context): TreeMap | undefined {
  const opened = open(base, context);
  return opened && "data" in opened ? opened.data : undefined;
}

/** Reports parts of a base configuration that Alertmanager would refuse. A route may be missing in it, since selected resources bring one along. */
export function checkBase(base: Base, context: Context): void {
  const { values } = context;
  const opened = values.isEmpty(base.text) ? undefined : open(base, context);
  if (!opened) return;
  const error = errorOf(base, context);
  if ("problem" in opened) error(opened.problem);
  else {
    const inText = (place: string, message: string): void => error(`${place}: ${message}`);
    checkConfiguration(withoutNothing(opened.data, values), { ...checkerOf(context), version: base.version, error: inText });
  }
}

/** Nothing where a route should be is as good as none. */
const withoutNothing = (tree: TreeMap, values: Values): TreeMap =>
  tree.route === undefined || tree.route === null ? withRootRoute(tree, values) : tree;

/** Reports a base configuration without a route where nothing is added to it. */
export function checkRoute(base: Base, context: Context): void {
  const { values } = context;
  const tree = values.isEmpty(base.text) ? undefined : readBase(base, context);
  if (tree && (tree.route === undefined || tree.route === null)) errorOf(base, context)("route: is required");
}

const errorOf =
  ({ path, where }: Base, { report }: Context) =>
  (message: string): void =>
    report.error(path, `${where}${message}`);

const open = ({ text }: Base, { values }: Context): Opened<TreeMap> | undefined => values.open(text, parseMap);

/** An empty text is an empty map. */
function parseMap(text: string): Opened<TreeMap> {
  const parsed = parseYaml(text);
  if ("problem" in parsed) return parsed;
  const tree = parsed.data ?? {};
  return isMap(tree) ? { data: tree } : { problem: "is not a configuration of Alertmanager: expected a map with the key route" };
}
