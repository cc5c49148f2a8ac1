import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Cluster } from "./cluster";

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** A ClusterRole as the documents show it. */
export interface Role {
  readonly apiVersion: string;
  readonly metadata: { readonly name: string };
  readonly rules: readonly Rule[];
}

/** The rights that `targets --cluster` needs, from its page. */
export function readingRole(): Role {
  const [, text] = /<!-- role -->\s+```yaml\n(.*?)```/s.exec(readFileSync("docs/targets.md", "utf8")) ?? [];
  if (text === undefined) throw new Error("docs/targets.md shows no role");
  return parse(text) as Role;
}

/** A kubeconfig of a ServiceAccount with the rights of a role and no others. */
export function kubeconfigWith(cluster: Cluster, role: Role): string {
  const { name } = role.metadata;
  const account = { kind: "ServiceAccount", name, namespace: "default" };
  cluster.apply([
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace: "default" } },
    role,
    {
      apiVersion: role.apiVersion,
      kind: "ClusterRoleBinding",
      metadata: { name },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
      subjects: [account],
    },
  ]);
  return cluster.kubeconfigOf("default", name);
}
