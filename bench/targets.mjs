/**
 * How long the command line takes to find the targets of 1,000 scrape objects among as many Services with five pods each. It fails where that takes
 * longer than it may.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { setup } from "../tools/setup.mjs";
import { shortest } from "./command-line.mjs";
import { runBench } from "./run-bench.mjs";

const limit = { services: 1_000, pods: 5, seconds: 5 };
const namespaces = 50;
const apiVersion = "operator.victoriametrics.com/v1beta1";

const agent = {
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "monitoring" },
  spec: { selectAllByDefault: true, disableSelfServiceScrape: true, remoteWrite: [{ url: "http://db:8428" }] },
};

/**
 * A scrape object, its Service, the Service's pods and their addresses.
 *
 * @param {number} index
 */
function application(index) {
  const name = `app-${index}`;
  const labels = { app: name };
  const metadata = { name, namespace: `team-${index % namespaces}`, labels };
  const pods = Array.from({ length: limit.pods }, (_, number) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...metadata, name: `${name}-${number}` },
    spec: {
      containers: [
        {
          name: "app",
          image: "app:1",
          ports: [
            { name: "http", containerPort: 8080 },
            { name: "metrics", containerPort: 9090 },
          ],
        },
      ],
    },
    status: { phase: "Running", podIP: `10.${index >> 8}.${index & 255}.${number}` },
  }));
  const addresses = pods.map((pod) => ({
    ip: pod.status.podIP,
    targetRef: { kind: "Pod", name: pod.metadata.name, namespace: metadata.namespace },
  }));
  const ports = [
    { name: "http", port: 8080 },
    { name: "metrics", port: 9090 },
  ];
  return [
    { apiVersion, kind: "VMServiceScrape", metadata, spec: { selector: { matchLabels: labels }, endpoints: [{ port: "metrics" }] } },
    { apiVersion: "v1", kind: "Service", metadata, spec: { selector: labels, ports } },
    { apiVersion: "v1", kind: "Endpoints", metadata, subsets: [{ addresses, ports }] },
    ...pods,
  ];
}

/** @returns {Promise<string[]>} which limits are not kept */
async function bench() {
  await setup();
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-bench-"));
  try {
    const objects = [agent, ...Array.from({ length: limit.services }, (_, index) => application(index)).flat()];
    writeFileSync(join(folder, "all.yaml"), objects.map((object) => stringify(object)).join("---\n"));
    const all = shortest(["targets", "-f", folder]);
    console.log(`targets of ${limit.services} Services, ${limit.services * limit.pods} pods │ ${all.toFixed(2)} s`);
    return all > limit.seconds ? [`the targets of ${limit.services} Services take ${all.toFixed(2)} s, not ${limit.seconds}`] : [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

runBench(bench);
