import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LocalCluster, programs } from "../../tools/local-cluster/cluster.mjs";
import { kubeconfigText } from "../../tools/local-cluster/kubeconfig.mjs";
import { ensure } from "../../tools/toolchain.mjs";

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

/**
 * A local cluster with what tests need beside it: users, pods that fail, and an API server that is killed. It ends with this process.
 */
export class Cluster extends LocalCluster {
  readonly #folder: string;
  readonly #executables: Readonly<Record<string, string>>;

  private constructor(folder: string, executables: Readonly<Record<string, string>>) {
    super({ folder, executables, stages: [join(__dirname, "stages.yaml")], volumes: 60 });
    this.#folder = folder;
    this.#executables = executables;
  }

  /** Starts a cluster and waits until it takes pods. */
  static async start(): Promise<Cluster> {
    const executables = await ensure(programs);
    const cluster = new Cluster(mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-cluster-")), executables);
    endWithThisProcess(cluster);
    await cluster.start();
    return cluster;
  }

  /** Kills the API server, and starts it again over the same data after a while. */
  async restartApiServer(milliseconds: number): Promise<void> {
    await this.stopApiServer();
    await sleep(milliseconds);
    await this.startApiServer();
  }

  /** The certificate that the API server made for itself, and its key. */
  get certificate(): { readonly cert: string; readonly key: string } {
    const read = (file: string): string => readFileSync(join(this.#folder, "certificates", file), "utf8");
    return { cert: read("apiserver.crt"), key: read("apiserver.key") };
  }

  /** The path of a kubeconfig with all rights for another way to the API server. */
  kubeconfigThrough(server: string, name: string): string {
    return this.write(`kubeconfig-${name}`, kubeconfigText(server, this.token));
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
    const tools = join(this.#executables.kubectl ?? "", "..");
    return { PATH: `${tools}:${process.env.PATH}`, HOME: this.#folder, KUBECONFIG: this.kubeconfig };
  }

  /** The path of a kubeconfig with the rights of a ServiceAccount. */
  kubeconfigOf(namespace: string, serviceAccount: string): string {
    const token = this.kubectl(["create", "token", serviceAccount, `--namespace=${namespace}`]).trim();
    return this.write(`kubeconfig-${namespace}-${serviceAccount}`, kubeconfigText(this.server, token));
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
    await this.until(`nothing changes in ${namespace}`, () => {
      const workloads = this.objects("deployments,statefulsets", namespace);
      const pods = this.objects("pods", namespace);
      const areScaled = this.objects("hpa", namespace).every(({ spec, status }) => status?.currentReplicas >= spec.minReplicas);
      const isSettled = workloads.every(({ spec, status }) => status?.readyReplicas === spec.replicas);
      const wanted = workloads.reduce((sum, { spec }) => sum + spec.replicas, 0);
      return isSettled && areScaled && pods.length === wanted;
    });
  }
}

const inNamespace = (namespace: string | undefined): string[] => (namespace === undefined ? [] : [`--namespace=${namespace}`]);

const listOf = (items: readonly object[]): string => JSON.stringify({ apiVersion: "v1", kind: "List", items });

function endWithThisProcess(cluster: Cluster): void {
  process.once("exit", () => cluster.abandon());
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
}
