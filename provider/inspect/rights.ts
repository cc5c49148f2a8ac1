import type { PolicyRule } from "../workload/plain";
import { groupOf, type Manifest } from "../world/objects";
import { pluralsOf } from "./plurals";

/** The permitted verbs for one resource of the API server, in one namespace or, without it, in the whole cluster. */
export interface Right {
  readonly namespace?: string;
  readonly apiGroup: string;
  /** The resource as rules name it: `deployments`, `nodes/metrics`; a path for a request that concerns no resource. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** The only object that it concerns. */
  readonly name?: string;
}

/** An object that a stack makes. */
export interface MadeObject {
  readonly manifest: Manifest;
  /** It stays when the stack ends. */
  readonly isRetained?: boolean;
  /** It exists, and the stack writes fields of it. */
  readonly isPatch?: boolean;
}

const watching = ["list", "watch"];
const reading = ["get", ...watching];

/** `create` is asked for by an apply of an object that is not there yet; `list` and `watch` are for waiting until an object is ready, or gone. */
const applying = [...reading, "create", "patch"];

type Watched = Readonly<Record<string, readonly (readonly [apiGroup: string, resource: string])[]>>;

/** The resources that the Kubernetes provider watches until an object of a kind is ready. */
const watched: Watched = {
  Service: [["", "endpoints"]],
  Deployment: [
    ["apps", "replicasets"],
    ["", "pods"],
    ["", "persistentvolumeclaims"],
  ],
  StatefulSet: [["", "pods"]],
  DaemonSet: [["", "pods"]],
  Job: [["", "pods"]],
  Ingress: [
    ["", "services"],
    ["", "endpoints"],
  ],
};

/** The rights that the Kubernetes provider needs for making, changing, reading and deleting objects. */
export function rightsFor(objects: readonly MadeObject[], definitions: readonly Manifest[] = []): Right[] {
  const pluralOf = pluralsOf(definitions);
  return objects.flatMap(({ manifest, isRetained = false, isPatch = false }): Right[] => {
    const { apiVersion, kind } = manifest;
    const { namespace } = manifest.metadata;
    const place = namespace === undefined ? {} : { namespace };
    if (isPatch)
      return [
        { ...place, apiGroup: groupOf(apiVersion), resource: pluralOf(manifest), verbs: ["get", "patch"], name: manifest.metadata.name },
      ];
    return [
      {
        ...place,
        apiGroup: groupOf(apiVersion),
        resource: pluralOf(manifest),
        verbs: isRetained ? applying : [...applying, "delete"],
      },
      // Events about an object are shown while it is waited for; those of all namespaces would be too much for that.
      ...(namespace === undefined ? [] : [{ namespace, apiGroup: "", resource: "events", verbs: watching }]),
      ...(watched[kind] ?? []).map(([apiGroup, resource]): Right => ({ ...place, apiGroup, resource, verbs: watching })),
      ...claimsOf(manifest).map((right): Right => ({ ...place, ...right })),
    ];
  });
}

/** Claims of a StatefulSet's pods grow one by one. */
function claimsOf({ kind, spec }: Manifest): Right[] {
  const { volumeClaimTemplates = [] } = (spec ?? {}) as { readonly volumeClaimTemplates?: readonly unknown[] };
  if (kind !== "StatefulSet" || volumeClaimTemplates.length === 0) return [];
  return [{ apiGroup: "", resource: "persistentvolumeclaims", verbs: applying }];
}

/** A role or a binding. */
interface Rbac extends Manifest {
  readonly rules?: readonly PolicyRule[] | null;
  readonly roleRef?: { readonly kind: string; readonly name: string };
}

const rbacGroup = "rbac.authorization.k8s.io";

/**
 * The rights that the API server asks for beside those for the objects themselves: an identity that makes a role must have all rights in it, and one that
 * binds a role needs the right to bind it, since a preview binds roles that are not there yet.
 */
export function rightsToGrant(objects: readonly Manifest[]): Right[] {
  const ofRbac = objects.filter(({ apiVersion }) => groupOf(apiVersion) === rbacGroup) as Rbac[];
  return ofRbac.flatMap(({ metadata: { namespace }, rules, roleRef }): Right[] => {
    const place = namespace === undefined ? {} : { namespace };
    const inRole = (rules ?? []).flatMap((rule) => rightsIn(rule));
    const ofBinding = roleRef
      ? [{ apiGroup: rbacGroup, resource: `${roleRef.kind.toLowerCase()}s`, verbs: ["bind"], name: roleRef.name }]
      : [];
    return [...inRole, ...ofBinding].map((right) => ({ ...right, ...place }));
  });
}

/** The rights in a rule, one for each resource, or for each path of a request that concerns no resource. */
function rightsIn(rule: PolicyRule): Right[] {
  const { apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [], verbs } = rule as Required<PolicyRule>;
  const names = resourceNames.length > 0 ? resourceNames : [undefined];
  return [
    ...nonResourceURLs.map((resource): Right => ({ apiGroup: "", resource, verbs })),
    ...apiGroups.flatMap((apiGroup) =>
      resources.flatMap((resource) => names.map((name): Right => ({ apiGroup, resource, verbs, ...(name !== undefined && { name }) }))),
    ),
  ];
}

/** The rights to read objects, each by its name. */
export function rightsToRead(objects: readonly Manifest[], definitions: readonly Manifest[] = []): Right[] {
  const pluralOf = pluralsOf(definitions);
  return objects.map((manifest) => ({
    ...rightToRead(pluralOf(manifest), manifest.metadata.name, manifest.metadata.namespace),
    apiGroup: groupOf(manifest.apiVersion),
  }));
}

/** The right to read one object of the core API. */
export const rightToRead = (resource: string, name: string, namespace?: string): Right => ({
  apiGroup: "",
  resource,
  verbs: ["get"],
  name,
  ...(namespace !== undefined && { namespace }),
});
