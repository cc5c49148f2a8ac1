import { render } from "../../provider/render";
import type { Manifest } from "../../provider/world/objects";
import type { Cluster } from "./cluster";

/** The field manager as which the operator writes. */
export const operatorManager = "operator";

export const finalizer = "apps.victoriametrics.com/finalizer";
const group = "operator.victoriametrics.com";

/** A definition of the operator's, as far as the API server must know it. */
const definition = (kind: string): object => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: `${kind.toLowerCase()}s.${group}` },
  spec: {
    group,
    scope: "Namespaced",
    names: { kind, plural: `${kind.toLowerCase()}s`, singular: kind.toLowerCase() },
    versions: [
      {
        name: "v1beta1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
      },
    ],
  },
});

/** Puts the definitions of custom resources into a cluster. */
export function define(cluster: Cluster, kinds: readonly string[]): void {
  cluster.apply(kinds.map(definition));
  const names = kinds.map((kind) => `customresourcedefinition/${kind.toLowerCase()}s.${group}`);
  cluster.kubectl(["wait", "--for=condition=Established", "--timeout=30s", ...names]);
}

/**
 * Makes what the operator makes of custom resources: the same objects, owned by the custom resource and kept by a finalizer, StatefulSets whose
 * pods it restarts itself, and generated configuration whose bytes are its own. `fill` adds what it generates.
 */
export async function actAsOperator(cluster: Cluster, custom: readonly Manifest[], fill: (spec: object) => object): Promise<Manifest[]> {
  cluster.create(
    custom.map((resource) => ({ ...resource, metadata: { ...resource.metadata, finalizers: [finalizer] } })),
    operatorManager,
  );
  const filled = custom.map((resource): Manifest => ({ ...resource, spec: fill(resource.spec as object) }));
  const { objects } = await render(filled);
  const made: Manifest[] = [];
  for (const { apiVersion, kind, metadata } of custom) {
    const { uid } = cluster.object(kind, metadata.name, metadata.namespace).metadata;
    const owner = { apiVersion, kind, name: metadata.name, uid, controller: true, blockOwnerDeletion: true };
    const { objects: others } = await render(filled.filter((other) => other.kind !== kind || other.metadata.name !== metadata.name));
    const ofOthers = new Set([...others, ...made].map(identity));
    made.push(...objects.filter((object) => !ofOthers.has(identity(object))).map((object) => ownedBy(owner, object)));
  }
  cluster.create(made, operatorManager);
  return made;
}

/** A Deployment to scale to 0 instead of the operator, and its webhook without a server. */
export function runOperator(cluster: Cluster): void {
  const labels = { "app.kubernetes.io/name": "victoria-metrics-operator" };
  const metadata = { name: "vm-operator", namespace: "operator", labels };
  const template = { metadata: { labels }, spec: { containers: [{ name: "operator", image: "operator" }] } };
  const service = { name: "vm-operator", namespace: "operator", path: "/validate" };
  const rule = { apiGroups: [group], apiVersions: ["*"], operations: ["CREATE", "UPDATE"], resources: ["*"] };
  const clientConfig = { service };
  cluster.apply([
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "operator" } },
    { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { replicas: 1, selector: { matchLabels: labels }, template } },
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingWebhookConfiguration",
      metadata: { name: "vm-operator-admission", labels },
      webhooks: [{ name: `validate.${group}`, clientConfig, rules: [rule], sideEffects: "None", admissionReviewVersions: ["v1"] }],
    },
  ]);
}

const identity = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.namespace}/${metadata.name}`;

function ownedBy(owner: object, object: Manifest): Manifest {
  const metadata = { ...object.metadata, finalizers: [finalizer], ...(object.metadata.namespace && { ownerReferences: [owner] }) };
  return { ...object, ...(difference[object.kind]?.(object) ?? {}), metadata } as Manifest;
}

/** The operator's differences, by kind. */
const difference: Readonly<Record<string, (object: Manifest) => object>> = {
  StatefulSet: ({ spec }) => ({ spec: { ...(spec as object), updateStrategy: { type: "OnDelete" } } }),
  Secret: ({ data }) => {
    const compressed = Object.keys((data ?? {}) as object).filter((key) => key.endsWith(".gz"));
    return { data: { ...(data as object), ...Object.fromEntries(compressed.map((key) => [key, "aXRzIG93biBieXRlcw=="])) } };
  },
};
