import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { examples } from "../engine/examples";
import { mustType, newFolder } from "./commandLine";

const checkout = join(__dirname, "..", "..");

/** Settings that save time without a change of the result. */
const quietly = ["--prefer-offline", "--no-audit", "--no-fund"];

/** A clone with the files of the checkout, the changed ones among them. Nothing is installed in it. */
export async function cloneInto(name: string): Promise<string> {
  const folder = newFolder(name);
  const listed = await mustType({ folder: checkout }, "git", "ls-files", "--cached", "--others", "--exclude-standard");
  for (const file of listed
    .split("\n")
    .slice(1)
    .filter((path) => path !== "" && existsSync(join(checkout, path)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(checkout, file), join(folder, file));
  }
  return folder;
}

/** A clone in which README's `npm ci` was typed. */
export const installedClone = once(async () => {
  const folder = await cloneInto("clone");
  await mustType({ folder }, "npm", "ci", ...quietly);
  return folder;
});

/** The package as npm would publish it, made in the clone. */
const packed = once(async () => {
  const folder = await installedClone();
  await mustType({ folder }, "npm", "pack");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return join(folder, `pulumi-victoriametrics-${version}.tgz`);
});

/** A folder with the packed package, Pulumi's packages and no compiler: programs in it are compiled by the one that Pulumi brings along. */
export const withoutCompiler = once(() => installation("without-compiler", {}));

/** The same with a compiler and a ts-node of its own. */
export const withCompiler = once(() => installation("with-compiler", { typescript: "5.9", "ts-node": "10" }));

/** The folder of an example, copied out of the repository. */
export function copyOf(example: string, folder: string): string {
  cpSync(join(checkout, "examples", example), folder, { recursive: true, filter: (path) => !/\/(venv|Pulumi\.\w+\.yaml)$/.test(path) });
  return folder;
}

/** Copies of examples in TypeScript after `npm install` in the first of them. They name the same packages, so the others use what it has. */
export const installedCopies = once(async () => {
  const folder = newFolder("copies");
  const [first, ...others] = Object.keys(examples).map((name) => copyOf(name, join(folder, name)));
  await mustType({ folder: first ?? "" }, "npm", "install", ...quietly, await packed());
  for (const other of others) symlinkSync(join(first ?? "", "node_modules"), join(other, "node_modules"), "junction");
  return folder;
});

/** The quickstart in Python in the clone, with the virtual environment that its README says to make. */
export const pythonQuickstart = once(async () => {
  const folder = join(await installedClone(), "examples", "quickstart-python");
  await mustType({ folder }, "python3", "-m", "venv", "venv");
  const bin = join(folder, "venv", "bin");
  await mustType({ folder, bin }, "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt");
  return { folder, bin };
});

async function installation(name: string, devDependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = newFolder(name);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, main: "index.ts", devDependencies }));
  await mustType({ folder }, "npm", "install", ...quietly, "@pulumi/pulumi", "@pulumi/kubernetes", await packed());
  return folder;
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= make();
    return result;
  };
}
