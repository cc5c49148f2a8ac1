import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import type { Manifest } from "../../provider/world/objects";
import type { Cluster } from "./cluster";

/** Kinds of definitions that a plain API server does not have. */
const undefinedHere = ["autoscaling.k8s.io/", "gateway.networking.k8s.io/", "operator.victoriametrics.com/", "monitoring.coreos.com/"];

const withoutNamespace = ["Namespace", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "PriorityClass"];

const irregular: Readonly<Record<string, string>> = {
  NetworkPolicy: "networkpolicies",
  Ingress: "ingresses",
  PriorityClass: "priorityclasses",
};

/** Asks an API server whether it would take objects, field by field: unknown and duplicate fields are refused. Nothing is made but Namespaces. */
export class DryRun {
  /** Number of objects that were asked about. */
  count = 0;
  readonly #server: string;
  readonly #token: string;
  readonly #cluster: Cluster;
  readonly #namespaces = new Set<string>();
  /** The cluster is on this machine, and its certificate is its own. */
  readonly #agent = new Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 8 });

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    const { clusters, users } = JSON.parse(readFileSync(cluster.kubeconfig, "utf8")) as Kubeconfig;
    this.#server = clusters[0]?.cluster.server ?? "";
    this.#token = users[0]?.user.token ?? "";
  }

  close(): void {
    this.#agent.destroy();
  }

  /** The reasons for which objects would be refused. */
  async refusals(manifests: readonly Manifest[]): Promise<string[]> {
    const asked = manifests.filter(({ apiVersion }) => !undefinedHere.some((group) => apiVersion.startsWith(group)));
    const missing = [...new Set(asked.flatMap(({ metadata }) => metadata.namespace ?? []))].filter((name) => !this.#namespaces.has(name));
    if (missing.length > 0) this.#cluster.apply(missing.map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })));
    for (const name of missing) this.#namespaces.add(name);
    this.count += asked.length;
    return (await Promise.all(asked.map((manifest) => this.#refusal(manifest)))).flat();
  }

  async #refusal(manifest: Manifest): Promise<string[]> {
    const { apiVersion, kind, metadata } = manifest;
    const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const place = withoutNamespace.includes(kind) ? "" : `/namespaces/${metadata.namespace}`;
    const plural = irregular[kind] ?? `${kind.toLowerCase()}s`;
    const path = `${group}${place}/${plural}/${encodeURIComponent(metadata.name)}?dryRun=All&fieldValidation=Strict&fieldManager=dry-run&force=true`;
    const { status, text } = await this.#patch(path, JSON.stringify(manifest));
    if (status === 200 || status === 201) return [];
    return [
      `${kind} ${metadata.namespace ?? ""}/${metadata.name}: ${status} ${(JSON.parse(text) as { message?: string }).message ?? text}`,
    ];
  }

  #patch(path: string, body: string): Promise<{ status: number; text: string }> {
    const headers = { authorization: `Bearer ${this.#token}`, "content-type": "application/apply-patch+yaml" };
    return new Promise((settle, fail) => {
      const sent = request(`${this.#server}${path}`, { method: "PATCH", headers, agent: this.#agent }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        response.on("end", () => settle({ status: response.statusCode ?? 0, text }));
      });
      sent.on("error", fail).end(body);
    });
  }
}

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: { readonly server: string } }[];
  readonly users: readonly { readonly user: { readonly token: string } }[];
}
