import type { Context } from "../../context";
import { domainOf } from "./cluster-addresses";
import { type AnyCluster, applicationOf, objectName } from "./cluster-model";
import type { ReaderName } from "./cluster-nodes";

/** The load balancer's configuration: each part by the addresses of its pods. */
export function balancerConfiguration(cluster: AnyCluster, context: Context): string {
  const quoted = (text: string): string => context.values.apply("json", text);
  const entries = cluster.family.balancer.routes.map(({ paths, part }) =>
    [
      "  - src_paths:",
      ...paths.map((path) => `    - ${quoted(path)}`),
      `    url_prefix: ${quoted(backendUrl(cluster, part, context))}`,
      "    discover_backend_ips: true",
    ].join("\n"),
  );
  return ["unauthorized_user:", "  url_map:", ...entries].join("\n");
}

/** The internal Service of a part. A missing part has the addresses that it would have. */
function backendUrl(cluster: AnyCluster, part: ReaderName, context: Context): string {
  const { family, resource } = cluster;
  const { scheme, port } = cluster[part]?.server ?? { scheme: "http", port: context.defaults[applicationOf(family, part)].port };
  const domain = domainOf(cluster, context);
  const host = `${objectName(family, resource, part, "internal")}.${resource.metadata.namespace}.svc${domain && `.${domain}`}`;
  return `${scheme}://${family.balancer.hostPrefix}${host}:${port}`;
}
