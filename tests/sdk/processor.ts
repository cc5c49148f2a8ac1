import { existsSync, readFileSync } from "node:fs";

/**
 * Seconds of processor time that a process has taken, with those of the processes that it has waited for. Linux counts them in hundredths;
 * undefined on other systems.
 */
export function processorSeconds(id: number | "self" = "self"): number | undefined {
  const file = `/proc/${id}/stat`;
  if (!existsSync(file)) return undefined;
  const afterName = readFileSync(file, "utf8").split(") ").at(-1) ?? "";
  const times = afterName.split(" ").slice(11, 15).map(Number);
  return times.reduce((sum, time) => sum + time, 0) / 100;
}
