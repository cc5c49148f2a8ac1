/**
 * Differences between the operator's definitions and our schemas that are meant: `FIELD: TEXT`, as a list of differences has them, below their
 * reasons. A difference that changes is listed again.
 */
const reasons: Readonly<Record<string, readonly string[]>> = {
  "The Kubernetes package that this one is made for does not have it yet: tools/kubernetes-types.mjs brings it with a newer one.": [
    "core/v1:Container.restartPolicyRules",
    "core/v1:EnvVarSource.fileKeyRef",
    "core/v1:VolumeProjection.podCertificate",
  ],
  "The Kubernetes package knows better what is needed; the cluster's admission checks it, and so do our checks of pods.": [
    "core/v1:HTTPGetAction.port: is required",
    "core/v1:TCPSocketAction.port: is required",
    "core/v1:ProjectedVolumeSource.sources: is required here alone",
  ],
  "Not needed beside `objects`, which is checked.": ["CRDRef.name: is required", "CRDRef.namespace: is required"],
  "A shared type; the field has no effect there.": ["ConfigMapKeySelector.optional: boolean"],
  "Both spellings are written in small letters, which vmagent knows.": ["ConsulSDConfig.scheme: words that are here alone: http, https"],
  "Alertmanager shortens longer texts.": ["DiscordConfig.content: maxLength 2000, here none"],
  "The pattern of the field takes no empty text, and a cluster with the Gateway API refuses a longer name.": [
    "EmbeddedHTTPRoute.hostnames[]: maxLength 253, here none",
    "EmbeddedHTTPRoute.hostnames[]: minLength 1, here none",
    "ParentReference.group: maxLength 253, here none",
    "ParentReference.kind: maxLength 63, here none",
    "ParentReference.kind: minLength 1, here none",
    "ParentReference.name: maxLength 253, here none",
    "ParentReference.namespace: maxLength 63, here none",
    "ParentReference.namespace: minLength 1, here none",
    "ParentReference.sectionName: maxLength 253, here none",
    "ParentReference.sectionName: minLength 1, here none",
  ],
};

/** All of them. One without a text stands for a field that is not here. */
export const knownDifferences: ReadonlySet<string> = new Set(Object.values(reasons).flat());
