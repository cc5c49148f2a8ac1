import { defaultsSchema } from "../defaults";
import { infoOf } from "../schema/fields";
import { quantityPattern } from "../schema/kubernetes-types";
import { conjunction } from "../text/alternatives";
import { type Declaration, declarations, documentation, type Output } from "./declarations";
import type { Examples } from "./examples";
import { capital, type Enumeration, type ObjectType, type TypeRef, TypeTable } from "./schema-types";

const warning = "// Made from the zod schemas by `npm run schema`. Do not edit.\n";

/** `provider/generated/components.ts`: the arguments of all components, and one class per kind. */
export function componentsSource(): string {
  const table = new TypeTable();
  const classes = declarations().map((declaration) => {
    const args = argumentsInterface(declaration, table);
    return declaration.isKind ? `${args}\n${componentClass(declaration)}` : args;
  });
  return [
    warning,
    'import type * as pulumi from "@pulumi/pulumi";',
    'import { kinds } from "../kinds";',
    'import { Component } from "../pulumi/component";',
    'import type { Selectable } from "../pulumi/selectable";',
    ...(classes.some((source) => /Output<Manifest/.test(source)) ? ['import type { Manifest } from "../world/objects";'] : []),
    `import type { ${importedNames(table, classes.join("\n")).join(", ")} } from "./inputs";`,
    "",
    ...classes,
  ].join("\n");
}

/** `provider/generated/inputs.ts`: the types of all arguments. */
export function inputsSource(): string {
  const table = new TypeTable();
  for (const component of declarations()) for (const { name, schema } of component.args) table.add(schema, component.name + capital(name));
  const body = [...[...table.enumerations.values()].map(enumeration), ...[...table.objects.values()].map(objectInterface)].join("\n");
  const kubernetes = body.includes("types.input.") ? ['import type { types } from "@pulumi/kubernetes";'] : [];
  return [warning, ...kubernetes, 'import type * as pulumi from "@pulumi/pulumi";', "", body].join("\n");
}

/** `provider/generated/settings.ts`: the settings as plain data, without Outputs. */
export function settingsSource(): string {
  const table = new TypeTable();
  table.add(defaultsSchema);
  return [warning, ...[...table.objects.values()].map(plainInterface)].join("\n");
}

function argumentsInterface({ name: component, args }: Declaration, table: TypeTable): string {
  const fields = args.map(({ name, schema, required }) => {
    const { description, plain = false } = infoOf(schema);
    return field(name, description, typeOf(table.add(schema, component + capital(name))), required, plain);
  });
  return [comment("", `Arguments of ${component}.`), `export interface ${component}Args {`, ...fields, "}", ""].join("\n");
}

function componentClass({ name, description, examples, needed, args, outputs }: Declaration): string {
  const isOptional = args.every(({ required }) => !required);
  return [
    classComment(description, needed, examples),
    `export class ${name} extends Component {`,
    ...outputs.filter((output) => !inherited.has(output.name)).map(outputField),
    "",
    `  constructor(name: string, args: ${name}Args${isOptional ? " = {}" : ""}, options?: pulumi.ComponentResourceOptions) {`,
    `    super(kinds.${name}, name, args, options);`,
    "  }",
    "}",
    "",
  ].join("\n");
}

/** Outputs of the base class. */
const inherited = new Set(["manifest", "secrets", "name", "namespace", "selfScrapes"]);

const outputTypes: Readonly<Record<Output["type"], string>> = {
  text: "string",
  textList: "string[]",
  textMap: "Record<string, string>",
  manifest: "Manifest",
  manifests: "Manifest[]",
};

const outputField = ({ name, description, type }: Output): string =>
  `${comment("  ", description)}\n  declare readonly ${name}: pulumi.Output<${outputTypes[type]}>;`;

function importedNames(table: TypeTable, used: string): string[] {
  const names = [...table.objects.keys()].map((name) => `${name}Args`).concat([...table.enumerations.keys()]);
  return names.filter((name) => new RegExp(`\\b${name}\\b`).test(used) && !new RegExp(`interface ${name}\\b`).test(used)).sort();
}

function objectInterface({ name, description, fields }: ObjectType): string {
  const lines = fields.map((one) => field(one.name, documentation(one.info), typeOf(one.type), one.required, one.info.plain ?? false));
  return `${comment("", description)}\nexport interface ${name}Args {\n${lines.join("\n")}\n}\n`;
}

function enumeration({ name, description, values, spellings = [] }: Enumeration): string {
  const words = new Set([...values, ...spellings]);
  return `${comment("", description)}\nexport type ${name} = ${[...words].map((value) => JSON.stringify(value)).join(" | ")};\n`;
}

function field(name: string, description: string, type: string, required: boolean, plain: boolean): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  return `${comment("  ", description)}\n  readonly ${key}${required ? "" : "?"}: ${plain ? type : `pulumi.Input<${type}>`};`;
}

const scalars: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  any: "unknown",
  integerOrString: "number | string",
  stringOrList: "string | pulumi.Input<string>[]",
};

function plainInterface({ name, description, fields }: ObjectType): string {
  const lines = fields.map(({ name: key, info, type }) => {
    const plain = info.pattern === quantityPattern ? "number | string" : plainTypeOf(type);
    return `${comment("  ", documentation(info))}\n  readonly ${key}?: ${plain};`;
  });
  return `${comment("", description)}\nexport interface ${name}Input {\n${lines.join("\n")}\n}\n`;
}

function plainTypeOf(type: TypeRef): string {
  if ("list" in type) return `${plainTypeOf(type.list)}[]`;
  if ("map" in type) return `Record<string, ${plainTypeOf(type.map)}>`;
  if ("object" in type) return `${type.object}Input`;
  if ("scalar" in type) return scalars[type.scalar] ?? "unknown";
  throw new Error("settings hold no types of Kubernetes");
}

function typeOf(type: TypeRef): string {
  if ("list" in type) return `pulumi.Input<${typeOf(type.list)}>[]`;
  if ("map" in type) return `Record<string, pulumi.Input<${typeOf(type.map)}>>`;
  if ("object" in type) return `${type.object}Args`;
  if ("kubernetes" in type) return kubernetesType(type.kubernetes);
  return type.typescript ?? type.enumeration ?? scalars[type.scalar] ?? "unknown";
}

/** `types.input.core.v1.Affinity` for `core/v1:Affinity`. */
function kubernetesType(name: string): string {
  const [group = "", version = "", type = ""] = name.split(/[/:]/);
  return `types.input.${group.split(".")[0]}.${version}.${type}`;
}

/** Editors show it at the name of the class: its purpose, the arguments that it needs, and an example. */
function classComment(description: string, needed: readonly string[], examples: Examples): string {
  const needs = needed.length > 0 ? ["", `Needs ${conjunction(needed.map((path) => `\`${path}\``))}.`] : [];
  const example = ["", "@example", "```ts", ...examples.typescript.split("\n"), "```"];
  const lines = [description, ...needs, ...example].map((line) => ` * ${closed(line)}`.trimEnd());
  return ["/**", ...lines, " */"].join("\n");
}

/** Text without the end of a comment. */
const closed = (text: string): string => text.replaceAll("*/", "*\u200b/");

function comment(indent: string, text: string): string {
  return `${indent}/** ${closed(text)} */`;
}
