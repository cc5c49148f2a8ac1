import type { Context } from "../../context";
import { syslogServicePorts } from "../../features/syslog";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import { type HttpServer, httpServer } from "../../workload/http-server";
import { type Plain, plain } from "../../workload/plain";
import { type Workload, workloadOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import type { VLAgentSpec } from "./schema";

export type Spec = Plain<VLAgentSpec>;
export type Target = Spec["remoteWrite"][number];

/** An agent, with the facts that several of its objects share. */
export interface Agent {
  readonly workload: Workload<Spec>;
  readonly server: HttpServer;
  readonly service: ServiceManifest;
  /** On each node it collects the logs of containers. */
  readonly mode: "DaemonSet" | "StatefulSet";
  /** Folder for everything that must outlive a restart. */
  readonly tmpDataPath: string;
  /** Whether volume and mount of that folder are derived. */
  readonly hasOwnFolder: boolean;
}

/** Name of the volume for everything that must outlive a restart. */
export const tmpDataVolume = "tmp-data";

const folders = { DaemonSet: "/var/lib/vlagent-data", StatefulSet: "/vlagent-data" } as const;

export function agentOf(resource: CustomResource<VLAgentSpec>, context: Context): Agent {
  const workload = workloadOf(plain(resource), "vlagent", context.defaults);
  const { k8sCollector, tmpDataPath, syslogSpec } = workload.spec;
  const server = httpServer(workload, context);
  const mode = k8sCollector?.enabled ? "DaemonSet" : "StatefulSet";
  const http = { name: "http", port: Number(server.port), targetPort: Number(server.port), protocol: "TCP" };
  return {
    workload,
    server,
    service: defaultService(workload, { ports: [http, ...syslogServicePorts(syslogSpec)], clusterIP: "None" }),
    mode,
    tmpDataPath: tmpDataPath || folders[mode],
    hasOwnFolder: !tmpDataPath,
  };
}
