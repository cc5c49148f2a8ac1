import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stringify } from "yaml";
import { freePort } from "../../tools/ports.mjs";
import { ensure } from "../../tools/toolchain.mjs";

type Labels = Readonly<Record<string, string>>;

/** What vmagent says of its targets, at `/api/v1/targets?state=any`. */
export interface SeenTargets {
  readonly activeTargets: readonly {
    readonly discoveredLabels: Labels;
    readonly labels: Labels;
    readonly scrapePool: string;
    readonly scrapeUrl: string;
  }[];
  readonly droppedTargets: readonly { readonly discoveredLabels: Labels }[];
}

/** A vmagent on this machine that looks for targets. What it scrapes goes nowhere. */
export class RunningVmagent {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #port: number;
  #log = "";

  private constructor(process: ChildProcess, folder: string, port: number) {
    this.#process = process;
    this.#folder = folder;
    this.#port = port;
    process.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      this.#log += chunk;
    });
  }

  static async start(configuration: unknown, env: Readonly<Record<string, string>> = {}): Promise<RunningVmagent> {
    const { vmagent = "" } = await ensure(["vmagent"]);
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-vmagent-"));
    writeFileSync(join(folder, "vmagent.yaml"), stringify(configuration), { mode: 0o600 });
    const port = await freePort();
    const child = spawn(
      vmagent,
      [
        `-promscrape.config=${join(folder, "vmagent.yaml")}`,
        `-httpListenAddr=127.0.0.1:${port}`,
        `-remoteWrite.tmpDataPath=${join(folder, "queue")}`,
        "-remoteWrite.url=http://127.0.0.1:1/",
        "-promscrape.dropOriginalLabels=false",
        "-promscrape.maxDroppedTargets=1000000",
        "-promscrape.kubernetesSDCheckInterval=1s",
        "-promscrape.suppressDuplicateScrapeTargetErrors",
      ],
      { stdio: ["ignore", "ignore", "pipe"], env },
    );
    return new RunningVmagent(child, folder, port);
  }

  /** Its targets as soon as `areComplete`, within a minute; after that as they are. */
  async targets(areComplete: (seen: SeenTargets) => boolean): Promise<SeenTargets> {
    let seen: SeenTargets = { activeTargets: [], droppedTargets: [] };
    for (let attempt = 0; attempt < 120; attempt++) {
      if (this.#process.exitCode !== null) throw new Error(`vmagent ended: ${this.#log.slice(-2000)}`);
      const response = await fetch(`http://127.0.0.1:${this.#port}/api/v1/targets?state=any`).catch(() => undefined);
      if (response?.ok) seen = ((await response.json()) as { data: SeenTargets }).data;
      if (areComplete(seen)) return seen;
      await sleep(500);
    }
    return seen;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#process.once("exit", done));
    if (this.#process.exitCode === null && this.#process.kill("SIGKILL")) await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
