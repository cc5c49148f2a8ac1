/**
 * `npm run release -- --dry-run`: makes everything that a release consists of in a folder, and publishes nothing. The workflow `release` publishes
 * what it made. There is one version, that of package.json: the schemas, the SDKs, the tag and the changelog must have it.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.mjs";
import { ensurePython } from "./python.mjs";
import { setup } from "./setup.mjs";
import { exitWith, isMain, succeed } from "./toolchain/process.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const plugin = "pulumi-resource-victoriametrics";

/** What `pulumi plugin install` asks for on each machine. The plugin is one program for Node.js, so the archives differ in the wrapper for Windows. */
export const platforms = ["linux-amd64", "linux-arm64", "darwin-amd64", "darwin-arm64", "windows-amd64", "windows-arm64"];

const read = (/** @type {string[]} */ ...path) => readFileSync(join(checkout, ...path), "utf8");

/** Places of the version beside package.json, each with the version in it. */
const places = {
  "schema.json": () => JSON.parse(read("schema.json")).version,
  "sdk/schema.json": () => JSON.parse(read("sdk", "schema.json")).version,
  "package-lock.json": () => JSON.parse(read("package-lock.json")).version,
  "sdk/nodejs/package.json": () => JSON.parse(read("sdk", "nodejs", "package.json")).version,
  "sdk/python/pyproject.toml": () => /^\s*version = "(.*)"$/m.exec(read("sdk", "python", "pyproject.toml"))?.[1],
  "sdk/go/victoriametrics/pulumi-plugin.json": () => JSON.parse(read("sdk", "go", "victoriametrics", "pulumi-plugin.json")).version,
};

/**
 * @param {string} version
 * @returns {string[]} the places that have another one
 */
export function staleVersions(version) {
  return Object.entries(places)
    .map(([place, versionIn]) => [place, versionIn()])
    .filter(([, found]) => found !== version)
    .map(([place, found]) => `${place} has version ${found} instead of ${version}: run npm run sdk`);
}

/**
 * The notes of a release: its section of the changelog.
 *
 * @param {string} changelog
 * @param {string} version
 */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\s/)[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${version}": write the changes for users there`);
  return `${section.slice(section.indexOf("\n")).trim()}\n`;
}

/**
 * Makes the artefacts.
 *
 * @param {string} folder is made anew
 * @param {string} [tag] the tag that is released
 */
export async function makeRelease(folder, tag) {
  const { version } = JSON.parse(read("package.json"));
  const stale = [...staleVersions(version), ...(tag !== undefined && tag !== `v${version}` ? [`the tag ${tag} is not v${version}`] : [])];
  if (stale.length > 0) throw new Error(stale.join("\n"));
  const notes = notesOf(read("CHANGELOG.md"), version);
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["npm", "python", "plugins"]) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, "notes.md"), notes);
  writeFileSync(join(folder, "go-tags.txt"), `sdk/go/v${version}\n`);
  await makePackage(join(folder, "npm"));
  await makeWheel(join(folder, "python"));
  await makePlugins(join(folder, "plugins"), version);
  writeFileSync(join(folder, "plugins", "SHA256SUMS"), checksumsOf(join(folder, "plugins")));
}

/**
 * The package for npm. Scripts and tools are for the checkout alone, so its package.json has none.
 *
 * @param {string} folder
 */
async function makePackage(folder) {
  const pack = (/** @type {string} */ from, /** @type {string} */ to) =>
    succeed("npm", ["pack", "--ignore-scripts", "--pack-destination", to], "npm pack failed", { directory: from });
  await withScratch(async (scratch) => {
    await pack(checkout, scratch);
    const [tarball = ""] = readdirSync(scratch);
    await succeed("tar", ["-xzf", tarball], "tar failed", { directory: scratch });
    const file = join(scratch, "package", "package.json");
    const { scripts: _, devDependencies: __, ...published } = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, `${JSON.stringify(published, null, 2)}\n`);
    await pack(join(scratch, "package"), folder);
  });
}

/** @param {string} folder */
async function makeWheel(folder) {
  await withScratch(async (scratch) => {
    const source = join(scratch, "python");
    cpSync(join(checkout, "sdk", "python"), source, { recursive: true });
    const python = await ensurePython(join(checkout, "tests", "sdk", "python", "requirements.txt"));
    const wheel = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source];
    await succeed(python, wheel, "pip wheel failed", { directory: scratch });
  });
}

/**
 * @param {string} folder
 * @param {string} version
 */
async function makePlugins(folder, version) {
  await withScratch(async (made) => {
    await bundle(made);
    for (const platform of platforms) {
      const archive = join(folder, `${plugin}-v${version}-${platform}.tar.gz`);
      await succeed("tar", ["-czf", archive, "."], "tar failed", { directory: made });
    }
  });
}

/**
 * The checksums of a folder's files as `sha256sum -c` reads them.
 *
 * @param {string} folder
 */
function checksumsOf(folder) {
  const sum = (/** @type {string} */ file) =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
  return readdirSync(folder)
    .sort()
    .map((file) => `${sum(file)}  ${file}\n`)
    .join("");
}

/**
 * Works with a folder that is gone afterwards.
 *
 * @param {(scratch: string) => Promise<void>} work
 */
async function withScratch(work) {
  const scratch = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-release-"));
  try {
    await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {string[]} commandLine */
async function main(commandLine) {
  const { values: options } = parseArgs({
    args: commandLine,
    options: {
      "dry-run": { type: "boolean", default: false },
      tag: { type: "string" },
      folder: { type: "string", default: join(checkout, ".pulumi-victoriametrics", "release") },
    },
  });
  if (!options["dry-run"]) throw new Error("give --dry-run: the workflow .github/workflows/release.yml publishes, started by a tag");
  await setup();
  await makeRelease(resolve(options.folder), options.tag);
  console.log(`The release lies in ${options.folder}`);
}

if (isMain(import.meta.url)) {
  main(process.argv.slice(2)).catch(exitWith);
}
