import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const checkout = join(__dirname, "..", "..");
const isWindows = process.platform === "win32";

/** The npm package as `npm pack` makes it, and as a project has it installed. */
export interface Packed {
  readonly tarball: string;
  /** Paths of all files in it. */
  readonly files: readonly string[];
  /** A project with the package in its node_modules, beside the packages that it asks its user to install. */
  readonly project: string;
  remove(): void;
}

/** Packs the compiled package, and installs it without a registry. */
export function pack(): Packed {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-pack-")));
  const options = { cwd: checkout, encoding: "utf8", shell: isWindows } as const;
  const printed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], options);
  const { filename, files } = firstOf(JSON.parse(printed));
  const tarball = join(folder, filename);
  const project = join(folder, "project");
  const modules = join(project, "node_modules");
  mkdirSync(modules, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", modules]);
  const { dependencies } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const names = ["@pulumi/pulumi", "@pulumi/kubernetes", ...Object.keys(dependencies)];
  for (const name of names) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(checkout, "node_modules", name), join(modules, name), "junction");
  }
  renameSync(join(modules, "package"), join(modules, "pulumi-victoriametrics"));
  return { tarball, files: files.map(({ path }) => path).sort(), project, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

interface Printed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** npm 11.6 and older print a list of packages, newer ones a map of them. */
function firstOf(printed: Readonly<Record<string, Printed>> | readonly Printed[]): Printed {
  const [first] = Object.values(printed);
  if (!first) throw new Error("npm has packed nothing");
  return first;
}

/** Runs a tool of the checkout; its exit code and all that it has printed. */
export function runTool(file: string, ...parameters: readonly string[]): { readonly code: number | null; readonly printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(checkout, "node_modules", file), ...parameters], {
    cwd: checkout,
    encoding: "utf8",
  });
  return { code: status, printed: stdout + stderr };
}
