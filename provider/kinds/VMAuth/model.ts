import type { Context } from "../../context";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import { isManaged } from "../../vmauth/gateway";
import { type HttpServer, httpServer } from "../../workload/http-server";
import { type Plain, plain, type ServicePort } from "../../workload/plain";
import { type Workload, workloadOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import type { VMAuthSpec } from "./schema";

export type Spec = Plain<VMAuthSpec>;

/** A proxy, with data that several of its objects need. */
export interface Gateway {
  readonly resource: CustomResource<Spec>;
  readonly workload: Workload<Spec>;
  /** Its listeners. */
  readonly server: HttpServer;
  /** How it answers metrics, health checks and reloads. */
  readonly internal: HttpServer;
  readonly service: ServiceManifest;
  /** The Secret with the configuration, if it is derived. */
  readonly secretName?: string;
}

export function gatewayOf(given: CustomResource<VMAuthSpec>, context: Context): Gateway {
  const resource = plain(given);
  const workload = workloadOf(resource, "vmauth", context.defaults);
  const { internalListenPort, useProxyProtocol } = workload.spec;
  const listening = httpServer(workload, context);
  const server = { ...listening, usesProxyProtocol: listening.usesProxyProtocol || useProxyProtocol === true };
  return {
    resource,
    workload,
    server,
    internal: internalListenPort ? { ...server, port: internalListenPort, usesProxyProtocol: false } : server,
    service: defaultService(workload, { ports: portsOf(workload.spec, server).map(servicePort) }),
    ...(isManaged(resource) && { secretName: `vmauth-config-${resource.metadata.name}` }),
  };
}

/** Name of the port for metrics, health checks and reloads, where they have one of their own. */
export const internalPort = "internal";

/** The ports that a proxy listens on, by their names. */
export function portsOf({ internalListenPort }: Spec, { port }: HttpServer): [name: string, port: number][] {
  return [["http", Number(port)], ...(internalListenPort ? [[internalPort, Number(internalListenPort)] as [string, number]] : [])];
}

const servicePort = ([name, port]: [string, number]): ServicePort => ({ name, port, targetPort: port, protocol: "TCP" });
