#!/usr/bin/env node
/**
 * Makes tests/binaries/kubernetes-openapi.json, the JSON schemas of the Kubernetes objects that are derived, from the OpenAPI documents of
 * Kubernetes and the CustomResourceDefinitions of two add-ons, as Go modules carry them: `node tools/openapi.mjs` (needs Go; it fetches 20 MB).
 * To do after an update of the Kubernetes plugin, and when a kind is derived that is not in the table.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { findGo } from "./toolchain/build.mjs";
import { exitWith, run } from "./toolchain/process.mjs";
import { step } from "./toolchain/progress.mjs";

/** @typedef {Readonly<Record<string, any>>} Schema */
/** @typedef {{ module: string, version: string, sum: string, read: (folder: string) => Readonly<Record<string, Schema>>, kinds: readonly string[] }} Source */

const target = fileURLToPath(new URL("../tests/binaries/kubernetes-openapi.json", import.meta.url));
const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/** The version of Kubernetes is that of `k8s.io/api` in tools/go/kubernetes-provider/go.mod: what the plugin is built with. */
const sources = /** @type {readonly Source[]} */ ([
  {
    module: "k8s.io/kubernetes",
    version: "v1.33.3",
    sum: "h1:dBx5Z2ZhR8kNzAwCoCz4j1niUbUrNUDVxeSj4/Ienu0=",
    read: (folder) => openApi(join(folder, "api", "openapi-spec", "v3")),
    kinds: [
      "apps/v1 DaemonSet",
      "apps/v1 Deployment",
      "apps/v1 StatefulSet",
      "autoscaling/v2 HorizontalPodAutoscaler",
      "networking.k8s.io/v1 Ingress",
      "networking.k8s.io/v1 NetworkPolicy",
      "policy/v1 PodDisruptionBudget",
      "rbac.authorization.k8s.io/v1 ClusterRole",
      "rbac.authorization.k8s.io/v1 ClusterRoleBinding",
      "rbac.authorization.k8s.io/v1 Role",
      "rbac.authorization.k8s.io/v1 RoleBinding",
      "v1 ConfigMap",
      "v1 PersistentVolumeClaim",
      "v1 Secret",
      "v1 Service",
      "v1 ServiceAccount",
    ],
  },
  {
    module: "k8s.io/autoscaler/vertical-pod-autoscaler",
    version: "v1.5.1",
    sum: "h1:LlVtM3IKqIVHz1ZXC3ahe/mAtDWb7Eob0tyTzqFULqg=",
    read: (folder) => customResources(join(folder, "deploy", "vpa-v1-crd-gen.yaml")),
    kinds: ["autoscaling.k8s.io/v1 VerticalPodAutoscaler"],
  },
  {
    module: "sigs.k8s.io/gateway-api",
    version: "v1.4.1",
    sum: "h1:NPxFutNkKNa8UfLd2CMlEuhIPMQgDQ6DXNKG9sHbJU8=",
    read: (folder) => customResources(join(folder, "config", "crd", "standard", "gateway.networking.k8s.io_httproutes.yaml")),
    kinds: ["gateway.networking.k8s.io/v1 HTTPRoute"],
  },
]);

/** What OpenAPI leaves open, as apimachinery parses it. */
const replaced = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": {
    anyOf: [
      { type: "number" },
      { type: "string", pattern: "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$" },
    ],
  },
};

/** Keywords with schemas in them: one, a list, or a map. */
const nested = {
  one: ["items", "additionalProperties", "not"],
  list: ["allOf", "anyOf", "oneOf"],
  map: ["properties"],
};

/** Keywords that are taken over as they are; `uniqueItems` and `uniqueBy` come from `x-kubernetes-list-type`. */
const kept = [
  "type",
  "format",
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "maxProperties",
  "required",
  "nullable",
];

/**
 * The schemas of the API groups that have a kind of ours, by their names in OpenAPI.
 *
 * @param {string} folder
 */
function openApi(folder) {
  const groups = new Set(sources[0].kinds.map((kind) => kind.split(" ")[0]));
  const files = [...groups].map((group) => `${group === "v1" ? "api__v1" : `apis__${group.replace("/", "__")}`}_openapi.json`);
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")).components.schemas));
}

/**
 * The schemas of every version of the first definition in a file, under names of their own.
 *
 * @param {string} file
 */
function customResources(file) {
  const definitions = readFileSync(file, "utf8")
    .split(/^---$/m)
    .map((text) => parse(text))
    .filter((document) => document?.spec !== undefined);
  const schemas = definitions.flatMap(({ spec: { group, names, versions } }) =>
    versions.map((/** @type {any} */ { name: version, schema: { openAPIV3Schema: schema } }) => [
      `${group}.${version}.${names.kind}`,
      {
        ...schema,
        properties: { ...schema.properties, metadata: { $ref: `#/components/schemas/${objectMeta}` } },
        "x-kubernetes-group-version-kind": [{ group, version, kind: names.kind }],
      },
    ]),
  );
  return Object.fromEntries(schemas);
}

/**
 * A schema that knows no other fields than its own.
 *
 * @param {Schema} schema
 * @param {Readonly<Record<string, Schema>>} all
 * @returns {Schema}
 */
function close(schema, all) {
  if (typeof schema !== "object") return schema;
  if (schema.$ref !== undefined) return { $ref: schema.$ref.replace("#/components/schemas/", "#/definitions/") };
  const recur = (/** @type {Schema} */ inner) => close(inner, all);
  const mapped = (/** @type {readonly string[]} */ keywords, /** @type {(value: any) => unknown} */ map) =>
    keywords.filter((keyword) => schema[keyword] !== undefined).map((keyword) => [keyword, map(schema[keyword])]);
  const isClosed = schema.properties !== undefined && schema.type === "object" && schema["x-kubernetes-preserve-unknown-fields"] !== true;
  return Object.fromEntries([
    ...mapped(kept, (value) => value),
    ...mapped(nested.one, recur),
    ...mapped(nested.list, (inner) => inner.map(recur)),
    ...mapped(nested.map, (inner) => Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, recur(value)]))),
    ...(isClosed ? [["additionalProperties", false]] : []),
    ...uniqueness(schema, all),
  ]);
}

/**
 * Server-side apply refuses two items with the same keys; a key that is left out has its default.
 *
 * @param {Schema} schema
 * @param {Readonly<Record<string, Schema>>} all
 */
function uniqueness(schema, all) {
  const keys = schema["x-kubernetes-list-map-keys"];
  if (schema["x-kubernetes-list-type"] === "set") return [["uniqueItems", true]];
  if (keys === undefined) return [];
  const reference = schema.items.$ref ?? schema.items.allOf?.[0].$ref;
  const item = reference === undefined ? schema.items : all[reference.replace("#/components/schemas/", "")];
  return [["uniqueBy", Object.fromEntries(keys.map((/** @type {string} */ key) => [key, item.properties[key].default ?? null]))]];
}

/**
 * @param {Readonly<Record<string, Schema>>} all
 * @param {string} kind as in the table
 */
function nameOf(all, kind) {
  const isKind = (/** @type {any} */ entry) => `${entry.group ? `${entry.group}/` : ""}${entry.version} ${entry.kind}` === kind;
  const name = Object.keys(all).find((candidate) => all[candidate]["x-kubernetes-group-version-kind"]?.some(isKind));
  if (name === undefined) throw new Error(`there is no schema of ${kind}`);
  return name;
}

/**
 * The schemas that others refer to, and those alone.
 *
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, Schema>>} all
 */
function reachable(names, all) {
  const /** @type {Record<string, Schema>} */ found = {};
  const visit = (/** @type {string} */ name) => {
    if (found[name] !== undefined) return;
    found[name] = /** @type {Readonly<Record<string, Schema>>} */ (replaced)[name] ?? close(all[name], all);
    for (const [, reference] of JSON.stringify(found[name]).matchAll(/"#\/definitions\/([^"]+)"/g)) visit(reference);
  };
  names.forEach(visit);
  return found;
}

/**
 * @param {string} go
 * @param {Source} source
 * @returns {Promise<string>} the folder of the module, of which the content is what it was when this table was written
 */
async function fetchModule(go, { module, version, sum }) {
  const { code, output, errors } = await step(`${module} ${version}: fetching its Go module`, () =>
    run(go, ["mod", "download", "-json", `${module}@${version}`], { directory: tmpdir() }),
  );
  if (code !== 0) throw new Error(`${module} ${version}: could not be fetched:\n${output}${errors}`.trimEnd());
  const { Dir: folder, Sum: actual } = JSON.parse(output);
  if (actual !== sum) throw new Error(`${module} ${version}: its checksum is ${actual}, and ${sum} was expected`);
  return folder;
}

/** @param {Readonly<Record<string, unknown>>} entries in the order of their names, one to a line */
function lines(entries) {
  const sorted = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{\n${sorted.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(",\n")}\n  }`;
}

async function main() {
  const go = findGo(process.env);
  if (go === undefined) throw new Error("Go is needed, and it is not on the PATH: install it (https://go.dev/dl/)");
  const /** @type {Record<string, Schema>} */ all = {};
  for (const source of sources) Object.assign(all, source.read(await fetchModule(go, source)));
  const kinds = Object.fromEntries(sources.flatMap((source) => source.kinds.map((kind) => [kind, nameOf(all, kind)])));
  const parts = {
    modules: Object.fromEntries(sources.map(({ module, version }) => [module, version])),
    kinds,
    definitions: reachable(Object.values(kinds), all),
  };
  writeFileSync(
    target,
    `{\n${Object.entries(parts)
      .map(([name, entries]) => `  ${JSON.stringify(name)}: ${lines(entries)}`)
      .join(",\n")}\n}\n`,
  );
}

main().catch(exitWith);
