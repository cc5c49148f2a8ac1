import type { Context } from "../../context";
import { backupPort, backupPortName } from "../../features/backup";
import { insertServicePorts } from "../../features/insert-ports";
import { hasRelabeling } from "../../features/relabeling";
import { hasAggregationRules } from "../../features/stream-aggregation";
import { asksForStorage } from "../../kubernetes/persistent-volume-claim";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import { type HttpServer, httpServer } from "../../workload/http-server";
import { type Plain, plain, type ServicePort } from "../../workload/plain";
import { type Workload, workloadOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import type { VMSingleSpec } from "./schema";

export type Spec = Plain<VMSingleSpec>;

/** A single node, with data that several of its objects need. */
export interface Single {
  readonly workload: Workload<Spec>;
  readonly server: HttpServer;
  readonly service: ServiceManifest;
  /** Folder of the data in the containers. */
  readonly storageDataPath: string;
  /** Whether a claim is derived for the data. */
  readonly hasClaim: boolean;
  /** Whether it scrapes targets itself. */
  readonly scrapes: boolean;
  /** Whether something is there that must be reloaded when it changes. */
  readonly hasReloader: boolean;
}

export function singleOf(resource: CustomResource<VMSingleSpec>, context: Context): Single {
  const workload = workloadOf(plain(resource), "vmsingle", context.defaults);
  const { storage, storageDataPath, inlineRelabelConfig, relabelConfig, streamAggrConfig, ingestOnlyMode = true } = workload.spec;
  const server = httpServer(workload, context);
  return {
    workload,
    server,
    service: defaultService(workload, { ports: servicePorts(workload.spec, server, context) }),
    storageDataPath: storageDataPath || "/victoria-metrics-data",
    hasClaim: !storageDataPath && asksForStorage(storage, context.values),
    scrapes: !ingestOnlyMode,
    hasReloader: !ingestOnlyMode || hasRelabeling(inlineRelabelConfig, relabelConfig) || hasAggregationRules(streamAggrConfig),
  };
}

/** Default port of VictoriaMetrics for clients. */
const usualPort = "8428";

function servicePorts({ vmBackup, insertPorts }: Spec, server: HttpServer, context: Context): ServicePort[] {
  const port = (name: string, number: string, targetPort = number): ServicePort => ({
    name,
    port: Number(number),
    targetPort: Number(targetPort),
    protocol: "TCP",
  });
  return [
    port("http", server.port),
    ...(server.port === usualPort ? [] : [port("http-alias", usualPort, server.port)]),
    ...(vmBackup ? [port(backupPortName, backupPort(vmBackup, context))] : []),
    ...insertServicePorts(insertPorts),
  ];
}
