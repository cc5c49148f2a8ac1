import type { Context } from "../../context";
import { checkHeadless, mustStayHeadless } from "../../kubernetes/service";
import { type AnyCluster, objectName, type Part, partsOf } from "./cluster-model";
import { isHttp } from "./cluster-services";

/** Reports Services that cannot be, or that would not lead where they should. */
export function checkServices(cluster: AnyCluster, context: Context): void {
  const parts = partsOf(cluster);
  checkNames(cluster, parts, context);
  for (const role of cluster.family.stateful) {
    const part = cluster[role];
    if (!part) continue;
    checkHeadless(part.workload, part.services.own, context);
    if (cluster.family.fixesTypes) checkType(part, context);
  }
  for (const part of [cluster.select, cluster.insert]) if (part) checkBalanced(part, context);
}

/** A Service that a user asks for must not be called like another one of the cluster, nor like that of a part that may come later. */
function checkNames({ family, resource }: AnyCluster, parts: readonly Part[], { report }: Context): void {
  const taken = new Set([
    ...(["storage", "select", "insert"] as const).map((role) => objectName(family, resource, role)),
    ...parts.flatMap(({ services }) => [services.clients.metadata.name, services.pods.metadata.name]),
  ]);
  for (const { workload } of parts) {
    const { serviceSpec } = workload.spec;
    const name = serviceSpec?.metadata?.name;
    if (!name) continue;
    if (taken.has(name)) {
      report.error(
        `${workload.path}.serviceSpec.metadata.name`,
        `cannot be ${JSON.stringify(name)}, the name of another Service of this cluster: choose another one, or useAsDefault`,
      );
    } else if (!serviceSpec.useAsDefault) taken.add(name);
  }
}

/** A type alone is refused, even if it is that of a headless Service. */
function checkType({ workload: { spec, path } }: Part, { report }: Context): void {
  const { type, clusterIP } = (spec.serviceSpec?.useAsDefault && spec.serviceSpec.spec) || {};
  if (type === "ClusterIP" && !clusterIP) report.error(`${path}.serviceSpec.spec.type`, mustStayHeadless);
}

/** The load balancer accepts only HTTP, at known paths. */
function checkBalanced({ workload: { spec, path }, server, services }: Part, { report }: Context): void {
  if (services.clients === services.pods) return;
  if (server.pathPrefix !== "") {
    report.warning(
      `${path}.extraArgs["http.pathPrefix"]`,
      "the load balancer does not put it before paths, so requests through it will fail",
    );
  }
  const { serviceSpec } = spec;
  if (!serviceSpec?.useAsDefault) return;
  for (const [index, port] of (serviceSpec.spec.ports ?? []).entries()) {
    if (isHttp(port, server.port)) continue;
    report.warning(
      `${path}.serviceSpec.spec.ports[${index}]`,
      "is left out, since the load balancer accepts only HTTP: a further Service (without useAsDefault) leads to the pods",
    );
  }
}
