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
import type { Alertmanager, Spec } from "../model";
import { writtenTracing } from "../tracing";
import { writtenWeb } from "../web";
import { baseOf, checkBase, checkRoute, openedBase, readBase, type WholeBase, wholeBase } from "./base";
import { merged } from "./merge";
import { fragments, selectedConfigs } from "./selected-configs";

/** All that Alertmanager reads. */
export interface Configuration {
  /** Generated files by their names. */
  readonly files: Readonly<Record<string, GeneratedFile>>;
  /** The Secret that the config-reloader reads the main file from, and its key there. */
  readonly main: { readonly secretName: string; readonly key: string };
  /** Files that the generated ones refer to. */
  readonly assets: TLSAssets;
}

export function configuration(alertmanager: Alertmanager, context: Context): Configuration {
  const { spec, namespace } = alertmanager.workload;
  const assets = assetsFor(filesFolder, namespace, context.defaults);
  const references = new References(context, namespace, assets, alertmanager.version);
  const added = { resources: selectedConfigs(alertmanager, context), references, assets };
  const whole = wholeBase(alertmanager, additionsTo(spec, added), context);
  const main = whole ? givenFile(whole, context) : mainFile(alertmanager, added, context);
  return {
    main: whole?.secret ?? { secretName: alertmanager.secretName, key: `${configurationFile}.gz` },
    files: {
      ...(main && { [configurationFile]: main }),
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

/** A base that stays in its own Secret, for readers: checked as far as the Secret is given. */
function givenFile({ base }: WholeBase, context: Context): GeneratedFile | undefined {
  if (!base) return undefined;
  if (context.values.isEmpty(base.text)) context.report.error(base.path, `${base.where}is empty: Alertmanager needs a route`);
  checkBase(base, context);
  checkRoute(base, context);
  return { text: base.text, ...inParts(readBase(base, context), context.values) };
}

/** Selected resources, and the files and values that they and the spec refer to. */
interface Added {
  readonly resources: ReturnType<typeof selectedConfigs>;
  readonly references: References;
  readonly assets: TLSAssets;
}

/** The fields, and the kind of selected resources, that add something to the base. */
const additionsTo = ({ templates = [], tracingConfig }: Spec, { resources }: Added): string[] => [
  ...(resources.length > 0 ? ["VMAlertmanagerConfigs"] : []),
  ...(templates.length > 0 ? ["templates"] : []),
  ...(tracingConfig ? ["tracingConfig"] : []),
];

/** The main file: the unchanged base, or the base with all additions. */
function mainFile(alertmanager: Alertmanager, all: Added, context: Context): GeneratedFile {
  const { spec } = alertmanager.workload;
  const { values } = context;
  const { resources, references, assets } = all;
  const additions = additionsTo(spec, all);
  const base = baseOf(alertmanager, additions, context);
  if (spec.configSecret) checkBase(base, context);
  const { templates = [], tracingConfig } = spec;
  if (additions.length === 0) {
    checkRoute(base, context);
    const given = values.isEmpty(base.text) ? { ...base, text: builtIn } : base;
    return { text: given.text, ...inParts(readBase(given, context), values) };
  }
  const tree = openedBase(base, context);
  const added = fragments(resources, tree, alertmanager, assets, context);
  const merging = {
    fragments: added,
    templates,
    ...(tracingConfig && { tracing: writtenTracing(tracingConfig, references, context) }),
  };
  // While the base is not known, the whole file is not known.
  return tree ? printed(merged(tree, merging, values), values, ownersOf(added)) : { text: base.text };
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
