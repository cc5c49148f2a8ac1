import type { Context } from "../../context";
import { backupPort, backupPortName } from "../../features/backup";
import { insertServicePorts } from "../../features/insert-ports";
import { defaultService, type Served, type ServiceManifest } from "../../kubernetes/service";
import type { ServicePort, ServiceSpec } from "../../workload/plain";
import type { InsertSpec, Member, SelectSpec, StorageSpec } from "./members";
import { insertNodePort, selectNodePort } from "./node-ports";

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

type Shape = Pick<ServiceSpec, "ports" | "clusterIP" | "publishNotReadyAddresses">;

/** Each pod has an address of its own, ready or not. */
const headless = { clusterIP: "None", publishNotReadyAddresses: true };

const servicePort = (name: string, port: string, targetPort = port): ServicePort => ({
  name,
  port: Number(port),
  targetPort: Number(targetPort),
  protocol: "TCP",
});

const clusterNativePorts = (port: string | undefined): ServicePort[] => (port ? [servicePort("clusternative", port)] : []);

export function storageService({ workload: { spec }, server }: Member<StorageSpec>, context: Context): Shape {
  const { vmBackup } = spec;
  const ports = [
    servicePort("http", server.port),
    servicePort("vminsert", insertNodePort(spec)),
    servicePort("vmselect", selectNodePort(spec)),
    ...(vmBackup ? [servicePort(backupPortName, backupPort(vmBackup, context))] : []),
  ];
  return { ...headless, ports };
}

export function selectService({ workload: { spec }, server }: Member<SelectSpec>): Shape {
  return { ...headless, ports: [servicePort("http", server.port), ...clusterNativePorts(spec.clusterNativeListenPort)] };
}

export function insertService({ workload: { spec }, server }: Member<InsertSpec>): Shape {
  const { insertPorts, clusterNativeListenPort } = spec;
  return {
    ports: [servicePort("http", server.port), ...insertServicePorts(insertPorts), ...clusterNativePorts(clusterNativeListenPort)],
  };
}

/** The Services of a part. Behind a load balancer the part's name leads there, and an internal Service to each pod. */
export function partServices({ workload, server }: Member, shape: Shape, side: Side | undefined): PartServices {
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
