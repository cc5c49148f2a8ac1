/**
 * `npm run bench`: how long it takes to render scrape objects, and how much memory. It fails where a limit is not kept.
 */
import { setup } from "../tools/setup.mjs";
import { runBench } from "./run-bench.mjs";

/** What 5,000 objects with 10,000 jobs may take on two cores, and how much longer an object may take among many. */
const limits = { objects: 5_000, seconds: 3, gibibytes: 1, growth: 1.5 };
const sizes = [500, 1_000, 2_500, 5_000, 10_000];
const namespaces = 50;
const apiVersion = "operator.victoriametrics.com/v1beta1";

const agent = {
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "monitoring" },
  spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://vmsingle-main.monitoring:8428/api/v1/write" }] },
};

/** @param {number} index */
const namespaceOf = (index) => `team-${index % namespaces}`;

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
 * @typedef {object} Measurement
 * @property {number} size
 * @property {number} seconds
 * @property {number} stringify seconds that `JSON.stringify` of the same result takes
 * @property {number} megabytes of generated YAML
 * @property {number} gibibytes most memory of the process so far
 */

/**
 * @param {typeof import("../provider/render").render} render
 * @param {number} size
 * @returns {Promise<Measurement>}
 */
async function measure(render, size) {
  const objects = world(size);
  const [seconds, rendered] = await timed(() => render(objects));
  const [stringify] = await timed(async () => JSON.stringify(rendered));
  const texts = rendered.configs.flatMap(({ files }) => Object.values(files));
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  return { size, seconds, stringify, megabytes, gibibytes: process.resourceUsage().maxRSS / 1024 ** 2 };
}

/**
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<[seconds: number, result: Result]>}
 */
async function timed(work) {
  const start = process.hrtime.bigint();
  const result = await work();
  return [Number(process.hrtime.bigint() - start) / 1e9, result];
}

/** @param {Measurement} measurement */
const perObject = ({ seconds, size }) => seconds / size;

/**
 * @param {Measurement} measurement
 * @param {Measurement} smallest
 */
function print(measurement, smallest) {
  const { size, seconds, stringify, megabytes, gibibytes } = measurement;
  const columns = [
    `${size} objects`.padStart(13),
    `${megabytes.toFixed(1)} MB of YAML`.padStart(15),
    `${seconds.toFixed(2)} s`.padStart(7),
    `${(perObject(measurement) / perObject(smallest)).toFixed(2)} × per object`,
    `${(seconds / stringify).toFixed(0)} × JSON.stringify`.padStart(19),
    `${gibibytes.toFixed(2)} GiB`,
  ];
  console.log(columns.join(" │ "));
}

/**
 * @param {readonly Measurement[]} measurements
 * @returns {string[]} which limits are not kept
 */
function broken(measurements) {
  const [smallest] = measurements;
  const growth = smallest ? Math.max(...measurements.map((measurement) => perObject(measurement) / perObject(smallest))) : 0;
  const { seconds = 0, gibibytes = 0 } = measurements.find(({ size }) => size === limits.objects) ?? {};
  return [
    ...(seconds > limits.seconds ? [`${limits.objects} objects take ${seconds.toFixed(2)} s, not ${limits.seconds}`] : []),
    ...(gibibytes > limits.gibibytes ? [`${limits.objects} objects take ${gibibytes.toFixed(2)} GiB, not ${limits.gibibytes}`] : []),
    ...(growth > limits.growth ? [`an object takes up to ${growth.toFixed(2)} times as long among many, not ${limits.growth}`] : []),
  ];
}

async function bench() {
  await setup();
  const { render } = await import("../dist/render.js");
  await measure(render, limits.objects); // else the first would take the time of the compiler
  /** @type {Measurement[]} */
  const measurements = [];
  for (const size of sizes) {
    const measurement = await measure(render, size);
    measurements.push(measurement);
    print(measurement, measurements[0] ?? measurement);
  }
  return broken(measurements);
}

runBench(bench);
