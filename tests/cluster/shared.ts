import { after } from "mocha";
import { Cluster } from "./cluster";

let cluster: Promise<Cluster> | undefined;

/** The cluster of all tests of a run. Each has its own namespace in it. */
export function sharedCluster(): Promise<Cluster> {
  cluster ??= Cluster.start();
  return cluster;
}

after(async () => (await cluster)?.stop());
