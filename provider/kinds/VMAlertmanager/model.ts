import type { Context } from "../../context";
import { defaultService, type ServiceManifest } from "../../kubernetes/service";
import type { Rollout } from "../../kubernetes/stateful-set";
import { type Version, versionOf } from "../../text/release";
import type { HttpServer } from "../../workload/http-server";
import { type Plain, plain } from "../../workload/plain";
import { type Workload, workloadOf } from "../../workload/workload";
import type { CustomResource } from "../../world/objects";
import type { VMAlertmanagerSpec } from "./schema";

export type Spec = Plain<VMAlertmanagerSpec>;

/** An Alertmanager, with data that several of its objects need. */
export interface Alertmanager {
  readonly workload: Workload<Spec>;
  readonly server: HttpServer;
  readonly service: ServiceManifest;
  /** Name of the container's port. */
  readonly portName: string;
  /** Secret with the generated configuration and the files that it refers to. */
  readonly secretName: string;
  /** Volume of Alertmanager's own data. */
  readonly storageName: string;
  /** The release of Alertmanager, as far as the tag of the image tells. */
  readonly version?: Version;
}

/** Port for the communication of a cluster's members. */
export const meshPort = 9094;

export function alertmanagerOf(resource: CustomResource<VMAlertmanagerSpec>, context: Context): Alertmanager {
  // Members of the cluster find each other by themselves, so the pods need no pause for Services to forget them.
  const workload = { ...workloadOf(plain(resource), "alertmanager", context.defaults), stopsAtOnce: true as const };
  const { spec, name, defaults } = workload;
  const portName = spec.portName || "web";
  const port = spec.port || defaults.port;
  const mesh = (protocol: string) => ({ name: `${protocol.toLowerCase()}-mesh`, port: meshPort, targetPort: meshPort, protocol });
  const ports = [{ name: "http", port: Number(port), targetPort: portName, protocol: "TCP" }, mesh("TCP"), mesh("UDP")];
  return {
    workload,
    server: {
      scheme: spec.webConfig?.tls_server_config ? "https" : "http",
      port,
      pathPrefix: spec.routePrefix ?? "",
      usesProxyProtocol: false,
    },
    service: defaultService(workload, { ports, clusterIP: "None", publishNotReadyAddresses: true }),
    portName,
    secretName: `${name}-config`,
    version: versionOf(spec.image?.tag || spec.componentVersion || defaults.version || "", context.values),
    storageName: spec.storage?.volumeClaimTemplate?.metadata?.name || `vmalertmanager-${resource.metadata.name}-db`,
  };
}

/** How pods are replaced. */
export const rollout = ({ rollingUpdateStrategy }: Spec): Rollout => ({
  ...(rollingUpdateStrategy && { strategy: rollingUpdateStrategy }),
  fields: { strategy: "rollingUpdateStrategy", behavior: "rollingUpdateStrategy" },
});
