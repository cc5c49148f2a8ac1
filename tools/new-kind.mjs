/**
 * `npm run new:kind NAME`: makes the folder of a new kind, its test and its example from the templates in `new-kind/`, and enters the kind in the table and, if it
 * runs a program in pods, the program in the defaults. Nothing is written if anything of it is there already.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { exitWith } from "./toolchain/process.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const templates = fileURLToPath(new URL("new-kind/", import.meta.url));
const table = "provider/kinds.ts";
const settings = "provider/defaults.ts";

/** @typedef {{ apiVersion: string, image?: string, port: string }} Options */

/**
 * @param {string} kind
 * @param {Options} options
 * @returns {Record<string, string>} the files to write, by their paths in the repository
 */
function filesOf(kind, { apiVersion, image, port }) {
  const folder = image ? "pods" : "data";
  const words = { __Kind__: kind, __kind__: kind.toLowerCase(), __version__: apiVersion, __image__: image ?? "", __port__: port };
  const made = readdirSync(join(templates, folder)).map((template) => {
    const name = template.replace(/\.tmpl$/, "");
    const path = { "test.ts": `tests/unit/kinds/${kind.toLowerCase()}.test.ts`, "example.yaml": `docs/kinds/${kind}.yaml` }[name];
    return [path ?? `provider/kinds/${kind}/${name}`, filled(readFileSync(join(templates, folder, template), "utf8"), words)];
  });
  const entries = { [table]: withKind(read(table), kind), ...(image && { [settings]: withProgram(read(settings), kind, image, port) }) };
  return { ...Object.fromEntries(made), ...entries };
}

const read = (/** @type {string} */ path) => readFileSync(join(checkout, path), "utf8");

/**
 * @param {string} template
 * @param {Readonly<Record<string, string>>} words
 */
const filled = (template, words) => template.replace(/__\w+?__/g, (word) => words[word] ?? word);

/**
 * @param {string} source of the table
 * @param {string} kind
 */
function withKind(source, kind) {
  const imported = insertedInOrder(
    source,
    /^import \{ (\w+) \} from "\.\/kinds\/\1";\n/gm,
    kind,
    `import { ${kind} } from "./kinds/${kind}";\n`,
  );
  return insertedInOrder(imported, /^ {2}(\w+),\n/gm, kind, `  ${kind},\n`);
}

/**
 * @param {string} source of the defaults
 * @param {string} kind
 * @param {string} image
 * @param {string} port
 */
function withProgram(source, kind, image, port) {
  const end = source.indexOf("} satisfies", source.indexOf("const applications = {"));
  if (end < 0) throw new Error(`${settings}: expected the list \`applications\``);
  const row = `  ${kind.toLowerCase()}: app(${JSON.stringify(image)}, ${JSON.stringify(port)}, ["500m", "500Mi"], ["50m", "100Mi"]),\n`;
  return source.slice(0, end) + row + source.slice(end);
}

/**
 * A text with one more of the lines that a pattern finds, in the order of their first groups.
 *
 * @param {string} source
 * @param {RegExp} pattern
 * @param {string} name
 * @param {string} line
 */
function insertedInOrder(source, pattern, name, line) {
  const found = [...source.matchAll(pattern)];
  const last = found.at(-1);
  if (!last) throw new Error(`${table}: expected lines such as ${line.trim()}`);
  const at = found.find(([, other = ""]) => other > name)?.index ?? last.index + last[0].length;
  return source.slice(0, at) + line + source.slice(at);
}

/**
 * @param {string} kind
 * @param {Options} options
 */
function makeKind(kind, options) {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(kind)) throw new Error(`${kind} is not the name of a kind: expected one such as VMBoard`);
  const folders = readdirSync(join(checkout, "provider/kinds"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const namesake = folders.find(({ name }) => name.toLowerCase() === kind.toLowerCase());
  if (namesake) throw new Error(`the kind ${namesake.name} exists already, in provider/kinds/${namesake.name}: choose another name`);
  const files = filesOf(kind, options);
  const taken = Object.keys(files).find((path) => ![table, settings].includes(path) && existsSync(join(checkout, path)));
  if (taken) throw new Error(`${taken} exists already: choose another name`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    writeFileSync(join(checkout, path), content);
  }
  format(Object.keys(files).filter((path) => path.endsWith(".ts")));
  console.log(`${Object.keys(files).join("\n")}\n\nNext: say in these files what ${kind} is, then npm run sdk and npm test.`);
}

/** Long names need other line breaks. @param {readonly string[]} paths */
function format(paths) {
  const biome = fileURLToPath(new URL("../node_modules/@biomejs/biome/bin/biome", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [biome, "check", "--write", ...paths], { cwd: checkout, encoding: "utf8" });
  if (status !== 0) throw new Error(`the files are made, but could not be formatted: ${stderr.trim()}`);
}

const main = new Command("npm run new:kind")
  .description("Makes the folder of a new kind, its test, its example, and its entries in the table and in the defaults.")
  .argument("<name>", "name of the kind, such as VMBoard")
  .option("--image <image>", "image without a tag of the program that it runs in pods; without it the kind becomes a ConfigMap")
  .option("--port <port>", "port that the program listens on", "8080")
  .addOption(new Option("--api-version <version>", "version of its custom resources").choices(["v1beta1", "v1"]).default("v1beta1"))
  .addHelpText("after", `\nBefore options npm needs two dashes: npm run new:kind VMBoard -- --image victoriametrics/vmboard --port 9000`)
  .action(makeKind);

main.parseAsync().catch(exitWith);
