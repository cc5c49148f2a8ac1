import { chmodSync, createWriteStream, mkdirSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { executableIn } from "./cache.mjs";
import { asExecutable, run } from "./process.mjs";

/** @typedef {import("../programs.mjs").Program} Program */
/** @typedef {import("../programs.mjs").Platform} Platform */
/** @typedef {{ answer: number, stall: number }} TimeOuts milliseconds until the first byte, and without a further one */

/** @type {TimeOuts} */
const patient = { answer: 5_000, stall: 10_000 };

/**
 * @param {Program} program
 * @returns {string | undefined} nothing where no release is made for this platform
 */
export function downloadUrl(program) {
  const platform = currentPlatform();
  return platform && program.download?.url(platform);
}

/** @returns {Platform | undefined} */
function currentPlatform() {
  const os = /** @type {const} */ ({ linux: "linux", darwin: "darwin", win32: "windows" })[/** @type {string} */ (process.platform)];
  const architecture = /** @type {const} */ ({ x64: "amd64", arm64: "arm64" })[/** @type {string} */ (process.arch)];
  return os && architecture && { os, architecture };
}

/**
 * Downloads and unpacks the program so that `folders.result` is its root.
 *
 * @param {Program} program
 * @param {string} url
 * @param {{ work: string, result: string }} folders
 * @param {TimeOuts} [timeOuts]
 */
export async function download(program, url, { work, result }, timeOuts = patient) {
  const file = join(work, basename(new URL(url).pathname));
  await save(url, file, timeOuts);
  const downloaded = /\.(tar\.gz|tgz|zip)$/.test(file) ? await unpack(program, file, work) : file;
  const executable = executableIn(result, program);
  mkdirSync(dirname(dirname(executable)), { recursive: true });
  if (downloaded === file) {
    mkdirSync(dirname(executable));
  } else {
    renameSync(dirname(downloaded), dirname(executable)); // with its neighbours, which it may need
  }
  const arrived = downloaded === file ? file : join(dirname(executable), basename(downloaded));
  renameSync(arrived, executable);
  chmodSync(executable, 0o755);
}

/**
 * @param {string} url
 * @param {string} file
 * @param {TimeOuts} timeOuts
 */
async function save(url, file, { answer, stall }) {
  const controller = new AbortController();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @param {number} milliseconds @param {string} reason */
  const expect = (milliseconds, reason) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new Error(`${reason} ${milliseconds / 1000} s`)), milliseconds);
  };
  try {
    expect(answer, "no answer within");
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok || response.body === null) {
      throw new Error(`HTTP status ${response.status}`);
    }
    const body = Readable.fromWeb(/** @type {import("node:stream/web").ReadableStream} */ (response.body));
    expect(stall, "no data for");
    body.on("data", () => expect(stall, "no data for"));
    await pipeline(body, createWriteStream(file), { signal: controller.signal });
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : causeOf(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `fetch` says "fetch failed" and keeps the reason to itself; of several addresses tried, only the code says why.
 *
 * @param {unknown} error
 */
function causeOf(error) {
  const cause = /** @type {NodeJS.ErrnoException} */ (error instanceof Error && error.cause instanceof Error ? error.cause : error);
  return new Error(cause.message || cause.code);
}

/**
 * @param {Program} program
 * @param {string} archive
 * @param {string} work
 * @returns {Promise<string>} the executable among what was unpacked
 */
async function unpack(program, archive, work) {
  const folder = join(work, "unpacked");
  mkdirSync(folder);
  const { code } = await run(tarCommand(), ["-xf", archive, "-C", folder]);
  const name = asExecutable(program.download?.file ?? basename(program.executable));
  const executable = code === 0 ? findFile(folder, name) : undefined;
  if (executable === undefined) {
    throw new Error(`${basename(archive)} is not the expected archive`);
  }
  return executable;
}

/** Windows' own tar reads .zip as well; another one may come first on the PATH. */
function tarCommand() {
  return process.platform === "win32" ? join(process.env.SystemRoot ?? "C:\\Windows", "System32", "tar.exe") : "tar";
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string | undefined}
 */
function findFile(folder, name) {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true }).find((entry) => entry.isFile() && entry.name === name);
  return found && join(found.parentPath ?? found.path, name);
}
