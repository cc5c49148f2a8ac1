import type { Context } from "../../context";
import { type Cluster, objectName } from "./model";
import { domainOf, type ReaderName } from "./storage-nodes";

/** The routes of requests. All requests except writes count as queries. */
const routes: readonly { readonly path: string; readonly part: ReaderName }[] = [
  { path: "/insert/.*", part: "vminsert" },
  { path: "/.*", part: "vmselect" },
];

/** The load balancer's configuration: each part by the addresses of its pods. */
export function balancerConfiguration(cluster: Cluster, context: Context): string {
  const quoted = (text: string): string => context.values.apply("json", text);
  const entries = routes.map(
    ({ path, part }) => `  - src_paths:
    - ${quoted(path)}
    url_prefix: ${quoted(backendUrl(cluster, part, context))}
    discover_backend_ips: true`,
  );
  return ["unauthorized_user:", "  url_map:", ...entries].join("\n");
}

/** The internal Service of a part, by its SRV records. A part that is not there has the addresses that it would have. */
function backendUrl(cluster: Cluster, part: ReaderName, context: Context): string {
  const { resource } = cluster;
  const { scheme, port } = cluster[part]?.server ?? { scheme: "http", port: context.defaults[part].port };
  const domain = domainOf(cluster, context);
  const host = `${objectName(resource, part, "internal")}.${resource.metadata.namespace}.svc${domain && `.${domain}`}`;
  return `${scheme}://srv+${host}:${port}`;
}
