import type { Kind } from "../kind";
import { kinds } from "../kinds";
import { type FieldInfo, infoOf } from "../schema/fields";
import { argumentsOf, type Output, outputsOf } from "./components";
import { capital, type Field, type TypeRef, TypeTable } from "./types";

type Json = Record<string, unknown>;

/** Version of the Kubernetes package whose types are referred to. */
const kubernetesVersion = "4.25.0";
const kubernetesPackage = `/kubernetes/v${kubernetesVersion}/schema.json#/types/kubernetes:`;

/** What package.json says about the package. */
export interface PackageInfo {
  readonly version: string;
  readonly description: string;
}

/** The package's schema, from which the SDKs of all languages are made. */
export function packageSchema({ version, description }: PackageInfo): Json {
  const table = new TypeTable();
  const resources = Object.fromEntries(
    Object.values<Kind>(kinds).map((kind) => [`victoriametrics:index:${kind.kind}`, resourceOf(kind, table)]),
  );
  return {
    name: "victoriametrics",
    displayName: "VictoriaMetrics",
    version,
    description,
    keywords: ["pulumi", "victoriametrics", "kubernetes", "monitoring", "kind/component", "category/monitoring"],
    license: "Apache-2.0",
    dependencies: [{ name: "kubernetes", version: kubernetesVersion }],
    meta: { moduleFormat: "(.*)" },
    language: {
      nodejs: { respectSchemaVersion: true, dependencies: { "@pulumi/kubernetes": `^${kubernetesVersion}` } },
      python: {
        respectSchemaVersion: true,
        pyproject: { enabled: true },
        requires: { pulumi: ">=3.142.0,<4.0.0", "pulumi-kubernetes": `>=${kubernetesVersion},<5.0.0` },
      },
      go: { respectSchemaVersion: true, generateResourceContainerTypes: true },
      csharp: { respectSchemaVersion: true, packageReferences: { Pulumi: "3.*", "Pulumi.Kubernetes": "4.*" } },
      java: { dependencies: { "com.pulumi:kubernetes": kubernetesVersion } },
    },
    resources,
    types: { ...objectTypes(table), ...enumTypes(table) },
  };
}

function resourceOf(kind: Kind, table: TypeTable): Json {
  const args = argumentsOf(kind);
  const outputs = outputsOf(kind);
  return {
    isComponent: true,
    description: kind.description,
    inputProperties: Object.fromEntries(
      args.map(({ name, schema }) => [name, property(table.add(schema, `${kind.kind}${capital(name)}`), infoOf(schema))]),
    ),
    requiredInputs: args.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(outputs.map((output) => [output.name, outputProperty(output)])),
    required: outputs.map(({ name }) => name),
  };
}

function property(type: TypeRef, info: FieldInfo): Json {
  return {
    ...typeSpec(type),
    description: info.description,
    ...(info.secret && { secret: true }),
    ...(info.deprecated && { deprecationMessage: info.deprecated }),
  };
}

const any: Json = { $ref: "pulumi.json#/Any" };
const scalars: Readonly<Record<string, Json>> = {
  string: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  any,
  integerOrString: { oneOf: [{ type: "integer" }, { type: "string" }] },
  stringOrList: { oneOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
};

function typeSpec(type: TypeRef): Json {
  if ("list" in type) return { type: "array", items: typeSpec(type.list) };
  if ("map" in type) return { type: "object", additionalProperties: typeSpec(type.map) };
  if ("object" in type) return { $ref: `#/types/${token(type.object)}` };
  if ("kubernetes" in type) return { $ref: kubernetesPackage + type.kubernetes.replaceAll("/", "%2F") };
  if (type.enumeration) return { $ref: `#/types/${token(type.enumeration)}` };
  return scalars[type.scalar] ?? any;
}

const token = (name: string): string => `victoriametrics:index:${name}`;

function objectTypes(table: TypeTable): Json {
  const objects = [...table.objects.values()].map(({ name, description, fields }) => [
    token(name),
    {
      type: "object",
      description,
      properties: Object.fromEntries(fields.map((field: Field) => [field.name, property(field.type, field.info)])),
      required: fields.filter(({ required }) => required).map((field) => field.name),
    },
  ]);
  return Object.fromEntries(objects);
}

function enumTypes(table: TypeTable): Json {
  const enums = [...table.enumerations.values()].map(({ name, description, values }) => [
    token(name),
    {
      type: typeof values[0] === "number" ? "integer" : "string",
      description,
      enum: enumNames(values).map((called, index) => ({ value: values[index], name: called })),
    },
  ]);
  return Object.fromEntries(enums);
}

/** A name for each value, different from the others whatever the case: languages have conventions of their own for it. */
function enumNames(values: readonly (string | number)[]): string[] {
  const taken = new Set<string>();
  return values.map(String).map((value) => {
    const called = taken.has(capital(value).toLowerCase()) ? capital(value) + caseOf(value) : capital(value);
    taken.add(called.toLowerCase());
    return called;
  });
}

function caseOf(value: string): string {
  if (value === value.toLowerCase()) return "Lower";
  return value === value.toUpperCase() ? "Upper" : "Mixed";
}

const outputTypes: Readonly<Record<Output["type"], Json>> = {
  text: { type: "string" },
  texts: { type: "object", additionalProperties: { type: "string" } },
  manifest: any,
  manifests: { type: "array", items: any },
};

function outputProperty({ description, type, secret }: Output): Json {
  return { ...outputTypes[type], description, ...(secret && { secret: true }) };
}
