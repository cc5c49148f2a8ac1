import { createInterface } from "node:readline";
import { isReady, nameOf, stateOf } from "./pods.mjs";

/** The pods of a cluster as they change. */
export class PodWatch {
  /** @type {Map<string, boolean>} */
  #areReady = new Map();
  #process;
  #lines;

  /**
   * @param {ReturnType<import("../local-cluster/cluster.mjs").LocalCluster["watchPods"]>} process prints the changes
   * @param {import("./pod-list.mjs").PodList} list shows them
   */
  constructor(process, list) {
    this.#process = process;
    this.#lines = createInterface({ input: process.stdout }).on("line", (line) => this.#take(JSON.parse(line), list));
  }

  /**
   * @param {{ type: string, object: import("./pods.mjs").Pod }} event
   * @param {import("./pod-list.mjs").PodList} list
   */
  #take({ type, object }, list) {
    const name = nameOf(object);
    if (type === "DELETED") {
      this.#areReady.delete(name);
      list.remove(name);
    } else {
      this.#areReady.set(name, isReady(object));
      list.set(name, stateOf(object));
    }
  }

  /** Whether the cluster has pods, and all of them are ready. */
  get areReady() {
    return this.#areReady.size > 0 && [...this.#areReady.values()].every((ready) => ready);
  }

  stop() {
    this.#lines.close(); // else the half of a line could come
    this.#process.kill("SIGKILL");
  }
}
