import { own } from "../text/own";
import { compareBytes } from "../values/values";

/** Metadata of an object, as far as discovery looks at it. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly { readonly kind?: string; readonly name?: string; readonly controller?: boolean }[];
}

/** An object of a cluster or of a folder. */
export interface ClusterObject {
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  /** It does not exist yet: a workload or a Service will lead to it. */
  readonly isPredicted?: boolean;
}

export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly ports?: readonly ContainerPort[];
  readonly restartPolicy?: string;
}

interface ContainerStatus {
  readonly name: string;
  readonly containerID?: string;
  readonly state?: { readonly terminated?: object };
}

export interface Pod extends ClusterObject {
  readonly spec?: {
    readonly nodeName?: string;
    readonly containers?: readonly Container[];
    readonly initContainers?: readonly Container[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly podIP?: string;
    readonly hostIP?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
  };
}

export interface Service extends ClusterObject {
  readonly spec?: {
    readonly type?: string;
    readonly clusterIP?: string;
    readonly externalName?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly {
      readonly name?: string;
      readonly port: number;
      readonly protocol?: string;
      readonly targetPort?: number | string;
    }[];
  };
}

interface TargetReference {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

export interface EndpointPort {
  readonly name?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly appProtocol?: string;
}

/** One address behind a Service. */
export interface EndpointAddress {
  readonly ip: string;
  readonly hostname?: string;
  readonly nodeName?: string;
  readonly targetRef?: TargetReference;
}

export interface Endpoints extends ClusterObject {
  readonly subsets?: readonly {
    readonly addresses?: readonly EndpointAddress[];
    readonly notReadyAddresses?: readonly EndpointAddress[];
    readonly ports?: readonly EndpointPort[];
  }[];
}

export interface SliceEndpoint {
  readonly addresses?: readonly string[];
  readonly conditions?: { readonly ready?: boolean; readonly serving?: boolean; readonly terminating?: boolean };
  readonly hostname?: string;
  readonly nodeName?: string;
  readonly targetRef?: TargetReference;
}

export interface EndpointSlice extends ClusterObject {
  readonly addressType?: string;
  readonly endpoints?: readonly SliceEndpoint[];
  readonly ports?: readonly EndpointPort[];
}

export interface Node extends ClusterObject {
  readonly spec?: { readonly providerID?: string };
  readonly status?: {
    readonly addresses?: readonly { readonly type: string; readonly address: string }[];
    readonly daemonEndpoints?: { readonly kubeletEndpoint?: { readonly Port?: number } };
  };
}

export interface Ingress extends ClusterObject {
  readonly spec?: {
    readonly ingressClassName?: string;
    readonly tls?: readonly { readonly hosts?: readonly string[] }[];
    readonly rules?: readonly {
      readonly host?: string;
      readonly http?: { readonly paths?: readonly { readonly path?: string }[] };
    }[];
  };
}

/** The kinds that discovery reads. */
export interface DiscoveredKinds {
  readonly Service: Service;
  readonly Endpoints: Endpoints;
  readonly EndpointSlice: EndpointSlice;
  readonly Pod: Pod;
  readonly Node: Node;
  readonly Ingress: Ingress;
  readonly Namespace: ClusterObject;
}

export type DiscoveredKind = keyof DiscoveredKinds;

/** Kinds without a namespace. */
const clusterWide: readonly DiscoveredKind[] = ["Node", "Namespace"];

/** The objects that discovery looks at, by kind and name. */
export class ClusterObjects {
  readonly #byKind = new Map<string, ClusterObject[]>();
  readonly #byName = new Map<string, ClusterObject>();

  /** Objects without a namespace are in `default`. Other kinds are left out. */
  constructor(objects: readonly ClusterObject[]) {
    for (const object of objects) {
      if (own(kinds, object.kind) === undefined) continue;
      const key = keyOf(object.kind, namespaceOf(object), object.metadata.name);
      if (this.#byName.has(key)) continue;
      this.#byName.set(key, object);
      const list = this.#byKind.get(object.kind);
      if (list) list.push(object);
      else this.#byKind.set(object.kind, [object]);
    }
    for (const list of this.#byKind.values()) list.sort((left, right) => compareBytes(sortKey(left), sortKey(right)));
  }

  /** The objects of a kind, in the order of `namespace/name`. */
  all<Kind extends DiscoveredKind>(kind: Kind): readonly DiscoveredKinds[Kind][] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly DiscoveredKinds[Kind][];
  }

  find<Kind extends DiscoveredKind>(kind: Kind, namespace: string, name: string): DiscoveredKinds[Kind] | undefined {
    return this.#byName.get(keyOf(kind, clusterWide.includes(kind) ? "" : namespace, name)) as DiscoveredKinds[Kind] | undefined;
  }
}

const kinds: Readonly<Record<DiscoveredKind, true>> = {
  Service: true,
  Endpoints: true,
  EndpointSlice: true,
  Pod: true,
  Node: true,
  Ingress: true,
  Namespace: true,
};

/** The namespace of an object; empty for kinds without one. */
export const namespaceOf = ({ kind, metadata }: ClusterObject): string =>
  clusterWide.includes(kind as DiscoveredKind) ? "" : (metadata.namespace ?? "default");

const keyOf = (kind: string, namespace: string, name: string): string => `${kind}/${namespace}/${name}`;
const sortKey = (object: ClusterObject): string => `${namespaceOf(object)}/${object.metadata.name}`;
