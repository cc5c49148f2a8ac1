import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stack as AutomationStack, Deployment, EngineEvent, PulumiFn } from "@pulumi/pulumi/automation";
import { ensure } from "../../tools/toolchain.mjs";
import { openStack } from "../../tools/workspace.mjs";

/** One resource as the state has it. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
  readonly dependencies?: string[];
  readonly retainOnDelete?: boolean;
  readonly customTimeouts?: { readonly create?: number };
}

/** The messages and operations of one run of the engine. */
export interface Run {
  /** Everything that was printed. */
  readonly output: string;
  readonly events: readonly EngineEvent[];
  /** Operations by resource: `create`, `same`, `update`, `replace`, `delete` … by `Type::name`. */
  readonly operations: Readonly<Record<string, string>>;
  /** Error messages of the run; empty where it ended well. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly failed: boolean;
}

export interface StackOptions {
  /** `test` unless given. */
  readonly stackName?: string;
  readonly config?: Readonly<Record<string, string>>;
  /** Configuration values that are secret. */
  readonly secretConfig?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Without it the provider writes manifests into a folder. */
  readonly cluster?: boolean;
  /** Resource plugins beside that of Kubernetes, each with the folder of its executable. */
  readonly plugins?: readonly { readonly name: string; readonly path: string }[];
}

/** A stack with a backend of its own, run by the real engine with the real Kubernetes plugin, which writes manifests into a folder. */
export class TestStack {
  readonly folder: string;
  readonly #stack: AutomationStack;

  private constructor(folder: string, stack: AutomationStack) {
    this.folder = folder;
    this.#stack = stack;
  }

  static async create(
    program: PulumiFn,
    { stackName = "test", config = {}, secretConfig = {}, env = {}, cluster = false, plugins = [] }: StackOptions = {},
  ): Promise<TestStack> {
    const executables = (await ensure(["pulumi", "pulumi-resource-kubernetes"])) as Record<string, string>;
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
    const environment = { PULUMI_CONFIG_PASSPHRASE: "test", ...env };
    const place = { folder, executables, cluster, plugins };
    const stack = await openStack({ ...place, projectName: "tests", stackName, program, env: environment });
    const plain = Object.entries(config).map(([key, value]) => [key, { value }]);
    const secret = Object.entries(secretConfig).map(([key, value]) => [key, { value, secret: true }]);
    await stack.setAllConfig(Object.fromEntries([...plain, ...secret]));
    return new TestStack(folder, stack);
  }

  /** The program that the next run runs. */
  set program(program: PulumiFn) {
    this.#stack.workspace.program = program;
  }

  /** Adds variables to the environment of the next runs. */
  setEnvironment(variables: Readonly<Record<string, string>>): void {
    Object.assign(this.#stack.workspace.envVars, variables);
  }

  /** Changes a secret of the configuration for the next run. */
  setSecret(key: string, value: string): Promise<void> {
    return this.#stack.setConfig(key, { value, secret: true });
  }

  preview(options: { diff?: boolean; debug?: boolean } = {}): Promise<Run> {
    return record((callbacks) =>
      this.#stack.preview({ color: "never", diff: options.diff, ...(options.debug && debugging), ...callbacks }),
    );
  }

  /** What `pulumi preview --refresh --expect-no-changes` does: it fails where the cluster is not as the program says. */
  previewOfDrift(): Promise<Run> {
    return record((callbacks) => this.#stack.preview({ color: "never", refresh: true, expectNoChanges: true, ...callbacks }));
  }

  /** What `pulumi preview --json` prints, with further arguments. */
  async previewJson(...further: readonly string[]): Promise<string> {
    const pulumiCommand = this.#stack.workspace.pulumiCommand as unknown as Command; // its types leave out how commands are run
    const run = pulumiCommand.run.bind(pulumiCommand);
    let printed = "";
    pulumiCommand.run = async (args, ...others) => {
      const result = await run(args[0] === "preview" ? [...args, "--json", ...further] : args, ...others);
      if (args[0] === "preview") printed = result.stdout;
      return result;
    };
    try {
      await untilRun(() => this.#stack.preview({ color: "never" }));
    } finally {
      pulumiCommand.run = run;
    }
    return printed;
  }

  up({ debug = false, refresh = false }: { debug?: boolean; refresh?: boolean } = {}): Promise<Run> {
    return record((callbacks) => this.#stack.up({ color: "never", refresh, ...(debug && debugging), ...callbacks }));
  }

  /** Brings the state up to date with the cluster. */
  refresh(): Promise<Run> {
    return record((callbacks) => this.#stack.refresh({ color: "never", ...callbacks }));
  }

  destroy(): Promise<Run> {
    return record((callbacks) => this.#stack.destroy({ color: "never", ...callbacks }));
  }

  /** What `pulumi cancel` does: it frees a stack whose run was killed. */
  cancel(): Promise<void> {
    return this.#stack.cancel();
  }

  async outputs(): Promise<Record<string, { value: unknown; secret: boolean }>> {
    return this.#stack.outputs();
  }

  async state(): Promise<StateResource[]> {
    return ((await this.exportState()).deployment as { resources?: StateResource[] }).resources ?? [];
  }

  /** What `pulumi stack export --show-secrets` prints. */
  exportState(): Promise<Deployment> {
    return this.#stack.exportStack();
  }

  /** Puts an exported state into the place of the stack's own. */
  importState(state: Deployment): Promise<void> {
    return this.#stack.importStack(state);
  }

  /** The resource of the state with this type and name. */
  async resource(type: string, name: string): Promise<StateResource> {
    const all = await this.state();
    const found = all.find((resource) => resource.type === type && resource.urn.endsWith(`::${name}`));
    if (!found)
      throw new Error(`the state has no ${type} ${name}, but: ${all.map(({ urn }) => urn.split("::").slice(2).join("::")).join(", ")}`);
    return found;
  }

  /** The files of the backend as they lie on the disk. */
  stateText(): string {
    return filesBelow(join(this.folder, "state"))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
  }

  /** The manifests that the provider wrote, by their file's name. */
  manifests(): Record<string, string> {
    return Object.fromEntries(
      filesBelow(join(this.folder, "manifests")).map((file) => [file.slice(this.folder.length + 1), readFileSync(file, "utf8")]),
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const debugging = { debug: true } as const;

interface Command {
  run(args: string[], ...others: unknown[]): Promise<{ readonly stdout: string }>;
}

interface Callbacks {
  onOutput(text: string): void;
  onError(text: string): void;
  onEvent(event: EngineEvent): void;
}

/** The part of Pulumi's SDK that runs an inline program. */
interface Programs {
  runInPulumiStack(program: PulumiFn): Promise<unknown>;
}

/**
 * Pulumi takes a failure of the connection to its engine for the end of a run that is over. If the connection fails before the program begins, the run
 * ends well with no resource registered, and an `up` deletes all of them. That happens where an engine gets the port of an earlier one: a run that fails
 * leaves a client behind, and the connections of a process are shared by their addresses. Here such a run fails, so that it can be run again.
 */
const programs = require("@pulumi/pulumi/runtime/stack") as Programs;
const { runInPulumiStack } = programs;
const notRun = "the program was not run";
programs.runInPulumiStack = async (program) => {
  let isRun = false;
  const noting: PulumiFn = async () => {
    isRun = true;
    return program();
  };
  return runInPulumiStack(noting).catch((error: unknown) => {
    throw isRun ? error : new Error(`${notRun}: ${error}`);
  });
};

/** Does again, a few times at most, what failed before the program began. */
async function untilRun<Result>(run: () => Promise<Result>, more = 4): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (more === 0 || !String(error).includes(notRun)) throw error;
    console.warn(`once more: ${error}`);
    return untilRun(run, more - 1);
  }
}

async function record(run: (callbacks: Callbacks) => Promise<unknown>): Promise<Run> {
  const texts: string[] = [];
  const events: EngineEvent[] = [];
  const add = (text: string): void => void texts.push(text);
  let failed = false;
  try {
    await untilRun(() => {
      texts.length = 0;
      events.length = 0;
      return run({ onOutput: add, onError: add, onEvent: (event) => events.push(event) });
    });
  } catch (error) {
    failed = true;
    add(String(error));
  }
  const diagnostics = (severity: string): string[] =>
    events
      .filter(({ diagnosticEvent }) => diagnosticEvent?.severity === severity)
      .map(({ diagnosticEvent }) => diagnosticEvent?.message.trim() ?? "");
  return {
    output: texts.join(""),
    events,
    operations: operationsOf(events),
    errors: diagnostics("error"),
    warnings: diagnostics("warning"),
    failed,
  };
}

function operationsOf(events: readonly EngineEvent[]): Record<string, string> {
  const steps = events.flatMap(({ resourcePreEvent }) => (resourcePreEvent ? [resourcePreEvent.metadata] : []));
  return Object.fromEntries(steps.map(({ urn, op }) => [urn.split("::").slice(2).join("::").split("$").at(-1) ?? urn, op]));
}

/** The paths of all files in a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

type Json = Record<string, unknown>;

/** An object of the state as a manifest: secrets readable, without what only Pulumi adds. */
export function manifestOf(inputs: Json): Json {
  const open = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(open);
    if (typeof value !== "object" || value === null) return value;
    if ("plaintext" in value) return open(JSON.parse(value.plaintext as string));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, open(item)]));
  };
  const { __fieldManager, __initialApiVersion, ...manifest } = open(inputs) as Json & { metadata: { annotations?: Json } };
  const annotations = Object.entries(manifest.metadata.annotations ?? {}).filter(([key]) => !key.startsWith("pulumi.com/"));
  const { annotations: _, ...metadata } = manifest.metadata;
  return { ...manifest, metadata: { ...metadata, ...(annotations.length > 0 && { annotations: Object.fromEntries(annotations) }) } };
}
