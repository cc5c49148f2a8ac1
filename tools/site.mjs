/**
 * `npm run docs:site`: README and the documents as a static site with a search, in `.pulumi-victoriametrics/site`. The generator has dependencies of its
 * own, which are installed in `tools/site` the first time.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { pageOf, sidebarOf } from "./site/pages.mjs";
import { exitWith, isMain, succeed } from "./toolchain/process.mjs";
import { step } from "./toolchain/progress.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const generator = fileURLToPath(new URL("site/", import.meta.url));

/** The pages of the site. */
export function pages() {
  const documents = readdirSync(join(checkout, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file.split(sep).join("/")}`)
    .sort();
  return ["README.md", ...documents].flatMap((document) => pageOf(document, readFileSync(join(checkout, document), "utf8")) ?? []);
}

/** The pictures of the documents, as paths in `docs` and in the site. */
export const pictures = () => readdirSync(join(checkout, "docs")).filter((file) => file.endsWith(".svg"));

/**
 * Builds the site into a folder.
 *
 * @param {string} folder
 */
export async function buildSite(folder) {
  const failure = "the site could not be built";
  const inGenerator = { directory: generator };
  if (!existsSync(join(generator, "node_modules"))) {
    await step("the generator of the site: npm ci", () => succeed("npm", ["ci", "--no-audit", "--no-fund"], failure, inGenerator));
  }
  // Below the generator, so that its packages are found from there.
  const source = join(generator, ".source");
  rmSync(source, { recursive: true, force: true });
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(dirname(join(source, file)), { recursive: true });
    writeFileSync(join(source, file), text);
  };
  const all = pages();
  for (const { path, text } of all) write(path, text);
  for (const picture of pictures()) cpSync(join(checkout, "docs", picture), join(source, picture));
  write(".vitepress/sidebar.json", JSON.stringify({ sidebar: sidebarOf(all) }));
  cpSync(join(generator, "config.mjs"), join(source, ".vitepress", "config.mjs"));
  mkdirSync(join(source, ".vitepress", "theme"));
  cpSync(join(generator, "theme.mjs"), join(source, ".vitepress", "theme", "index.mjs"));
  const program = join(generator, "node_modules", "vitepress", "bin", "vitepress.js");
  await step("the site: vitepress build", () =>
    succeed(process.execPath, [program, "build", source, "--outDir", folder], failure, inGenerator),
  );
  rmSync(source, { recursive: true, force: true });
}

if (isMain(import.meta.url)) {
  const folder = join(checkout, ".pulumi-victoriametrics", "site");
  buildSite(folder).then(
    () => console.log(`The site lies in ${relative(process.cwd(), folder)}: open it with \`npx serve\` or any server of files.`),
    exitWith,
  );
}
