import { applicationPort, type Backends, balancedUnless, insertPaths, part, selectPaths } from "../../vmauth/backend";

/** The parts of a cluster, as VMUsers and VMAuths refer to them. */
export const backends: Backends = new Map([
  [
    "VLCluster/vlinsert",
    part({
      kind: "VLCluster",
      service: "vlinsert",
      port: applicationPort("vlinsert"),
      front: balancedUnless("disableInsertBalancing"),
      paths: insertPaths,
    }),
  ],
  [
    "VLCluster/vlselect",
    part({
      kind: "VLCluster",
      service: "vlselect",
      port: applicationPort("vlselect"),
      front: balancedUnless("disableSelectBalancing"),
      paths: selectPaths,
    }),
  ],
  ["VLCluster/vlstorage", part({ kind: "VLCluster", service: "vlstorage", port: applicationPort("vlstorage") })],
]);
