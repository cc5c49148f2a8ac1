import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A property of the package's schema, as far as it says where a value belongs. */
interface Property {
  readonly $ref?: string;
  readonly items?: Property;
  readonly additionalProperties?: Property;
}
interface ObjectType {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}
interface Component {
  readonly inputProperties: Readonly<Record<string, Property>>;
  readonly requiredInputs?: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
}

/** A program in Pulumi's YAML. */
interface Program {
  readonly resources?: Readonly<Record<string, { readonly type: string; readonly properties?: object }>>;
  readonly outputs?: object;
}

const schema = JSON.parse(readFileSync("sdk/schema.json", "utf8")) as {
  readonly resources: Readonly<Record<string, Component>>;
  readonly types: Readonly<Record<string, ObjectType>>;
};

/** A component by the type that programs give it. */
const componentOf = (type: string): Component | undefined =>
  schema.resources[type.replace(/^victoriametrics:(?!index:)/, "victoriametrics:index:")];

const isOurs = ({ type }: { readonly type: string }): boolean => type.startsWith("victoriametrics:");

/** The problems of a program, with the number of its components and of the references in it. */
export function programProblems(text: string): { readonly problems: string[]; readonly components: number; readonly references: number } {
  const { resources = {}, outputs = {} } = parse(text) as Program;
  const components = Object.entries(resources).filter(([, resource]) => isOurs(resource));
  const references = [...JSON.stringify([resources, outputs]).matchAll(/\$\{(\w+)(?:\.(\w+))?/g)].filter(
    ([, name = ""]) => name in resources,
  );
  const unknown = references.filter(([, name = "", output]) => {
    const component = componentOf(resources[name]?.type ?? "");
    return component && output !== undefined && !(output in component.properties);
  });
  const problems = components.flatMap(([name, { type, properties = {} }]) => {
    const component = componentOf(type);
    return component ? problemsInObject(properties, component.inputProperties, component.requiredInputs, name) : [`${name}: no ${type}`];
  });
  return {
    problems: [...problems, ...unknown.map(([reference]) => `${reference}}: no such output`)],
    components: components.length,
    references: references.length,
  };
}

/** The parts of a value that the schema does not have, by path. */
function problemsIn(value: unknown, property: Property | undefined, path: string): string[] {
  if (!property) return [`${path}: no such property`];
  if (Array.isArray(value)) return value.flatMap((item, index) => problemsIn(item, property.items ?? property, `${path}[${index}]`));
  if (typeof value !== "object" || value === null || property.$ref === "pulumi.json#/Any") return [];
  if (property.additionalProperties)
    return Object.entries(value).flatMap(([key, item]) => problemsIn(item, property.additionalProperties, `${path}.${key}`));
  const type = schema.types[property.$ref?.replace("#/types/", "") ?? ""];
  return type ? problemsInObject(value, type.properties, type.required, path) : []; // of the Kubernetes package
}

function problemsInObject(value: object, properties: ObjectType["properties"] = {}, required: readonly string[] = [], path = ""): string[] {
  const missing = required.filter((key) => !(key in value)).map((key) => `${path}.${key}: missing`);
  return [...missing, ...Object.entries(value).flatMap(([key, item]) => problemsIn(item, properties[key], `${path}.${key}`))];
}
