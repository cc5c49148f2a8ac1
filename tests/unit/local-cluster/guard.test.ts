import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { statusOf } from "../../../tools/local-cluster/session.mjs";

/** What the script says about itself. */
interface Traces {
  readonly folder: string;
  /** Process id of the script. */
  readonly script: number;
  /** Process id of a process that has lost its parent. */
  readonly orphan: number;
}

/** A guard in a process of its own, as soon as its script has told about itself. */
async function guarded(
  end: string,
): Promise<{ readonly guard: ChildProcess; readonly ended: Promise<number | null>; readonly traces: Traces }> {
  const child = spawn(process.execPath, [join(__dirname, "guard-of-script.mjs"), end], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<number | null>((settle) => child.once("exit", settle));
  const line = await new Promise<string>((settle) => createInterface({ input: child.stdout }).once("line", settle));
  return { guard: child, ended, traces: JSON.parse(line) as Traces };
}

/** The processes and folders of a script that are still there. */
const left = ({ folder, script, orphan }: Traces): unknown[] => [
  ...[script, orphan].filter(isRunning),
  ...[folder].filter((path) => existsSync(path)),
];

/** One that has ended may be a zombie until its parent takes note. */
const isRunning = (processId: number): boolean =>
  /^[^Z]/.test(spawnSync("ps", ["-o", "stat=", "-p", String(processId)], { encoding: "utf8" }).stdout.trim());

describe("a guarded script", function () {
  if (process.platform === "win32") return;
  this.timeout(60_000);

  for (const [end, code] of Object.entries({ succeeds: 0, fails: 1 }))
    it(`leaves no process and no file when it ${end}`, async () => {
      const { ended, traces } = await guarded(end);
      expect(await ended).to.equal(code);
      expect(left(traces)).to.deep.equal([]);
    });

  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
    it(`leaves none after ${signal} to its guard either, nor after a second one`, async () => {
      const { guard, ended, traces } = await guarded("works");
      guard.kill(signal as NodeJS.Signals);
      guard.kill(signal as NodeJS.Signals);
      expect(await ended).to.equal(code);
      expect(left(traces)).to.deep.equal([]);
    });

  it("ends well by the signal that it waits for", async () => {
    const { guard, ended, traces } = await guarded("waits");
    await sleep(500);
    guard.kill("SIGINT");
    expect(await ended).to.equal(0);
    expect(left(traces)).to.deep.equal([]);
  });

  it("leaves none when it is killed itself", async () => {
    const { ended, traces } = await guarded("works");
    process.kill(traces.script, "SIGKILL");
    expect(await ended).to.equal(137);
    expect(left(traces)).to.deep.equal([]);
  });

  it("takes everything down itself when its guard is killed", async () => {
    const { guard, ended, traces } = await guarded("works");
    guard.kill("SIGKILL");
    await ended;
    for (let attempt = 0; attempt < 200 && left(traces).length > 0; attempt++) await sleep(100);
    expect(left(traces)).to.deep.equal([]);
  });
});

describe("the status of a process", () => {
  it("is read for programs of any name", () => {
    expect(statusOf("4711 (a) b (c d) S 1 4711 4700 0 -1 4194560 1 2 3\n")).to.deep.equal({ id: 4711, session: 4700, isRunning: true });
    expect(statusOf("4711 (node) Z 1 4711 4700 0 -1 4194560 1 2 3\n")).to.deep.equal({ id: 4711, session: 4700, isRunning: false });
  });

  it("is unknown where the process has ended", () => {
    expect(statusOf("")).to.equal(undefined);
  });
});
