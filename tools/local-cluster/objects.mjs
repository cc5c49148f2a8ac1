/** The objects that a local cluster begins with: a simulated node, and volumes for claims, whose storage class may grow them. */

export const nodeName = "simulated";

/** The user that kwok is to the API server. */
export const nodeUser = "kwok";

const storageClassName = "growing";

/**
 * @param {number} volumes the number of volumes
 * @returns {readonly object[]}
 */
export const firstObjects = (volumes) => [
  node,
  ...onlyEndedPods,
  storageClass,
  ...Array.from({ length: volumes }, (_, index) => volume(index)),
];

const node = { apiVersion: "v1", kind: "Node", metadata: { name: nodeName } };

/**
 * kwok takes pods away by their names. If it does so twice, as it may where the node changes at that moment, the second request would end the pod
 * that a StatefulSet has made in the place of the first. A kubelet gives the UID; kwok may therefore only take away pods that are to end.
 */
const onlyEndedPods = [
  {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "only-ended-pods" },
    spec: {
      matchConstraints: { resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], resources: ["pods"], operations: ["DELETE"] }] },
      matchConditions: [{ name: "node", expression: `request.userInfo.username == "${nodeUser}"` }],
      validations: [{ expression: "has(oldObject.metadata.deletionTimestamp)", message: "the pod is not to end" }],
    },
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: "only-ended-pods" },
    spec: { policyName: "only-ended-pods", validationActions: ["Deny"] },
  },
];

const storageClass = {
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name: storageClassName, annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
  provisioner: "kubernetes.io/no-provisioner",
  allowVolumeExpansion: true,
  volumeBindingMode: "WaitForFirstConsumer",
};

/** @param {number} index */
const volume = (index) => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: `volume-${index}` },
  spec: {
    accessModes: ["ReadWriteOnce"],
    capacity: { storage: "1Ti" },
    storageClassName,
    hostPath: { path: `/nowhere/${index}` },
  },
});
