import type { Kind } from "./kind";
import { VMAgent } from "./kinds/VMAgent";
import { VMAlert } from "./kinds/VMAlert";
import { VMCluster } from "./kinds/VMCluster";
import { VMNodeScrape } from "./kinds/VMNodeScrape";
import { VMPodScrape } from "./kinds/VMPodScrape";
import { VMProbe } from "./kinds/VMProbe";
import { VMRule } from "./kinds/VMRule";
import { VMScrapeConfig } from "./kinds/VMScrapeConfig";
import { VMServiceScrape } from "./kinds/VMServiceScrape";
import { VMSingle } from "./kinds/VMSingle";
import { VMStaticScrape } from "./kinds/VMStaticScrape";

/** The table of kinds. */
export const kinds = {
  VMAgent,
  VMAlert,
  VMCluster,
  VMNodeScrape,
  VMPodScrape,
  VMProbe,
  VMRule,
  VMScrapeConfig,
  VMServiceScrape,
  VMSingle,
  VMStaticScrape,
} as const;

export type KindName = keyof typeof kinds;

const table = new Map<string, Kind>(Object.entries(kinds));

/** The entry of a kind; undefined for kinds that are not ours. */
export function kindOf(name: string): Kind | undefined {
  return table.get(name);
}
