import { labelConditions } from "../../discovery/query-selectors";
import type { Requirement } from "../../discovery/requirements";
import type { Search, SearchedNamespaces, SearchedPort, SearchRole } from "../../discovery/search";
import { matchesWhole, regularExpressionProblem } from "../../text/regular-expression";
import { hasPlaceholder } from "../../values/values";
import type { VMScrapeConfigSpec } from "./schema";

type Item = NonNullable<VMScrapeConfigSpec["kubernetesSDConfigs"]>[number];

/** The objects of Kubernetes that each of `kubernetesSDConfigs` looks for: those of its own selectors that the relabeling of the job keeps. */
export function scrapeConfigSearches({ kubernetesSDConfigs = [], relabelConfigs = [] }: VMScrapeConfigSpec): Search[] {
  const kept = keptValues(relabelConfigs);
  return kubernetesSDConfigs.flatMap((item, index) => search(item, `spec.kubernetesSDConfigs[${index}]`, kept) ?? []);
}

/** A role, with the names of its labels in relabeling. */
interface Role {
  readonly role: SearchRole;
  /** Names by which relabeling calls the object: `service` of `__meta_kubernetes_service_label_app`. */
  readonly objects: readonly string[];
  /** The labels that hold the name of the port. */
  readonly portNames: Readonly<Record<string, SearchedPort["of"]>>;
}

const podPort = "__meta_kubernetes_pod_container_port_name";
const ofEndpoints = (...names: readonly string[]): Role => ({
  role: "endpoints",
  objects: ["service", ...names],
  portNames: {
    [podPort]: "pod",
    ...Object.fromEntries(names.map((name) => [`__meta_kubernetes_${portOwner(name)}_port_name`, "service"])),
  },
});
const portOwner = (name: string): string => (name === "endpoints" ? "endpoint" : name);

const roles: Readonly<Record<string, Role>> = {
  node: { role: "node", objects: ["node"], portNames: {} },
  pod: { role: "pod", objects: ["pod"], portNames: { [podPort]: "pod" } },
  service: { role: "service", objects: ["service"], portNames: { __meta_kubernetes_service_port_name: "service" } },
  endpoints: ofEndpoints("endpoints"),
  endpointslice: ofEndpoints("endpointslice"),
  ingress: { role: "ingress", objects: ["ingress"], portNames: {} },
};

/** Labels that only Endpoints and EndpointSlices have: the other ones are those of their Service. */
const ofEndpointsAlone = /^(endpoint\w+\.)?kubernetes\.io\//;

function search(item: Item, path: string, kept: readonly KeptValue[]): Search | undefined {
  const named = item.role.toLowerCase();
  const known = roles[named];
  // Another API server has other objects.
  if (!known || item.apiServer) return undefined;
  const { role, objects } = known;
  const selected = (item.selectors ?? []).flatMap(({ role: ofRole, label = "" }, index) =>
    ofRole.toLowerCase() === named && !hasPlaceholder(label)
      ? labelConditions(label).map((one) => ({ ...one, path: `${path}.selectors[${index}].label` }))
      : [],
  );
  const namespaces = role === "node" ? undefined : searchedNamespaces(item, path, kept);
  const port = searchedPort(known, kept);
  return {
    role,
    selector: { path, selector: undefined },
    conditions: [
      ...selected.filter(({ key }) => !ofEndpointsAlone.test(key)),
      ...kept.flatMap((one) => labelRequirement(one, objects) ?? []),
    ],
    ...(namespaces && { namespaces }),
    ...(port && { port }),
    podRemedy: "use role: pod",
  };
}

function searchedNamespaces(
  { namespaces: { names = [], ownNamespace } = {} }: Item,
  path: string,
  kept: readonly KeptValue[],
): SearchedNamespaces | undefined {
  if (names.length > 0 || ownNamespace) return { path: `${path}.namespaces`, given: names, field: "names" };
  const rule = kept.find(({ label, texts }) => label === "__meta_kubernetes_namespace" && texts);
  return rule && { path: rule.path, given: rule.texts ?? [], field: "regex" };
}

function searchedPort({ portNames }: Role, kept: readonly KeptValue[]): SearchedPort | undefined {
  const ports = kept.flatMap(({ label, regex, path }): SearchedPort[] => {
    const of = portNames[label];
    return of ? [{ path, of, value: regex }] : [];
  });
  return ports[0];
}

/** A condition on the labels of the object itself. */
function labelRequirement({ label, regex, texts, path }: KeptValue, objects: readonly string[]): Requirement | undefined {
  const prefix = objects.map((name) => `__meta_kubernetes_${name}_label_`).find((one) => label.startsWith(one));
  if (!prefix) return undefined;
  const key = label.slice(prefix.length);
  return { key, operator: "In", values: texts ?? [regex], text: `${key}${texts?.length === 1 ? "=" : "=~"}${regex}`, path };
}

/** Values of a label without which a rule drops the target. */
interface KeptValue {
  readonly path: string;
  readonly label: string;
  readonly regex: string;
  /** The values, where the expression lists plain texts. */
  readonly texts?: readonly string[];
}

type Rule = NonNullable<VMScrapeConfigSpec["relabelConfigs"]>[number];

/** The values that rules keep of one label each, as long as no rule before changes the labels of discovery. */
function keptValues(rules: readonly Rule[]): KeptValue[] {
  const end = rules.findIndex(changesDiscovered);
  return (end < 0 ? rules : rules.slice(0, end)).flatMap((rule, index) => keptValue(rule, `spec.relabelConfigs[${index}].regex`) ?? []);
}

function keptValue(rule: Rule, path: string): KeptValue | undefined {
  const [label, ...others] = sourcesOf(rule);
  const regex = [rule.regex ?? []].flat().join("|");
  if (actionOf(rule) !== "keep" || label === undefined || others.length > 0 || rule.if !== undefined || hasPlaceholder(regex))
    return undefined;
  // A rule that keeps empty values keeps everything.
  if (regularExpressionProblem(regex) || matchesWhole(regex, "")) return undefined;
  return { path, label, regex, ...(/^[\w/-]+(\|[\w/-]+)*$/.test(regex) && { texts: regex.split("|") }) };
}

const actionOf = ({ action = "replace" }: Rule): string => action.toLowerCase();
const sourcesOf = ({ sourceLabels, source_labels }: Rule): readonly string[] => sourceLabels ?? source_labels ?? [];

/** Actions that take or make labels by expressions. */
const ofManyLabels = ["labelmap", "labelmap_all", "labeldrop", "labelkeep"];

function changesDiscovered({ targetLabel, target_label, ...rule }: Rule): boolean {
  const target = targetLabel ?? target_label ?? "";
  const mapsTo = rule.replacement ?? "";
  const action = actionOf(rule);
  if (action === "labelmap") return mapsTo.startsWith("__meta");
  return ofManyLabels.includes(action) || target.startsWith("__meta");
}
