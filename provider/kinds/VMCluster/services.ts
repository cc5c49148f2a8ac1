import type { Context } from "../../context";
import { backupPort, backupPortName } from "../../features/backup";
import { headless, type Member, type ServiceShape, servicePort } from "../../features/cluster/cluster-services";
import { insertServicePorts } from "../../features/insert-ports";
import type { ServicePort } from "../../workload/plain";
import type { InsertSpec, SelectSpec, StorageSpec } from "./members";
import { insertNodePort, selectNodePort } from "./node-ports";

const clusterNativePorts = (port: string | undefined): ServicePort[] => (port ? [servicePort("clusternative", port)] : []);

export function storageService({ workload: { spec }, server }: Member<StorageSpec>, context: Context): ServiceShape {
  const { vmBackup } = spec;
  const ports = [
    servicePort("http", server.port),
    servicePort("vminsert", insertNodePort(spec)),
    servicePort("vmselect", selectNodePort(spec)),
    ...(vmBackup ? [servicePort(backupPortName, backupPort(vmBackup, context))] : []),
  ];
  return { ...headless, ports };
}

export function selectService({ workload: { spec }, server }: Member<SelectSpec>): ServiceShape {
  return { ...headless, ports: [servicePort("http", server.port), ...clusterNativePorts(spec.clusterNativeListenPort)] };
}

export function insertService({ workload: { spec }, server }: Member<InsertSpec>): ServiceShape {
  const { insertPorts, clusterNativeListenPort } = spec;
  return {
    ports: [servicePort("http", server.port), ...insertServicePorts(insertPorts), ...clusterNativePorts(clusterNativeListenPort)],
  };
}
