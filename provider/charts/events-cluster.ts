import type { Program } from "./chart-program";
import { clusterDomain, clusterGateway, clusterPart, excludedStorage, partVolume, statefulPart } from "./cluster-values";
import { dataOf } from "./plain-data";
import { companions, spaceRetention } from "./single-database";
import { always, type Chart, part, section, type Values } from "./value-table";
import { common, license, operatorMode, serviceAccount } from "./workload-values";

/** The two charts of clusters for events: the beginning of the names of their parts, and their ports. */
interface EventCluster {
  readonly prefix: "vl" | "vt";
  readonly kind: string;
  readonly repository: string;
  readonly ports: Readonly<Record<"insert" | "select" | "storage", string>>;
  /** Fields of the parts in the spec of the cluster. */
  readonly into: Readonly<Record<"insert" | "select" | "storage", string>>;
  readonly beside: Values;
}

const readiness = { httpGet: {}, initialDelaySeconds: 5, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3 };
const liveness = { tcpSocket: {}, initialDelaySeconds: 5, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 3 };

function eventCluster({ prefix, kind, repository, ports, into, beside }: EventCluster): Chart {
  const flagsOf = (port: string) => ({ "envflag.prefix": undefined, httpListenAddr: `:${port}`, "http.shutdownDelay": "15s" });
  const secured = {
    podSecurityContext: { enabled: true, fsGroup: 1000 },
    securityContext: { enabled: true, runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000 },
  };
  const program = (role: keyof typeof ports, gracePeriod: number, probes: Program["probes"]): Program => ({
    name: `${prefix}${role}`,
    repository,
    port: ports[role],
    replicas: 2,
    flags: flagsOf(ports[role]),
    gracePeriod,
    probes,
    site: { path: `/${role}` },
    isStorage: role === "storage",
    ...secured,
  });
  const gateway: Program = {
    name: "vmauth",
    repository: "victoriametrics/vmauth",
    port: "8427",
    replicas: 2,
    flags: flagsOf("8427"),
    site: { path: "/insert" },
    probes: { readiness, liveness },
    ...secured,
  };
  const service = (role: keyof typeof ports) => ({ port: Number(ports[role]) });
  return {
    learntFrom: "helm-charts 020184f",
    resources: {
      main: { kind, apiVersion: "operator.victoriametrics.com/v1" },
      gateway: {
        kind: "VMAuth",
        apiVersion: "operator.victoriametrics.com/v1beta1",
        when: ({ vmauth }) => dataOf(vmauth).enabled === true,
      },
    },
    values: {
      ...common,
      ...operatorMode,
      global: { ...common.global, values: { ...common.global?.values, cluster: clusterDomain } },
      common: section({ image: section({ tag: part("") }) }),
      serviceAccount: serviceAccount(false),
      license,
      [`${prefix}select`]: clusterPart({
        program: program("select", 60, { readiness, liveness }),
        into: into.select,
        service: service("select"),
        more: {},
      }),
      [`${prefix}insert`]: clusterPart({
        program: program("insert", 30, { readiness, liveness }),
        into: into.insert,
        service: service("insert"),
        more: { excludeStorageIDs: excludedStorage(into.storage) },
      }),
      [`${prefix}storage`]: clusterPart({
        program: program("storage", 60, { readiness }),
        into: into.storage,
        service: { ...service("storage"), clusterIP: "None" },
        more: {
          retentionPeriod: always("7d", "retentionPeriod", String),
          ...spaceRetention,
          minReadySeconds: always(5, "minReadySeconds"),
          ...statefulPart,
          ...partVolume(`${prefix}storage-db`, "10Gi", { enabled: true, mountPath: "/storage", name: `${prefix}storage-volume` }),
        },
      }),
      vmauth: clusterGateway({ ...gateway, ownTag: "v1.116.0" }, kind, { insert: `${prefix}insert`, select: `${prefix}select` }),
      ...beside,
    },
  };
}

export const logsCluster = eventCluster({
  prefix: "vl",
  kind: "VLCluster",
  repository: "victoriametrics/victoria-logs",
  ports: { insert: "9481", select: "9471", storage: "9491" },
  into: { insert: "vlinsert", select: "vlselect", storage: "vlstorage" },
  beside: companions,
});

export const tracesCluster = eventCluster({
  prefix: "vt",
  kind: "VTCluster",
  repository: "victoriametrics/victoria-traces",
  ports: { insert: "10481", select: "10471", storage: "10491" },
  into: { insert: "insert", select: "select", storage: "storage" },
  beside: {},
});
