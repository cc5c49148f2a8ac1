import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { examples } from "../engine/examples";
import { mustType, newFolder } from "./commandLine";
import { commandsOf, sections } from "./documents";
import { mustTypeAll } from "./session";

const checkout = join(__dirname, "..", "..");

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

/** Makes a folder a repository of git, with some of its files in the branch main. */
export async function makeRepository(folder: string, ...paths: readonly string[]): Promise<void> {
  const author = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  await mustType({ folder }, "git", "init", "--quiet", "--initial-branch", "main");
  await mustType({ folder }, "git", "add", ...paths);
  await mustType({ folder }, "git", ...author, "commit", "--quiet", "--message", "Files");
}

/** The variables that let git take the repository from a folder on this machine instead of its address. */
async function fromThisMachine(): Promise<Readonly<Record<string, string>>> {
  const folder = await cloneInto("repository");
  await makeRepository(folder, ".");
  const { repository } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as { repository: { url: string } };
  const address = repository.url.replace(/^git\+/, "").replace(/\.git$/, "");
  return { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: `url.${folder}.insteadOf`, GIT_CONFIG_VALUE_0: address };
}

/** The first step of docs/getting-started.md, as it is printed: the clone, and beside it a folder for a program, with the packed package. */
const workspace = once(async () => {
  const folder = newFolder("workspace");
  await mustTypeAll({ folder, variables: await fromThisMachine() }, commandsOf(sections("docs/getting-started.md", "The package")));
  return folder;
});

/** A clone in which `npm ci` and `npm pack` were typed. */
export const installedClone = once(async () => join(await workspace(), "pulumi-victoriametrics"));

/** The package as npm would publish it, made in the clone. */
export const packed = once(async () => {
  const folder = await installedClone();
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return join(folder, `pulumi-victoriametrics-${version}.tgz`);
});

/** A folder with the packed package, Pulumi's packages and no compiler: programs in it are compiled by the one that Pulumi brings along. */
export const withoutCompiler = once(async () => join(await workspace(), "metrics"));

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
  await mustType({ folder: first ?? "" }, "npm", "install", await packed());
  for (const other of others) symlinkSync(join(first ?? "", "node_modules"), join(other, "node_modules"), "junction");
  return folder;
});

/** The commands of the quickstart's README in Python that make its virtual environment. */
export const pythonEnvironment = commandsOf(sections("examples/quickstart-python/README.md", "Running it")).slice(0, 3);

/** The quickstart in Python in the clone, with its virtual environment. */
export const pythonQuickstart = once(async () => {
  const clone = await installedClone();
  await mustTypeAll({ folder: clone }, pythonEnvironment);
  const folder = join(clone, "examples", "quickstart-python");
  return { folder, bin: join(folder, "venv", "bin") };
});

async function installation(name: string, devDependencies: Readonly<Record<string, string>>): Promise<string> {
  const folder = newFolder(name);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, main: "index.ts", devDependencies }));
  await mustType({ folder }, "npm", "install", "@pulumi/pulumi", "@pulumi/kubernetes", await packed());
  return folder;
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= make();
    return result;
  };
}
