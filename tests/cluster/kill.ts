import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { KilledRun } from "./killed-run";

/** When a run is killed, and how much of it. */
export interface Moment {
  /** Number of the step that the run begins last. */
  readonly step: number;
  /** How long that step may go on. */
  readonly milliseconds: number;
  /** The resource plugin ends as well; else it goes on with what it was asked, as it has a process group of its own. */
  readonly withPlugin: boolean;
}

/** Starts a run, kills it at a moment, and says which steps it began. */
export async function kill(run: KilledRun, moment: Moment, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "killed-run.ts"), JSON.stringify(run)], {
    detached: true, // a process group and a session of its own
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const end = new Promise<void>((settle) => child.once("close", () => settle()));
  const killWithThis = (): void => killSession(child);
  process.once("exit", killWithThis);
  try {
    return await killed(child, end, run, moment);
  } finally {
    killSession(child);
    process.off("exit", killWithThis);
  }
}

async function killed(child: ChildProcess, end: Promise<void>, { command }: KilledRun, moment: Moment): Promise<string[]> {
  const steps: string[] = [];
  let errors = "";
  let rest = "";
  const reached = new Promise<void>((settle) => {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      steps.push(...lines.filter((line) => line.startsWith("step ")).map((line) => line.slice("step ".length)));
      if (steps.length >= moment.step) settle();
    });
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  await Promise.race([reached, end]);
  if (child.exitCode === null) await Promise.race([sleep(moment.milliseconds), end]);
  if (child.exitCode !== null)
    throw new Error(`the ${command} ended with ${child.exitCode} after ${steps.length} steps, before it was killed: ${errors}`);
  process.kill(-(child.pid ?? 0), "SIGKILL");
  if (moment.withPlugin) killSession(child);
  await end;
  return steps;
}

/** Kills what is left of a run, by the number of each process. */
function killSession({ pid }: ChildProcess): void {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,sess="], { encoding: "utf8" });
  const processes = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  for (const [one] of processes.filter(([, session]) => session === pid)) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
}
