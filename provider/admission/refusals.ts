import { hasPlaceholder } from "../values/values";
import type { Manifest } from "../world/objects";
import { placesAt } from "./places";
import { relations } from "./relations";
import {
  absolutePath,
  annotationKey,
  anyOf,
  between,
  bytes,
  type Check,
  dataKey,
  dnsLabel,
  dnsSubdomain,
  eachHas,
  environmentName,
  exactlyOne,
  filled,
  hostName,
  labelKey,
  labelValue,
  notBoth,
  notEmpty,
  numberOrName,
  oneOf,
  orEmpty,
  pathSegment,
  port,
  portName,
  relativePath,
  requestsWithinLimits,
  serviceName,
  statefulSetName,
  uniqueBy,
} from "./value-checks";

/** The source of a refusal: the API server for any object, server-side apply for an object sent that way. */
type Refuser = "the API server" | "server-side apply";

/**
 * Rules of the API server beyond OpenAPI, by place: `[*]` stands for every item of a list or map, `{*}` for every key of a map. A place is checked
 * only if it exists and its value is known. The refuser is the API server unless a rule names another.
 */
type Rules = readonly (readonly [place: string, check: Check, by?: Refuser])[];

const labels = (place: string): Rules => [
  [`${place}{*}`, labelKey],
  [`${place}[*]`, labelValue],
];

const labelSelector = (place: string): Rules => [
  ...labels(`${place}.matchLabels`),
  [`${place}.matchExpressions[*].key`, labelKey],
  [`${place}.matchExpressions[*].operator`, oneOf("In", "NotIn", "Exists", "DoesNotExist")],
  [`${place}.matchExpressions[*].values[*]`, labelValue],
];

const metadata = (place: string): Rules => [
  ...labels(`${place}.labels`),
  [`${place}.annotations{*}`, annotationKey],
  [`${place}.annotations`, bytes(256 * 1024)],
];

const handlers = ["exec", "httpGet", "tcpSocket"];

const probe = (place: string): Rules => [
  [place, exactlyOne(...handlers, "grpc")],
  ...["httpGet", "tcpSocket", "grpc"].map((handler) => [`${place}.${handler}`, anyOf("port")] as const),
  [`${place}.httpGet.port`, numberOrName],
  [`${place}.tcpSocket.port`, numberOrName],
  [`${place}.httpGet.scheme`, oneOf("HTTP", "HTTPS")],
  [`${place}.failureThreshold`, between(0)],
  [`${place}.periodSeconds`, between(0)],
  [`${place}.timeoutSeconds`, between(0)],
  [`${place}.successThreshold`, between(0, place.endsWith("readinessProbe") ? undefined : 1)],
];

const container = (place: string): Rules => [
  [`${place}.name`, dnsLabel],
  [`${place}.image`, filled],
  [place, anyOf("name")],
  [`${place}.imagePullPolicy`, oneOf("Always", "IfNotPresent", "Never")],
  [`${place}.env[*]`, anyOf("name")],
  [`${place}.env[*].name`, environmentName],
  [`${place}.env[*].valueFrom`, exactlyOne()],
  [`${place}.envFrom[*]`, exactlyOne("configMapRef", "secretRef")],
  [`${place}.env`, uniqueBy({ name: undefined }), "server-side apply"],
  [`${place}.ports`, uniqueBy({ name: undefined })],
  [`${place}.ports`, uniqueBy({ containerPort: undefined, protocol: "TCP" }), "server-side apply"],
  [`${place}.ports[*].name`, orEmpty(portName)],
  [`${place}.ports[*].containerPort`, port],
  [`${place}.ports[*].protocol`, oneOf("TCP", "UDP", "SCTP")],
  [`${place}.volumeMounts`, uniqueBy({ mountPath: undefined })],
  [`${place}.volumeMounts[*].mountPath`, filled],
  [`${place}.volumeMounts[*].subPath`, orEmpty(relativePath)],
  [`${place}.resources`, requestsWithinLimits],
  [`${place}.resizePolicy[*]`, anyOf("resourceName")],
  [`${place}.resizePolicy[*]`, anyOf("restartPolicy")],
  [`${place}.lifecycle.preStop`, exactlyOne(...handlers, "sleep")],
  [`${place}.lifecycle.postStart`, exactlyOne(...handlers, "sleep")],
  ...["livenessProbe", "readinessProbe", "startupProbe"].flatMap((name) => probe(`${place}.${name}`)),
];

const volume = (place: string): Rules => [
  [place, anyOf("name")],
  [`${place}.name`, dnsLabel],
  [`${place}.secret.items[*].key`, dataKey],
  [`${place}.configMap.items[*].key`, dataKey],
  [`${place}.secret.items[*].path`, relativePath],
  [`${place}.configMap.items[*].path`, relativePath],
  [`${place}.secret.defaultMode`, between(0, 0o777)],
  [`${place}.configMap.defaultMode`, between(0, 0o777)],
];

const claim = (place: string): Rules => [
  [`${place}.spec.accessModes`, notEmpty],
  [`${place}.spec.accessModes[*]`, oneOf("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")],
  [`${place}.spec.volumeMode`, oneOf("Block", "Filesystem")],
];

const template = (place: string): Rules => [
  ...metadata(`${place}.metadata`),
  ...["containers", "initContainers"].flatMap((list) => container(`${place}.spec.${list}[*]`)),
  ...volume(`${place}.spec.volumes[*]`),
  [`${place}.spec.volumes`, uniqueBy({ name: undefined })],
  [`${place}.spec.imagePullSecrets`, uniqueBy({ name: "" }), "server-side apply"],
  [`${place}.spec.hostAliases`, uniqueBy({ ip: undefined }), "server-side apply"],
  [`${place}.spec.topologySpreadConstraints`, uniqueBy({ topologyKey: undefined, whenUnsatisfiable: undefined })],
  [`${place}.spec.initContainers[*].restartPolicy`, oneOf("Always")],
  [`${place}.spec.serviceAccountName`, orEmpty(dnsSubdomain)],
  [`${place}.spec.priorityClassName`, orEmpty(dnsSubdomain)],
  [`${place}.spec.restartPolicy`, oneOf("Always")],
  [`${place}.spec.dnsPolicy`, oneOf("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None")],
  [`${place}.spec.hostAliases[*].hostnames[*]`, dnsSubdomain],
  [`${place}.spec.topologySpreadConstraints[*].maxSkew`, between(1)],
  [`${place}.spec.topologySpreadConstraints[*].topologyKey`, labelKey],
  [`${place}.spec.topologySpreadConstraints[*].whenUnsatisfiable`, oneOf("DoNotSchedule", "ScheduleAnyway")],
  [`${place}.spec.tolerations[*].effect`, oneOf("NoSchedule", "PreferNoSchedule", "NoExecute")],
  [`${place}.spec.tolerations[*].operator`, oneOf("Exists", "Equal")],
  ...labels(`${place}.spec.nodeSelector`),
];

const workload: Rules = [
  ...template("spec.template"),
  ...labelSelector("spec.selector"),
  ["spec.replicas", between(0)],
  ["spec.minReadySeconds", between(0)],
];

const role: Rules = [
  ["metadata.name", pathSegment],
  ["rules[*].verbs", notEmpty],
];

const binding: Rules = [
  ["metadata.name", pathSegment],
  ["roleRef.kind", oneOf("Role", "ClusterRole")],
  ["subjects[*].namespace", dnsLabel],
];

/** Rules for every object. */
const common: Rules = [...metadata("metadata"), ["metadata.namespace", dnsLabel]];

const rules: Readonly<Record<string, Rules>> = {
  ClusterRole: role,
  ClusterRoleBinding: binding,
  ConfigMap: [
    ["metadata.name", dnsSubdomain],
    ["data{*}", dataKey],
    ["binaryData{*}", dataKey],
    ["data", bytes(1024 * 1024)],
  ],
  DaemonSet: [...workload, ["metadata.name", dnsSubdomain], ["spec.updateStrategy.type", oneOf("RollingUpdate", "OnDelete")]],
  Deployment: [...workload, ["metadata.name", dnsSubdomain], ["spec.strategy.type", oneOf("RollingUpdate", "Recreate")]],
  HorizontalPodAutoscaler: [
    ["metadata.name", dnsSubdomain],
    ["spec.minReplicas", between(1)],
    ["spec.maxReplicas", between(1)],
    ["spec.metrics[*].type", oneOf("ContainerResource", "External", "Object", "Pods", "Resource")],
  ],
  HTTPRoute: [["metadata.name", dnsSubdomain]],
  Ingress: [
    ["metadata.name", dnsSubdomain],
    ["spec", anyOf("rules", "defaultBackend")],
    ["spec.rules[*].host", orEmpty(hostName)],
    ["spec.rules[*].http.paths[*].pathType", oneOf("Exact", "Prefix", "ImplementationSpecific")],
    ["spec.rules[*].http.paths[*].path", orEmpty(absolutePath)],
    ["spec.rules[*].http.paths[*].backend", exactlyOne("service", "resource")],
    ["spec.rules[*].http.paths[*].backend.service.name", serviceName],
    ["spec.rules[*].http.paths[*].backend.service.port", exactlyOne("name", "number")],
    ["spec.tls[*].hosts[*]", orEmpty(hostName)],
  ],
  NetworkPolicy: [
    ["metadata.name", dnsSubdomain],
    ...labelSelector("spec.podSelector"),
    ["spec.policyTypes[*]", oneOf("Ingress", "Egress")],
    ["spec.ingress[*].ports[*].port", numberOrName],
  ],
  PersistentVolumeClaim: [...claim(""), ["metadata.name", dnsSubdomain]],
  PodDisruptionBudget: [
    ["metadata.name", dnsSubdomain],
    ["spec", notBoth("minAvailable", "maxUnavailable")],
    ...labelSelector("spec.selector"),
  ],
  Role: role,
  RoleBinding: binding,
  Secret: [
    ["metadata.name", dnsSubdomain],
    ["data{*}", dataKey],
    ["stringData{*}", dataKey],
  ],
  Service: [
    ["metadata.name", serviceName],
    ["spec.type", oneOf("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")],
    ["spec.ports", notEmpty],
    ["spec.ports", uniqueBy({ name: undefined })],
    ["spec.ports", uniqueBy({ port: undefined, protocol: "TCP" })],
    ["spec.ports", eachHas("name")],
    ["spec.ports[*].name", orEmpty(dnsLabel)],
    ["spec.ports[*].port", port],
    ["spec.ports[*].targetPort", numberOrName],
    ["spec.ports[*].nodePort", between(0, 65535)],
    ["spec.ports[*].protocol", oneOf("TCP", "UDP", "SCTP")],
    ...labels("spec.selector"),
  ],
  ServiceAccount: [["metadata.name", dnsSubdomain]],
  StatefulSet: [
    ...workload,
    ...claim("spec.volumeClaimTemplates[*]"),
    ["metadata.name", statefulSetName],
    ["spec.podManagementPolicy", oneOf("OrderedReady", "Parallel")],
    ["spec.updateStrategy.type", oneOf("RollingUpdate", "OnDelete")],
    ["spec.volumeClaimTemplates[*].metadata.name", dnsLabel],
  ],
  VerticalPodAutoscaler: [["metadata.name", dnsSubdomain]],
};

/** A reason why an object would be refused. */
export interface Refusal {
  readonly by: Refuser;
  /** Path of the field in the object: `spec.ports[0].name` */
  readonly path: string;
  readonly message: string;
  /** The refused value, where it is one alone. */
  readonly value?: unknown;
  /** Of a text that is only too long: by how many characters. */
  readonly excess?: number;
}

/** All problems of an object that OpenAPI allows and the cluster would refuse. */
export function refusals(manifest: Manifest): Refusal[] {
  const { kind } = manifest;
  const ofPlaces = [...common, ...(rules[kind] ?? [])].flatMap(([place, check, by = "the API server"]) =>
    placesAt(manifest, place).flatMap(({ path, value }) => {
      const message = hasPlaceholder(value) ? undefined : check(value);
      const excess = typeof value === "string" ? (check.excess?.(value) ?? 0) : 0;
      return message === undefined ? [] : [{ by, path, message, value, excess }];
    }),
  );
  const ofRelations = (relations[kind] ?? []).flatMap((relation) => relation(manifest));
  return [...ofPlaces, ...ofRelations.map((problem) => ({ by: "the API server" as const, ...problem }))];
}
