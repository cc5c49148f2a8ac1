import { setTimeout as after } from "node:timers/promises";
import type { ServiceError } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import { RegisterResourceRequest, ResourceInvokeRequest } from "@pulumi/pulumi/proto/resource_pb";
import { version } from "../version";
import { ownPlace, runtimeOf } from "./project";
import { packageSchema } from "./sdk-schema";

/** A failed component, and the source of its request. */
export interface FailedComponent {
  readonly name: string;
  readonly type: string;
  readonly urn: string;
  readonly message: string;
}

/** The function of the plugin by which the engine finds its process. */
export const whichProcess = "victoriametrics:index:whichProcess";

/** Milliseconds without a new component after which the others count as ready. */
const pause = 100;

/** Milliseconds that failures wait for pending components. */
const patience = 30_000;

/** Milliseconds for a program to continue with its answers, and to request dependent components, before the engine hears of the failures. */
const reading = 2_000;

/**
 * Tells the engine of failed components so that users read their messages and nothing else.
 *
 * The engine ends a run at the first component that it gets an error for. It closes its connection to the plugin, which turns every pending component
 * into an error ("the client connection is closing"), and answers the program with an error of its own ("resource monitor shut down"), which Python
 * prints with a stack trace. So failures wait until the other components are ready. Then the plugin asks the engine for a resource in the name of the
 * first one, and the engine has the plugin check it. It does nothing else while it waits: the program gets answers without an error, and then the
 * check fails with all problems. The answers have no outputs. In an update, programs would treat that as a value, so there the requests themselves
 * fail.
 */
export class Failures {
  #running = 0;
  #lastChange = 0;
  readonly #failed: FailedComponent[] = [];
  #report: Promise<boolean> | undefined;
  #settle: (isTold: boolean) => void = () => undefined;
  #isFound = false;
  #isOver = false;

  /** The first failed component, once the run has ended and nothing more needs to be made. */
  get ending(): FailedComponent | undefined {
    return this.#isOver ? this.#failed[0] : undefined;
  }

  /** Runs work that failures wait for. */
  async while<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#change(1);
    try {
      return await work();
    } finally {
      this.#change(-1);
    }
  }

  #change(by: number): void {
    this.#running += by;
    this.#lastChange = Date.now();
  }

  /** Reports a failure to the engine, together with all others. False if that is impossible, and the request itself must fail. */
  async tell(failed: FailedComponent): Promise<boolean> {
    this.#failed.push(failed);
    this.#report ??= this.#tellAll(currentEngine());
    return this.#report;
  }

  async #tellAll(engine: Engine): Promise<boolean> {
    await this.#quiet(patience);
    const [first] = this.#failed;
    if (!engine.isPreview || !first) return false;
    const reached = await this.#requestForThis(engine);
    if (reached === undefined) return false;
    return new Promise((resolve) => {
      this.#settle = resolve;
      engine.register(reportOf(first, reached)).catch(() => resolve(false));
    });
  }

  /** Waits until no component is pending and no new one has arrived for a while, or the time is up. */
  async #quiet(time: number): Promise<void> {
    this.#lastChange = Date.now();
    const end = this.#lastChange + time;
    const isQuiet = (): boolean => this.#running === 0 && Date.now() - this.#lastChange >= pause;
    while (!isQuiet() && Date.now() < end) await after(pause / 4);
  }

  /** The plugin reference that makes the engine ask this process of the plugin; undefined if impossible. */
  async #requestForThis(engine: Engine): Promise<PluginRequest | undefined> {
    for (const candidate of requests()) {
      await engine.ask(candidate);
      if (this.#isFound) return candidate;
    }
    return undefined;
  }

  /** The engine has found this process. */
  found(): void {
    this.#isFound = true;
  }

  /** The engine's check of a resource: the errors of the failed components. */
  async check(): Promise<string> {
    if (this.#failed.length === 0) return "is not a resource of this package, which has only components";
    this.#isOver = true;
    this.#settle(true);
    await this.#quiet(reading);
    return this.#failed.map(({ message }) => message).join("\n");
  }
}

/** A program's form of requesting the plugin. The engine runs one process for each form. */
interface PluginRequest {
  readonly version: string;
  readonly downloadUrl: string;
}

/** The possible forms of requests: SDKs name both, programs without an SDK a version or nothing. */
function requests(): PluginRequest[] {
  const bySdk: PluginRequest = { version, downloadUrl: packageSchema().pluginDownloadURL };
  const others: PluginRequest[] = [
    { version: "", downloadUrl: "" },
    { version, downloadUrl: "" },
  ];
  return runtimeOf(ownPlace()) === "yaml" ? [...others, bySdk] : [bySdk, ...others];
}

function reportOf({ type, name, urn }: FailedComponent, { version: asked, downloadUrl }: PluginRequest): RegisterResourceRequest {
  const request = new RegisterResourceRequest();
  request.setType(type);
  request.setName(name);
  request.setParent(urn);
  request.setCustom(true);
  request.setVersion(asked);
  request.setPlugindownloadurl(downloadUrl);
  return request;
}

/** The engine's services for failures. */
interface Engine {
  readonly isPreview: boolean;
  /** Calls the plugin's function `whichProcess`. */
  ask(plugin: PluginRequest): Promise<void>;
  register(request: RegisterResourceRequest): Promise<void>;
}

/** The SDK's connection to the engine, the part used here. */
interface Monitor {
  invoke(request: ResourceInvokeRequest, answer: () => void): void;
  registerResource(request: RegisterResourceRequest, answer: (error: ServiceError | null) => void): void;
}

/** The engine of the current request. */
function currentEngine(): Engine {
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  return {
    isPreview: pulumi.runtime.isDryRun(),
    ask: (plugin) => {
      const request = new ResourceInvokeRequest();
      request.setTok(whichProcess);
      request.setVersion(plugin.version);
      request.setPlugindownloadurl(plugin.downloadUrl);
      return new Promise((resolve) => monitor.invoke(request, () => resolve()));
    },
    register: (request) =>
      new Promise((resolve, reject) => monitor.registerResource(request, (error) => (error ? reject(error) : resolve()))),
  };
}
