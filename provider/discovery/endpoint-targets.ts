import type { ClusterObject, Container, EndpointPort, EndpointSlice, Endpoints, Pod, Service } from "./discovered-objects";
import { namespaceOf } from "./discovered-objects";
import { addMetadata, type Labels, withPort } from "./meta-labels";
import { addContainer, addPod, addService, type View } from "./pod-targets";

/** An address of an object with endpoints, with one of its ports. */
interface Place {
  readonly labels: Labels;
  readonly port: number;
  readonly target: { readonly kind?: string; readonly name?: string; readonly namespace?: string } | undefined;
}

/** The differences between Endpoints and EndpointSlices. */
interface Form {
  readonly prefix: string;
  /** Labels of targets that are ports of pods which no port of the object leads to. */
  readonly ofPod: (pod: Pod) => Labels;
  /** Whether ports of init containers that end are looked at too. */
  readonly takesAllInitContainers: boolean;
}

/** The targets of role `endpoints`. */
export function endpointsTargets(endpoints: Endpoints, view: View): Labels[] {
  const namespace = namespaceOf(endpoints);
  const { name } = endpoints.metadata;
  const places = (endpoints.subsets ?? []).flatMap(({ addresses = [], notReadyAddresses = [], ports = [] }) =>
    ports.flatMap((port) =>
      [...addresses.map((one) => ({ one, ready: "true" })), ...notReadyAddresses.map((one) => ({ one, ready: "false" }))].map(
        ({ one, ready }): Place => ({
          port: port.port ?? 0,
          target: one.targetRef,
          labels: withoutUndefined({
            __address__: withPort(one.ip, port.port ?? 0),
            __meta_kubernetes_namespace: namespace,
            __meta_kubernetes_endpoints_name: name,
            __meta_kubernetes_endpoint_ready: ready,
            __meta_kubernetes_endpoint_port_name: port.name ?? "",
            __meta_kubernetes_endpoint_port_protocol: port.protocol ?? "TCP",
            ...(one.targetRef?.kind && {
              __meta_kubernetes_endpoint_address_target_kind: one.targetRef.kind,
              __meta_kubernetes_endpoint_address_target_name: one.targetRef.name ?? "",
            }),
            __meta_kubernetes_endpoint_node_name: one.nodeName || undefined,
            __meta_kubernetes_endpoint_hostname: one.hostname || undefined,
          }),
        }),
      ),
    ),
  );
  const ofPod = (pod: Pod): Labels => ({
    __meta_kubernetes_endpoints_name: name,
    __meta_kubernetes_endpoint_address_target_kind: "Pod",
    __meta_kubernetes_endpoint_address_target_name: pod.metadata.name,
  });
  const form: Form = { prefix: "__meta_kubernetes_endpoints", ofPod, takesAllInitContainers: false };
  return targetsOf(endpoints, places, view.find("Service", namespace, name), form, view);
}

/** The targets of role `endpointslice`. */
export function endpointSliceTargets(slice: EndpointSlice, view: View): Labels[] {
  const namespace = namespaceOf(slice);
  const { name, labels = {} } = slice.metadata;
  const addressType = slice.addressType ?? "";
  const places = (slice.endpoints ?? []).flatMap((endpoint) =>
    (slice.ports ?? []).flatMap((port) =>
      (endpoint.addresses ?? []).map(
        (address): Place => ({
          port: port.port ?? 0,
          target: endpoint.targetRef,
          labels: withoutUndefined({
            __address__: withPort(address, port.port ?? 0),
            __meta_kubernetes_namespace: namespace,
            __meta_kubernetes_endpointslice_name: name,
            __meta_kubernetes_endpointslice_address_type: addressType,
            __meta_kubernetes_endpointslice_endpoint_conditions_ready: String(endpoint.conditions?.ready ?? false),
            __meta_kubernetes_endpointslice_endpoint_conditions_serving: String(endpoint.conditions?.serving ?? false),
            __meta_kubernetes_endpointslice_endpoint_conditions_terminating: String(endpoint.conditions?.terminating ?? false),
            ...slicePort(port),
            ...(endpoint.targetRef?.kind && {
              __meta_kubernetes_endpointslice_address_target_kind: endpoint.targetRef.kind,
              __meta_kubernetes_endpointslice_address_target_name: endpoint.targetRef.name ?? "",
            }),
            __meta_kubernetes_endpointslice_endpoint_hostname: endpoint.hostname || undefined,
            __meta_kubernetes_endpointslice_endpoint_node_name: endpoint.nodeName || undefined,
          }),
        }),
      ),
    ),
  );
  const ofPod = (pod: Pod): Labels => ({
    __meta_kubernetes_endpointslice_name: name,
    __meta_kubernetes_endpointslice_address_target_kind: "Pod",
    __meta_kubernetes_endpointslice_address_target_name: pod.metadata.name,
    __meta_kubernetes_endpointslice_address_type: addressType,
  });
  const service = view.find("Service", namespace, labels["kubernetes.io/service-name"] ?? "");
  const form: Form = { prefix: "__meta_kubernetes_endpointslice", ofPod, takesAllInitContainers: true };
  return targetsOf(slice, places, service, form, view);
}

const slicePort = ({ name = "", protocol = "TCP", port = 0, appProtocol }: EndpointPort) => ({
  __meta_kubernetes_endpointslice_port_name: name,
  __meta_kubernetes_endpointslice_port_protocol: protocol,
  __meta_kubernetes_endpointslice_port: String(port),
  __meta_kubernetes_endpointslice_port_app_protocol: appProtocol || undefined,
});

/** A target for each place, and one for each further port of the pods behind them. */
function targetsOf(object: ClusterObject, places: readonly Place[], service: Service | undefined, form: Form, view: View): Labels[] {
  const seen = new Map<Pod, Set<number>>();
  const targets = places.map(({ labels, port, target }) => {
    if (service) addService(labels, service, view);
    addMetadata(labels, form.prefix, object.metadata);
    const pod = target?.kind === "Pod" ? view.find("Pod", target.namespace ?? "", target.name ?? "") : undefined;
    if (!pod) return labels;
    addPod(labels, pod, view);
    const ports = seen.get(pod) ?? new Set();
    seen.set(pod, ports);
    for (const { container, isInit } of containersOf(pod, form.takesAllInitContainers)) {
      const found = container.ports?.find(({ containerPort }) => containerPort === port);
      if (!found) continue;
      ports.add(port);
      addContainer(labels, container, found, isInit);
    }
    return labels;
  });
  const others = [...seen].flatMap(([pod, ports]) => furtherPorts(pod, ports, object, service, form, view));
  return [...targets, ...others];
}

function furtherPorts(
  pod: Pod,
  seen: ReadonlySet<number>,
  object: ClusterObject,
  service: Service | undefined,
  form: Form,
  view: View,
): Labels[] {
  return containersOf(pod, false).flatMap(({ container, isInit }) =>
    (container.ports ?? [])
      .filter(({ containerPort }) => !seen.has(containerPort))
      .map((port) => {
        const labels: Labels = { __address__: withPort(pod.status?.podIP ?? "", port.containerPort) };
        addPod(labels, pod, view);
        addContainer(labels, container, port, isInit);
        Object.assign(labels, form.ofPod(pod));
        addMetadata(labels, form.prefix, object.metadata);
        if (service) addService(labels, service, view);
        return labels;
      }),
  );
}

interface PodContainer {
  readonly container: Container;
  readonly isInit: boolean;
}

/** The containers of a pod, and those init containers that run beside them. */
function containersOf({ spec = {} }: Pod, withAllInit: boolean): PodContainer[] {
  const init = (spec.initContainers ?? []).filter(({ restartPolicy }) => withAllInit || restartPolicy === "Always");
  return [
    ...(spec.containers ?? []).map((container) => ({ container, isInit: false })),
    ...init.map((container) => ({ container, isInit: true })),
  ];
}

function withoutUndefined(labels: Readonly<Record<string, string | undefined>>): Labels {
  return Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
