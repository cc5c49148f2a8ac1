import type {
  ClusterObject,
  Container,
  EndpointAddress,
  EndpointPort,
  EndpointSlice,
  Endpoints,
  Pod,
  Service,
  SliceEndpoint,
} from "./discovered-objects";
import { namespaceOf } from "./discovered-objects";
import { addMetadata, type Labels, withPort } from "./meta-labels";
import { addContainer, addPod, addService, type View } from "./pod-targets";

/** One of the addresses behind an object, with one of its ports. */
interface Place {
  readonly address: string;
  readonly port: EndpointPort;
  readonly endpoint: Pick<EndpointAddress, "hostname" | "nodeName" | "targetRef">;
  /** The labels that only this kind of object gives. */
  readonly labels: Readonly<Record<string, string | undefined>>;
}

/** The differences between Endpoints and EndpointSlices: their names for the same labels. */
interface Form {
  /** The prefix of labels of the object itself. */
  readonly object: string;
  /** The prefix of labels of the pod or node behind an address. */
  readonly target: string;
  /** The prefix of labels of an address. */
  readonly endpoint: string;
  /** Whether ports of init containers that end are looked at too. */
  readonly takesAllInitContainers: boolean;
}

const ofEndpoints: Form = {
  object: "__meta_kubernetes_endpoints",
  target: "__meta_kubernetes_endpoint_address_target",
  endpoint: "__meta_kubernetes_endpoint",
  takesAllInitContainers: false,
};

const ofSlice: Form = {
  object: "__meta_kubernetes_endpointslice",
  target: "__meta_kubernetes_endpointslice_address_target",
  endpoint: "__meta_kubernetes_endpointslice_endpoint",
  takesAllInitContainers: true,
};

/** An object with endpoints, and the Service that it belongs to. */
interface Given {
  readonly object: ClusterObject;
  readonly form: Form;
  readonly service: Service | undefined;
  /** The labels of the object that all its targets get. */
  readonly labels: Labels;
}

/** The targets of role `endpoints`. */
export function endpointsTargets(endpoints: Endpoints, view: View): Labels[] {
  const { name } = endpoints.metadata;
  const places = (endpoints.subsets ?? []).flatMap(({ addresses = [], notReadyAddresses = [], ports = [] }) =>
    ports.flatMap((port) => [
      ...addresses.map((endpoint) => placeOfEndpoints(endpoint, port, true)),
      ...notReadyAddresses.map((endpoint) => placeOfEndpoints(endpoint, port, false)),
    ]),
  );
  const service = view.find("Service", namespaceOf(endpoints), name);
  const labels = { [`${ofEndpoints.object}_name`]: name };
  return targetsOf({ object: endpoints, form: ofEndpoints, service, labels }, places, view);
}

const placeOfEndpoints = (endpoint: EndpointAddress, port: EndpointPort, isReady: boolean): Place => ({
  address: endpoint.ip,
  port,
  endpoint,
  labels: {
    __meta_kubernetes_endpoint_ready: String(isReady),
    __meta_kubernetes_endpoint_port_name: port.name ?? "",
    __meta_kubernetes_endpoint_port_protocol: port.protocol ?? "TCP",
  },
});

/** The targets of role `endpointslice`. */
export function endpointSliceTargets(slice: EndpointSlice, view: View): Labels[] {
  const { name, labels: own = {} } = slice.metadata;
  const places = (slice.endpoints ?? []).flatMap((endpoint) =>
    (slice.ports ?? []).flatMap((port) =>
      (endpoint.addresses ?? []).map(
        (address): Place => ({ address, port, endpoint, labels: { ...conditionLabels(endpoint), ...slicePort(port) } }),
      ),
    ),
  );
  const service = view.find("Service", namespaceOf(slice), own["kubernetes.io/service-name"] ?? "");
  const labels = { [`${ofSlice.object}_name`]: name, [`${ofSlice.object}_address_type`]: slice.addressType ?? "" };
  return targetsOf({ object: slice, form: ofSlice, service, labels }, places, view);
}

const conditionLabels = ({ conditions }: SliceEndpoint) => ({
  __meta_kubernetes_endpointslice_endpoint_conditions_ready: String(conditions?.ready ?? false),
  __meta_kubernetes_endpointslice_endpoint_conditions_serving: String(conditions?.serving ?? false),
  __meta_kubernetes_endpointslice_endpoint_conditions_terminating: String(conditions?.terminating ?? false),
});

const slicePort = ({ name = "", protocol = "TCP", port = 0, appProtocol }: EndpointPort) => ({
  __meta_kubernetes_endpointslice_port_name: name,
  __meta_kubernetes_endpointslice_port_protocol: protocol,
  __meta_kubernetes_endpointslice_port: String(port),
  __meta_kubernetes_endpointslice_port_app_protocol: appProtocol || undefined,
});

/** The labels of an address itself. */
const placeLabels = ({ object, form, labels: own }: Given, { address, port, endpoint, labels }: Place): Labels =>
  withoutUndefined({
    __address__: withPort(address, port.port ?? 0),
    __meta_kubernetes_namespace: namespaceOf(object),
    ...own,
    ...labels,
    ...(endpoint.targetRef?.kind && targetLabels(form, endpoint.targetRef.kind, endpoint.targetRef.name ?? "")),
    [`${form.endpoint}_hostname`]: endpoint.hostname || undefined,
    [`${form.endpoint}_node_name`]: endpoint.nodeName || undefined,
  });

const targetLabels = ({ target }: Form, kind: string, name: string): Labels => ({ [`${target}_kind`]: kind, [`${target}_name`]: name });

/** A target for each place, and one for each further port of the pods behind them. */
function targetsOf(given: Given, places: readonly Place[], view: View): Labels[] {
  const { object, form, service } = given;
  const seen = new Map<Pod, Set<number>>();
  const targets = places.map((place) => {
    const labels = placeLabels(given, place);
    if (service) addService(labels, service, view);
    addMetadata(labels, form.object, object.metadata);
    const { targetRef } = place.endpoint;
    const pod = targetRef?.kind === "Pod" ? view.find("Pod", targetRef.namespace ?? "", targetRef.name ?? "") : undefined;
    if (!pod) return labels;
    addPod(labels, pod, view);
    const port = place.port.port ?? 0;
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
  const others = [...seen].flatMap(([pod, ports]) => furtherPorts(pod, ports, given, view));
  return [...targets, ...others];
}

/** The targets that are ports of a pod which no port of the object leads to. */
function furtherPorts(pod: Pod, seen: ReadonlySet<number>, { object, form, service, labels: own }: Given, view: View): Labels[] {
  return containersOf(pod, false).flatMap(({ container, isInit }) =>
    (container.ports ?? [])
      .filter(({ containerPort }) => !seen.has(containerPort))
      .map((port) => {
        const labels: Labels = { __address__: withPort(pod.status?.podIP ?? "", port.containerPort) };
        addPod(labels, pod, view);
        addContainer(labels, container, port, isInit);
        Object.assign(labels, own, targetLabels(form, "Pod", pod.metadata.name));
        addMetadata(labels, form.object, object.metadata);
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
