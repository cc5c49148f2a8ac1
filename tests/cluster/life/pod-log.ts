import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster, LiveObject } from "../cluster";

/** A pod that came or went. */
export interface PodEvent {
  readonly type: "ADDED" | "DELETED";
  readonly name: string;
}

/** A watch of the pods of a namespace: it knows the order in which they come and go. */
export class PodLog {
  readonly #events: PodEvent[] = [];
  readonly #process: ReturnType<Cluster["watchPods"]>;

  constructor(cluster: Cluster, namespace: string) {
    this.#process = cluster.watchPods();
    createInterface({ input: this.#process.stdout }).on("line", (line) => {
      const { type, object } = JSON.parse(line) as { type: string; object: LiveObject };
      const { name } = object.metadata;
      if (object.metadata.namespace === namespace && (type === "ADDED" || type === "DELETED")) this.#events.push({ type, name });
    });
  }

  /** The events so far, once those of the pods that are there, and of no others, have come. */
  async events(pods: readonly string[]): Promise<readonly PodEvent[]> {
    const wanted = pods.toSorted().join();
    for (let attempt = 0; attempt < 300; attempt++) {
      const there = new Set<string>();
      for (const { type, name } of this.#events) type === "ADDED" ? there.add(name) : there.delete(name);
      if ([...there].sort().join() === wanted) return [...this.#events];
      await sleep(100);
    }
    throw new Error("the watch of the pods does not come to their present state");
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill("SIGKILL");
    await once(this.#process, "exit");
  }
}
