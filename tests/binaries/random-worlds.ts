import fc from "fast-check";

const names = ["a", "b", "c"];
const name = fc.constantFrom(...names);
const word = fc.constantFrom("a", "b", "x.y/z-w", "A_b", "ä", "");
const map = fc.dictionary(fc.constantFrom("app", "a-b", "a_b", "x.y/z", "ä"), word, { maxKeys: 3 });
const portNumber = fc.constantFrom(80, 81, 8080);
const portName = fc.option(fc.constantFrom("http", "metrics"), { nil: undefined });
const protocol = fc.constantFrom("TCP", "UDP");
const ip = fc.constantFrom("127.0.0.1", "127.0.0.2", "::1");

const metadataIn = (namespace: fc.Arbitrary<string | undefined>) =>
  fc.record({
    name,
    namespace,
    uid: fc.uuid(),
    labels: fc.oneof(map, map, fc.constantFrom({ app: "a" }, { app: "b" })),
    annotations: map,
  });
const metadata = metadataIn(name);

const container = fc.record({
  name,
  image: fc.constantFrom("one:1", "two"),
  ports: fc.option(
    fc.uniqueArray(fc.record({ name: portName, containerPort: portNumber, protocol }), {
      maxLength: 3,
      selector: ({ containerPort }) => containerPort,
    }),
    { nil: undefined },
  ),
  restartPolicy: fc.constantFrom(undefined, "Always"),
});

const containers = fc.uniqueArray(container, { minLength: 1, maxLength: 2, selector: (one) => one.name });
const status = fc.record({
  name,
  containerID: fc.constantFrom(undefined, "containerd://1"),
  state: fc.constantFrom({}, { terminated: { exitCode: 0 } }),
});

const pod = fc.record({
  kind: fc.constant("Pod"),
  metadata: fc
    .tuple(
      metadata,
      fc.constantFrom(
        [],
        [
          { kind: "Job", name: "x" },
          { kind: "ReplicaSet", name: "a-1", controller: true },
        ],
      ),
    )
    .map(([own, ownerReferences]) => ({ ...own, ownerReferences })),
  spec: fc.record({
    nodeName: fc.constantFrom("a", "b", undefined),
    containers,
    initContainers: fc.option(containers, { nil: undefined }),
  }),
  status: fc.record({
    phase: fc.constantFrom("Running", "Running", "Pending", "Failed", "Succeeded"),
    podIP: fc.option(ip, { nil: undefined }),
    hostIP: fc.option(ip, { nil: undefined }),
    conditions: fc.constantFrom(undefined, [{ type: "Ready", status: "True" }], [{ type: "Ready", status: "False" }]),
    containerStatuses: fc.option(fc.uniqueArray(status, { maxLength: 2, selector: (one) => one.name }), { nil: undefined }),
    initContainerStatuses: fc.option(fc.uniqueArray(status, { maxLength: 2, selector: (one) => one.name }), { nil: undefined }),
  }),
});

const service = fc.record({
  kind: fc.constant("Service"),
  metadata,
  spec: fc.record({
    type: fc.constantFrom("ClusterIP", "NodePort", "ExternalName"),
    clusterIP: fc.constantFrom("10.0.0.1", "None"),
    externalName: fc.constant("example.org"),
    ports: fc.array(fc.record({ name: portName, port: portNumber, protocol }), { maxLength: 2 }),
  }),
});

const targetRef = fc.option(fc.record({ kind: fc.constantFrom("Pod", "Pod", "Node"), name, namespace: name }), { nil: undefined });
const address = fc.record({
  ip,
  hostname: fc.constantFrom(undefined, "host"),
  nodeName: fc.constantFrom(undefined, "a"),
  targetRef,
});
const addresses = fc.option(fc.array(address, { maxLength: 2 }), { nil: undefined });
const endpointPorts = fc.array(fc.record({ name: portName, port: portNumber, protocol, appProtocol: fc.constantFrom(undefined, "http") }), {
  maxLength: 2,
});

const endpoints = fc.record({
  kind: fc.constant("Endpoints"),
  metadata,
  subsets: fc.array(fc.record({ addresses, notReadyAddresses: addresses, ports: endpointPorts }), { maxLength: 2 }),
});

const slice = fc.record({
  kind: fc.constant("EndpointSlice"),
  metadata: fc.tuple(metadata, name).map(([own, of]) => ({ ...own, labels: { ...own.labels, "kubernetes.io/service-name": of } })),
  addressType: fc.constantFrom("IPv4", "IPv6"),
  endpoints: fc.array(
    fc.record({
      addresses: fc.array(ip, { minLength: 1, maxLength: 2 }),
      conditions: fc.constantFrom({}, { ready: true, serving: true }, { ready: false, terminating: true }),
      hostname: fc.constantFrom(undefined, "host"),
      nodeName: fc.constantFrom(undefined, "b"),
      targetRef,
    }),
    { maxLength: 2 },
  ),
  ports: endpointPorts,
});

const addressTypes = ["InternalIP", "ExternalIP", "Hostname", "InternalDNS", "Odd-type"];
const node = fc.record({
  kind: fc.constant("Node"),
  metadata: metadataIn(fc.constant(undefined)),
  spec: fc.record({ providerID: fc.constantFrom(undefined, "cloud://1") }),
  status: fc.record({
    addresses: fc.array(fc.record({ type: fc.constantFrom(...addressTypes), address: fc.constantFrom("127.0.0.3", "node.example") }), {
      maxLength: 3,
    }),
    daemonEndpoints: fc.constantFrom({}, { kubeletEndpoint: { Port: 10250 } }),
  }),
});

const host = fc.constantFrom("a.example", "b.example", "example", "");
const ingress = fc.record({
  kind: fc.constant("Ingress"),
  metadata,
  spec: fc.record({
    ingressClassName: fc.constantFrom(undefined, "nginx"),
    tls: fc.constantFrom(undefined, [{ hosts: ["a.example"] }], [{ hosts: ["*.example"] }]),
    rules: fc.array(
      fc.record({
        host,
        http: fc.option(fc.record({ paths: fc.array(fc.record({ path: fc.constantFrom("/", "/a", "") }), { maxLength: 2 }) }), {
          nil: undefined,
        }),
      }),
      { maxLength: 2 },
    ),
  }),
});

const namespace = fc.record({ kind: fc.constant("Namespace"), metadata: metadataIn(fc.constant(undefined)) });

const listOf = <Value extends { metadata: { name: string; namespace?: string | undefined } }>(object: fc.Arbitrary<Value>) =>
  fc.uniqueArray(object, { maxLength: 4, selector: ({ metadata: own }) => `${own.namespace}/${own.name}` });

/** The objects of a small cluster, of which many refer to each other, for their names are few. */
export const world = fc
  .tuple(listOf(pod), listOf(service), listOf(endpoints), listOf(slice), listOf(node), listOf(ingress), listOf(namespace))
  .map((lists) => JSON.parse(JSON.stringify(lists.flat())) as unknown[]);
