import type { Context } from "../../context";
import type { DataVolume } from "../../features/data-volume";
import { insertServicePorts } from "../../features/insert-ports";
import { hasRelabeling } from "../../features/relabeling";
import { hasAggregationRules } from "../../features/stream-aggregation";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import { type HttpServer, httpServer } from "../../workload/http-server";
import { type Plain, plain } from "../../workload/plain";
import { type Workload, workloadOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import type { VMAgentSpec } from "./schema";

export type Spec = Plain<VMAgentSpec>;
export type Target = Spec["remoteWrite"][number];

/** An agent, with data that several of its objects need. */
export interface Agent {
  readonly workload: Workload<Spec>;
  readonly server: HttpServer;
  readonly service: ServiceManifest;
  readonly mode: "DaemonSet" | "Deployment" | "StatefulSet";
  /** Whether it scrapes at all. */
  readonly scrapes: boolean;
  /** Whether it has a Secret with its configuration, or only with credentials for its targets. */
  readonly hasConfig: boolean;
  /** Whether something is there that must be reloaded when it changes. */
  readonly hasReloader: boolean;
  /** The volume of samples that wait to be sent. */
  readonly queue: DataVolume;
}

export function agentOf(resource: CustomResource<VMAgentSpec>, context: Context): Agent {
  const workload = workloadOf(plain(resource), "vmagent", context.defaults);
  const { spec } = workload;
  const server = httpServer(workload, context);
  const mode = modeOf(spec);
  const scrapes = !spec.ingestOnlyMode;
  const hasConfig = scrapes || spec.remoteWrite.some(hasStoredCredentials);
  const port = { name: "http", port: Number(server.port), targetPort: Number(server.port), protocol: "TCP" };
  const ports = [port, ...insertServicePorts(spec.insertPorts)];
  return {
    workload,
    server,
    service: defaultService(workload, { ports, ...(mode === "StatefulSet" && { clusterIP: "None" }) }),
    mode,
    scrapes,
    hasConfig,
    hasReloader: hasConfig || hasGeneratedRules(spec),
    queue: { name: "persistent-queue-data", path: queuePaths[mode] },
  };
}

const queuePaths = {
  DaemonSet: "/tmp/vmagent-remotewrite-data",
  Deployment: "/tmp/vmagent-remotewrite-data",
  StatefulSet: "/vmagent_pq/vmagent-remotewrite-data",
} as const;

function modeOf({ daemonSetMode, statefulMode }: Spec): Agent["mode"] {
  if (daemonSetMode) return "DaemonSet";
  return statefulMode ? "StatefulSet" : "Deployment";
}

/** Whether a target has credentials that must lie in a Secret of the agent's own, so that it reads them as files. */
export function hasStoredCredentials({ basicAuth, bearerTokenSecret, oauth2, tlsConfig }: Target): boolean {
  const references = [
    basicAuth?.password,
    bearerTokenSecret,
    oauth2?.client_secret,
    tlsConfig?.ca?.secret,
    tlsConfig?.cert?.secret,
    tlsConfig?.keySecret,
  ];
  return references.some((reference) => reference?.name);
}

/** Whether it has rules of relabeling or aggregation, for all targets or for one. */
function hasGeneratedRules({ inlineRelabelConfig, relabelConfig, streamAggrConfig, remoteWrite }: Spec): boolean {
  return (
    hasRelabeling(inlineRelabelConfig, relabelConfig) ||
    hasAggregationRules(streamAggrConfig) ||
    remoteWrite.some((target) => hasOwnRelabeling(target) || hasAggregationRules(target.streamAggrConfig))
  );
}

/** Whether a target has relabeling of its own. */
export const hasOwnRelabeling = ({ inlineUrlRelabelConfig, urlRelabelConfig }: Target): boolean =>
  hasRelabeling(inlineUrlRelabelConfig, urlRelabelConfig);
