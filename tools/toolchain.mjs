/**
 * Finds the programs of `programs.mjs`, or gets them: cached, installed, downloaded or built, whichever comes first.
 * From a shell: `node tools/toolchain.mjs [names…]` prints `name<TAB>path` for each.
 */
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { programs as allPrograms } from "./programs.mjs";
import { build, findGo } from "./toolchain/build.mjs";
import { cachedRoot, cacheFolder, executableIn, findCached, publish, removeLeftovers, stagingFolder } from "./toolchain/cache.mjs";
import { download, downloadUrl } from "./toolchain/download.mjs";
import { askVersion, findInstalled } from "./toolchain/installed.mjs";
import { ownerOf, withLock } from "./toolchain/lock.mjs";
import { installPackage } from "./toolchain/packages.mjs";
import { asExecutable, exitWith, isExecutable, isMain } from "./toolchain/process.mjs";
import { logOf, step } from "./toolchain/progress.mjs";
import { isAtLeast } from "./toolchain/version.mjs";

/** @typedef {import("./programs.mjs").Program} Program */
/** @typedef {import("./toolchain/progress.mjs").Log} Log */

/**
 * Access to the machine, replaced in unit tests.
 *
 * @typedef {object} Steps
 * @property {typeof findInstalled} findInstalled
 * @property {typeof installPackage} installPackage
 * @property {typeof download} download
 * @property {typeof findGo} findGo
 * @property {typeof build} build
 */

/**
 * @typedef {object} Options
 * @property {Log} [log] takes the progress lines; without it they go to standard error
 * @property {readonly Program[]} [programs]
 * @property {NodeJS.ProcessEnv} [environment]
 * @property {Partial<Steps>} [steps]
 */

/** @typedef {{ log: Log | undefined, programs: readonly Program[], environment: NodeJS.ProcessEnv, cache: string, steps: Steps }} Context */
/** @typedef {{ work: string, result: string, log: string }} Paths */

/**
 * @param {readonly string[]} names
 * @param {Options} [options]
 * @returns {Promise<Record<string, string>>} the absolute path of each program's executable
 */
export async function ensure(names, { log, programs = allPrograms, environment = process.env, steps } = {}) {
  const context = {
    log,
    programs,
    environment,
    cache: cacheFolder(environment),
    steps: { findInstalled, installPackage, download, findGo, build, ...steps },
  };
  /** @type {Record<string, string>} */
  const executables = {};
  for (const program of names.map((name) => findProgram(name, programs))) {
    executables[program.name] = await ensureProgram(program, context);
  }
  return executables;
}

/**
 * @param {string} name
 * @param {string} executable as `ensure` returned it
 * @returns {string} the folder that Pulumi is given: `<root>/bin/pulumi` for the command line, the plugin's own folder for a plugin
 */
export function rootOf(name, executable) {
  const below = normalize(asExecutable(findProgram(name, allPrograms).executable));
  return normalize(executable).slice(0, -below.length - 1);
}

/**
 * @param {string} name
 * @param {readonly Program[]} programs
 */
function findProgram(name, programs) {
  const program = programs.find((candidate) => candidate.name === name);
  if (program === undefined) {
    throw new Error(`${name}: no such program; there are ${programs.map((candidate) => candidate.name).join(", ")}`);
  }
  return program;
}

/**
 * The cache comes first: looking there costs nothing, asking an installed program for its version costs a third of a second.
 *
 * @param {Program} program
 * @param {Context} context
 */
async function ensureProgram(program, context) {
  const bundled = program.partOf === undefined ? undefined : await findBundled(program, program.partOf, context);
  return (
    bundled ??
    findCached(context.cache, program) ??
    (await context.steps.findInstalled(program, context)) ??
    (await installed(program, context)) ??
    (await fetchOnce(program, context))
  );
}

/**
 * A program that the system's own packages have, once it is installed from there.
 *
 * @param {Program} program
 * @param {Context} context
 */
async function installed(program, context) {
  if (program.debianPackage === undefined) return undefined;
  const install = () => context.steps.installPackage(program, context);
  const isInstalled = await step(`${program.name}: installing Debian's package ${program.debianPackage}`, install, context.log);
  return isInstalled ? await context.steps.findInstalled(program, context) : undefined;
}

/**
 * The parts of a release go together, so those that lie beside their main program come before all others.
 *
 * @param {Program} program
 * @param {string} main
 * @param {Context} context
 */
async function findBundled(program, main, context) {
  const beside = dirname(await ensureProgram(findProgram(main, context.programs), context));
  const executable = join(beside, asExecutable(program.name));
  return isExecutable(executable) ? executable : undefined;
}

/**
 * @param {Program} program
 * @param {Context} context
 */
async function fetchOnce(program, context) {
  const root = cachedRoot(context.cache, program);
  const lock = `${root}.lock`;
  /** @param {() => Promise<void>} wait */
  const waiting = (wait) => step(`${title(program)}: waiting for process ${ownerOf(lock)}, which is getting it`, wait, context.log);
  return withLock(lock, waiting, async () => findCached(context.cache, program) ?? (await fetchInto(root, program, context)));
}

/**
 * @param {string} root
 * @param {Program} program
 * @param {Context} context
 */
async function fetchInto(root, program, context) {
  removeLeftovers(root);
  const staging = stagingFolder(root);
  try {
    const downloaded = await tryDownload(program, pathsIn(staging, root), context);
    publish(downloaded ?? (await mustBuild(program, pathsIn(staging, root), context)), root, program);
    return executableIn(root, program);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * @param {string} staging
 * @param {string} root
 * @returns {Paths} whose folders are recreated
 */
function pathsIn(staging, root) {
  rmSync(staging, { recursive: true, force: true });
  const paths = { work: join(staging, "work"), result: join(staging, "result"), log: `${root}.build.log` };
  mkdirSync(paths.work, { recursive: true });
  return paths;
}

/**
 * @param {Program} program
 * @param {Paths} paths
 * @param {Context} context
 * @returns {Promise<string | undefined>} the program's root, if that went well
 */
async function tryDownload(program, paths, context) {
  const url = downloadUrl(program);
  if (url === undefined || context.environment.PULUMI_VICTORIAMETRICS_NO_DOWNLOAD === "1") {
    return undefined;
  }
  const { host } = new URL(url);
  try {
    await step(
      `${title(program)}: downloading from ${host}`,
      async () => {
        await context.steps.download(program, url, paths);
        await verify(program, paths.result, context);
      },
      context.log,
    );
    return paths.result;
  } catch (error) {
    logOf(context.log)(`${title(program)}: the download from ${host} failed (${messageOf(error)}), so it is built instead`);
    return undefined;
  }
}

/**
 * @param {Program} program
 * @param {Paths} paths
 * @param {Context} context
 * @returns {Promise<string>} the program's root
 */
async function mustBuild(program, paths, context) {
  const go = context.steps.findGo(context.environment);
  if (go === undefined || program.go === undefined) {
    throw new Error(cannotBuild(program));
  }
  const buildable = { ...program, go: program.go };
  try {
    await step(
      `${title(program)}: building from its Go module (a few minutes, once)`,
      async () => {
        await context.steps.build(buildable, paths, { go, environment: context.environment });
        await verify(program, paths.result, context);
      },
      context.log,
    );
    rmSync(paths.log, { force: true });
    return paths.result;
  } catch (error) {
    throw new Error(`${title(program)}: could not be built (${messageOf(error)}), see ${paths.log}`);
  }
}

/** @param {Program} program */
function cannotBuild(program) {
  const lacking = `${title(program)}: neither installed (${program.minimum} or newer) nor downloaded`;
  return program.go === undefined
    ? `${lacking}: install it (${program.homepage})`
    : `${lacking}, and Go, which could build it, is not on the PATH: install Go (https://go.dev/dl/) or ${program.name} (${program.homepage})`;
}

/**
 * Nothing gets into the cache that is not the program.
 *
 * @param {Program} program
 * @param {string} root
 * @param {Context} context
 */
async function verify(program, root, { environment }) {
  const executable = executableIn(root, program);
  if (!isExecutable(executable)) {
    throw new Error(`there is no ${program.executable} in it`);
  }
  if (program.versionArguments !== undefined) {
    const version = await askVersion(executable, program, environment);
    if (version === undefined || !isAtLeast(version, program.minimum)) {
      throw new Error(`it says that its version is ${version ?? "unknown"}`);
    }
  }
}

/** @param {Program} program */
const title = (program) => `${program.name} ${program.version}`;

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

if (isMain(import.meta.url)) {
  const names = process.argv.length > 2 ? process.argv.slice(2) : allPrograms.map((program) => program.name);
  ensure(names).then((executables) => {
    for (const [name, path] of Object.entries(executables)) {
      console.log(`${name}\t${path}`);
    }
  }, exitWith);
}
