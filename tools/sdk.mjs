/**
 * `npm run sdk`: makes the SDKs in `sdk/` from `sdk/schema.json`, with the generators of the Pulumi command line itself. Without arguments those
 * that are checked in; others by their names (`npm run sdk -- dotnet java`).
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programs } from "./programs.mjs";
import { setup } from "./setup.mjs";
import { exitWith, isMain, succeed } from "./toolchain/process.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const schemaFile = join(checkout, "sdk", "schema.json");
const logoFile = join(checkout, "docs", "logo.png");

/** The SDKs that are checked in. */
export const checkedIn = ["nodejs", "python", "go"];

/** Files beside the generated ones: the dependencies of the Go SDK, which its generator leaves to us. */
const ownFiles = ["go/go.mod", "go/go.sum"];

/** The sources of the SDKs in `sdk/`: the schema, and the generators. */
export const recordFile = join(checkout, "sdk", "source.json");

/** @returns {string} what the record says when the SDKs are current */
export function currentRecord() {
  const schema = createHash("sha256").update(readFileSync(schemaFile)).digest("hex");
  const generators = programs.find(({ name }) => name === "sdk-generators")?.version;
  return `${JSON.stringify({ schema, generators }, null, 2)}\n`;
}

const failure = "the SDKs could not be made";

/**
 * Makes SDKs, each in a folder called after its language.
 *
 * @param {readonly string[]} languages
 * @param {string} folder
 */
export async function makeSdks(languages, folder) {
  const executables = await setup({ programs: ["pulumi", "pulumi-resource-kubernetes", "sdk-generators"], build: false });
  const scratch = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-sdk-"));
  try {
    const kubernetes = join(scratch, "kubernetes.json");
    writeFileSync(kubernetes, await schemaOf(executables, scratch));
    const { "sdk-generators": generators = "" } = executables;
    await succeed(generators, [schemaFile, logoFile, folder, ...languages, "--", kubernetes], failure, { directory: scratch });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The schema of the Kubernetes package, whose types ours refers to, as its plugin serves it.
 *
 * @param {Record<string, string>} executables
 * @param {string} scratch a folder for Pulumi's settings
 */
export async function schemaOf({ pulumi = "", "pulumi-resource-kubernetes": plugin = "" }, scratch) {
  const environment = { ...process.env, PULUMI_HOME: scratch, PULUMI_SKIP_UPDATE_CHECK: "true" };
  return succeed(pulumi, ["package", "get-schema", plugin], failure, { directory: scratch, environment });
}

/** @param {readonly string[]} languages */
async function replaceSdks(languages) {
  const made = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-sdk-"));
  try {
    await makeSdks(languages, made);
    for (const file of ownFiles.filter((file) => existsSync(join(checkout, "sdk", file)))) {
      mkdirSync(join(made, file, ".."), { recursive: true });
      cpSync(join(checkout, "sdk", file), join(made, file));
    }
    for (const language of languages) {
      rmSync(join(checkout, "sdk", language), { recursive: true, force: true });
      cpSync(join(made, language), join(checkout, "sdk", language), { recursive: true });
      console.log(`sdk/${language}`);
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  if (checkedIn.every((language) => languages.includes(language))) {
    writeFileSync(recordFile, currentRecord());
  }
}

if (isMain(import.meta.url)) {
  const languages = process.argv.slice(2);
  replaceSdks(languages.length === 0 ? checkedIn : languages).catch(exitWith);
}
