import type { ClusterObjects, Container, ContainerPort, Node, Pod, Service } from "./discovered-objects";
import { namespaceOf } from "./discovered-objects";
import { addMetadata, bracketed, type Labels, withPort } from "./meta-labels";

/** Metadata of other objects that a discovery adds to its targets. */
interface Attached {
  readonly node: boolean;
  readonly namespace: boolean;
}

/** Objects as a discovery sees them: those in its namespaces, and with its selectors. */
export interface View extends Pick<ClusterObjects, "find"> {
  readonly attached: Attached;
}

/** The targets of role `pod`: each port of each container, or the pod itself for a container without ports. */
export function podTargets(pod: Pod, view: View): Labels[] {
  const { podIP = "", phase = "" } = pod.status ?? {};
  if (podIP === "" || phase === "Succeeded" || phase === "Failed") return [];
  const { containers = [], initContainers = [] } = pod.spec ?? {};
  return [
    ...containers.flatMap((container) => containerTargets(pod, container, false, view)),
    ...initContainers.flatMap((container) => containerTargets(pod, container, true, view)),
  ];
}

function containerTargets(pod: Pod, container: Container, isInit: boolean, view: View): Labels[] {
  const { containerStatuses = [], initContainerStatuses = [], podIP = "" } = pod.status ?? {};
  const status = (isInit ? initContainerStatuses : containerStatuses).find(({ name }) => name === container.name);
  if (status?.state?.terminated) return [];
  const { ports = [] } = container;
  return (ports.length > 0 ? ports : [undefined]).map((port) => {
    const labels: Labels = { __address__: port ? withPort(podIP, port.containerPort) : bracketed(podIP) };
    if (status?.containerID) labels.__meta_kubernetes_pod_container_id = status.containerID;
    addPod(labels, pod, view);
    addContainer(labels, container, port, isInit);
    return labels;
  });
}

/** The labels of a pod, for all of its targets. */
export function addPod(labels: Labels, pod: Pod, view: View): void {
  const { metadata, spec = {}, status = {} } = pod;
  const namespace = namespaceOf(pod);
  const nodeName = spec.nodeName ?? "";
  if (view.attached.node) addNode(labels, nodeName, view.find("Node", "", nodeName));
  addNamespace(labels, namespace, view);
  const ready = status.conditions?.find(({ type }) => type === "Ready")?.status;
  labels.__meta_kubernetes_pod_name = metadata.name;
  labels.__meta_kubernetes_pod_ip = status.podIP ?? "";
  labels.__meta_kubernetes_pod_ready = ready?.toLowerCase() ?? "unknown";
  labels.__meta_kubernetes_pod_phase = status.phase ?? "";
  labels.__meta_kubernetes_pod_node_name = nodeName;
  labels.__meta_kubernetes_pod_host_ip = status.hostIP ?? "";
  labels.__meta_kubernetes_pod_uid = metadata.uid ?? "";
  labels.__meta_kubernetes_namespace = namespace;
  const controller = metadata.ownerReferences?.find((owner) => owner.controller);
  if (controller?.kind) labels.__meta_kubernetes_pod_controller_kind = controller.kind;
  if (controller?.name) labels.__meta_kubernetes_pod_controller_name = controller.name;
  addMetadata(labels, "__meta_kubernetes_pod", metadata);
}

function addNode(labels: Labels, name: string, node: Node | undefined): void {
  labels.__meta_kubernetes_node_name = name;
  if (node) addMetadata(labels, "__meta_kubernetes_node", node.metadata);
}

/** The labels of a container and of one of its ports. */
export function addContainer(labels: Labels, container: Container, port: ContainerPort | undefined, isInit: boolean): void {
  labels.__meta_kubernetes_pod_container_image = container.image ?? "";
  labels.__meta_kubernetes_pod_container_name = container.name;
  labels.__meta_kubernetes_pod_container_init = String(isInit);
  if (!port) return;
  labels.__meta_kubernetes_pod_container_port_name = port.name ?? "";
  labels.__meta_kubernetes_pod_container_port_number = String(port.containerPort);
  // Manifests may leave out the protocol, which the API server fills in.
  labels.__meta_kubernetes_pod_container_port_protocol = port.protocol ?? "TCP";
}

/** The labels and annotations of a namespace, where they are asked for. */
export function addNamespace(labels: Labels, namespace: string, view: View): void {
  const found = view.attached.namespace ? view.find("Namespace", "", namespace) : undefined;
  if (found) addMetadata(labels, "__meta_kubernetes_namespace", found.metadata);
}

/** The labels of a Service, for its own targets and those of its endpoints. */
export function addService(labels: Labels, service: Service, view: View): void {
  const { type = "ClusterIP", clusterIP = "", externalName = "" } = service.spec ?? {};
  labels.__meta_kubernetes_namespace = namespaceOf(service);
  labels.__meta_kubernetes_service_name = service.metadata.name;
  labels.__meta_kubernetes_service_type = type;
  if (type === "ExternalName") labels.__meta_kubernetes_service_external_name = externalName;
  else labels.__meta_kubernetes_service_cluster_ip = clusterIP;
  addNamespace(labels, namespaceOf(service), view);
  addMetadata(labels, "__meta_kubernetes_service", service.metadata);
}
