import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { apiVersion, namespaceOf } from "../manifests.mjs";

/**
 * Programs that are compared with each other: scrape objects in three ways, and examples/k8s-stack in two.
 *
 * @typedef {"plain" | "components" | "group" | "k8s-stack" | "flat"} Way
 *
 * @typedef {object} Task what is run
 * @property {Way} way
 * @property {number} size number of scrape objects
 * @property {string} example the program of the example in one file
 * @property {string} objects file with the Kubernetes objects of the example
 *
 * @typedef {import("@pulumi/pulumi/automation").PulumiFn} Program
 *
 * @typedef {object} FlatObject one Kubernetes object of a state
 * @property {string} type
 * @property {string} name
 * @property {Record<string, unknown>} inputs in clear
 */

const load = createRequire(import.meta.url);

// A program's packages are loaded when it runs: that is part of what it takes.
/** @returns {typeof import("@pulumi/kubernetes")} */
const kubernetes = () => load("@pulumi/kubernetes");
/** @returns {typeof import("../../dist/index.js")} */
const victoriametrics = () => load("../../dist/index.js");

/** What a team writes for one of its services. */
const scrape = (/** @type {unknown} */ _, /** @type {number} */ index) => ({
  apiVersion,
  kind: "VMServiceScrape",
  metadata: { name: `service-${index}`, namespace: namespaceOf(index), labels: { app: `service-${index}` } },
  spec: {
    selector: { matchLabels: { app: `service-${index}` } },
    endpoints: [
      {
        port: "http",
        interval: "30s",
        metricRelabelConfigs: [{ action: "drop", sourceLabels: ["__name__"], regex: "go_(gc|memstats)_.*" }],
      },
      { port: "admin", path: "/internal/metrics" },
    ],
  },
});

/** @param {number} size */
const scrapes = (size) => Array.from({ length: size }, scrape);

/** @type {Readonly<Record<Way, (task: Task) => Program>>} */
const programs = {
  plain:
    ({ size }) =>
    async () => {
      const { apiextensions } = kubernetes();
      for (const manifest of scrapes(size)) new apiextensions.CustomResource(manifest.metadata.name, manifest);
    },
  components:
    ({ size }) =>
    async () => {
      const { VMServiceScrape } = victoriametrics();
      for (const { metadata, spec } of scrapes(size)) new VMServiceScrape(metadata.name, { metadata, spec });
    },
  group:
    ({ size }) =>
    async () => {
      const { ConfigGroup } = victoriametrics();
      new ConfigGroup("all", { objs: scrapes(size) });
    },
  "k8s-stack":
    ({ example }) =>
    async () => {
      delete load.cache[example]; // each run is a new program
      return load(example);
    },
  flat:
    ({ objects }) =>
    async () =>
      registerAll(JSON.parse(readFileSync(objects, "utf8"))),
};

/**
 * Registers Kubernetes objects, and nothing else.
 *
 * @param {readonly FlatObject[]} objects
 */
function registerAll(objects) {
  /** @type {any} */
  const modules = kubernetes();
  /** @type {typeof import("@pulumi/pulumi")} */
  const { secret } = load("@pulumi/pulumi");
  for (const { type, name, inputs } of objects) {
    const [, group = "", version = "", kind = ""] = /^kubernetes:([\w.-]+)\/(\w+):(\w+)$/.exec(type) ?? [];
    const create = modules[group.split(".")[0] ?? ""]?.[version]?.[kind];
    if (!create) throw new Error(`the Kubernetes package has no class for ${type}`);
    const hidden = kind === "Secret" && "data" in inputs ? { data: secret(inputs.data) } : {};
    new create(name, { ...inputs, ...hidden });
  }
}

/** @param {Task} task */
export const programOf = (task) => programs[task.way](task);
