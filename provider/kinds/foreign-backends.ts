import { type Backends, fixedPort, insertPaths, part, selectPaths, single } from "../vmauth/backend";

/** Kinds of custom resources that can only be referred to, by the names under which VMUsers and VMAuths do so. */
export const foreignBackends: Backends = new Map([
  ["VLogs", single("VLogs", fixedPort("9428"))],
  ["VLSingle", single("VLSingle", fixedPort("9428"))],
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
