import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, normalize, sep } from "node:path";
import { asExecutable, isExecutable, onPath, run } from "./process.mjs";
import { compareVersions, findVersion, isAtLeast } from "./version.mjs";

/** @typedef {import("../programs.mjs").Program} Program */

/**
 * @param {Program} program
 * @param {{ cache: string, environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<string | undefined>} an installed executable that is new enough
 */
export async function findInstalled(program, { cache, environment }) {
  for (const executable of onPath(program.name, environment)) {
    if (hasLayout(executable, program) && (await isNewEnough(executable, program, { cache, environment }))) {
      return executable;
    }
  }
  return findPlugin(program, environment);
}

/**
 * The root is what others are given, so the executable must lie below it where the table says.
 *
 * @param {string} executable
 * @param {Program} program
 */
function hasLayout(executable, program) {
  return executable.endsWith(sep + normalize(asExecutable(program.executable)));
}

/**
 * @param {string} executable
 * @param {Program} program
 * @param {{ cache: string, environment: NodeJS.ProcessEnv }} context
 */
async function isNewEnough(executable, program, { cache, environment }) {
  if (program.versionArguments === undefined) {
    return true;
  }
  const memory = join(cache, "installed-versions.json");
  const version = await rememberedVersion(memory, executable, () => askVersion(executable, program, environment));
  return version !== undefined && isAtLeast(version, program.minimum);
}

/**
 * @param {string} executable
 * @param {Program} program
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<string | undefined>}
 */
export async function askVersion(executable, program, environment) {
  const quiet = { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" }; // else pulumi asks the network
  const { code, output, errors } = await run(executable, program.versionArguments ?? [], { environment: quiet });
  return code === 0 ? (findVersion(output) ?? findVersion(errors)) : undefined; // some print it to standard error
}

/**
 * Asking costs a third of a second, so the answer is kept until the file changes.
 *
 * @param {string} memory
 * @param {string} executable
 * @param {() => Promise<string | undefined>} ask
 * @returns {Promise<string | undefined>}
 */
async function rememberedVersion(memory, executable, ask) {
  const { mtimeMs, size } = statSync(executable);
  const stamp = `${mtimeMs} ${size}`;
  const known = readMemory(memory);
  if (known[executable]?.stamp === stamp) {
    return known[executable].version;
  }
  const version = await ask();
  if (version !== undefined) {
    writeMemory(memory, { ...known, [executable]: { stamp, version } });
  }
  return version;
}

/**
 * @param {string} memory
 * @returns {Record<string, { stamp: string, version: string }>}
 */
function readMemory(memory) {
  try {
    return JSON.parse(readFileSync(memory, "utf8"));
  } catch {
    return {};
  }
}

/**
 * @param {string} memory
 * @param {ReturnType<typeof readMemory>} content
 */
function writeMemory(memory, content) {
  mkdirSync(dirname(memory), { recursive: true });
  const temporary = `${memory}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(content, null, 2));
  renameSync(temporary, memory);
}

/**
 * @param {Program} program
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | undefined} the newest one in Pulumi's plugin folder that is new enough
 */
function findPlugin(program, environment) {
  if (program.plugin === undefined) {
    return undefined;
  }
  const plugins = join(environment.PULUMI_HOME || join(homedir(), ".pulumi"), "plugins");
  const prefix = `resource-${program.plugin}-v`;
  return namesIn(plugins)
    .filter((name) => name.startsWith(prefix) && findVersion(name) === name.slice(prefix.length))
    .map((name) => ({ version: name.slice(prefix.length), executable: join(plugins, name, asExecutable(program.name)) }))
    .filter(({ version, executable }) => isAtLeast(version, program.minimum) && isExecutable(executable))
    .sort((left, right) => compareVersions(right.version, left.version))[0]?.executable;
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
