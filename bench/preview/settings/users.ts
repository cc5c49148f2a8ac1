import type { User } from "./types";

const database = { name: "main", namespace: "monitoring" } as const;

/** A user that asks for the metrics of one tenant. */
export const readerOf = (username: string, tenant: number): User => ({
  username,
  targetRefs: [
    {
      crd: { kind: "VMCluster/vmselect", ...database },
      paths: ["/prometheus/api/v1/query", "/prometheus/api/v1/query_range", "/prometheus/api/v1/label/.*", "/vmui/.*"],
      target_path_suffix: `/select/${tenant}`,
    },
    { static: { url: "http://alerts.example.com:9093" }, paths: ["/api/v2/alerts", "/api/v2/silences"], headers: [`X-Scope: ${username}`] },
  ],
  max_concurrent_requests: 50,
});

/** A user that writes samples of one tenant. */
export const writerOf = (username: string, tenant: number): User => ({
  username,
  targetRefs: [
    {
      crd: { kind: "VMCluster/vminsert", ...database },
      paths: ["/prometheus/api/v1/write", "/prometheus/api/v1/import.*"],
      target_path_suffix: `/insert/${tenant}`,
    },
  ],
});
