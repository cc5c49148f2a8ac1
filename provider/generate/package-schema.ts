import { defaultsSchema } from "../defaults";
import { type FieldInfo, infoOf } from "../schema/fields";
import { type Declaration, declarations, type Output } from "./declarations";
import type { Examples } from "./examples";
import { capital, type Field, type ObjectType, type TypeRef, TypeTable } from "./schema-types";

type Json = Record<string, unknown>;

/** Version of the Kubernetes package whose types are referred to. */
const kubernetesVersion = "4.25.0";
const kubernetesPackage = `/kubernetes/v${kubernetesVersion}/schema.json#/types/kubernetes:`;

/** The facts of package.json about the package. */
export interface PackageInfo {
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly author: string;
  readonly homepage: string;
  readonly repository: { readonly url: string };
}

/** The package's schema: every field of every argument. */
export function packageSchema(info: PackageInfo): Json {
  return schemaOf(info, (fields) => fields);
}

/**
 * The schema that SDKs are made from and that the plugin serves. If a field has two spellings (`sourceLabels` and `source_labels`), the schema has
 * only the first: in some languages both would have the same name.
 */
export function sdkSchema(info: PackageInfo): Json {
  return schemaOf(info, (fields) => {
    const names = new Set(fields.map(({ name }) => name));
    return fields.filter(({ name }) => !(name.includes("_") && names.has(camelCase(name))));
  });
}

const camelCase = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

type FieldFilter = (fields: readonly Field[]) => readonly Field[];

function schemaOf(info: PackageInfo, filter: FieldFilter): Json {
  const table = new TypeTable();
  const resources = Object.fromEntries(declarations().map((component) => [token(component.name), resourceOf(component, table)]));
  return {
    ...metadataOf(info),
    dependencies: [{ name: "kubernetes", version: kubernetesVersion }],
    meta: { moduleFormat: "(.*)" },
    language: languagesOf(info),
    config: configOf(table),
    resources,
    types: { ...objectTypes(table, filter), ...enumTypes(table) },
  };
}

/** Facts for the Pulumi Registry, and the plugin's download address. */
function metadataOf({ version, description, keywords, license, author, homepage, repository }: PackageInfo): Json {
  const path = pathOf(repository);
  return {
    name: "victoriametrics",
    displayName: "VictoriaMetrics",
    version,
    description,
    keywords,
    homepage,
    license,
    attribution:
      "The components follow the custom resources of the VictoriaMetrics operator (https://github.com/VictoriaMetrics/operator).",
    repository: `https://github.com/${path}`,
    logoUrl: `https://raw.githubusercontent.com/${path}/main/docs/logo.png`,
    pluginDownloadURL: `github://api.github.com/${path}`,
    publisher: author,
  };
}

/** Owner and name of a repository at GitHub. */
const pathOf = ({ url }: PackageInfo["repository"]): string => url.replace(/^.*github\.com\//, "").replace(/\.git$/, "");

/** Names and dependencies of the SDK of each language. Java always requests a version of the plugin; the others do so by a setting. */
function languagesOf({ description, repository }: PackageInfo): Json {
  return {
    nodejs: {
      packageName: "@pulumi-victoriametrics/sdk",
      packageDescription: description,
      respectSchemaVersion: true,
      dependencies: { "@pulumi/kubernetes": kubernetesVersion, "@pulumi/pulumi": "^3.208.0" },
    },
    python: {
      packageName: "pulumi_victoriametrics",
      respectSchemaVersion: true,
      pyproject: { enabled: true },
      requires: { pulumi: ">=3.208.0,<4.0.0", pulumi_kubernetes: `>=${kubernetesVersion},<5.0.0` },
    },
    go: {
      importBasePath: `github.com/${pathOf(repository)}/sdk/go/victoriametrics`,
      respectSchemaVersion: true,
      generateResourceContainerTypes: true,
    },
    csharp: {
      rootNamespace: "PulumiPackages",
      namespaces: { victoriametrics: "VictoriaMetrics" },
      respectSchemaVersion: true,
      packageReferences: { Pulumi: "3.*", "Pulumi.Kubernetes": "4.*" },
    },
    java: {
      basePackage: "io.github.pulumivictoriametrics",
      buildFiles: "none", // Gradle's leave the version to Gradle, and programs take the sources into builds of their own
      dependencies: { "com.pulumi:kubernetes": kubernetesVersion },
    },
  };
}

/** The stack's configuration. Defaults are in the descriptions alone: those in an SDK could be older than the plugin's. */
function configOf(table: TypeTable): Json {
  const variables = Object.entries(defaultsSchema.shape).map(([key, schema]) => [key, property(table.add(schema), infoOf(schema))]);
  return { variables: Object.fromEntries(variables) };
}

function resourceOf({ name: component, description, examples, args, outputs }: Declaration, table: TypeTable): Json {
  return {
    isComponent: true,
    description: `${description}\n\n${examplesSection(examples)}`,
    inputProperties: Object.fromEntries(
      args.map(({ name, schema }) => [name, property(table.add(schema, component + capital(name)), infoOf(schema))]),
    ),
    requiredInputs: args.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(outputs.map((output) => [output.name, outputProperty(output)])),
    required: outputs.map(({ name }) => name),
  };
}

/** Examples as Pulumi's generators read them: each SDK shows that of its language. */
const examplesSection = ({ typescript, yaml }: Examples): string =>
  [
    "{{% examples %}}",
    "{{% example %}}",
    `\`\`\`typescript\n${imports}\n\n${typescript}\n\`\`\``,
    `\`\`\`yaml\n${yaml}\n\`\`\``,
    "{{% /example %}}",
    "{{% /examples %}}",
  ].join("\n");

const imports = 'import * as victoriametrics from "@pulumi-victoriametrics/sdk";';

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
  const words = type.enumeration && { $ref: `#/types/${token(type.enumeration)}` };
  if (words) return type.isOpen ? { oneOf: [{ type: "string" }, words] } : words;
  return scalars[type.scalar] ?? any;
}

const token = (name: string): string => `victoriametrics:index:${name}`;

function objectTypes(table: TypeTable, filter: FieldFilter): Json {
  return Object.fromEntries(
    [...table.objects.values()].map((type) => [token(type.name), objectType({ ...type, fields: filter(type.fields) })]),
  );
}

function objectType({ description, fields }: ObjectType): Json {
  return {
    type: "object",
    description,
    properties: Object.fromEntries(fields.map((field) => [field.name, property(field.type, field.info)])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
  };
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
  textList: { type: "array", items: { type: "string" } },
  textMap: { type: "object", additionalProperties: { type: "string" } },
  manifest: any,
  manifests: { type: "array", items: any },
};

/** No output is marked secret: secret outputs have secret values anyway, and the SDKs for Java and .NET would not compile with the mark. */
const outputProperty = ({ description, type }: Output): Json => ({ ...outputTypes[type], description });
