import { assetsFor, type TLSAssets } from "../../../config/assets";
import type { TreeMap } from "../../../config/keys";
import { References } from "../../../config/references";
import { printYaml } from "../../../config/yaml";
import type { Context } from "../../../context";
import type { GeneratedFile, GeneratedPart } from "../../../derived";
import { isMap, type Tree } from "../../../text/tree";
import type { Values } from "../../../values/values";
import type { Fragment } from "../../VMAlertmanagerConfig/fragment";
import { configurationFile, filesFolder, gossipFile, webFile } from "../file-places";
import { writtenGossip } from "../gossip";
import type { Alertmanager } from "../model";
import { writtenTracing } from "../tracing";
import { writtenWeb } from "../web";
import { baseOf, checkBase, checkRoute, openedBase, readBase } from "./base";
import { merged } from "./merge";
import { fragments, selectedConfigs } from "./selected-configs";

/** All that Alertmanager reads. */
export interface Configuration {
  /** Generated files by their names. */
  readonly files: Readonly<Record<string, GeneratedFile>>;
  /** Files that the generated ones refer to. */
  readonly assets: TLSAssets;
}

export function configuration(alertmanager: Alertmanager, context: Context): Configuration {
  const { spec, namespace } = alertmanager.workload;
  const assets = assetsFor(filesFolder, namespace, context.defaults);
  const references = new References(context, namespace, assets);
  return {
    files: {
      [configurationFile]: mainFile(alertmanager, references, assets, context),
      ...(spec.webConfig && { [webFile]: printed(writtenWeb(spec.webConfig, references), context.values) }),
      ...(spec.gossipConfig && { [gossipFile]: printed(writtenGossip(spec.gossipConfig, references), context.values) }),
    },
    assets,
  };
}

/** The default configuration, which sends no notifications. */
const builtIn = `
global:
  resolve_timeout: 5m
route:
  receiver: 'blackhole'
receivers:
- name: blackhole
`;

/** The main file: the unchanged base, or the base with all additions. */
function mainFile(alertmanager: Alertmanager, references: References, assets: TLSAssets, context: Context): GeneratedFile {
  const { spec } = alertmanager.workload;
  const { values } = context;
  const base = baseOf(alertmanager, context);
  if (spec.configSecret) checkBase(base, context);
  const resources = selectedConfigs(alertmanager, context);
  const { templates = [], tracingConfig } = spec;
  if (resources.length === 0 && templates.length === 0 && !tracingConfig) {
    checkRoute(base, context);
    const given = values.isEmpty(base.text) ? { ...base, text: builtIn } : base;
    return { text: given.text, ...inParts(readBase(given, context), values) };
  }
  const tree = openedBase(base, context);
  const added = fragments(resources, tree, alertmanager, assets, context);
  const additions = {
    fragments: added,
    templates,
    ...(tracingConfig && { tracing: writtenTracing(tracingConfig, references, context) }),
  };
  // While the base is not known, the whole file is not known.
  return tree ? printed(merged(tree, additions, values), values, ownersOf(added)) : { text: base.text };
}

/** The additions of each resource, with the resource's key. */
type Owners = ReadonlyMap<Tree, string>;

const ownersOf = (all: readonly Fragment[]): Owners =>
  new Map(
    all.flatMap(({ object, route, receivers, timeIntervals }) =>
      [route, ...receivers, ...timeIntervals].map((tree) => [tree, object] as const),
    ),
  );

const printed = (tree: TreeMap, values: Values, owners?: Owners): GeneratedFile => ({
  text: printYaml(tree, values),
  ...inParts(tree, values, owners),
});

/** The sections of a file, and each receiver, time interval and route below the first one by itself. */
function inParts(tree: TreeMap | undefined, values: Values, owners: Owners = new Map()): Pick<GeneratedFile, "parts"> {
  if (!tree) return {};
  const list = (section: string, items: readonly TreeMap[], nameKey: string): GeneratedPart[] =>
    items.map((item) => ({ section, name: values.mask(String(item[nameKey])), object: owners.get(item), tree: item }));
  const parts = Object.entries(tree).flatMap(([section, part]): GeneratedPart[] => {
    if (part === undefined) return [];
    if (Array.isArray(part) && namedSections.includes(section)) return list(section, part, "name");
    const { routes, ...route } = isMap(part) && section === "route" ? part : {};
    return Array.isArray(routes) ? [{ section, tree: route }, ...list("route.routes", routes, "receiver")] : [{ section, tree: part }];
  });
  return { parts };
}

const namedSections: readonly string[] = ["receivers", "time_intervals"];
