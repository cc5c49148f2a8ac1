import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run } from "../../tools/toolchain/process.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { backendOf, environmentOf } from "../../tools/workspace.mjs";
import { goEnvironment } from "../sdk/language";

const programs = [
  "pulumi",
  "pulumi-language-nodejs",
  "pulumi-language-python",
  "pulumi-language-go",
  "pulumi-language-yaml",
  "pulumi-resource-kubernetes",
] as const;

/** Where a command is typed. */
export interface Place {
  readonly folder: string;
  /** A folder before all others on the PATH, as an activated virtual environment of Python has it. */
  readonly bin?: string;
}

/** The output of a command on both streams, and its end. */
export interface Printed {
  readonly code: number;
  readonly text: string;
}

/** A folder for everything that the tests make, removed at the end. */
const temporaryFolder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-cli-"));

after(() => rmSync(temporaryFolder, { recursive: true, force: true }));

/** A new folder in the temporary one. */
export function newFolder(name: string): string {
  const folder = join(temporaryFolder, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Types a command in a folder, on a machine where Pulumi, its hosts and its Kubernetes plugin are installed, and there is no cluster. */
export async function type({ folder, bin }: Place, command: string, ...args: readonly string[]): Promise<Printed> {
  const { code, output, errors } = await run(command, args, { directory: folder, environment: await environment(bin) });
  return { code, text: `$ ${[command, ...args].join(" ")}\n${output}${errors}` };
}

/** The same for a command without which the test makes no sense. */
export async function mustType(place: Place, command: string, ...args: readonly string[]): Promise<string> {
  const { code, text } = await type(place, command, ...args);
  if (code !== 0) throw new Error(`in ${place.folder}, exit code ${code}:\n${text}`);
  return text;
}

async function environment(bin: string | undefined): Promise<NodeJS.ProcessEnv> {
  const executables = (await ensure([...programs])) as Record<string, string>;
  const place = { folder: temporaryFolder, executables };
  return {
    ...goEnvironment(), // that of the SDK's tests, whose compiled packages serve again
    ...environmentOf(place),
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_BACKEND_URL: backendOf(place),
    PATH: [...(bin ? [bin] : []), ...programs.map((program) => dirname(executables[program] ?? "")), process.env.PATH].join(delimiter),
  };
}
