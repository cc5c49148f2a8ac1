import type { Context } from "../../context";
import { type HttpServer, httpServer } from "../../kubernetes/http-server";
import { insertServicePorts } from "../../kubernetes/insert-ports";
import { type Plain, plain } from "../../kubernetes/plain";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import { type Workload, workloadOf } from "../../kubernetes/workload";
import type { CustomResource } from "../../world/objects";
import type { VMAgentSpec } from "./schema";

export type Spec = Plain<VMAgentSpec>;

/** An agent, with what several of its objects must know. */
export interface Agent {
  readonly workload: Workload<Spec>;
  readonly server: HttpServer;
  readonly service: ServiceManifest;
}

export function agentOf(resource: CustomResource<VMAgentSpec>, context: Context): Agent {
  const workload = workloadOf(plain(resource), "vmagent", context.defaults);
  const server = httpServer(workload, context);
  const { insertPorts } = workload.spec;
  const port = { name: "http", port: Number(server.port), targetPort: Number(server.port), protocol: "TCP" };
  return { workload, server, service: defaultService(workload, { ports: [port, ...insertServicePorts(insertPorts)] }) };
}
