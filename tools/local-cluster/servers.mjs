/**
 * The servers of a local cluster with their command lines. All of them listen on 127.0.0.1 alone.
 *
 * @typedef {object} Place
 * @property {string} folder holds the data and the certificates
 * @property {string} kubeconfig path of a kubeconfig with all rights
 * @property {string} nodeKubeconfig the same for the user that the node's pods are run by
 * @property {Ports} ports
 * @property {Credentials} credentials
 * @property {readonly string[]} stages paths of files that say what kwok's nodes and pods do
 *
 * @typedef {object} Ports
 * @property {number} etcd
 * @property {number} etcdPeers
 * @property {number} apiServer
 * @property {number} kwok
 *
 * @typedef {object} Credentials paths of files
 * @property {string} tokens users with their tokens and groups, as the API server reads them
 * @property {string} privateKey signs tokens of ServiceAccounts
 * @property {string} publicKey
 */

/** Controllers that create, end and garbage-collect the objects of a stack. */
const controllers = [
  "deployment-controller",
  "replicaset-controller",
  "statefulset-controller",
  "daemonset-controller",
  "endpointslice-controller",
  "endpoints-controller",
  "garbage-collector-controller",
  "namespace-controller",
  "disruption-controller",
  "horizontal-pod-autoscaler-controller",
  "persistentvolume-binder-controller",
  "persistentvolume-protection-controller",
  "persistentvolumeclaim-protection-controller",
];

/**
 * The arguments of each server, in the order of their start.
 *
 * @type {Readonly<Record<"etcd" | "kube-apiserver" | "kube-controller-manager" | "kube-scheduler" | "kwok", (place: Place) => string[]>>}
 */
export const servers = {
  etcd: ({ folder, ports }) => [
    `--data-dir=${folder}/etcd`,
    `--listen-client-urls=${plainAddress(ports.etcd)}`,
    `--advertise-client-urls=${plainAddress(ports.etcd)}`,
    `--listen-peer-urls=${plainAddress(ports.etcdPeers)}`,
    `--initial-advertise-peer-urls=${plainAddress(ports.etcdPeers)}`,
    `--initial-cluster=default=${plainAddress(ports.etcdPeers)}`,
    "--unsafe-no-fsync",
  ],
  "kube-apiserver": ({ folder, ports, credentials }) => [
    `--etcd-servers=${plainAddress(ports.etcd)}`,
    "--bind-address=127.0.0.1",
    "--advertise-address=127.0.0.1",
    `--secure-port=${ports.apiServer}`,
    `--cert-dir=${folder}/certificates`,
    `--token-auth-file=${credentials.tokens}`,
    "--anonymous-auth=false",
    "--authorization-mode=RBAC",
    "--endpoint-reconciler-type=none",
    "--service-cluster-ip-range=10.0.0.0/12",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${credentials.publicKey}`,
    `--service-account-signing-key-file=${credentials.privateKey}`,
    "--disable-admission-plugins=ServiceAccount,TaintNodesByCondition",
  ],
  "kube-controller-manager": ({ kubeconfig }) => [
    `--kubeconfig=${kubeconfig}`,
    "--secure-port=0",
    "--leader-elect=false",
    `--controllers=${controllers.join(",")}`,
  ],
  "kube-scheduler": ({ kubeconfig }) => [`--kubeconfig=${kubeconfig}`, "--secure-port=0", "--leader-elect=false"],
  kwok: ({ nodeKubeconfig, ports, stages }) => [
    `--kubeconfig=${nodeKubeconfig}`,
    ...stages.map((file) => `--config=${file}`),
    "--manage-all-nodes=true",
    "--node-ip=127.0.0.1",
    `--server-address=127.0.0.1:${ports.kwok}`,
  ],
};

/** @param {number} port */
const plainAddress = (port) => `http://127.0.0.1:${port}`;
