import { existsSync, readFileSync } from "node:fs";

export interface Timed<Result> {
  readonly seconds: number;
  readonly result: Result;
}

/** Seconds of a processor that this process takes for an act, whatever else the machine does meanwhile. */
export async function processorTimeOf<Result>(act: () => Result | Promise<Result>): Promise<Timed<Result>> {
  const before = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

/**
 * The quickest of a few rounds, which end with the first one below the limit. A processor that is shared takes longer for the same work, so a
 * slow round tells more about the machine than about the work.
 */
export async function quickest<Round extends { readonly seconds: number }>(
  limit: number,
  round: () => Promise<Round>,
  rounds = 6,
): Promise<Round> {
  let best = await round();
  for (let more = rounds - 1; more > 0 && best.seconds >= limit; more -= 1) {
    const next = await round();
    if (next.seconds < best.seconds) best = next;
  }
  return best;
}

/**
 * Seconds of a processor that another process has taken, with those of the processes that it has waited for. Linux counts them in hundredths;
 * undefined on other systems.
 */
export function processorSeconds(id: number): number | undefined {
  const file = `/proc/${id}/stat`;
  if (!existsSync(file)) return undefined;
  const afterName = readFileSync(file, "utf8").split(") ").at(-1) ?? "";
  const times = afterName.split(" ").slice(11, 15).map(Number);
  return times.reduce((sum, time) => sum + time, 0) / 100;
}
