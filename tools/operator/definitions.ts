import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { parseAllDocuments } from "yaml";
import { boundsOf, type FieldShape, type Shape, type ShapeType, wordsOfPattern } from "./shape";

/** A kind of the operator, as its CustomResourceDefinition describes it. */
export interface Definition {
  readonly kind: string;
  readonly version: string;
  readonly spec: Shape;
}

/** Folders of a checkout with CustomResourceDefinitions, the first that has some counts; `.` is a folder that holds nothing else. */
const folders = ["config/crd/bases", "config/crd/overlay", "config/crd", "crds", "."];

const group = "operator.victoriametrics.com";

/** A part of a CustomResourceDefinition in OpenAPI form. */
interface OpenApi {
  readonly type?: ShapeType | "array";
  readonly properties?: Readonly<Record<string, OpenApi>>;
  readonly additionalProperties?: OpenApi | boolean;
  readonly items?: OpenApi;
  readonly enum?: readonly (string | number)[];
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly pattern?: string;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-int-or-string"?: boolean;
}

/**
 * The kinds that a checkout of the operator defines. Files without descriptions and without specs lie beside the full ones; of several
 * definitions of a kind the largest counts.
 */
export function readDefinitions(checkout: string): Definition[] {
  for (const folder of folders) {
    const found = definitionsIn(join(checkout, folder));
    if (found.length > 0) return found;
  }
  throw new Error(
    `${checkout} has no CustomResourceDefinitions of ${group}, neither in it nor in ${folders.slice(0, -1).join(", ")}: give the folder of a checkout of the operator`,
  );
}

function definitionsIn(folder: string): Definition[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const largest = new Map<string, { size: number; definition: Definition }>();
  for (const file of readdirSync(folder).filter((name) => [".yaml", ".yml"].includes(extname(name)))) {
    for (const document of parseAllDocuments(readFileSync(join(folder, file), "utf8"))) {
      const size = JSON.stringify(document.toJS() ?? null).length;
      const definition = definitionOf(document.toJS());
      if (definition && size > (largest.get(definition.kind)?.size ?? 0)) largest.set(definition.kind, { size, definition });
    }
  }
  return [...largest.values()].map(({ definition }) => definition).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

// biome-ignore lint/suspicious/noExplicitAny: any YAML document may lie in the folder
function definitionOf(document: any): Definition | undefined {
  if (document?.kind !== "CustomResourceDefinition" || document.spec.group !== group) return undefined;
  const version = document.spec.versions.find((candidate: { storage?: boolean }) => candidate.storage) ?? document.spec.versions[0];
  const spec: OpenApi = version.schema.openAPIV3Schema.properties.spec ?? {};
  return { kind: document.spec.names.kind, version: `${group}/${version.name}`, spec: shapeOf(spec) };
}

function shapeOf(schema: OpenApi): Shape {
  const { properties, additionalProperties, items } = schema;
  const inner = items ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
  const words = schema.enum?.map(String) ?? wordsOfPattern(schema.pattern);
  return {
    type: typeOf(schema),
    ...(properties && { fields: fieldsOf(schema) }),
    isOpen: schema["x-kubernetes-preserve-unknown-fields"] === true,
    ...(inner && { inner: shapeOf(inner) }),
    ...(words && { words }),
    bounds: boundsOf(schema),
    ...(schema.default !== undefined && { default: schema.default }),
    isDeprecated: /^\s*deprecated\b/im.test(schema.description ?? ""),
  };
}

function typeOf(schema: OpenApi): ShapeType {
  if (schema["x-kubernetes-int-or-string"]) return "integerOrString";
  if (schema.properties) return "object";
  if (schema.type === "array") return "list";
  if (schema.type === "object") return typeof schema.additionalProperties === "object" ? "map" : "any";
  return schema.type ?? "any";
}

function fieldsOf({ properties = {}, required = [] }: OpenApi): ReadonlyMap<string, FieldShape> {
  return new Map(
    Object.entries(properties).map(([name, schema]) => [name, { shape: shapeOf(schema), isRequired: required.includes(name) }]),
  );
}
