import { applicationPort, type Backends, balancedUnless, insertPaths, part, selectPaths } from "../../vmauth/backend";

/** The parts of a cluster, as VMUsers and VMAuths refer to them. */
export const backends: Backends = new Map([
  [
    "VTCluster/vtinsert",
    part({
      kind: "VTCluster",
      service: "vtinsert",
      part: "insert",
      port: applicationPort("vtinsert"),
      front: balancedUnless("disableInsertBalancing"),
      paths: insertPaths,
    }),
  ],
  [
    "VTCluster/vtselect",
    part({
      kind: "VTCluster",
      service: "vtselect",
      part: "select",
      port: applicationPort("vtselect"),
      front: balancedUnless("disableSelectBalancing"),
      paths: selectPaths,
    }),
  ],
  ["VTCluster/vtstorage", part({ kind: "VTCluster", service: "vtstorage", part: "storage", port: applicationPort("vtstorage") })],
]);
