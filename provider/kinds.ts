import type { Kind } from "./kind";
import { VMAgent } from "./kinds/VMAgent";
import { VMServiceScrape } from "./kinds/VMServiceScrape";
import { VMSingle } from "./kinds/VMSingle";

/** The table of kinds. */
export const kinds = { VMAgent, VMServiceScrape, VMSingle } as const;

export type KindName = keyof typeof kinds;

const table = new Map<string, Kind>(Object.entries(kinds));

/** The entry of a kind; undefined for kinds that are not ours. */
export function kindOf(name: string): Kind | undefined {
  return table.get(name);
}
