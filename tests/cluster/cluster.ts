import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensure } from "../../tools/toolchain.mjs";
import { freePorts } from "../free-ports";

/** An object as the API server has it. */
export interface LiveObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly generation?: number;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
    readonly managedFields?: readonly { readonly manager: string; readonly operation: string }[];
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests look into specs of all kinds
  readonly spec?: any;
  // biome-ignore lint/suspicious/noExplicitAny: and into their status
  readonly status?: any;
  readonly data?: Readonly<Record<string, string>>;
}

/** Storage class of the claims: its volumes are made beforehand, and its claims may grow. */
const storageClass = "growing";

const volumeCount = 60;
const programs = ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubectl", "kwok"] as const;
type Executables = Readonly<Record<(typeof programs)[number], string>>;

/** Controllers that create, end and garbage-collect the objects of a stack. */
const controllers = [
  "deployment-controller",
  "replicaset-controller",
  "statefulset-controller",
  "daemonset-controller",
  "endpointslice-controller",
  "endpoints-controller",
  "garbage-collector-controller",
  "namespace-controller",
  "disruption-controller",
  "horizontal-pod-autoscaler-controller",
  "persistentvolume-binder-controller",
  "persistentvolume-protection-controller",
  "persistentvolumeclaim-protection-controller",
];

/**
 * A Kubernetes cluster on this machine alone: the real API server, controllers and scheduler, with nodes that only say that they run pods.
 * Everything listens on 127.0.0.1 and ends with this process.
 */
export class Cluster {
  readonly kubeconfig: string;
  readonly #folder: string;
  readonly #executables: Executables;
  readonly #processes: ChildProcess[] = [];
  #server = "";

  private constructor(folder: string, executables: Executables) {
    this.#folder = folder;
    this.#executables = executables;
    this.kubeconfig = join(folder, "kubeconfig");
  }

  /** Starts a cluster and waits until it takes pods. */
  static async start(): Promise<Cluster> {
    const executables = (await ensure([...programs])) as unknown as Executables;
    const cluster = new Cluster(mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-cluster-")), executables);
    endWithThisProcess(cluster);
    try {
      await cluster.#startServers();
      await cluster.#furnish();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  async #startServers(): Promise<void> {
    const [clients, peers, secure, node] = (await freePorts(4)) as [number, number, number, number];
    const token = randomBytes(16).toString("hex");
    this.#server = `https://127.0.0.1:${secure}`;
    writeFileSync(this.kubeconfig, kubeconfigText(this.#server, token), { mode: 0o600 });
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const tokens = this.#write("tokens.csv", `${token},admin,admin,system:masters\n`);
    const key = this.#write("service-account.key", privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    const publicPart = this.#write("service-account.pub", publicKey.export({ type: "spki", format: "pem" }).toString());
    this.#run("etcd", [
      `--data-dir=${join(this.#folder, "etcd")}`,
      `--listen-client-urls=http://127.0.0.1:${clients}`,
      `--advertise-client-urls=http://127.0.0.1:${clients}`,
      `--listen-peer-urls=http://127.0.0.1:${peers}`,
      `--initial-advertise-peer-urls=http://127.0.0.1:${peers}`,
      `--initial-cluster=default=http://127.0.0.1:${peers}`,
      "--unsafe-no-fsync",
    ]);
    this.#run("kube-apiserver", [
      `--etcd-servers=http://127.0.0.1:${clients}`,
      "--bind-address=127.0.0.1",
      "--advertise-address=127.0.0.1",
      `--secure-port=${secure}`,
      `--cert-dir=${join(this.#folder, "certificates")}`,
      `--token-auth-file=${tokens}`,
      "--anonymous-auth=false",
      "--authorization-mode=RBAC",
      "--endpoint-reconciler-type=none",
      "--service-cluster-ip-range=10.0.0.0/12",
      "--service-account-issuer=https://kubernetes.default.svc",
      `--service-account-key-file=${publicPart}`,
      `--service-account-signing-key-file=${key}`,
      "--disable-admission-plugins=ServiceAccount,TaintNodesByCondition",
    ]);
    await this.#until("the API server is ready", () => this.tryKubectl(["get", "--raw", "/readyz"]).status === 0);
    this.#run("kube-controller-manager", [
      `--kubeconfig=${this.kubeconfig}`,
      "--secure-port=0",
      "--leader-elect=false",
      `--controllers=${controllers.join(",")}`,
    ]);
    this.#run("kube-scheduler", [`--kubeconfig=${this.kubeconfig}`, "--secure-port=0", "--leader-elect=false"]);
    this.#run("kwok", [
      `--kubeconfig=${this.kubeconfig}`,
      `--config=${join(__dirname, "stages.yaml")}`,
      "--manage-all-nodes=true",
      "--node-ip=127.0.0.1",
      `--server-address=127.0.0.1:${node}`,
    ]);
  }

  /** Gives the cluster a node, and volumes for claims. */
  async #furnish(): Promise<void> {
    this.apply([node, growingClass, ...Array.from({ length: volumeCount }, (_, index) => volume(index))]);
    await this.#until("the node is ready", () =>
      (this.object("node", "simulated").status?.conditions ?? []).some(
        ({ type, status }: { type: string; status: string }) => type === "Ready" && status === "True",
      ),
    );
  }

  /** Carries out a kubectl command, with `input` on its standard input, and gives what it printed. */
  kubectl(args: readonly string[], input?: string): string {
    const { status, stdout, stderr } = this.tryKubectl(args, input);
    if (status !== 0) throw new Error(`kubectl ${args.join(" ")} ended with ${status}: ${stderr}`);
    return stdout;
  }

  /** The same where it may fail. */
  tryKubectl(args: readonly string[], input?: string) {
    return spawnSync(this.#executables.kubectl, args, { encoding: "utf8", input, env: this.environment, timeout: 60_000 });
  }

  /** Carries out the lines of a shell script, in which `kubectl` is this cluster's. */
  shell(script: string): { readonly status: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync("/bin/sh", ["-e"], {
      encoding: "utf8",
      input: script,
      env: this.environment,
      timeout: 120_000,
    });
    return { status, output: stdout + stderr };
  }

  /** Access to the cluster for programs. */
  get environment(): Record<string, string> {
    const tools = join(this.#executables.kubectl, "..");
    return { PATH: `${tools}:${process.env.PATH}`, HOME: this.#folder, KUBECONFIG: this.kubeconfig };
  }

  /** The path of a kubeconfig with the rights of a ServiceAccount. */
  kubeconfigOf(namespace: string, serviceAccount: string): string {
    const token = this.kubectl(["create", "token", serviceAccount, `--namespace=${namespace}`]).trim();
    return this.#write(`kubeconfig-${namespace}-${serviceAccount}`, kubeconfigText(this.#server, token));
  }

  /** Creates objects, or brings them up to date, as the field manager of that name. */
  apply(manifests: readonly object[], manager = "tests"): void {
    this.kubectl(["apply", "--server-side", "--force-conflicts", `--field-manager=${manager}`, "-f", "-"], listOf(manifests));
  }

  /** Creates objects as controllers do: by a plain request. */
  create(manifests: readonly object[], manager: string): void {
    this.kubectl(["create", `--field-manager=${manager}`, "-f", "-"], listOf(manifests));
  }

  object(kind: string, name: string, namespace?: string): LiveObject {
    return JSON.parse(this.kubectl(["get", kind, name, ...inNamespace(namespace), "-o", "json", "--show-managed-fields"])) as LiveObject;
  }

  objects(kinds: string, namespace: string): LiveObject[] {
    return (JSON.parse(this.kubectl(["get", kinds, ...inNamespace(namespace), "-o", "json"])) as { items: LiveObject[] }).items;
  }

  /** The objects that these manifests name. */
  live(manifests: readonly object[]): LiveObject[] {
    const text = this.kubectl(["get", "-f", "-", "-o", "json", "--show-managed-fields"], listOf(manifests));
    return (JSON.parse(text) as { items: LiveObject[] }).items;
  }

  /** Waits until every workload of a namespace has the pods it asks for, and no object waits for its end. */
  async settle(namespace: string): Promise<void> {
    await this.#until(`nothing changes in ${namespace}`, () => {
      const workloads = this.objects("deployments,statefulsets", namespace);
      const pods = this.objects("pods", namespace);
      const areScaled = this.objects("hpa", namespace).every(({ spec, status }) => status?.currentReplicas >= spec.minReplicas);
      const isSettled = workloads.every(({ spec, status }) => status?.readyReplicas === spec.replicas);
      const wanted = workloads.reduce((sum, { spec }) => sum + spec.replicas, 0);
      return isSettled && areScaled && pods.length === wanted;
    });
  }

  /** Waits until `condition` holds, half a minute at most. */
  async #until(what: string, condition: () => boolean): Promise<void> {
    for (let attempt = 0; attempt < 150; attempt++) {
      const ended = this.#processes.find(({ exitCode }) => exitCode !== null);
      if (ended) throw new Error(`${ended.spawnfile} ended with ${ended.exitCode}: ${this.#logOf(ended)}`);
      if (condition()) return;
      await sleep(200);
    }
    throw new Error(`waited in vain until ${what}:\n${this.#processes.map((one) => `${one.spawnfile}: ${this.#logOf(one)}`).join("\n")}`);
  }

  #run(name: keyof Executables, args: readonly string[]): void {
    const log = openSync(join(this.#folder, `${name}.log`), "w");
    this.#processes.push(spawn(this.#executables[name], args, { stdio: ["ignore", log, log], env: { HOME: this.#folder } }));
    closeSync(log);
  }

  #logOf({ spawnfile }: ChildProcess): string {
    return readFileSync(join(this.#folder, `${spawnfile.split("/").at(-1)}.log`), "utf8").slice(-2000);
  }

  #write(name: string, text: string): string {
    const path = join(this.#folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }

  /** Ends the cluster's processes at once: nothing in it is worth keeping. */
  kill(): void {
    for (const process of this.#processes) if (process.exitCode === null && process.signalCode === null) process.kill("SIGKILL");
  }

  /** The same for a process that ends and cannot wait. */
  abandon(): void {
    this.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async stop(): Promise<void> {
    const ends = this.#processes.map((process) =>
      process.exitCode === null && process.signalCode === null ? new Promise((settle) => process.once("exit", settle)) : undefined,
    );
    this.kill();
    await Promise.all(ends);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const inNamespace = (namespace: string | undefined): string[] => (namespace === undefined ? [] : [`--namespace=${namespace}`]);

const listOf = (items: readonly object[]): string => JSON.stringify({ apiVersion: "v1", kind: "List", items });

function endWithThisProcess(cluster: Cluster): void {
  process.once("exit", () => cluster.abandon());
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
}

const kubeconfigText = (server: string, token: string): string =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "tests", cluster: { server, "insecure-skip-tls-verify": true } }],
    users: [{ name: "tests", user: { token } }],
    contexts: [{ name: "tests", context: { cluster: "tests", user: "tests" } }],
    "current-context": "tests",
  });

const node = { apiVersion: "v1", kind: "Node", metadata: { name: "simulated" } };

const growingClass = {
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name: storageClass, annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
  provisioner: "kubernetes.io/no-provisioner",
  allowVolumeExpansion: true,
  volumeBindingMode: "WaitForFirstConsumer",
};

const volume = (index: number): object => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: `volume-${index}` },
  spec: {
    accessModes: ["ReadWriteOnce"],
    capacity: { storage: "1Ti" },
    storageClassName: storageClass,
    hostPath: { path: `/nowhere/${index}` },
  },
});
