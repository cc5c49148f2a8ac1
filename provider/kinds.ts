import { foreignBackends } from "./kinds/foreign-backends";
import type { Kinds } from "./kinds/kind";
import { kindTable } from "./kinds/table";
import { VMAgent } from "./kinds/VMAgent";
import { VMAlert } from "./kinds/VMAlert";
import { VMAlertmanager } from "./kinds/VMAlertmanager";
import { VMAlertmanagerConfig } from "./kinds/VMAlertmanagerConfig";
import { VMAuth } from "./kinds/VMAuth";
import { VMCluster } from "./kinds/VMCluster";
import { VMNodeScrape } from "./kinds/VMNodeScrape";
import { VMPodScrape } from "./kinds/VMPodScrape";
import { VMProbe } from "./kinds/VMProbe";
import { VMRule } from "./kinds/VMRule";
import { VMScrapeConfig } from "./kinds/VMScrapeConfig";
import { VMServiceScrape } from "./kinds/VMServiceScrape";
import { VMSingle } from "./kinds/VMSingle";
import { VMStaticScrape } from "./kinds/VMStaticScrape";
import { VMUser } from "./kinds/VMUser";

/** The table of kinds. */
export const kinds = {
  VMAgent,
  VMAlert,
  VMAlertmanager,
  VMAlertmanagerConfig,
  VMAuth,
  VMCluster,
  VMNodeScrape,
  VMPodScrape,
  VMProbe,
  VMRule,
  VMScrapeConfig,
  VMServiceScrape,
  VMSingle,
  VMStaticScrape,
  VMUser,
} as const;

export type KindName = keyof typeof kinds;

/** What all kinds know together. */
export const kindsTable: Kinds = kindTable(Object.values(kinds), foreignBackends);
