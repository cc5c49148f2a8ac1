import type { Context } from "../context";
import type { DerivedObject } from "../derived";
import { withCommonMetadata } from "../workload/labels";
import type { PolicyRule } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";
import type { Manifest } from "../world/objects";
import { hasOwnAccount, type WithAccount } from "./service-account";

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
];

/** Discovery of targets in one namespace. */
const namespaceRules: readonly PolicyRule[] = [endpointSlices, reading([""], ["services", "endpoints", "pods"]), ingresses];

/** The config-reloader reads the Secret with the configuration. */
const configRule = (secretName: string): PolicyRule => ({
  ...reading([""], ["secrets"], ["get", "watch", "list"]),
  resourceNames: [secretName],
});

/** Discovery of the metrics of OpenShift's own router and registry. */
const openShiftRule = reading(["route.openshift.io", "image.openshift.io"], ["routers/metrics", "registry/metrics"], ["get"]);

/** The scope of permissions. */
interface Reach {
  /** Whether targets are discovered; if not, the application only has its configuration in a Secret. */
  readonly discovers: boolean;
  /** Leaves out permissions that another rule grants, and those for OpenShift in other clusters. */
  readonly isLeast?: boolean;
  /** The only namespaces where targets are discovered; by default those that components may look at. */
  readonly namespaces?: readonly string[];
}

/** Permissions of an application that scrapes: for the whole cluster, or for the namespaces that components may look at. */
export function scrapingPermissions(workload: Workload, reach: Reach, { defaults }: Context): DerivedObject[] {
  const { namespace, name } = workload;
  const { openShift, watchNamespaces } = defaults;
  const { discovers, isLeast = false, namespaces = watchNamespaces } = reach;
  const isClusterWide = namespaces.length === 0;
  const elsewhere = namespaces.filter((watched) => watched !== namespace);
  const inCluster = discovers ? [...clusterRules, ...(isLeast && !openShift ? [] : [openShiftRule])] : [];
  const isCovered = isLeast && isClusterWide;
  const inNamespace = discovers && !isCovered && (isClusterWide || namespaces.includes(namespace)) ? namespaceRules : [];
  const isNeeded = (rules: readonly PolicyRule[]): boolean => !isLeast || rules.length > 0;
  return [
    ...(isClusterWide && isNeeded(inCluster) ? permissions(workload, undefined, inCluster) : []),
    ...permissions(workload, namespace, [configRule(name), ...inNamespace]),
    ...(isNeeded(discovers ? namespaceRules : [])
      ? elsewhere.flatMap((watched) => permissions(workload, watched, discovers ? namespaceRules : [], `-${watched}`))
      : []),
  ];
}

/** Description of the output with the permissions that the user must grant. */
export const requiredRbacOutput = {
  description: "The Roles, with their bindings, that the account of `serviceAccountName` needs. Empty if the account is derived.",
  type: "manifests",
} as const;

/** The permissions that the user must grant: those for an account that is not derived. */
export function requiredRbac(
  workload: Workload & WithAccount,
  permissions: readonly DerivedObject[],
  { defaults, report }: Context,
): Manifest[] {
  if (hasOwnAccount(workload) || permissions.length === 0) return [];
  report.warning(
    "spec.serviceAccountName",
    `the ServiceAccount ${workload.serviceAccountName} needs permissions that are not derived: grant it those in the output requiredRbac`,
  );
  return withCommonMetadata(permissions, defaults).map(({ manifest }) => manifest);
}

/** Permission to read the Secrets of a workload's namespace, by a role with the workload's name. */
export const secretPermissions = (workload: Workload): DerivedObject[] =>
  permissions(workload, workload.namespace, [reading([""], ["secrets"])], "", workload.name);

/** Permission to read some of Kubernetes' own objects in all namespaces, by a role of the given name. */
export const clusterReading = (workload: Workload, resources: readonly string[], roleName: string): DerivedObject[] =>
  permissions(workload, undefined, [reading([""], resources)], "", roleName);

/** A role with its binding; without a namespace they apply to the whole cluster. */
function permissions(
  workload: Workload,
  namespace: string | undefined,
  rules: readonly PolicyRule[],
  suffix = "",
  roleName = `monitoring:${workload.namespace}:${workload.name}`,
): DerivedObject[] {
  const kind = namespace === undefined ? "ClusterRole" : "Role";
  const role = namespace === undefined ? "cluster-role" : "role";
  const { name: _, namespace: __, ...labels } = metadataOf(workload);
  const metadata: Manifest["metadata"] = {
    name: roleName,
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
