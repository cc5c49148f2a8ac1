import type { Manifest } from "../../provider/world/objects";

/** Where the stack of limited rights lives; other Secrets and Namespaces are none of its business. */
export const namespace = "limited";

const claim = (storage: string) => ({ resources: { requests: { storage } } });
const url = `http://vmsingle-main.${namespace}.svc:8428`;

/** Custom resources of which objects of every kind follow that a plain API server has, at first and after each change. */
export function objectsWithRights(changes = 0): Manifest[] {
  const size = changes > 0 ? "2Gi" : "1Gi";
  const specs: Readonly<Record<string, Readonly<Record<string, object>>>> = {
    VMSingle: { main: { retentionPeriod: String(1 + changes), storage: claim(size) } },
    VMCluster: {
      big: {
        retentionPeriod: "1",
        vmstorage: { replicaCount: 2, storage: { volumeClaimTemplate: { spec: claim(size) } } },
        vmselect: { replicaCount: 1, podDisruptionBudget: { maxUnavailable: 1 } },
        vminsert: { replicaCount: 1, hpa: { minReplicas: 1, maxReplicas: 2 } },
      },
    },
    VMAgent: {
      main: { selectAllByDefault: true, remoteWrite: [{ url: `${url}/api/v1/write` }] },
      nodes: { daemonSetMode: true, remoteWrite: [{ url: `${url}/api/v1/write` }] },
    },
    VMStaticScrape: {
      shop: { targetEndpoints: [{ targets: ["shop:80"], basicAuth: { password: { name: "login", key: "password" } } }] },
    },
    VMAlertmanager: { main: { replicaCount: 1 } },
    VMUser: { reader: { generatePassword: true, targetRefs: [{ static: { url }, paths: ["/.*"] }] } },
    VMAuth: { main: { selectAllByDefault: true, networkPolicy: {} } },
  };
  const custom = Object.entries(specs).flatMap(([kind, ofKind]) =>
    Object.entries(ofKind).map(
      ([name, spec]): Manifest => ({ apiVersion: "operator.victoriametrics.com/v1beta1", kind, metadata: { name, namespace }, spec }),
    ),
  );
  return [
    ...custom,
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "beside", namespace }, data: { changes: String(changes) } },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { name: "readers", namespace },
      // The rights of `view`, which no controller of this cluster copies there.
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "system:aggregate-to-view" },
      subjects: [{ kind: "Group", apiGroup: "rbac.authorization.k8s.io", name: `readers-${changes}` }],
    },
  ];
}
