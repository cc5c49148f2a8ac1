/** The objects that a local cluster begins with: a simulated node, and volumes for claims, whose storage class may grow them. */

export const nodeName = "simulated";

const storageClassName = "growing";

/**
 * @param {number} volumes the number of volumes
 * @returns {readonly object[]}
 */
export const firstObjects = (volumes) => [node, storageClass, ...Array.from({ length: volumes }, (_, index) => volume(index))];

const node = { apiVersion: "v1", kind: "Node", metadata: { name: nodeName } };

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
