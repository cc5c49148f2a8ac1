import type { Context } from "../context";
import type { DerivedObject } from "../kind";
import type { Manifest } from "../world/objects";
import type { PolicyRule } from "./plain";
import { metadataOf, type Workload } from "./workload";

const group = "rbac.authorization.k8s.io";

const reading = (
  apiGroups: readonly string[],
  resources: readonly string[],
  verbs: readonly string[] = ["get", "list", "watch"],
): PolicyRule => ({
  apiGroups,
  resources,
  verbs,
});

const endpointSlices = reading(["discovery.k8s.io"], ["endpointslices"]);
const ingresses = reading(["networking.k8s.io", "extensions"], ["ingresses"]);

/** Discovery of targets in all namespaces. */
const clusterRules: readonly PolicyRule[] = [
  endpointSlices,
  reading([""], ["nodes", "nodes/metrics", "services", "endpoints", "pods", "namespaces"]),
  ingresses,
  { nonResourceURLs: ["/metrics", "/metrics/resources", "/metrics/slis"], verbs: ["get"] },
  reading(["route.openshift.io", "image.openshift.io"], ["routers/metrics", "registry/metrics"], ["get"]),
];

/** Discovery of targets in one namespace. */
const namespaceRules: readonly PolicyRule[] = [endpointSlices, reading([""], ["services", "endpoints", "pods"]), ingresses];

/** The config-reloader reads the Secret with the configuration. */
const configRule = (secretName: string): PolicyRule => ({
  ...reading([""], ["secrets"], ["get", "watch", "list"]),
  resourceNames: [secretName],
});

/**
 * Permissions of an application that scrapes (`discovers`), or that only has its configuration in a Secret: for the whole cluster, or for the
 * namespaces that components may look at.
 */
export function scrapingPermissions(workload: Workload, discovers: boolean, { defaults: { watchNamespaces } }: Context): DerivedObject[] {
  const { namespace, name } = workload;
  const isWatched = watchNamespaces.length === 0 || watchNamespaces.includes(namespace);
  const elsewhere = watchNamespaces.filter((watched) => watched !== namespace);
  return [
    ...(watchNamespaces.length === 0 ? permissions(workload, undefined, discovers ? clusterRules : []) : []),
    ...permissions(workload, namespace, [configRule(name), ...(discovers && isWatched ? namespaceRules : [])]),
    ...elsewhere.flatMap((watched) => permissions(workload, watched, discovers ? namespaceRules : [], `-${watched}`)),
  ];
}

/** A role with its binding; without a namespace they hold for the whole cluster. */
function permissions(workload: Workload, namespace: string | undefined, rules: readonly PolicyRule[], suffix = ""): DerivedObject[] {
  const kind = namespace === undefined ? "ClusterRole" : "Role";
  const role = namespace === undefined ? "cluster-role" : "role";
  const { name: _, namespace: __, ...labels } = metadataOf(workload);
  const metadata: Manifest["metadata"] = {
    name: `monitoring:${workload.namespace}:${workload.name}`,
    ...(namespace && { namespace }),
    ...labels,
  };
  const subjects = [{ kind: "ServiceAccount", name: workload.serviceAccountName, namespace: workload.namespace }];
  const roleRef = { apiGroup: group, kind, name: metadata.name };
  return [
    { role: `${role}${suffix}`, manifest: { apiVersion: `${group}/v1`, kind, metadata, rules } },
    { role: `${role}-binding${suffix}`, manifest: { apiVersion: `${group}/v1`, kind: `${kind}Binding`, metadata, roleRef, subjects } },
  ];
}
