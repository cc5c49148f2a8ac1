/**
 * Prints what it takes to render scrape objects with two jobs each, for growing numbers of them. A process of its own, for the memory of this work
 * alone.
 */
import { render } from "../../dist/render.js";
import { median } from "../figures.mjs";
import { apiVersion, namespaceOf, namespaces } from "../manifests.mjs";

/** @typedef {import("../figures.mjs").Growth} Growth */

const sizes = [10, 50, 100, 500, 1_000, 2_500, 5_000, 10_000];
/** The first rendering of so many objects would take the time of the compiler. */
const warmUp = 5_000;
/** Few objects take so little that one run says nothing. */
const runsOf = (/** @type {number} */ size) => (size < 1_000 ? 9 : 3);

const agent = {
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "monitoring" },
  spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://vmsingle-main.monitoring:8428/api/v1/write" }] },
};

const credentials = Array.from({ length: namespaces }, (_, index) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "metrics", namespace: namespaceOf(index) },
  stringData: { username: `user-${index}`, password: `password-${index}` },
}));

/** @param {string} port */
const endpoint = (port) => ({
  port,
  interval: "30s",
  basicAuth: { username: { name: "metrics", key: "username" }, password: { name: "metrics", key: "password" } },
  relabelConfigs: [
    { sourceLabels: ["__meta_kubernetes_pod_label_version"], targetLabel: "version" },
    { action: "labeldrop", regex: "tmp_.*" },
  ],
  metricRelabelConfigs: [{ action: "drop", sourceLabels: ["__name__"], regex: "go_(gc|memstats)_.*" }],
});

/** @param {number} index */
const scrape = (index) => ({
  apiVersion,
  kind: "VMServiceScrape",
  metadata: { name: `service-${index}`, namespace: namespaceOf(index) },
  spec: {
    selector: {
      matchLabels: { "app.kubernetes.io/name": `service-${index}` },
      matchExpressions: [{ key: "canary", operator: "DoesNotExist" }],
    },
    endpoints: [endpoint("http"), endpoint("admin")],
  },
});

/** @param {number} size */
const world = (size) => [agent, ...credentials, ...Array.from({ length: size }, (_, index) => scrape(index))];

/**
 * @param {number} size
 * @returns {Promise<Growth>}
 */
async function measure(size) {
  /** @type {number[]} */
  const seconds = [];
  let megabytes = 0;
  for (let run = 0; run < runsOf(size); run++) {
    const objects = world(size);
    const start = performance.now();
    const { configs } = await render(objects);
    seconds.push((performance.now() - start) / 1000);
    megabytes = configs.flatMap(({ files }) => Object.values(files)).reduce((sum, text) => sum + text.length, 0) / 1e6;
  }
  return { objects: size, seconds: median(seconds), megabytes, gibibytes: process.resourceUsage().maxRSS / 1024 ** 2 };
}

async function main() {
  await render(world(warmUp));
  /** @type {Growth[]} */
  const growth = [];
  for (const size of sizes) growth.push(await measure(size));
  console.log(JSON.stringify(growth));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
