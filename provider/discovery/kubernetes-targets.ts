import { type ClusterObject, ClusterObjects, type DiscoveredKind, type DiscoveredKinds, namespaceOf } from "./discovered-objects";
import { endpointSliceTargets, endpointsTargets } from "./endpoint-targets";
import type { Labels } from "./meta-labels";
import { ingressTargets, nodeTargets, serviceTargets } from "./object-targets";
import { podTargets, type View } from "./pod-targets";
import { isAsked, type QuerySelector } from "./query-selectors";
import type { Candidate, KubernetesDiscovery } from "./target-types";

interface Role<Kind extends DiscoveredKind = DiscoveredKind> {
  readonly kind: Kind;
  readonly targets: (object: DiscoveredKinds[Kind], view: View) => Labels[];
}

const role = <Kind extends DiscoveredKind>(kind: Kind, targets: Role<Kind>["targets"]): Role => ({ kind, targets }) as unknown as Role;

const roles: ReadonlyMap<string, Role> = new Map([
  ["pod", role("Pod", podTargets)],
  ["service", role("Service", serviceTargets)],
  ["endpoints", role("Endpoints", endpointsTargets)],
  ["endpointslice", role("EndpointSlice", endpointSliceTargets)],
  ["endpointslices", role("EndpointSlice", endpointSliceTargets)],
  ["node", role("Node", nodeTargets)],
  ["ingress", role("Ingress", ingressTargets)],
]);

/** The names by which selectors call a kind. */
const selectorRoles: Readonly<Record<DiscoveredKind, string>> = {
  Pod: "pod",
  Service: "service",
  Endpoints: "endpoints",
  EndpointSlice: "endpointslice",
  Node: "node",
  Ingress: "ingress",
  Namespace: "namespace",
};

/** Finds targets of Kubernetes; answers to the same question are kept, for many jobs ask it. */
export class KubernetesTargets {
  readonly #objects: ClusterObjects;
  readonly #answers = new Map<string, readonly Candidate[]>();

  constructor(objects: readonly ClusterObject[]) {
    this.#objects = new ClusterObjects(objects);
  }

  get objects(): ClusterObjects {
    return this.#objects;
  }

  /** The targets of a discovery of a scraper in `ownNamespace`; none for an unknown role. */
  find(discovery: KubernetesDiscovery, ownNamespace: string): readonly Candidate[] {
    const { names = [], own_namespace: isOwn } = discovery.namespaces ?? {};
    const namespaces = names.length > 0 ? names : isOwn ? [ownNamespace] : [];
    const { selectors = [], attach_metadata: attach = {} } = discovery;
    const key = JSON.stringify([discovery.role, namespaces, selectors, attach]);
    const known = this.#answers.get(key);
    if (known) return known;
    const found = this.#find(discovery.role, new Set(namespaces), selectors, {
      node: attach.node ?? false,
      namespace: attach.namespace ?? false,
    });
    this.#answers.set(key, found);
    return found;
  }

  #find(name: string, namespaces: ReadonlySet<string>, selectors: readonly QuerySelector[], attached: View["attached"]): Candidate[] {
    const asked = roles.get(name);
    if (!asked) return [];
    const isSeen = (object: ClusterObject): boolean => {
      const namespace = namespaceOf(object);
      const isInNamespace = namespace === "" || namespaces.size === 0 || namespaces.has(namespace);
      const own = selectors.filter(({ role: ofRole }) => ofRole === selectorRoles[object.kind as DiscoveredKind]);
      return isInNamespace && own.every((selector) => isAsked(object, selector));
    };
    const view: View = {
      attached,
      find: (kind, namespace, objectName) => {
        const object = this.#objects.find(kind, namespace, objectName);
        return object && isSeen(object) ? object : undefined;
      },
    };
    return this.#objects
      .all(asked.kind)
      .filter(isSeen)
      .flatMap((object) => asked.targets(object, view).map((labels) => ({ place: placeOf(object), labels })));
  }
}

const placeOf = (object: ClusterObject): Candidate["place"] => ({
  object: [object.kind, namespaceOf(object), object.metadata.name].join("/"),
  ...(object.isPredicted && { isPredicted: true }),
});
