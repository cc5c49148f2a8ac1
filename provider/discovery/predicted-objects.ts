import { own } from "../text/own";
import { matches } from "../world/selectors";
import {
  type ClusterObject,
  type Container,
  type EndpointSlice,
  type Endpoints,
  namespaceOf,
  type ObjectMetadata,
  type Pod,
  type Service,
} from "./discovered-objects";

/** The template of a workload's pods. */
export interface PodTemplate {
  readonly metadata?: Partial<ObjectMetadata>;
  readonly spec?: Pod["spec"];
}

interface Workload extends ClusterObject {
  readonly spec?: { readonly replicas?: number; readonly template?: PodTemplate };
}

/** The template of the pods of any workload, also of one that is no part of Kubernetes; undefined for other objects. */
export function templateOf(object: ClusterObject): PodTemplate | undefined {
  const { spec } = object as { readonly spec?: { readonly template?: PodTemplate; readonly jobTemplate?: { readonly spec?: object } } };
  const { template } = (spec?.jobTemplate?.spec ?? spec ?? {}) as { readonly template?: PodTemplate };
  return typeof template?.spec === "object" && template.spec !== null && "containers" in template.spec ? template : undefined;
}

/** The names of a workload's pods: numbers are known of a StatefulSet, and of others that there is something. */
const podNames: Readonly<Record<string, (name: string, index: number) => string>> = {
  Deployment: (name, index) => `${name}-(${index + 1})`,
  ReplicaSet: (name, index) => `${name}-(${index + 1})`,
  DaemonSet: (name, index) => `${name}-(${index + 1})`,
  StatefulSet: (name, index) => `${name}-${index}`,
};

const discovered: readonly string[] = ["Service", "Endpoints", "EndpointSlice", "Pod", "Node", "Ingress"];

/** Whether an object is a target, or leads to one: a Service, a pod, a node, or a workload. */
export const leadsToTargets = ({ kind }: ClusterObject): boolean => discovered.includes(kind) || own(podNames, kind) !== undefined;

/**
 * The pods that workloads will have, and the endpoints of Services that select them, for objects that no cluster has seen. A workload with a pod
 * among the objects and a Service with endpoints have what they will have.
 */
export function predictedObjects(objects: readonly ClusterObject[]): ClusterObject[] {
  const live = objects.filter(({ kind }) => kind === "Pod") as Pod[];
  const nodes = objects.filter(({ kind }) => kind === "Node").length;
  const pods = objects.flatMap((object) => (hasPods(object, live) ? [] : podsOf(object as Workload, nodes)));
  const all = [...live, ...pods];
  const withEndpoints = new Set(objects.filter(({ kind }) => kind === "Endpoints" || kind === "EndpointSlice").map(serviceOf));
  const services = objects.filter((object) => object.kind === "Service" && !withEndpoints.has(serviceOf(object))) as Service[];
  return [...pods, ...services.flatMap((service) => endpointsOf(service, all))];
}

/** Namespace and name of the Service that an object belongs to. */
const serviceOf = (object: ClusterObject): string =>
  `${namespaceOf(object)}/${object.metadata.labels?.["kubernetes.io/service-name"] ?? object.metadata.name}`;

function hasPods(workload: ClusterObject, live: readonly Pod[]): boolean {
  const labels = (workload as Workload).spec?.template?.metadata?.labels ?? {};
  return live.some((pod) => namespaceOf(pod) === namespaceOf(workload) && matches({ matchLabels: labels }, pod.metadata.labels));
}

function podsOf(workload: Workload, nodes: number): Pod[] {
  const nameOf = podNames[workload.kind];
  if (!nameOf) return [];
  const { replicas = workload.kind === "DaemonSet" ? Math.max(nodes, 1) : 1, template = {} } = workload.spec ?? {};
  const namespace = namespaceOf(workload);
  return Array.from({ length: Number(replicas) || 0 }, (_, index): Pod => {
    const name = nameOf(workload.metadata.name, index);
    const { labels, annotations } = template.metadata ?? {};
    const status = { phase: "Running", podIP: `${name.replace(/[()]/g, "")}.predicted`, conditions: [{ type: "Ready", status: "True" }] };
    return { kind: "Pod", metadata: { name, namespace, labels, annotations }, spec: template.spec, status, isPredicted: true };
  });
}

/** The Endpoints and the EndpointSlice of a Service. */
function endpointsOf(service: Service, pods: readonly Pod[]): ClusterObject[] {
  const { selector = {}, ports = [] } = service.spec ?? {};
  const namespace = namespaceOf(service);
  if (Object.keys(selector).length === 0) return [];
  const selected = pods.filter((pod) => namespaceOf(pod) === namespace && matches({ matchLabels: selector }, pod.metadata.labels));
  const places = selected.flatMap((pod) =>
    ports.flatMap(({ name, port, protocol, targetPort }) => {
      const number = numberOf(targetPort ?? port, pod);
      return number === undefined ? [] : [{ pod, port: { name, port: number, protocol } }];
    }),
  );
  const { name, labels, annotations } = service.metadata;
  const target = ({ metadata }: Pod) => ({ kind: "Pod", name: metadata.name, namespace });
  const endpoints: Endpoints = {
    kind: "Endpoints",
    metadata: { name, namespace, labels, annotations },
    subsets: places.map(({ pod, port }) => ({ addresses: [{ ip: pod.status?.podIP ?? "", targetRef: target(pod) }], ports: [port] })),
    isPredicted: true,
  };
  const slices = places.map(
    ({ pod, port }, index): EndpointSlice => ({
      kind: "EndpointSlice",
      addressType: "IPv4",
      metadata: { name: `${name}-(${index + 1})`, namespace, labels: { ...labels, "kubernetes.io/service-name": name } },
      endpoints: [{ addresses: [pod.status?.podIP ?? ""], conditions: { ready: true, serving: true }, targetRef: target(pod) }],
      ports: [port],
      isPredicted: true,
    }),
  );
  return [endpoints, ...slices];
}

/** The number of a port that a Service leads to; undefined where the pod has none of that name. */
function numberOf(port: number | string, { spec = {} }: Pod): number | undefined {
  if (typeof port === "number") return port;
  const containers: readonly Container[] = spec.containers ?? [];
  return containers.flatMap(({ ports = [] }) => ports).find(({ name }) => name === port)?.containerPort;
}
