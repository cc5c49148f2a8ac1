import type { Kinds } from "./kinds/kind";
import { kindTable } from "./kinds/table";
import { VLAgent } from "./kinds/VLAgent";
import { VLCluster } from "./kinds/VLCluster";
import { VLSingle } from "./kinds/VLSingle";
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
import { VMTeam } from "./kinds/VMTeam";
import { VMUser } from "./kinds/VMUser";
import { VTCluster } from "./kinds/VTCluster";
import { VTSingle } from "./kinds/VTSingle";
import type { FieldInfo } from "./schema/fields";
import { type Backends, fixedPort, single } from "./vmauth/backend";

/** The table of kinds. */
export const kinds = {
  VLAgent,
  VLCluster,
  VLSingle,
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
  VMTeam,
  VMUser,
  VTCluster,
  VTSingle,
} as const;

export type KindName = keyof typeof kinds;

/** Kinds of custom resources that can only be referred to, by the names under which VMUsers and VMAuths do so. */
export const foreignBackends: Backends = new Map([
  ["VLogs", single("VLogs", fixedPort("9428"))],
  ["VMAnomaly", { ...single("VMAnomaly", fixedPort("8490")), tls: () => false }],
]);

/** The combined knowledge of all kinds. */
export const kindsTable: Kinds = kindTable(Object.values(kinds), foreignBackends);

/** The only values that a field accepts, undefined if it accepts others too. */
export const wordsOf = ({ oneOf, statedBy }: FieldInfo): readonly (string | number)[] | undefined =>
  oneOf ?? (statedBy && [...kindsTable[statedBy].keys()].sort());
