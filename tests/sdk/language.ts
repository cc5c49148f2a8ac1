import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { ensurePython } from "../../tools/python.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { backendOf, configurationOf, environmentOf, pluginsOf, projectFolder } from "../../tools/workspace.mjs";
import { filesBelow } from "../engine/stack";
import { plugin } from "./stack";

const checkout = join(__dirname, "..", "..");

/** A command that runs programs in another language: it takes a request as JSON and answers with what came of it. */
export interface Driver {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** How the driver calls each program. */
  readonly programs: Readonly<Partial<Record<ProgramName, string>>>;
}

export type ProgramName = "quickstart" | "selectFrom" | "invalid" | "group" | "team" | "reviewed";

/** The output of one run. */
export interface LanguageRun {
  readonly failed: boolean;
  readonly output: string;
  readonly outputs: Readonly<Record<string, { readonly value: unknown; readonly secret: boolean }>>;
}

/** A stack of a program in another language, on the real engine with both plugins on the PATH; manifests are written into a folder. */
export class LanguageStack {
  readonly #folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
  readonly #driver: Driver;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  async run(
    operation: "preview" | "previewJson" | "up",
    program: ProgramName,
    secretConfig: Readonly<Record<string, string>>,
    plainConfig: Readonly<Record<string, string>> = {},
  ): Promise<LanguageRun> {
    const executables = (await ensure(["pulumi", "pulumi-resource-kubernetes"])) as Record<string, string>;
    const place = { folder: this.#folder, executables, plugins: [plugin] };
    const path = [...pluginsOf(place).map((one) => one.path), process.env.PATH].join(delimiter);
    const plain = Object.entries({ ...configurationOf(place), ...plainConfig }).map(([key, value]) => [key, { value }]);
    const secret = Object.entries(secretConfig).map(([key, value]) => [key, { value, secret: true }]);
    const folder = projectFolder(place);
    const request = {
      program: this.#driver.programs[program],
      operation,
      folder,
      backend: backendOf(place),
      pulumi: dirname(dirname(executables.pulumi ?? "")),
      environment: { ...environmentOf(place), PULUMI_CONFIG_PASSPHRASE: "test", PATH: path },
      configuration: Object.fromEntries([...plain, ...secret]),
    };
    const { command, args, environment } = this.#driver;
    return JSON.parse(await answer(command, args, { ...process.env, ...environment }, JSON.stringify(request), folder)) as LanguageRun;
  }

  /** The manifests that the provider wrote, by their file's name. */
  manifests(): Record<string, string> {
    return manifestsIn(this.#folder);
  }

  /** The files of the backend as they lie on the disk. */
  stateText(): string {
    return filesBelow(join(this.#folder, "state"))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const manifestsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(join(folder, "manifests")).map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]));

/** The command line's output for a failing preview of a program in YAML. */
export async function failingYamlPreview(folder: string, program: string): Promise<string> {
  const { pulumi } = await yamlProject(folder, program);
  return pulumi("preview").then(
    (output) => {
      throw new Error(`the preview succeeded:\n${output}`);
    },
    ({ message }: Error) => message,
  );
}

/** A project in YAML, run by the command line as a user does it. */
export interface YamlProject {
  /** Runs a command of pulumi and gives what it printed on standard output. */
  readonly pulumi: (...args: string[]) => Promise<string>;
  readonly write: (program: string) => void;
  /** The manifests that the provider wrote, by their file's name. */
  readonly manifests: () => Record<string, string>;
}

/** Opens a stack of a project in YAML, with a folder for all that it writes. */
export async function yamlProject(folder: string, program: string): Promise<YamlProject> {
  const executables = (await ensure(["pulumi", "pulumi-resource-kubernetes", "pulumi-language-yaml"])) as Record<string, string>;
  const place = { folder, executables, plugins: [plugin] };
  const project = projectFolder(place);
  const write = (text: string): void => writeFileSync(join(project, "Pulumi.yaml"), text);
  write(program);
  const host = dirname(executables["pulumi-language-yaml"] ?? "");
  const environment = {
    ...process.env,
    ...environmentOf(place),
    PULUMI_CONFIG_PASSPHRASE: "test",
    PATH: [host, ...pluginsOf(place).map(({ path }) => path), process.env.PATH].join(delimiter),
  };
  const pulumi = (...args: string[]): Promise<string> =>
    answer(executables.pulumi ?? "", [...args, "--non-interactive"], environment, "", project);
  await pulumi("stack", "init", "test");
  for (const [key, value] of Object.entries(configurationOf(place))) await pulumi("config", "set", key, value);
  return { pulumi, write, manifests: () => manifestsIn(folder) };
}

/** Runs the example in YAML, with a folder for all that it writes; returns the manifests. */
export async function yamlManifests(folder: string, secretConfig: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const example = readFileSync(join(checkout, "examples", "quickstart-yaml", "Pulumi.yaml"), "utf8");
  const { pulumi, manifests } = await yamlProject(folder, example.replace("path: ../..", `path: ${JSON.stringify(plugin.path)}`));
  for (const [key, value] of Object.entries(secretConfig)) await pulumi("config", "set", "--secret", key, value);
  await pulumi("up", "--yes", "--skip-preview");
  return manifests();
}

/** Compiles the Node.js SDK into a folder of the checkout, from where it finds its dependencies, and loads it. */
export async function nodeSdk(folder: string): Promise<object> {
  const source = join(checkout, "sdk", "nodejs");
  const options = ["--outDir", folder, "--types", "node", "--ignoreDeprecations", "6.0"]; // its settings are those of an older compiler
  const compiler = createRequire(__filename).resolve("typescript/bin/tsc");
  await answer(process.execPath, [compiler, "--project", source, ...options], process.env);
  cpSync(join(source, "package.json"), join(folder, "package.json"));
  return createRequire(__filename)(join(folder, "index.js")) as object;
}

/** A new folder in the checkout that git does not see. */
export function scratchFolder(): string {
  const parent = join(checkout, ".pulumi-victoriametrics");
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, "sdk-"));
}

/** Installs the Python SDK into a folder, as pip does for a user, and returns what runs Python programs with it. */
export async function pythonDriver(folder: string): Promise<Driver> {
  const python = await ensurePython(join(__dirname, "python", "requirements.txt"));
  const [source, installed] = [join(folder, "python-source"), join(folder, "python")];
  cpSync(join(checkout, "sdk", "python"), source, { recursive: true }); // pip writes into the folder that it installs from
  const install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", installed, source];
  await answer(python, install, { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: "1" });
  return {
    command: python,
    args: [join(__dirname, "python", "run.py")],
    environment: { PYTHONPATH: installed },
    programs: {
      quickstart: join(checkout, "examples", "quickstart-python", "__main__.py"),
      selectFrom: join(__dirname, "python", "select_from.py"),
      invalid: join(__dirname, "python", "invalid.py"),
      group: join(__dirname, "python", "group.py"),
      team: join(__dirname, "python", "team.py"),
      reviewed: join(__dirname, "python", "reviewed.py"),
    },
  };
}

/** Compiles the Go programs with the Go SDK into a folder, and returns what runs them. */
export async function goDriver(folder: string): Promise<Driver> {
  const executable = join(folder, process.platform === "win32" ? "go.exe" : "go");
  await answer("go", ["build", "-o", executable, "."], goEnvironment(), "", join(__dirname, "go"));
  return {
    command: executable,
    args: [],
    programs: { quickstart: "quickstart", selectFrom: "select-from", invalid: "invalid", group: "group", team: "team" },
  };
}

/** Every build stays within its own module, whatever the machine is set to. */
export const goEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, GOWORK: "off", CGO_ENABLED: "0" });

/** The output of a command; an error with its output if it fails. */
export function answer(command: string, args: readonly string[], env: NodeJS.ProcessEnv, input = "", cwd = checkout): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd });
    const texts = { output: "", errors: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      texts.output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      texts.errors += text;
    });
    child.on("error", (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on("close", (code) =>
      code === 0 ? resolve(texts.output) : reject(new Error(`${command} failed:\n${texts.output}${texts.errors}`)),
    );
    child.stdin.on("error", () => undefined); // it ended before it had read all: its exit code tells
    child.stdin.end(input);
  });
}
