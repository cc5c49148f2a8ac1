import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { apiVersion, namespaceOf } from "../manifests.mjs";

/**
 * Programs that are compared with each other: scrape objects in three ways, and examples/k8s-stack in three.
 *
 * @typedef {"plain" | "components" | "group" | "k8s-stack" | "flat" | "hollow"} Way
 *
 * @typedef {object} Task what is run
 * @property {Way} way
 * @property {number} size number of scrape objects
 * @property {string} example the program of the example in one file
 * @property {string} resources file with the resources of the example
 *
 * @typedef {import("@pulumi/pulumi/automation").PulumiFn} Program
 * @typedef {import("@pulumi/pulumi").Resource} Resource
 *
 * @typedef {object} Recorded one resource of a state: a component, or a Kubernetes object
 * @property {string} urn
 * @property {string} [parent] the parent's URN
 * @property {string} type
 * @property {string} name
 * @property {Record<string, unknown>} inputs in clear
 */

const load = createRequire(import.meta.url);

// A program's packages are loaded when it runs: that is part of what it takes.
/** @returns {typeof import("@pulumi/kubernetes")} */
const kubernetes = () => load("@pulumi/kubernetes");
/** @returns {typeof import("@pulumi/pulumi")} */
const pulumi = () => load("@pulumi/pulumi");
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
    ({ resources }) =>
    async () =>
      registerAll(recordedIn(resources).filter(({ type }) => type.startsWith("kubernetes:"))),
  hollow:
    ({ resources }) =>
    async () =>
      registerAll(recordedIn(resources)),
};

/** @param {string} file @returns {readonly Recorded[]} */
const recordedIn = (file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * Registers Kubernetes objects, and components that derive nothing. An object whose component is not among them has no parent.
 *
 * @param {readonly Recorded[]} resources each after its parent
 */
function registerAll(resources) {
  /** @type {any} */
  const modules = kubernetes();
  const { ComponentResource, secret } = pulumi();
  /** @type {Map<string, Resource>} */
  const components = new Map();
  for (const { urn, parent: parentUrn = "", type, name, inputs } of resources) {
    const parent = components.get(parentUrn);
    const options = parent ? { parent } : {};
    const [, group, version = "", kind = ""] = /^kubernetes:([\w.-]+)\/(\w+):(\w+)$/.exec(type) ?? [];
    if (group === undefined) {
      components.set(urn, new ComponentResource(type, name, inputs, options));
      continue;
    }
    const create = modules[group.split(".")[0] ?? ""]?.[version]?.[kind];
    if (!create) throw new Error(`the Kubernetes package has no class for ${type}`);
    const hidden = kind === "Secret" && "data" in inputs ? { data: secret(inputs.data) } : {};
    new create(name, { ...inputs, ...hidden }, options);
  }
}

/** @param {Task} task */
export const programOf = (task) => programs[task.way](task);
