/**
 * The first step of every script: Node is new enough, the npm dependencies are there, `dist/` is compiled, and so are the programs asked for. On a
 * warm checkout it only compares hashes.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "./toolchain/cache.mjs";
import { withLock } from "./toolchain/lock.mjs";
import { exitWith, isMain, run } from "./toolchain/process.mjs";
import { step } from "./toolchain/progress.mjs";
import { ensure } from "./toolchain.mjs";

/** @typedef {import("./toolchain/progress.mjs").Log} Log */

const minimumNode = 20;
const checkout = fileURLToPath(new URL("..", import.meta.url));
const inCheckout = (/** @type {string[]} */ ...parts) => join(checkout, ...parts);
const lockFile = inCheckout("package-lock.json");
const installedRecord = inCheckout("node_modules", ".pulumi-victoriametrics-lock");
const builtRecord = inCheckout("dist", ".built");

/**
 * @param {{ programs?: readonly string[], build?: boolean, log?: Log }} [options]
 * @returns {Promise<Record<string, string>>} the programs' executables, as `ensure` returns them
 */
export async function setup({ programs = [], build = true, log } = {}) {
  checkNode(process.versions.node);
  await unlessCurrent(dependenciesAreCurrent, () => installDependencies(log), log);
  if (build) {
    await ensureBuilt(log);
  }
  return ensure(programs, { log });
}

/** @param {Log} [log] */
export async function ensureBuilt(log) {
  await unlessCurrent(buildIsCurrent, () => compile(log), log);
}

/** @param {string} version */
export function checkNode(version) {
  if (Number.parseInt(version, 10) < minimumNode) {
    throw new Error(`Node.js ${minimumNode} or newer is needed, and this is ${version}: install a newer one (https://nodejs.org/)`);
  }
}

/**
 * Two scripts started at once must not both write to `node_modules/` or `dist/`.
 *
 * @param {() => boolean} isCurrent
 * @param {() => Promise<void>} work
 * @param {Log} [log]
 */
async function unlessCurrent(isCurrent, work, log) {
  if (isCurrent()) {
    return;
  }
  const lock = join(cacheFolder(process.env), "setup", `${hashOf([checkout])}.lock`);
  /** @param {() => Promise<void>} wait */
  const waiting = (wait) => step("setup: waiting for another script that sets up this checkout", wait, log);
  await withLock(lock, waiting, async () => {
    if (!isCurrent()) {
      await work();
    }
  });
}

function dependenciesAreCurrent() {
  if (!existsSync(inCheckout("node_modules"))) {
    return false;
  }
  return readText(installedRecord) === dependenciesHash() || npmInstalledAfterTheLockFileChanged();
}

/** As after `npm install` by hand, which leaves no record of ours. */
function npmInstalledAfterTheLockFileChanged() {
  return modifiedAt(inCheckout("node_modules", ".package-lock.json")) >= modifiedAt(lockFile);
}

/** @param {Log} [log] */
async function installDependencies(log) {
  const command = existsSync(lockFile) ? "ci" : "install";
  await npm([command, "--no-audit", "--no-fund", "--ignore-scripts"], "the npm dependencies could not be installed", log);
  writeFileSync(installedRecord, dependenciesHash());
}

function dependenciesHash() {
  return hashOf([readText(existsSync(lockFile) ? lockFile : inCheckout("package.json")) ?? ""]);
}

function buildIsCurrent() {
  return readText(builtRecord) === sourcesHash();
}

/** @param {Log} [log] */
async function compile(log) {
  await npm(["run", "build"], "the TypeScript sources could not be compiled", log);
  writeFileSync(builtRecord, sourcesHash());
}

function sourcesHash() {
  const configurations = readdirSync(checkout).filter((name) => /^tsconfig.*\.json$/.test(name));
  const files = [
    ...filesBelow("provider"),
    ...buildScripts(),
    ...filesBelow(join("tools", "go", "upstream")),
    ...configurations,
    "package.json",
  ].sort();
  return hashOf(files.flatMap((file) => [file, readText(inCheckout(file)) ?? ""]));
}

/** The scripts that `npm run build` runs. */
function buildScripts() {
  const { scripts } = JSON.parse(readText(inCheckout("package.json")) ?? "{}");
  return /** @type {string[]} */ (scripts.build.match(/tools\/[\w-]+\.mjs/g) ?? []);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(inCheckout(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/**
 * @param {readonly string[]} npmArguments
 * @param {string} failure
 * @param {Log} [log]
 */
async function npm(npmArguments, failure, log) {
  const command = `npm ${npmArguments.join(" ")}`;
  await step(
    `setup: ${command}`,
    async () => {
      // On Windows npm is npm.cmd, which only a shell runs.
      const { code, output, errors } = await run("npm", npmArguments, { directory: checkout, shell: process.platform === "win32" });
      if (code !== 0) {
        throw new Error(`${failure}, \`${command}\` ended with exit code ${code}:\n${output}${errors}`.trimEnd());
      }
    },
    log,
  );
}

/** @param {readonly string[]} parts */
function hashOf(parts) {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(part).update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** @param {string} file */
function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (isMain(import.meta.url)) {
  setup().catch(exitWith);
}
