import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { apiVersion, namespaceOf, withFolder } from "../manifests.mjs";
import { shortest } from "./command-line.mjs";

const limit = { services: 1_000, pods: 5, seconds: 5 };

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
  const metadata = { name, namespace: namespaceOf(index), labels };
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

/**
 * How long the command line takes to find the targets of 1,000 scrape objects among as many Services with five pods each.
 *
 * @returns {Promise<import("../figures.mjs").Findings>}
 */
export async function targets() {
  return withFolder((folder) => {
    const objects = [agent, ...Array.from({ length: limit.services }, (_, index) => application(index)).flat()];
    writeFileSync(join(folder, "all.yaml"), objects.map((object) => stringify(object)).join("---\n"));
    const value = shortest(["targets", "-f", folder]);
    return { figures: [{ title: "`targets` of 1,000 Services with 5,000 pods", value, unit: "s", limit: limit.seconds }] };
  });
}
