import { spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePorts } from "../ports.mjs";
import { kubeconfigText } from "./kubeconfig.mjs";
import { firstObjects, nodeName, nodeUser } from "./objects.mjs";
import { Processes } from "./processes.mjs";
import { servers } from "./servers.mjs";

/** The programs of a local cluster, as the toolchain calls them. */
export const programs = [...Object.keys(servers), "kubectl"];

const stages = fileURLToPath(new URL("stages.yaml", import.meta.url));

const randomToken = () => randomBytes(16).toString("hex");

/**
 * A user with all rights, as a line of the API server's file of tokens.
 *
 * @param {string} token
 * @param {string} user
 */
const tokenLine = (token, user) => `${token},${user},${user},system:masters\n`;

/**
 * @typedef {object} Options
 * @property {string} folder an empty one, which goes with the cluster
 * @property {Readonly<Record<string, string>>} executables of `programs`, as `ensure` returns them
 * @property {readonly string[]} [stages] paths of files that say what kwok's pods do beside running; a stage with a weight comes first
 * @property {number} [volumes] the number of volumes for claims; 10 unless given
 * @property {<Result>(title: string, work: () => Promise<Result>) => Promise<Result>} [step] tells about the progress
 */

/**
 * A Kubernetes cluster on this machine alone: the real API server, controllers and scheduler, with a node that only says that it runs pods.
 * Everything listens on 127.0.0.1, at ports that were free.
 */
export class LocalCluster {
  /** Path of a kubeconfig with all rights. */
  kubeconfig;
  /** Address of the API server. */
  server = "";
  /** Token of a user with all rights. */
  token = randomToken();
  #options;
  #processes;
  /** @type {import("./servers.mjs").Place | undefined} */
  #place;

  /** @param {Options} options */
  constructor(options) {
    this.#options = options;
    this.#processes = new Processes(options.folder);
    this.kubeconfig = join(options.folder, "kubeconfig");
  }

  /**
   * Starts the servers and waits until they take pods. What has been started is stopped where that fails.
   *
   * @throws {Error} with the end of the server's log
   */
  async start() {
    const { volumes = 10, step = (_title, work) => work() } = this.#options;
    try {
      const place = await this.#prepare();
      await step("starting etcd and kube-apiserver", async () => {
        this.#run("etcd", place);
        await this.startApiServer();
      });
      await step("starting kube-controller-manager, kube-scheduler and kwok", async () => {
        for (const name of /** @type {const} */ (["kube-controller-manager", "kube-scheduler", "kwok"])) this.#run(name, place);
        this.apply(firstObjects(volumes));
        const ready = ["get", "node", nodeName, '-o=jsonpath={.status.conditions[?(@.type=="Ready")].status}'];
        await this.until("the node is ready", () => this.tryKubectl(ready).stdout === "True");
      });
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async #prepare() {
    const [etcd, etcdPeers, apiServer, kwok] = /** @type {[number, number, number, number]} */ (await freePorts(4));
    this.server = `https://127.0.0.1:${apiServer}`;
    this.write("kubeconfig", kubeconfigText(this.server, this.token));
    const nodeToken = randomToken();
    const { publicKey, privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    this.#place = {
      folder: this.#options.folder,
      kubeconfig: this.kubeconfig,
      nodeKubeconfig: this.write("node.kubeconfig", kubeconfigText(this.server, nodeToken)),
      ports: { etcd, etcdPeers, apiServer, kwok },
      credentials: {
        tokens: this.write("tokens.csv", [tokenLine(this.token, "admin"), tokenLine(nodeToken, nodeUser)].join("")),
        privateKey: this.write("service-account.key", privateKey),
        publicKey: this.write("service-account.pub", publicKey),
      },
      stages: [stages, ...(this.#options.stages ?? [])],
    };
    return this.#place;
  }

  /** Starts the API server, also over data that another one left, and waits until it answers. */
  async startApiServer() {
    if (this.#place === undefined) throw new Error("the cluster has not been started");
    this.#run("kube-apiserver", this.#place);
    await this.until("the API server is ready", () => this.tryKubectl(["get", "--raw", "/readyz"]).status === 0);
  }

  /** Kills the API server, and waits for its end. */
  async stopApiServer() {
    await this.#processes.stop("kube-apiserver");
  }

  /**
   * @param {keyof typeof servers} name
   * @param {import("./servers.mjs").Place} place
   */
  #run(name, place) {
    this.#processes.start(name, this.#options.executables[name] ?? name, servers[name](place));
  }

  /**
   * Carries out a kubectl command, with `input` on its standard input.
   *
   * @param {readonly string[]} given
   * @param {string} [input]
   * @returns {string} what it printed
   * @throws {Error} with what it said, where it failed
   */
  kubectl(given, input) {
    const { status, stdout, stderr } = this.tryKubectl(given, input);
    if (status !== 0) throw new Error(`kubectl ${given.join(" ")} ended with ${status}: ${stderr}`);
    return stdout;
  }

  /**
   * The same where it may fail.
   *
   * @param {readonly string[]} given
   * @param {string} [input]
   */
  tryKubectl(given, input) {
    return spawnSync(this.#kubectl, given, { encoding: "utf8", input, env: this.#access, timeout: 60_000 });
  }

  /**
   * Starts a kubectl that prints a line of JSON for each pod that is there or changes, `{ type, object }`, until it is killed.
   *
   * @returns {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, null>}
   */
  watchPods() {
    const given = ["get", "pods", "--all-namespaces", "--watch", "--output-watch-events", '--output=jsonpath={@}{"\\n"}'];
    return spawn(this.#kubectl, given, { stdio: ["ignore", "pipe", "ignore"], env: this.#access });
  }

  get #kubectl() {
    return this.#options.executables.kubectl ?? "kubectl";
  }

  get #access() {
    return { HOME: this.#options.folder, KUBECONFIG: this.kubeconfig };
  }

  /**
   * Creates objects, or brings them up to date, as the field manager of that name.
   *
   * @param {readonly object[]} manifests
   * @param {string} [manager]
   */
  apply(manifests, manager = "local-cluster") {
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: manifests });
    this.kubectl(["apply", "--server-side", "--force-conflicts", `--field-manager=${manager}`, "-f", "-"], list);
  }

  /**
   * Waits until `condition` holds, half a minute at least.
   *
   * @param {string} what
   * @param {() => boolean} condition
   * @throws {Error} where a server ends, or the time is over
   */
  async until(what, condition) {
    for (let attempt = 0; attempt < 150; attempt++) {
      this.#processes.check();
      if (condition()) return;
      await sleep(200);
    }
    throw new Error(`waited in vain until ${what}:\n${this.#processes.logs}`);
  }

  /**
   * Writes a file that only this user may read into the cluster's folder.
   *
   * @param {string} name
   * @param {string} text
   * @returns {string} its path
   */
  write(name, text) {
    const path = join(this.#options.folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  /** Ends the servers and removes the folder. */
  async stop() {
    await this.#processes.stop();
    this.#removeFolder();
  }

  /** The same for a process that ends and cannot wait. */
  abandon() {
    this.#processes.kill();
    this.#removeFolder();
  }

  #removeFolder() {
    rmSync(this.#options.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
