import { checkConfiguration } from "../../../alertmanager/configuration";
import { isMap } from "../../../alertmanager/rules";
import { type Context, secretValue } from "../../../context";
import type { TreeMap } from "../../../scraping/keys";
import { parseYaml } from "../../../text/parse-yaml";
import type { Opened } from "../../../values/values";
import type { Alertmanager } from "../alertmanager";

/** The configuration that everything else is added to. */
export interface Base {
  /** As it was given; empty if it was not. */
  readonly text: string;
  /** The field that gives it. */
  readonly path: string;
  /** What stands before the place in it, in messages. */
  readonly where: string;
}

/** The base configuration: that of a Secret, else that of the spec. */
export function baseOf({ workload: { spec, namespace } }: Alertmanager, context: Context): Base {
  const { configSecret, configRawYaml = "" } = spec;
  if (!configSecret) return { text: configRawYaml, path: "spec.configRawYaml", where: "" };
  const path = "spec.configSecret";
  const text = secretValue(context, namespace, { name: configSecret, key: secretKey }, path);
  return { text, path, where: `${secretKey} of Secret ${namespace}/${configSecret}: ` };
}

const secretKey = "alertmanager.yaml";

/** The data of a base configuration, undefined while it is not known. One that cannot be read is reported, and counts as empty. */
export function openedBase({ text, path, where }: Base, { values, report }: Context): TreeMap | undefined {
  if (values.isEmpty(text)) return {};
  const opened = values.open(text, parseMap);
  if (!opened) return undefined;
  if ("data" in opened) return opened.data;
  report.error(path, `${where}${opened.problem}`);
  return {};
}

function parseMap(text: string): Opened<TreeMap> {
  const parsed = parseYaml(text);
  if ("problem" in parsed) return parsed;
  const tree = parsed.data ?? {};
  return isMap(tree) ? { data: tree } : { problem: "is not a configuration of Alertmanager: expected a map with the key route" };
}

/** Reports what Alertmanager would refuse of a base configuration. */
export function checkBase(base: Base, context: Context): void {
  const { values, report } = context;
  if (values.isEmpty(base.text)) return;
  const tree = openedBase(base, context);
  if (!tree || report.hasErrors) return;
  checkConfiguration(tree, { values, error: (place, message) => report.error(base.path, `${base.where}${place}: ${message}`) });
}
