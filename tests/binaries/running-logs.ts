import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePorts } from "../../tools/ports.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { flagOf } from "../derived-flags";

/** A program of VictoriaLogs. */
export type Program = "victoria-logs" | "vlagent";

const pair = join(__dirname, "localhost.pem");

/** What flags of files, folders and addresses of a pod are on this machine; nothing for a flag that a pod alone can have. */
const replacements: Readonly<Record<string, ((value: string, machine: Machine) => string | undefined) | undefined>> = {
  httpListenAddr: (_, { port }) => `127.0.0.1:${port}`,
  storageDataPath: (_, { folder }) => join(folder, "data"),
  tmpDataPath: (_, { folder }) => join(folder, "buffer"),
  "remoteWrite.tmpDataPath": (_, { folder }) => join(folder, "queue"),
  "kubernetesCollector.logsPath": (_, { folder }) => folder,
  "kubernetesCollector.checkpointsPath": (_, { folder }) => join(folder, "checkpoints"),
  // It asks Kubernetes at its start.
  kubernetesCollector: () => undefined,
  "syslog.listenAddr.tcp": localAddresses,
  "syslog.listenAddr.udp": localAddresses,
  tlsCertFile: ownPair,
  tlsKeyFile: ownPair,
  "syslog.tlsCertFile": ownPair,
  "syslog.tlsKeyFile": ownPair,
  "remoteWrite.tlsCAFile": ownPair,
  "remoteWrite.tlsCertFile": ownPair,
  "remoteWrite.tlsKeyFile": ownPair,
};

interface Machine {
  readonly folder: string;
  readonly port: number;
  /** Further free ports. */
  readonly others: readonly number[];
}

/** A free port for each listener; those of the two transports do not meet. */
function localAddresses(value: string, { others }: Machine): string {
  return value
    .split(",")
    .map((_, index) => `127.0.0.1:${others[index]}`)
    .join(",");
}

/** The certificate with its key, wherever a file of a list was given. */
function ownPair(value: string): string {
  return value
    .split(",")
    .map((file) => file && pair)
    .join(",");
}

/** The arguments of a container for this machine. */
function localArguments(args: readonly string[], machine: Machine): string[] {
  const local = args.flatMap((argument) => {
    const flag = flagOf(argument);
    const replace = replacements[flag];
    if (!replace) return [argument];
    const value = replace(argument.slice(argument.indexOf("=") + 1), machine);
    return value === undefined ? [] : [`-${flag}=${value}`];
  });
  const listensByTls = args.some((argument) => /^-tls=true/i.test(argument));
  return [
    ...local,
    ...(["tlsCertFile", "tlsKeyFile"] as const).flatMap((flag) =>
      listensByTls && !args.some((argument) => flagOf(argument) === flag) ? [`-${flag}=${pair}`] : [],
    ),
  ];
}

/** A running program with the arguments of a container. */
export class RunningLogs {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #folder: string;
  #log = "";

  private constructor(process: ChildProcess, { folder, port }: Machine) {
    this.port = port;
    this.#process = process;
    this.#folder = folder;
    for (const stream of [process.stdout, process.stderr])
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        this.#log += chunk;
      });
  }

  /** Starts it; an error with its last words if it ends before it listens. */
  static async start(program: Program, args: readonly string[]): Promise<RunningLogs> {
    const { [program]: executable = "" } = await ensure([program]);
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-logs-"));
    const [port = 0, ...others] = await freePorts(9);
    const machine = { folder, port, others };
    const child = spawn(executable, localArguments(args, machine), { stdio: ["ignore", "pipe", "pipe"], env: {}, cwd: folder });
    const running = new RunningLogs(child, machine);
    const failure = await running.#listens();
    if (failure === undefined) return running;
    await running.stop();
    throw new Error(failure);
  }

  /** Why it does not listen, after it ended or half a minute; undefined as soon as it does. */
  async #listens(): Promise<string | undefined> {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (this.#process.exitCode !== null) return this.#lastWords();
      if (await accepts(this.port)) return undefined;
      await sleep(50);
    }
    return `does not listen: ${this.#lastWords()}`;
  }

  /** Its messages without the usage, of which only the beginning says something. */
  #lastWords(): string {
    const unknown = /flag provided but not defined: \S+|invalid value [^\n]*/.exec(this.#log)?.[0];
    return unknown ?? this.#log.trim().split("\n").slice(-3).join("\n");
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#process.once("exit", done));
    if (this.#process.exitCode === null && this.#process.kill("SIGKILL")) await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Whether something listens on a port of this machine. */
function accepts(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (result: boolean) => {
      socket.destroy();
      settle(result);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });
}
