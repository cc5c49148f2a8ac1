/**
 * The quickstart on a local cluster that goes with it. `runGuarded` runs this script, and takes down what it leaves.
 *
 * @typedef {object} Task
 * @property {Record<string, string>} executables of `programs` of the cluster and of the stack
 * @property {boolean} keep leaves the cluster running until a signal comes
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LocalCluster } from "../local-cluster/cluster.mjs";
import { guardedTask, untilSignal } from "../local-cluster/guard.mjs";
import { exitWith } from "../toolchain/process.mjs";
import { step } from "../toolchain/progress.mjs";
import { podList } from "./pod-list.mjs";
import { PodWatch } from "./pod-watch.mjs";
import { upQuickstart } from "./stack.mjs";

const objects = "deployments,pods,services,persistentvolumeclaims";

const introduction = `A cluster of this machine alone, taken down at the end: etcd and Kubernetes' API server, controllers and scheduler are real.
Its node is simulated by kwok: pods get ready, but no program runs in them, and no image is pulled.
`;

const prospect = `With --keep the cluster stays for a look by kubectl. Real pods run in a cluster of kind or k3d: see examples/quickstart/README.md.
`;

/** @param {Task & { folder: string }} task */
async function quickstart({ folder, executables, keep }) {
  console.log(introduction);
  const cluster = new LocalCluster({ folder: made(join(folder, "cluster")), executables, step });
  await cluster.start();
  const access = [`  export KUBECONFIG=${cluster.kubeconfig}`, `  ${executables.kubectl} get pods --all-namespaces`].join("\n");
  console.log(`\nWhile the cluster runs, another shell reaches it by\n\n${access}\n`);
  try {
    const tree = await upWithPods(cluster, { folder: made(join(folder, "stack")), executables });
    console.log(`\nWhat was derived\n\n${tree}`);
    console.log(`What the cluster has\n\n${cluster.kubectl(["get", objects, "--all-namespaces"])}`);
    if (keep) await signalAfter(access);
    console.log(prospect);
  } finally {
    await step("taking the cluster down", () => cluster.stop());
  }
}

/**
 * @param {LocalCluster} cluster
 * @param {{ folder: string, executables: Record<string, string> }} place of the stack
 * @returns {Promise<string>} the tree of its resources, once all pods are ready
 */
async function upWithPods(cluster, place) {
  const list = podList(process.stdout);
  const watch = new PodWatch(cluster.watchPods(), list);
  const env = { KUBECONFIG: cluster.kubeconfig };
  try {
    const tree = await upQuickstart({ ...place, cluster: true, env, print: (text) => list.print(text) });
    await cluster.until("all pods are ready", () => watch.areReady);
    return tree;
  } finally {
    watch.stop();
  }
}

/** @param {string} access the commands that reach the cluster */
async function signalAfter(access) {
  console.log(`The cluster runs until Ctrl-C. Another shell reaches it by\n\n${access}\n`);
  await untilSignal();
}

/** @param {string} folder */
function made(folder) {
  mkdirSync(folder);
  return folder;
}

quickstart(guardedTask()).catch(exitWith);
