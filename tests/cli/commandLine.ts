import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run } from "../../tools/toolchain/process.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { environmentOf } from "../../tools/workspace.mjs";
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
  /** Variables of the environment beside the usual ones. */
  readonly variables?: Readonly<Record<string, string>>;
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
export async function type(place: Place, command: string, ...args: readonly string[]): Promise<Printed> {
  const { code, output, errors } = await run(command, args, { directory: place.folder, environment: await environment(place) });
  return { code, text: `$ ${[command, ...args].join(" ")}\n${output}${errors}` };
}

/** The same for a command without which the test makes no sense. */
export async function mustType(place: Place, command: string, ...args: readonly string[]): Promise<string> {
  const { code, text } = await type(place, command, ...args);
  if (code !== 0) throw new Error(`in ${place.folder}, exit code ${code}:\n${text}`);
  return text;
}

async function environment({ bin, variables }: Place): Promise<NodeJS.ProcessEnv> {
  const executables = (await ensure([...programs])) as Record<string, string>;
  return {
    ...goEnvironment(), // that of the SDK's tests, whose compiled packages serve again
    ...environmentOf({ folder: temporaryFolder, executables }),
    ...quickly,
    ...variables,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PATH: [...(bin ? [bin] : []), ...programs.map((program) => dirname(executables[program] ?? "")), process.env.PATH].join(delimiter),
  };
}

/** Settings of npm that save time without a change of the result. */
const quickly = { npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_fund: "false" };

/** The variables that let Pulumi keep its stacks and settings in a folder. */
export function stateIn(folder: string): Readonly<Record<string, string>> {
  const { PULUMI_HOME = "", PULUMI_BACKEND_URL = "" } = environmentOf({ folder, executables: {} });
  return { PULUMI_HOME, PULUMI_BACKEND_URL };
}
