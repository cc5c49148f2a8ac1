import { applicationPort, type Backends, balancedUnless, insertPaths, part, remoteWritePath, selectPaths } from "../../vmauth/backend";

/** Paths of vminsert below `/insert/<tenant>`. */
const tenantInsertPaths = [
  "/newrelic/.*",
  "/opentelemetry/.*",
  "/prometheus/api/v1/write",
  "/prometheus/api/v1/import.*",
  "/influx/.*",
  "/datadog/.*",
];

/** Paths of vmselect below `/select/<tenant>`; the first comes twice, as with the operator. */
const tenantSelectPaths = [
  "/vmui.*",
  "/vmui.*",
  "/graph.*",
  "/prometheus/graph.*",
  "/prometheus/vmui.*",
  "/prometheus/api/v1/label.*",
  "/prometheus/api/v1/query.*",
  "/prometheus/api/v1/rules",
  "/prometheus/api/v1/alerts",
  "/prometheus/api/v1/metadata",
  "/prometheus/api/v1/series.*",
  "/prometheus/api/v1/status.*",
  "/prometheus/api/v1/export.*",
  "/prometheus/federate",
  "/admin/tenants",
  "/api/v1/status/.*",
  "/api/v1/rules",
  "/internal/resetRollupResultCache",
  "/prometheus/api/v1/admin/.*",
  "/prometheus.*-debug",
  "/prometheus/prettify-query",
  "/prometheus/api/v1/notifiers",
  "/prometheus/api/v1/query_exemplars",
];

/** The parts of a cluster, as VMUsers and VMAuths refer to them. */
export const backends: Backends = new Map([
  [
    "VMCluster/vmselect",
    part({
      kind: "VMCluster",
      service: "vmselect",
      port: applicationPort("vmselect"),
      front: balancedUnless("disableSelectBalancing"),
      paths: [...selectPaths, "/admin/.*"],
      pathsBelow: tenantSelectPaths,
      tenantPath: "/select/0/prometheus",
    }),
  ],
  ["VMCluster/vmstorage", part({ kind: "VMCluster", service: "vmstorage", port: applicationPort("vmstorage") })],
  [
    "VMCluster/vminsert",
    part({
      kind: "VMCluster",
      service: "vminsert",
      port: applicationPort("vminsert"),
      front: balancedUnless("disableInsertBalancing"),
      paths: insertPaths,
      pathsBelow: tenantInsertPaths,
      tenantPath: "/insert/0/prometheus",
      writePath: remoteWritePath,
    }),
  ],
]);
