import { onPath, run } from "./process.mjs";

/** @typedef {import("../programs.mjs").Program} Program */

/**
 * Installs a program from the packages of Debian and its kin, where this process may do that.
 *
 * @param {Program} program
 * @param {{ environment: NodeJS.ProcessEnv }} context
 * @returns {Promise<boolean>} whether it was installed
 */
export async function installPackage({ debianPackage }, { environment }) {
  const [aptGet] = onPath("apt-get", environment);
  if (debianPackage === undefined || aptGet === undefined || process.getuid?.() !== 0) return false;
  const quiet = { environment: { ...environment, DEBIAN_FRONTEND: "noninteractive" } };
  await run(aptGet, ["update", "-qq"], quiet);
  const { code } = await run(aptGet, ["install", "-y", "-qq", "--no-install-recommends", debianPackage], quiet);
  return code === 0;
}
