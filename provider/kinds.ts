import type { Kinds } from "./kinds/kind";
import { kindTable } from "./kinds/table";
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
import { VMUser } from "./kinds/VMUser";
import type { FieldInfo } from "./schema/fields";
import { type Backends, fixedPort, insertPaths, part, selectPaths, single } from "./vmauth/backend";

/** The table of kinds. */
export const kinds = {
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
  VMUser,
} as const;

export type KindName = keyof typeof kinds;

/** Kinds of custom resources that can only be referred to, by the names under which VMUsers and VMAuths do so. */
export const foreignBackends: Backends = new Map([
  ["VLogs", single("VLogs", fixedPort("9428"))],
  ["VLCluster/vlinsert", part({ kind: "VLCluster", service: "vlinsert", port: fixedPort("9481"), paths: insertPaths })],
  ["VLCluster/vlselect", part({ kind: "VLCluster", service: "vlselect", port: fixedPort("9471"), paths: selectPaths })],
  ["VLCluster/vlstorage", part({ kind: "VLCluster", service: "vlstorage", port: fixedPort("9491") })],
  ["VLAgent", single("VLAgent", fixedPort("9429"))],
  ["VTCluster/vtinsert", part({ kind: "VTCluster", service: "vtinsert", part: "insert", port: fixedPort("10481"), paths: insertPaths })],
  ["VTCluster/vtselect", part({ kind: "VTCluster", service: "vtselect", part: "select", port: fixedPort("10471"), paths: selectPaths })],
  ["VTCluster/vtstorage", part({ kind: "VTCluster", service: "vtstorage", part: "storage", port: fixedPort("10491") })],
  ["VTSingle", single("VTSingle", fixedPort("10428"))],
  ["VMAnomaly", { ...single("VMAnomaly", fixedPort("8490")), tls: () => false }],
]);

/** The combined knowledge of all kinds. */
export const kindsTable: Kinds = kindTable(Object.values(kinds), foreignBackends);

/** The only values that a field accepts, undefined if it accepts others too. */
export const wordsOf = ({ oneOf, statedBy }: FieldInfo): readonly (string | number)[] | undefined =>
  oneOf ?? (statedBy && [...kindsTable[statedBy].keys()].sort());
