import { readFileSync } from "node:fs";
import { explain } from "../inspect/explain";
import { prepare } from "../render";
import { infoOf } from "../schema/fields";
import { readYaml } from "../sources/manifests";
import type { Manifest } from "../world/objects";
import { type Argument, type Declaration, declarations, type Output } from "./declarations";
import { TypeTable } from "./schema-types";
import { code, objectSection, type PageOf, type Row, tableOf, typeName } from "./type-tables";

const folder = "docs/kinds";
const sharedPage = "types.md";
const remark = "<!-- Made from the zod schemas and the examples beside it by `npm run schema`. Do not edit. -->\n";

/** The manifests of a kind's example: a file beside its page, whose first object is of the kind. */
export const exampleFile = (kind: string): string => `${folder}/${kind}.yaml`;

/** A page for each kind, one for the types that several kinds share, and a list of them, by their paths from the top of the repository. */
export function kindPages(): Record<string, string> {
  const kinds = declarations().filter(({ isKind }) => isKind);
  const tables = new Map(kinds.map((kind) => [kind, tableOfTypes(kind)]));
  const usersOf = (object: string): Declaration[] => kinds.filter((kind) => tables.get(kind)?.objects.has(object));
  const homeOf = (object: string): string => {
    const [user, ...others] = usersOf(object);
    const owner = kinds.find(({ name }) => object === `${name}Spec`) ?? (others.length === 0 ? user : undefined);
    return owner ? pageName(owner) : sharedPage;
  };
  const from =
    (page: string): PageOf =>
    (object) =>
      homeOf(object) === page ? "" : homeOf(object);
  const all = new Map([...tables.values()].flatMap(({ objects }) => [...objects]));
  const shared = [...all.values()]
    .filter(({ name }) => homeOf(name) === sharedPage)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const pages = [...tables].map(([kind, table]) => [`${folder}/${pageName(kind)}`, kindPage(kind, table, from(pageName(kind)))]);
  return {
    ...Object.fromEntries(pages),
    [`${folder}/${sharedPage}`]: `${remark}# Types of several kinds\n\n${shared.map((type) => objectSection(type, from(sharedPage))).join("\n")}`,
    [`${folder}/README.md`]: `${remark}# Custom resources\n\n${tableOf(["kind", "meaning"], kinds.map(listed))}`,
  };
}

const pageName = ({ name }: Declaration): string => `${name}.md`;

/** The types of a component's arguments; settings have a page of their own. */
function tableOfTypes({ args }: Declaration): TypeTable {
  const table = new TypeTable();
  for (const { name, schema } of args) if (name !== "defaults") table.add(schema);
  return table;
}

const listed = ({ name, description }: Declaration): Row => [`[${name}](${name}.md)`, description];

function kindPage(kind: Declaration, table: TypeTable, pageOf: PageOf): string {
  const own = [...table.objects.values()].filter((type) => pageOf(type.name) === "");
  const example = readFileSync(exampleFile(kind.name), "utf8");
  const objects = readYaml(example, exampleFile(kind.name));
  const [{ metadata }] = objects as [Manifest];
  const object = `${kind.name}/${metadata.name}`;
  const variable = kind.name.startsWith("VMA") || kind.name.startsWith("VLA") ? "an" : "a";
  return `${remark}# ${kind.name}

${kind.description}

## Example

\`\`\`yaml
${example.trimEnd()}
\`\`\`

A \`ConfigGroup\` takes these manifests as they are, and so does the command line. The component ${code(kind.name)} takes \`metadata\` and \`spec\` of
${variable} ${kind.name} with the same fields, in every language. The command

    npx pulumi-victoriametrics explain -f ${exampleFile(kind.name)} ${object}

says what becomes of it:

\`\`\`
${explain(prepare(objects), object).trimEnd()}
\`\`\`

## Arguments

${tableOf(
  ["argument", "type", "meaning"],
  kind.args.map((argument) => argumentRow(argument, table, pageOf)),
)}
## Outputs

${tableOf(["output", "type", "meaning"], kind.outputs.map(outputRow))}
## Types

${own.map((type) => objectSection(type, pageOf)).join("\n")}`;
}

function argumentRow({ name, schema, required }: Argument, table: TypeTable, pageOf: PageOf): Row {
  const title = `${code(name)}${required ? " (required)" : ""}`;
  const { description } = infoOf(schema);
  if (name === "defaults") return [title, "[Defaults](../installation-configuration.md#configuration)", description];
  return [title, typeName(table.add(schema), pageOf), description];
}

const outputTypes: Readonly<Record<Output["type"], string>> = {
  text: "string",
  textList: "list of string",
  textMap: "map of string",
  manifest: "custom resource",
  manifests: "list of objects",
};

const outputRow = ({ name, type, description }: Output): Row => [code(name), outputTypes[type], description];
