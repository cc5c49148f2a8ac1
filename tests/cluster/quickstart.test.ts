import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

/** A run of the command, with a home and a folder for temporary files of its own. */
class Quickstart {
  readonly #folder = mkdtempSync(join(tmpdir(), "quickstart-"));
  readonly #process: ChildProcess;
  readonly ended: Promise<number | null>;
  output = "";

  constructor(...options: readonly string[]) {
    const [home, temporary, backend] = ["home", "temporary", "backend"].map((name) => join(this.#folder, name)) as [string, string, string];
    for (const folder of [home, temporary, backend]) mkdirSync(folder);
    const env = {
      ...process.env,
      HOME: home,
      TMPDIR: temporary,
      XDG_CACHE_HOME: process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), // has the programs
      KUBECONFIG: join(home, "kubeconfig"),
      PULUMI_HOME: join(home, "pulumi"),
      PULUMI_BACKEND_URL: `file://${backend}`,
    };
    const given = ["tools/quickstart.mjs", "--local-cluster", ...options];
    this.#process = spawn(process.execPath, given, { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    this.ended = new Promise((settle) => this.#process.once("close", settle));
  }

  /** Waits until the output has a text. */
  async prints(text: string | RegExp): Promise<RegExpExecArray> {
    const pattern = new RegExp(text);
    return new Promise((settle, reject) => {
      const look = (): void => {
        const found = pattern.exec(this.output);
        if (found) settle(found);
      };
      this.#process.stdout?.on("data", look);
      this.ended.then(() => reject(new Error(`it ended without ${pattern}: ${this.output}`)));
      look();
    });
  }

  interrupt(): void {
    this.#process.kill("SIGINT");
  }

  /** The files that are left, and the processes whose environment or command line names a folder of this run. */
  left(): string[] {
    const files = readdirSync(this.#folder, { recursive: true, encoding: "utf8" });
    const { stdout } = spawnSync("ps", ["axeww", "-o", "pid=,command="], { encoding: "utf8", maxBuffer: 2 ** 28 });
    return [...files.sort(), ...stdout.split("\n").filter((line) => line.includes(this.#folder))];
  }

  /** Ends a run that a failed test has left, and removes its files. */
  async remove(): Promise<void> {
    this.interrupt();
    await this.ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

describe("npm run quickstart -- --local-cluster", function () {
  this.timeout(600_000);
  let quickstart: Quickstart;
  const nothing = ["backend", "home", "temporary"];

  afterEach(() => quickstart.remove());

  it("shows pods as they get ready and what the cluster has, and takes everything down", async () => {
    quickstart = new Quickstart();
    expect(await quickstart.ended, quickstart.output).to.equal(0);
    const { output } = quickstart;
    expect(output).to.match(/simulated by kwok: pods get ready, but no program runs in them/);
    for (const workload of ["vmagent-main", "vmsingle-main"]) {
      const pod = `monitoring/${workload}-\\w+-\\w+`;
      expect(output).to.match(new RegExp(`pod ${pod}: Pending[^]*pod ${pod}: Running, (\\d) of \\1 containers ready`));
      expect(output).to.match(new RegExp(`monitoring +pod/${workload}-\\S+ +(\\d)/\\1 +Running`));
    }
    expect(output).to.match(/\+ 24 created/);
    expect(output).to.match(/\n {2}VMAgent monitoring\/main\n/);
    expect(output).to.match(/taking the cluster down … done/);
    expect(quickstart.left()).to.deep.equal(nothing);
  });

  it("takes everything down when it is interrupted in the middle", async () => {
    quickstart = new Quickstart();
    await quickstart.prints("pod monitoring/");
    expect(quickstart.left().length).to.be.greaterThan(10);
    quickstart.interrupt();
    expect(await quickstart.ended, quickstart.output).to.equal(130);
    expect(quickstart.output).to.match(/SIGINT: taking everything down … done/);
    expect(quickstart.left()).to.deep.equal(nothing);
  });

  it("keeps the cluster with --keep, for kubectl in another shell, until it is interrupted", async () => {
    quickstart = new Quickstart("--keep");
    const [, commands = ""] = await quickstart.prints(/The cluster runs until Ctrl-C.*\n\n( {2}export KUBECONFIG=.*\n.*\n)/);
    const { status, stdout, stderr } = spawnSync("/bin/sh", ["-e"], { input: commands, encoding: "utf8" });
    expect(status, stderr).to.equal(0);
    expect(stdout).to.match(/vmagent-main-\S+ +(\d)\/\1 +Running/);
    quickstart.interrupt();
    expect(await quickstart.ended, quickstart.output).to.equal(0);
    expect(quickstart.left()).to.deep.equal(nothing);
  });
});
