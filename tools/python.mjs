/**
 * The Python environment of the tests: a virtual environment with the packages of a requirements file, kept in the cache folder.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "./toolchain/cache.mjs";
import { ownerOf, withLock } from "./toolchain/lock.mjs";
import { onPath, run, succeed } from "./toolchain/process.mjs";
import { step } from "./toolchain/progress.mjs";

const bin = process.platform === "win32" ? "Scripts" : "bin";

/**
 * @param {string} requirements a requirements file; another content is another environment
 * @returns {Promise<string>} the environment's interpreter
 */
export async function ensurePython(requirements) {
  const [interpreter] = [...onPath("python3", process.env), ...onPath("python", process.env)];
  if (interpreter === undefined) {
    throw new Error(
      "Python, which the tests of the Python SDK need, is not on the PATH: install 3.9 or newer (https://www.python.org/downloads/)",
    );
  }
  const { output: version } = await run(interpreter, ["--version"]);
  const key = createHash("sha256").update(version).update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const root = join(cacheFolder(process.env), "python", key);
  const finished = join(root, ".finished"); // a virtual environment cannot be moved, so it is made in its place
  if (!existsSync(finished)) {
    mkdirSync(dirname(root), { recursive: true });
    /** @param {() => Promise<void>} wait */
    const waiting = (wait) => step(`Python environment: waiting for process ${ownerOf(`${root}.lock`)}, which is making it`, wait);
    await withLock(`${root}.lock`, waiting, async () => {
      if (!existsSync(finished)) {
        await step("Python environment: installing its packages (a minute, once)", () => make(interpreter, root, requirements));
        writeFileSync(finished, "");
      }
    });
  }
  return join(root, bin, "python");
}

/**
 * @param {string} interpreter
 * @param {string} root
 * @param {string} requirements
 */
async function make(interpreter, root, requirements) {
  rmSync(root, { recursive: true, force: true });
  const failure = "the Python environment of the tests could not be made";
  await succeed(interpreter, ["-m", "venv", root], `${failure} (is the package python3-venv installed?)`);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements];
  await succeed(join(root, bin, "python"), install, `${failure} (is the network there?)`);
}
