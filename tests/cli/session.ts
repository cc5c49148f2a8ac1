import { join } from "node:path";
import { newFolder, type Place, stateIn, type } from "./commandLine";
import type { Command } from "./documents";

/** The outputs of commands, on both streams. */
export type Outputs = ReadonlyMap<Command, string>;

/**
 * Types commands into one shell, one after another, as a reader of the documents does: a `cd` or an `export` holds for those after it. An error
 * has the commands until the first one that fails, and its output.
 */
export async function mustTypeAll(place: Place, commands: readonly Command[]): Promise<Outputs> {
  const lines = commands.flatMap(({ text }) => ["printf '\\036'", text]);
  const { code, text } = await type(place, "bash", "-c", ["exec 2>&1", "set -eo pipefail", ...lines].join("\n"));
  const [, ...printed] = text.split("\u001e"); // stands before each output; no command prints it
  const outputs = printed.flatMap((output, index) => (commands[index] ? [[commands[index], output] as const] : []));
  const [failed, output] = outputs.at(-1) ?? [];
  if (code !== 0) {
    const typed = outputs.map(([command]) => `$ ${command.text}`).join("\n");
    throw new Error(`${failed?.document}:${failed?.line}, exit code ${code} in ${place.folder}:\n${typed}\n${output}`);
  }
  return new Map(outputs);
}

/** The outputs of commands, and the place where their reader is at the end. */
export interface Session {
  readonly outputs: Outputs;
  readonly place: Place;
  /** The manifests that stacks were written into, for there is no cluster. */
  readonly manifests: string;
}

let sessions = 0;

/** Types commands with a state of their own, where `pulumi up` needs no confirmation and finds no cluster. */
export async function typeSession({ variables, ...given }: Place, commands: readonly Command[]): Promise<Session> {
  const state = newFolder(join("sessions", `${sessions++}`));
  const manifests = join(state, "manifests");
  const withoutCluster = {
    document: __filename,
    line: 0,
    text: `pulumi config set kubernetes:renderYamlToDirectory ${manifests}`,
    comment: "",
  };
  const place = { ...given, variables: { PULUMI_SKIP_CONFIRMATIONS: "true", ...stateIn(state), ...variables } };
  const all = commands.flatMap((command) => (command.text === "pulumi up" ? [withoutCluster, command] : [command]));
  return { outputs: await mustTypeAll(place, all), place, manifests };
}
