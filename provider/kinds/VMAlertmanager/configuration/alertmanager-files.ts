import { TLSAssets } from "../../../config/assets";
import type { TreeMap } from "../../../config/keys";
import { References } from "../../../config/references";
import { printYaml, type Tree } from "../../../config/yaml";
import type { Context } from "../../../context";
import type { GeneratedFile } from "../../../derived";
import type { Values } from "../../../values/values";
import { configurationFile, filesFolder, gossipFile, webFile } from "../file-places";
import { writtenGossip } from "../gossip";
import type { Alertmanager } from "../model";
import { writtenTracing } from "../tracing";
import { writtenWeb } from "../web";
import { baseOf, checkBase, openedBase } from "./base";
import { merged } from "./merge";
import { fragments, selectedConfigs } from "./selected-configs";

/** All that Alertmanager reads. */
export interface Configuration {
  /** Generated files by their names. */
  readonly files: Readonly<Record<string, GeneratedFile>>;
  /** Contents of files that the generated ones refer to, by their names. */
  readonly assets: Readonly<Record<string, string>>;
}

export function configuration(alertmanager: Alertmanager, context: Context): Configuration {
  const { spec, namespace } = alertmanager.workload;
  const assets = new TLSAssets(filesFolder);
  const references = new References(context, namespace, assets);
  const printed = (tree: TreeMap): GeneratedFile => ({ text: printYaml(tree, context.values) });
  return {
    files: {
      [configurationFile]: mainFile(alertmanager, references, assets, context),
      ...(spec.webConfig && { [webFile]: printed(writtenWeb(spec.webConfig, references)) }),
      ...(spec.gossipConfig && { [gossipFile]: printed(writtenGossip(spec.gossipConfig, references)) }),
    },
    assets: assets.files,
  };
}

/** What Alertmanager does without any configuration: it tells nobody. */
const builtIn = `
global:
  resolve_timeout: 5m
route:
  receiver: 'blackhole'
receivers:
- name: blackhole
`;

/** The main file: the base as it stands if nothing is added to it, else the base with all that is. */
function mainFile(alertmanager: Alertmanager, references: References, assets: TLSAssets, context: Context): GeneratedFile {
  const { spec } = alertmanager.workload;
  const { values } = context;
  const base = baseOf(alertmanager, context);
  if (spec.configSecret) checkBase(base, context);
  const resources = selectedConfigs(alertmanager, context);
  const { templates = [], tracingConfig } = spec;
  if (resources.length === 0 && templates.length === 0 && !tracingConfig) {
    return { text: values.isEmpty(base.text) ? builtIn : base.text };
  }
  const tree = openedBase(base, context);
  const additions = {
    fragments: fragments(resources, tree, alertmanager, assets, context),
    templates,
    ...(tracingConfig && { tracing: writtenTracing(tracingConfig, references, context) }),
  };
  // While the base is not known, nothing is known of the whole.
  return tree ? inParts(merged(tree, additions, values), values) : { text: base.text };
}

/** The text, cut into its sections, and each receiver by itself. */
function inParts(tree: TreeMap, values: Values): GeneratedFile {
  const sections = Object.entries(tree).flatMap(([key, section]): [string, Tree][] => {
    if (section === undefined) return [];
    return key === "receivers" && Array.isArray(section) ? section.map(receiverPart(values)) : [[key, section]];
  });
  return { text: printYaml(tree, values), parts: Object.fromEntries(sections.map(([name, part]) => [name, printYaml(part, values)])) };
}

/** A receiver by its name, or by its place if the name is secret. */
const receiverPart =
  (values: Values) =>
  (receiver: TreeMap, index: number): [string, Tree] => {
    const name = String(receiver.name);
    return [values.isSecret(name) ? `receivers[${index}]` : `receivers/${values.mask(name)}`, receiver];
  };
