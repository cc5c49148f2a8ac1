import { defaultService, type Served, type ServiceManifest } from "../../kubernetes/service";
import type { HttpServer } from "../../workload/http-server";
import type { ServicePort, ServiceSpec } from "../../workload/plain";
import type { Workload } from "../../workload/workload";
import type { PartSpec } from "./cluster-fields";

/** An application of a cluster. */
export interface Member<MemberSpec extends PartSpec = PartSpec> {
  readonly workload: Workload<MemberSpec>;
  readonly server: HttpServer;
}

/** The Services of a part of a cluster. Without load balancer they are one and the same. */
export interface PartServices {
  /** The part's own ports. */
  readonly own: ServiceManifest;
  /** The Services of the pods. */
  readonly pods: ServiceManifest;
  /** The Service for clients: it leads to the pods or to the load balancer. */
  readonly clients: ServiceManifest;
}

/** A part behind the load balancer. */
export interface Side {
  readonly name: "select" | "insert";
  readonly balancer: Member;
  /** Name of the Service that leads to the pods then. */
  readonly internalName: string;
}

/** Marks the load balancer's Services with the part that they stand in for. */
export const proxyName = "operator.victoriametrics.com/vmauthlb-proxy-name";

/** Tells the job of pods that are scraped by their internal Service. */
export const proxyJobName = "operator.victoriametrics.com/vmauthlb-proxy-job-name";

/** The shape of an application's own Service. */
export type ServiceShape = Pick<ServiceSpec, "ports" | "clusterIP" | "publishNotReadyAddresses">;

/** Each pod has an address of its own, ready or not. */
export const headless = { clusterIP: "None", publishNotReadyAddresses: true };

/** A port of a Service by TCP. */
export const servicePort = (name: string, port: string, targetPort = port): ServicePort => ({
  name,
  port: Number(port),
  targetPort: Number(targetPort),
  protocol: "TCP",
});

/** The Services of a part. Behind a load balancer the part's name leads there, and an internal Service to each pod. */
export function partServices({ workload, server }: Member, shape: ServiceShape, side: Side | undefined): PartServices {
  if (!side) {
    const own = defaultService(workload, shape);
    return { own, pods: own, clients: own };
  }
  const { balancer, name, internalName } = side;
  const behind = withLabel(workload, proxyJobName, workload.name);
  const own = defaultService(behind, shape);
  const internal = { ...behind, name: internalName };
  const pods = defaultService({ ...internal, spec: { ...workload.spec, serviceSpec: undefined } }, { ...shape, clusterIP: "None" });
  const front = { ...withLabel(workload, proxyName, name), selectorLabels: balancer.workload.selectorLabels };
  const serviceSpec = throughBalancer(workload, server.port, balancer.server.port);
  const clients = defaultService(
    { ...front, spec: { ...workload.spec, serviceSpec } },
    { ports: [servicePort("http", server.port, balancer.server.port)] },
  );
  return { own, pods, clients };
}

/** The Service of the load balancer itself. */
export function balancerServices({ workload, server }: Member): PartServices {
  const own = defaultService(withLabel(workload, proxyName, "vmauth"), { ports: [servicePort("http", server.port)] });
  return { own, pods: own, clients: own };
}

const withLabel = (workload: Served, label: string, value: string): Served => ({
  ...workload,
  labels: { ...workload.labels, [label]: value },
});

/** The user's settings for a Service that leads to the load balancer: only ports for HTTP, the only protocol that it accepts. */
function throughBalancer({ spec: { serviceSpec } }: Served, port: string, balancerPort: string): Served["spec"]["serviceSpec"] {
  if (!serviceSpec?.useAsDefault) return undefined;
  const { clusterIP, ...spec } = serviceSpec.spec;
  const ports = (spec.ports ?? []).filter((given) => isHttp(given, port)).map((given) => ({ ...given, targetPort: Number(balancerPort) }));
  return { ...serviceSpec, spec: { ...spec, ports, ...(clusterIP && clusterIP !== "None" && { clusterIP }) } };
}

/** Whether a port of a Service leads to the HTTP port of the pods. */
export const isHttp = ({ name, port, targetPort = port }: ServicePort, httpPort: string): boolean =>
  name === "http" || targetPort === "http" || String(targetPort) === httpPort;
