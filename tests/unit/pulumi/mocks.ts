import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import type { ReadResourceRequest, RegisterResourceHookRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import * as rpc from "@pulumi/pulumi/runtime/rpc";
import * as settings from "@pulumi/pulumi/runtime/settings";
import * as state from "@pulumi/pulumi/runtime/state";

type Json = Readonly<Record<string, unknown>>;

/** A resource that a program has registered. */
interface Registered {
  readonly type: string;
  readonly name: string;
  /** Name of its parent; empty if it has none. */
  readonly parent: string;
  /** A secret is `{ secret: value }`, an unknown value `[unknown]`. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  readonly inputs: any;
  /** Names of the resources that it waits for, children of components included. */
  readonly dependencies: readonly string[];
  readonly ignoreChanges: readonly string[];
  readonly retainOnDelete: boolean;
  /** Its time limit for updates. */
  readonly timeout: string;
  /** Names of the hooks before its updates. */
  readonly hooks: readonly string[];
}

/** A run of a program with the SDK's mocks. */
export interface Run {
  readonly resources: readonly Registered[];
  /** Names of the resources that were read from the cluster, in order. */
  readonly reads: readonly string[];
  readonly warnings: readonly string[];
  /** The rejections that end a program, each once. */
  readonly errors: readonly string[];
  /** The Outputs that the program returns, as inputs are; undefined if one of them has no value. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  readonly outputs: any;
  /** Names of the registered resources; only of the types with this ending, if it is given. */
  readonly names: (type?: string) => string[];
  /** The resource with this name, of a type with this ending. */
  readonly resource: (type: string, name: string) => Registered;
}

export interface RunOptions {
  readonly preview?: boolean;
  readonly config?: Readonly<Record<string, string>>;
  /** Objects in the cluster, by `Kind/id`; the id of a namespaced object is `namespace/name`. */
  readonly cluster?: Readonly<Record<string, object>>;
  /** The spec that the cluster has of an object, beyond its inputs, by `Kind/Pulumi name`. */
  readonly live?: Readonly<Record<string, object>>;
  /** The objects of each chart. */
  readonly charted?: readonly object[];
  /** The run before this one, whose stashes are kept. */
  readonly before?: Run;
  /** Whether the engine knows hooks. */
  readonly hasHooks?: boolean;
  /** Host and port of the engine. */
  readonly address?: string;
}

/** Runs a program in a store of its own; ends when all that it registers is registered. */
export async function run(program: () => unknown, options: RunOptions = {}): Promise<Run> {
  return internals.withLocalStorage(async () => {
    const recorder = new Recorder(options);
    await pulumi.runtime.setMocks(recorder.mocks, "tests", "test", options.preview ?? false);
    const config = { "kubernetes:enableSecretMutable": "true", "kubernetes:enableConfigMapMutable": "true", ...options.config };
    pulumi.runtime.setAllConfig(config);
    internals.getStore().settings.engine = recorder.engine;
    recorder.watch(pulumi.runtime.getMonitor() as unknown as Monitor);
    const rejections = collectRejections();
    try {
      const returned = await program();
      await allRegistered(recorder);
      const outputs = await outputsOf(returned);
      return recorder.result(outputs, rejections.messages());
    } finally {
      rejections.end();
      internals.getStore().callbacks?.shutdown();
    }
  });
}

/** Members of the SDK that its types leave out. */
interface Internals {
  withLocalStorage<Result>(callback: () => Result): Result;
  getStore(): { readonly settings: { engine?: object }; readonly callbacks?: { shutdown(): void } };
  waitForRPCs(): Promise<void>;
  serializeProperties(label: string, properties: object): Promise<unknown>;
}
const internals = { ...state, ...settings, ...rpc } as unknown as Internals;

type Answer = (error: unknown, response?: unknown) => void;
type Call<Request> = (request: Request, answer: Answer) => unknown;
interface Monitor {
  registerResource: Call<RegisterResourceRequest>;
  readResource: Call<ReadResourceRequest>;
  registerResourceHook?: Call<RegisterResourceHookRequest>;
  getChannel?: () => { getTarget(): string };
}

class Recorder {
  readonly #options: RunOptions;
  readonly #resources: Registered[] = [];
  readonly #reads: string[] = [];
  readonly #warnings: string[] = [];
  /** Grows with every call of the program. */
  calls = 0;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  get mocks(): pulumi.runtime.Mocks {
    const { before, cluster = {}, live = {}, charted = [], preview } = this.#options;
    return {
      call: ({ token }) => (token === "kubernetes:helm:template" ? { result: charted } : {}),
      newResource: ({ type, name, inputs, id }) => {
        if (type === "pulumi:index:Stash") {
          const first = before?.resources.find((resource) => resource.type === type && resource.name === name);
          return { id: name, state: { ...inputs, output: first ? closed(first.inputs.input) : inputs.input } };
        }
        const kind = type.split(":").at(-1);
        const spec = live[`${kind}/${name}`];
        if (!id) return { id: preview ? undefined : name, state: { ...inputs, ...(spec && { spec: { ...inputs.spec, ...spec } }) } };
        const object = cluster[`${kind}/${id}`];
        if (!object) throw new Error(`the cluster has no ${type} ${id}`);
        return { id, state: object };
      },
    };
  }

  get engine(): object {
    return {
      log: (request: LogRequest, answer: Answer) => {
        if (request.getSeverity() === LogSeverity.WARNING) this.#warnings.push(request.getMessage());
        answer(null);
      },
    };
  }

  watch(monitor: Monitor): void {
    const register = monitor.registerResource.bind(monitor);
    const read = monitor.readResource.bind(monitor);
    monitor.registerResource = (request, answer) => {
      this.calls++;
      this.#resources.push(registered(request));
      return register(request, answer);
    };
    monitor.readResource = (request, answer) => {
      this.calls++;
      this.#reads.push(request.getName());
      return read(request, answer);
    };
    const { hasHooks, address } = this.#options;
    if (hasHooks) monitor.registerResourceHook = (_, answer) => answer(null);
    if (address !== undefined) monitor.getChannel = () => ({ getTarget: () => address });
  }

  result(outputs: unknown, errors: readonly string[]): Run {
    const resources = [...this.#resources];
    const names = (type = ""): string[] => resources.filter((one) => one.type.endsWith(type)).map(({ name }) => name);
    const resource = (type: string, name: string): Registered => {
      const found = resources.find((one) => one.type.endsWith(type) && one.name === name);
      if (!found) throw new Error(`${type} ${name} is not among ${names().join(", ")}; errors: ${errors.join("\n")}`);
      return found;
    };
    return { resources, reads: [...this.#reads], warnings: [...this.#warnings], errors, outputs, names, resource };
  }
}

/** Outputs of failed components reject, or have no value. */
async function outputsOf(returned: unknown): Promise<unknown> {
  if (typeof returned !== "object" || returned === null || pulumi.Resource.isInstance(returned)) return undefined;
  return internals.serializeProperties("", returned).then(opened, () => undefined);
}

const nameOf = (urn: string): string => urn.split("::").at(-1) ?? "";

const registered = (request: RegisterResourceRequest): Registered => ({
  type: request.getType(),
  name: request.getName(),
  parent: nameOf(request.getParent()),
  inputs: opened(request.getObject()?.toJavaScript()),
  dependencies: request.getDependenciesList().map(nameOf),
  ignoreChanges: request.getIgnorechangesList(),
  retainOnDelete: request.getRetainondelete() ?? false,
  timeout: request.getCustomtimeouts()?.getUpdate() ?? "",
  hooks: request.getHooks()?.getBeforeUpdateList() ?? [],
});

/** How the SDK marks secrets and unknown values. */
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function opened(value: unknown): unknown {
  if (value === unknownText) return "[unknown]";
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== "object" || value === null) return value;
  if ((value as Json)[signature] === secretSignature) return { secret: opened((value as Json).value) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, opened(item)]));
}

/** A recorded input as the mocks give it back. */
const closed = (input: unknown): unknown =>
  typeof input === "object" && input !== null && "secret" in input ? { [signature]: secretSignature, value: input.secret } : input;

/** Waits as the SDK does at the end of a program, and longer where a rejection ends that early. */
async function allRegistered(recorder: Recorder): Promise<void> {
  await internals.waitForRPCs().catch(() => undefined);
  for (let quiet = 0, before = recorder.calls; quiet < 20; quiet = before === recorder.calls ? quiet + 1 : 0) {
    before = recorder.calls;
    await setImmediate();
  }
}

/** Takes the rejections that nothing handles, instead of all other listeners. */
function collectRejections(): { readonly messages: () => string[]; readonly end: () => void } {
  const found = new Set<string>();
  const others = process.listeners("unhandledRejection");
  const listener = (reason: unknown): void => void found.add(reason instanceof Error ? reason.message : String(reason));
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", listener);
  const end = (): void => {
    process.removeListener("unhandledRejection", listener);
    for (const other of others) process.on("unhandledRejection", other);
  };
  return { messages: () => [...found], end };
}
