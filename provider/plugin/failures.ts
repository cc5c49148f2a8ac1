import { setTimeout as after } from "node:timers/promises";
import type { ServiceError } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { version } from "../version";
import { ownPlace, runtimeOf } from "./project";

/** A component that failed, and where it was asked for. */
export interface FailedComponent {
  readonly name: string;
  readonly type: string;
  readonly urn: string;
  readonly message: string;
}

/** Name of the input with what is wrong. */
const reported = "problems";

/** How long no component may be asked for until the others are taken to be ready, in milliseconds. */
const pause = 100;

/** How long failures wait for components that are under way, in milliseconds. */
const patience = 30_000;

/** How long the engine is given to read the answers to a program before it hears of the failures, in milliseconds. */
const reading = 100;

/**
 * Tells the engine of failed components so that users read their messages and nothing else.
 *
 * The engine ends a run at the first component that it gets an error for. It closes its connection to the plugin, which makes an error of every
 * component that is still under way ("the client connection is closing"), and answers the program with an error of its own ("resource monitor
 * shut down"), which Python prints with a stack trace. So failures wait until the other components are ready. Then the plugin asks the engine for a
 * resource in the name of the first one, and the engine has the plugin check it. While it waits for that, it goes on with nothing else: the program
 * gets answers without an error, and then the check fails, with all that is wrong.
 */
export class Failures {
  #running = 0;
  #lastChange = 0;
  readonly #failed: FailedComponent[] = [];
  #report: Promise<boolean> | undefined;
  #settle: (isTold: boolean) => void = () => undefined;
  #isOver = false;

  /** The first failed component, once the run has ended and nothing more needs to be made. */
  get ending(): FailedComponent | undefined {
    return this.#isOver ? this.#failed[0] : undefined;
  }

  /** Does work that failures wait for. */
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

  /** Tells the engine of a failure, together with all others. False if it does not hear of it, and the request itself must fail. */
  async tell(failed: FailedComponent): Promise<boolean> {
    this.#failed.push(failed);
    this.#report ??= this.#tellAll(askEngine());
    return this.#report;
  }

  async #tellAll(ask: AskEngine): Promise<boolean> {
    const started = Date.now();
    const isQuiet = (): boolean => this.#running === 0 && Date.now() - this.#lastChange >= pause;
    while (!isQuiet() && Date.now() - started < patience) await after(pause / 4);
    return new Promise((resolve) => {
      this.#settle = resolve;
      ask(reportOf(this.#failed), () => resolve(false));
    });
  }

  /** The engine asks whether a resource is as it should be: what is wrong with the failed components. */
  async check(inputs: Readonly<Record<string, unknown>>): Promise<string> {
    this.#isOver = true;
    this.#settle(true);
    await after(reading);
    return String(inputs[reported]);
  }
}

function reportOf([first, ...others]: readonly FailedComponent[]): RegisterResourceRequest {
  const request = new RegisterResourceRequest();
  const { type = "", name = "", urn = "", message = "" } = first ?? {};
  request.setType(type);
  request.setName(name);
  request.setParent(urn);
  request.setCustom(true);
  // The engine asks this process if the version is the one that the program asked for: SDKs name theirs, YAML names none.
  request.setVersion(runtimeOf(ownPlace()) === "yaml" ? "" : version);
  request.setObject(Struct.fromJavaScript({ [reported]: [message, ...others.map((other) => other.message)].join("\n") }));
  return request;
}

type AskEngine = (request: RegisterResourceRequest, onError: () => void) => void;

/** The SDK's connection to the engine, as far as it is used here. */
interface Monitor {
  registerResource(request: RegisterResourceRequest, answer: (error: ServiceError | null) => void): void;
}

/** Asks the engine that the current request came from. */
function askEngine(): AskEngine {
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  return (request, onError) => monitor.registerResource(request, onError);
}
