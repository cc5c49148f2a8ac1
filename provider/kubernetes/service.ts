import type { types } from "@pulumi/kubernetes";
import type { Context } from "../context";
import type { DerivedObject } from "../derived";
import { boolean, item, map, object, required, string, structural } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import { isFilled } from "../workload/labels";
import type { PlainFields, ServicePort, ServiceSpec } from "../workload/plain";
import { type BaseSpec, metadataOf, type Workload } from "../workload/workload";
import type { Manifest } from "../world/objects";

const serviceMetadata = object("AdditionalServiceMetadata", "Name, labels and annotations of the Service.", {
  name: structural(
    string(
      "Name of the further Service. Default: the default Service's name followed by `-additional-service`. The default Service's own name is an " +
        "error; with `useAsDefault` it is ignored.",
    ),
  ),
  labels: map("Labels of the Service. The labels that identify the component win over these.", structural(item)),
  annotations: map("Annotations of the Service.", item),
});

/** A Service beside the derived one, or changes to it. */
export const serviceSpec = object("AdditionalServiceSpec", "A further Service for the pods, or the settings of the default one.", {
  useAsDefault: structural(boolean("Changes the default Service instead of making a further one. Default false.")),
  metadata: serviceMetadata,
  spec: required(
    kubernetes<types.input.core.v1.ServiceSpec>(
      "core/v1:ServiceSpec",
      "The Service itself. A further Service takes selector, ports and type from the default one if they are missing; the default one keeps " +
        "its selector and gets the derived ports with missing names.",
    ),
  ),
});

/** The Service settings of a workload. */
type ServiceFields = PlainFields<{ serviceSpec: typeof serviceSpec }>;

/** Marks further Services of users; self-scrapes leave them out. */
export const additionalService = "operator.victoriametrics.com/additional-service";

/** A workload with Services. */
export type Served = Workload<BaseSpec & ServiceFields>;

/** A Service as it is derived: its spec is typed. */
export type ServiceManifest = Manifest & { readonly spec: ServiceSpec };

/** The default Service of a workload, with the user's settings if they are meant for it. */
export function defaultService(
  workload: Served,
  derived: Pick<ServiceSpec, "ports" | "clusterIP" | "publishNotReadyAddresses">,
): ServiceManifest {
  const { serviceSpec } = workload.spec;
  const spec: ServiceSpec = { type: "ClusterIP", ...derived, selector: workload.selectorLabels };
  const metadata = metadataOf(workload);
  if (!serviceSpec?.useAsDefault) return service(metadata, spec);
  const labels = { ...serviceSpec.metadata?.labels, ...metadata.labels };
  const annotations = { ...serviceSpec.metadata?.annotations, ...metadata.annotations };
  return service({ ...metadata, labels, ...(isFilled(annotations) && { annotations }) }, overridden(serviceSpec.spec, spec));
}

/** The user's spec, completed; the selector is always the derived one. */
function overridden(given: ServiceSpec, derived: ServiceSpec): ServiceSpec {
  const names = new Set((given.ports ?? []).map(({ name }) => name));
  const type = given.type || derived.type;
  const clusterIP = given.clusterIP || (type === derived.type ? derived.clusterIP : undefined);
  const ports = [...(given.ports ?? []), ...(derived.ports ?? []).filter(({ name }) => !names.has(name))];
  return { ...given, type, ...(clusterIP && { clusterIP }), ports, selector: derived.selector };
}

/** The further Service of the user. */
export function additionalServices(workload: Served, byDefault: ServiceManifest, context: Context): DerivedObject[] {
  const { serviceSpec } = workload.spec;
  if (!serviceSpec || serviceSpec.useAsDefault) return [];
  checkServiceName(workload, context);
  const { name, labels, annotations } = serviceSpec.metadata ?? {};
  const allAnnotations = { ...byDefault.metadata.annotations, ...annotations };
  const metadata = {
    ...byDefault.metadata,
    name: name || `${workload.name}-additional-service`,
    labels: { ...labels, ...byDefault.metadata.labels, [additionalService]: "managed" },
    ...(isFilled(allAnnotations) && { annotations: allAnnotations }),
  };
  const { selector, ports, type } = byDefault.spec;
  const { spec } = serviceSpec;
  const filled = { ...spec, selector: spec.selector ?? selector, ports: spec.ports ?? ports, type: spec.type || type };
  return [{ role: "additional-service", manifest: service(metadata, filled) }];
}

/** Reports a further Service with the name of the default one. */
export function checkServiceName({ name, spec, path }: Served, { report }: Context): void {
  if (spec.serviceSpec?.metadata?.name !== name) return;
  report.error(
    `${path}.serviceSpec.metadata.name`,
    `cannot be ${JSON.stringify(name)}, the name of the default Service: leave it out or choose another name`,
  );
}

/** Reports settings by which the Service of a StatefulSet, which gives its pods their names, would get an address of its own. */
export function checkHeadless({ path }: Served, { spec: { type, clusterIP } }: ServiceManifest, { report }: Context): void {
  if (clusterIP !== "None") report.error(`${path}.serviceSpec.spec.${type === "ClusterIP" ? "clusterIP" : "type"}`, mustStayHeadless);
}

/** The problem of a setting by which a Service would no longer be headless. */
export const mustStayHeadless =
  "cannot be given with useAsDefault: the default Service must stay headless (clusterIP None); leave it out, or make a further Service";

function service(metadata: Manifest["metadata"], spec: ServiceSpec): ServiceManifest {
  return { apiVersion: "v1", kind: "Service", metadata, spec: withServiceDefaults(spec) };
}

/** The API server's defaults. An unknown type is left to it. */
function withServiceDefaults(spec: ServiceSpec): ServiceSpec {
  const { type, sessionAffinity = "None", sessionAffinityConfig, externalIPs = [] } = spec;
  const isCluster = type === "ClusterIP";
  const isBalanced = type === "LoadBalancer";
  const isNode = type === "NodePort";
  const isExternal = isBalanced || isNode || (isCluster && externalIPs.length > 0);
  return {
    ...(isExternal && { externalTrafficPolicy: "Cluster" }),
    ...((isCluster || isNode || isBalanced) && { internalTrafficPolicy: "Cluster" }),
    ...(isBalanced && { allocateLoadBalancerNodePorts: true }),
    ...spec,
    // False is the default, which Kubernetes does not show.
    publishNotReadyAddresses: spec.publishNotReadyAddresses || undefined,
    ports: (spec.ports ?? []).map(withPortDefaults),
    sessionAffinity,
    sessionAffinityConfig: sessionAffinity === "ClientIP" ? withTimeout(sessionAffinityConfig) : undefined,
  };
}

const withPortDefaults = (port: ServicePort): ServicePort => ({
  ...port,
  protocol: port.protocol || "TCP",
  targetPort: port.targetPort || port.port,
});

const withTimeout = (config: ServiceSpec["sessionAffinityConfig"]): ServiceSpec["sessionAffinityConfig"] => ({
  clientIP: { timeoutSeconds: 10800, ...config?.clientIP },
});
