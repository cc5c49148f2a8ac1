import type { Context } from "../../context";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import { type HttpServer, httpServer } from "../../workload/http-server";
import { type Plain, plain } from "../../workload/plain";
import { type Workload, workloadOf } from "../../workload/workload";
import type { CustomResource, Metadata } from "../../world/objects";
import type { VMAlertSpec } from "./schema";

export type Spec = Plain<VMAlertSpec>;

/** A VMAlert, with data that several of its objects need. */
export interface Alert {
  /** Metadata of the custom resource itself. */
  readonly metadata: Metadata;
  readonly workload: Workload<Spec>;
  readonly server: HttpServer;
  readonly service: ServiceManifest;
  /** Whether it selects VMRules, even if it finds no VMRule now: only then its files can change and need reloads. */
  readonly selectsRules: boolean;
}

export function alertOf(resource: CustomResource<VMAlertSpec>, context: Context): Alert {
  const workload = workloadOf(plain(resource), "vmalert", context.defaults);
  const { selectAllByDefault, ruleSelector, ruleNamespaceSelector } = workload.spec;
  const server = httpServer(workload, context);
  const port = { name: "http", port: Number(server.port), targetPort: Number(server.port), protocol: "TCP" };
  return {
    metadata: resource.metadata,
    workload,
    server,
    service: defaultService(workload, { ports: [port] }),
    selectsRules: selectAllByDefault === true || ruleSelector !== undefined || ruleNamespaceSelector !== undefined,
  };
}
