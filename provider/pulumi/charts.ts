import { resolve as absolute, basename } from "node:path";
import { getVersion } from "@pulumi/kubernetes/utilities";
import * as pulumi from "@pulumi/pulumi";
import { kindsTable } from "../kinds";
import { type Chart, chart as schema } from "../schema/chart";
import { mapText, type Problem, parse } from "../schema/parse";
import { hasPlaceholder, type Values } from "../values/values";
import { joinPath } from "../world/issues";

/** The result of rendering a chart. */
export type RenderedChart =
  | {
      readonly objects: readonly unknown[];
      /** Namespace of the release. */
      readonly namespace: string;
      /** Name of the chart. */
      readonly name: string;
      /** The chart has a secret value, which may appear in any part of its objects. */
      readonly isSecret: boolean;
    }
  | { readonly problems: readonly Problem[] }
  /** Parts of the chart that are not known yet. */
  | { readonly deferred: readonly string[] };

/**
 * Renders a chart as `helm template` does, by the Kubernetes provider of a group. `given` is the resolved argument, `path` its place, and `namespace`
 * the group's. Definitions of kinds that are converted or derived from are left out, since they need none.
 */
export async function renderChart(
  given: unknown,
  path: string,
  namespace: unknown,
  values: Values,
  parent: pulumi.Resource,
): Promise<RenderedChart> {
  const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
  const whole = isObject ? { namespace, ...given } : given;
  const unknown = unknownPaths(whole, path, values);
  if (unknown.length > 0) return { deferred: unknown };
  const parsed = parse(schema, whole, values, path);
  if (!("value" in parsed)) return "problems" in parsed ? parsed : { deferred: parsed.deferred };
  // A null among the values takes a default of the chart away, which validation does not know.
  const known = reveal({ ...parsed.value, values: (whole as Chart).values }, values);
  const problems = contradictions(known, path);
  if (problems.length > 0) return { problems };
  const isSecret = texts(whole).some(hasPlaceholder);
  try {
    const objects = await template(known, parent);
    if (!objects) return { deferred: [`${path}: the Kubernetes provider`] };
    return {
      objects: objects.filter((object) => !isNeedlessDefinition(object)),
      namespace: known.namespace ?? "default",
      name: nameOf(known),
      isSecret,
    };
  } catch (error) {
    return { problems: [{ path, message: failureOf(error as Error, isSecret) }] };
  }
}

/** The unknown parts of data, each by its path. */
function unknownPaths(data: unknown, path: string, values: Values): string[] {
  if (typeof data === "string") return hasPlaceholder(data) && !values.isKnown(data) ? [path] : [];
  if (Array.isArray(data)) return data.flatMap((item, index) => unknownPaths(item, joinPath(path, index), values));
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, item]) => unknownPaths(item, joinPath(path, key), values));
}

const reveal = (chart: Chart, values: Values): Chart =>
  mapText(chart, (text) => (hasPlaceholder(text) ? values.evaluate(text) : text)) as Chart;

function texts(data: unknown): string[] {
  const found: string[] = [];
  mapText(data, (text) => found.push(text));
  return found;
}

function contradictions({ chart, path: folder, repository, version, fetching }: Chart, path: string): Problem[] {
  if (chart === undefined && folder === undefined)
    return [{ path, message: "has no chart: expected chart (with repository), or path of a local one" }];
  const remote = Object.entries({ chart, repository, version, fetching }).filter(([, value]) => value !== undefined);
  if (folder === undefined) return [];
  return remote.map(([name]) => ({ path: joinPath(path, name), message: "cannot be given next to path: leave one of them out" }));
}

/** The provider's names for arguments that are passed on unchanged. */
const options = {
  version: "version",
  values: "values",
  namespace: "namespace",
  skipCRDs: "skip_crd_rendering",
  includeTestHooks: "include_test_hook_resources",
  kubeVersion: "kube_version",
} as const satisfies Partial<Record<keyof Chart, string>>;

const fetchOptions = {
  username: "username",
  password: "password",
  caFile: "ca_file",
  certFile: "cert_file",
  keyFile: "key_file",
  keyring: "keyring",
  verify: "verify",
  devel: "devel",
} as const satisfies Record<keyof NonNullable<Chart["fetching"]>, string>;

type Data = Readonly<Record<string, unknown>>;

const renamed = (data: Data, names: Readonly<Record<string, string>>): Data =>
  Object.fromEntries(Object.entries(names).flatMap(([ours, theirs]) => (data[ours] === undefined ? [] : [[theirs, data[ours]]])));

/** The chart's objects; undefined while the provider itself is not known. */
async function template(chart: Chart, parent: pulumi.Resource): Promise<readonly unknown[] | undefined> {
  const { reference, fetch = {} } = placeOf(chart);
  const jsonOpts = JSON.stringify({
    ...renamed(chart, options),
    ...reference,
    release_name: chart.releaseName ?? nameOf(chart),
    api_versions: [...ownVersions, ...(chart.apiVersions ?? [])],
    fetch_opts: { ...renamed(chart.fetching ?? {}, fetchOptions), ...fetch },
  });
  // The version is that of the group's children, so that both have the same default provider.
  const result = await pulumi.runtime.invoke("kubernetes:helm:template", { jsonOpts }, { parent, version: getVersion() });
  return (result as { result?: readonly unknown[] } | undefined)?.result;
}

/** The provider's arguments for finding a chart. */
function placeOf({ chart = "", path, repository }: Chart): { reference: Data; fetch?: Data } {
  if (path !== undefined) return { reference: { path: absolute(path) } };
  if (repository === undefined) return { reference: { chart } };
  if (repository.startsWith("oci://")) return { reference: { chart: `${repository.replace(/\/$/, "")}/${chart}` } };
  if (/^https?:/.test(repository)) return { reference: { chart }, fetch: { repo: repository } };
  return { reference: { chart, repo: repository } };
}

const nameOf = ({ chart, path = "" }: Chart): string => basename(chart ?? absolute(path)).replace(/(-v?\d+\.\d+\.\d+\S*)?\.tgz$/, "");

/** API versions that charts check before they make monitors and rules, as if a cluster had the definitions. */
const ownVersions: readonly string[] = [
  ...[...kindsTable.sources.values()].map(({ source }) => [source.apiVersion, source.kind] as const),
  ...kindsTable.all.map(({ apiVersion, kind }) => [apiVersion, kind] as const),
].flatMap(([version, kind], index, all) => [
  ...(all.findIndex(([first]) => first === version) === index ? [version] : []),
  `${version}/${kind}`,
]);

/** Whether an object defines a kind whose objects never go to a cluster. */
function isNeedlessDefinition(object: unknown): boolean {
  const { kind, spec } = object as { kind?: string; spec?: { group?: string; names?: { kind?: string } } };
  if (kind !== "CustomResourceDefinition") return false;
  const defined = spec?.names?.kind ?? "";
  if (spec?.group === "monitoring.coreos.com") return kindsTable.sources.has(defined);
  return spec?.group === "operator.victoriametrics.com" && kindsTable.of(defined) !== undefined;
}

/** Helm's message, unless templates may have put a secret into it. */
function failureOf({ message }: Error, isSecret: boolean): string {
  const text = message.split("Helm chart: ").at(-1)?.trim() ?? message;
  const isFetching = /^failed to (pull|load) chart/.test(text);
  if (isSecret && !isFetching) return "cannot be rendered; Helm's message is not shown, since it may hold secret values";
  // A message that ends with white space gets lost on its way from the engine.
  return text || "cannot be rendered: run `helm template` for the reason";
}
