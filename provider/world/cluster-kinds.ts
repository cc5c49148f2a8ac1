import { groupOf, type Manifest } from "./objects";

/** Cluster-scoped kinds of Kubernetes itself. */
const clusterKinds = new Set([
  "APIService",
  "CSIDriver",
  "CSINode",
  "CertificateSigningRequest",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "FlowSchema",
  "IngressClass",
  "MutatingAdmissionPolicy",
  "MutatingAdmissionPolicyBinding",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "PriorityLevelConfiguration",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeAttachment",
  "VolumeAttributesClass",
]);

/**
 * Recognises cluster-scoped objects: custom kinds by the definitions among the objects, and without a definition by the name, such as ClusterIssuer.
 */
export function clusterKindsOf(objects: readonly Manifest[]): (manifest: Manifest) => boolean {
  const scopes = new Map(
    objects
      .filter(({ kind }) => kind === "CustomResourceDefinition")
      .map(({ spec }) => spec as { group?: string; scope?: string; names?: { kind?: string } } | undefined)
      .map((spec) => [`${spec?.group}/${spec?.names?.kind}`, spec?.scope] as const),
  );
  return (manifest) => {
    const { apiVersion, kind } = manifest;
    const scope = scopes.get(`${groupOf(apiVersion)}/${kind}`);
    if (scope !== undefined) return scope === "Cluster";
    return (isOfKubernetes(apiVersion) && clusterKinds.has(kind)) || isCalledClusterWide(manifest);
  };
}

/** Whether an API version belongs to Kubernetes itself. */
export function isOfKubernetes(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return !group.includes(".") || group.endsWith(".k8s.io");
}

/**
 * Whether a kind without a definition has the name of a cluster-scoped one: ClusterIssuer, ClusterSecretStore. A kind Cluster, of databases for
 * example, is namespaced, and so are the kinds of the Cluster API.
 */
const isCalledClusterWide = ({ apiVersion, kind }: Manifest): boolean =>
  /^Cluster[A-Z]/.test(kind) && !/(^|\.)cluster\.x-k8s\.io$/.test(groupOf(apiVersion));
