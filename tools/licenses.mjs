/**
 * The licences of code that others wrote and that goes out with the package. `npm run licenses` writes the list of all of it, THIRD_PARTY.md; the
 * texts lie beside the code.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitWith, isMain } from "./toolchain/process.mjs";

/** The name of a file with licences, beside the code that they are about. */
export const licensesFile = "LICENSES.txt";

const rule = `\n${"=".repeat(100)}\n\n`; // texts of licences have rules of their own
const isLicense = (/** @type {string} */ name) => /^(licen[cs]e|copying|unlicense)/i.test(name);

/**
 * The text of the licence in a folder of a package or module.
 *
 * @param {string} folder
 * @returns {string | undefined}
 */
export function licenseIn(folder) {
  const name = readdirSync(folder).find(isLicense);
  return name === undefined ? undefined : readFileSync(join(folder, name), "utf8").trim();
}

/**
 * A file with licences.
 *
 * @param {readonly { title: string, text: string }[]} sections
 */
export const licensesText = (sections) => sections.map(({ title, text }) => `${title}\n\n${text}\n`).join(rule);

/** Names of licences by words of their texts, the first that fits. */
const names = [
  { name: "Apache-2.0", words: "Apache License" },
  { name: "MIT", words: "Permission is hereby granted, free of charge" },
  { name: "BSD-3-Clause", words: "Neither the name of" },
];

/**
 * The code that a file with licences is about, each with the name of its licence. The modules of Go do not state it, so it follows from the text.
 *
 * @param {string} text
 */
function entriesOf(text) {
  return text.split(rule).map((section) => {
    const title = section.slice(0, section.indexOf("\n"));
    const name = names.find(({ words }) => section.includes(words))?.name;
    if (!title.includes(": ") && name === undefined) throw new Error(`the licence of ${title} is not known: add it to tools/licenses.mjs`);
    return title.includes(": ") ? title : `${title}: ${name}`;
  });
}

/**
 * The licences of the npm packages that sources belong to.
 *
 * @param {readonly string[]} sources
 */
export function packageLicenses(sources) {
  const folders = new Set(sources.flatMap((source) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? []));
  const sections = [...folders].sort().flatMap((folder) => {
    const file = join(folder, "package.json");
    if (!existsSync(file)) return [];
    const { name, version, license } = JSON.parse(readFileSync(file, "utf8"));
    return [{ title: `${name} ${version}: ${license}`, text: licenseIn(folder) ?? "Its package has no text of the licence." }];
  });
  return licensesText(sections);
}

/** The files with licences, and the code that each is about. */
const places = [
  { title: "VictoriaMetrics' own code as WebAssembly", code: "dist/wasm/upstream.wasm", in: "the npm package and the plugin's archives" },
  { title: "The page of relations", code: "dist/page/script.js", in: "the npm package" },
  { title: "The plugin in one file", code: "pulumi-resource-victoriametrics", in: "the plugin's archives" },
];

/** THIRD_PARTY.md, from what is built. */
export async function thirdParty() {
  const checkout = fileURLToPath(new URL("..", import.meta.url));
  const { bundle } = await import("./bundle.mjs");
  const made = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-licenses-"));
  try {
    await bundle(made);
    const files = [join(checkout, "dist", "wasm"), join(checkout, "dist", "page"), made].map((folder) => join(folder, licensesFile));
    const parts = files.map((file, index) => part(places[index], entriesOf(readFileSync(file, "utf8"))));
    return [
      "# Code of others\n",
      "The package and the plugin contain code that others wrote. The texts of its licences are in the file `LICENSES.txt` beside each piece of code.",
      "The other dependencies of the npm package are installed by npm and carry their own. `npm run licenses` makes this list.\n",
      ...parts,
    ].join("\n");
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/**
 * @param {typeof places[number]} place
 * @param {readonly string[]} entries
 */
function part({ title, code, in: holder }, entries) {
  return `## ${title}\n\n\`${code}\`, in ${holder}:\n\n${entries.map((one) => `- ${one}\n`).join("")}`;
}

if (isMain(import.meta.url)) {
  thirdParty().then((text) => writeFileSync(fileURLToPath(new URL("../THIRD_PARTY.md", import.meta.url)), text), exitWith);
}
