import * as victoriametrics from "pulumi-victoriametrics";
import type { Configuration } from "./configuration";

/** The targets of users through VMAuth. */
interface Backends {
  readonly storage: victoriametrics.VMSingle | victoriametrics.VMCluster;
  readonly alertmanager: victoriametrics.VMAlertmanager;
}

type TargetRef = victoriametrics.TargetRefArgs;

/**
 * One address for everything, with two users: `reader` sees metrics, rules and alerts, `writer` pushes samples. Their passwords are made
 * once and kept in the state and in a Secret each.
 */
export function createAccess(configuration: Configuration, metadata: victoriametrics.ObjectMetadataArgs, backends: Backends) {
  const { namespace, metricsHost, ingressClass } = configuration;
  const { storage, alertmanager } = backends;
  const { reading, writing } = gates[configuration.storage];
  const database = { name: "main", namespace };
  const user = (name: string, targetRefs: TargetRef[]) =>
    new victoriametrics.VMUser(name, { metadata, spec: { generatePassword: true, targetRefs }, selectFrom: [storage, alertmanager] });
  const reader = user("reader", [
    { ...reading.options, crd: { ...reading.crd, ...database }, paths: ["/vmui", "/vmui/.*", "/prometheus/.*"] },
    { crd: { kind: "VMAlertmanager", name: "main", namespace }, paths: ["/alertmanager/.*"], drop_src_path_prefix_parts: 1 },
  ]);
  const writer = user("writer", [{ ...writing.options, crd: { ...writing.crd, ...database }, paths: pushPaths }]);
  const auth = new victoriametrics.VMAuth("main", {
    metadata,
    spec: {
      selectAllByDefault: true,
      replicaCount: 2,
      podDisruptionBudget: { maxUnavailable: 1 },
      ...(metricsHost !== "" && { ingress: { host: metricsHost, class_name: ingressClass } }),
    },
    selectFrom: [storage, alertmanager, reader, writer],
  });
  return { auth, reader, writer };
}

interface Gate {
  readonly crd: Pick<victoriametrics.CRDRefArgs, "kind">;
  readonly options: Pick<TargetRef, "target_path_suffix">;
}

/** Where queries and samples go. A cluster's paths begin with the tenant, which VMAuth adds, so that both databases have the same addresses. */
const gates: Readonly<Record<Configuration["storage"], Readonly<Record<"reading" | "writing", Gate>>>> = {
  single: {
    reading: { crd: { kind: "VMSingle" }, options: {} },
    writing: { crd: { kind: "VMSingle" }, options: {} },
  },
  cluster: {
    reading: { crd: { kind: "VMCluster/vmselect" }, options: { target_path_suffix: "/select/0" } },
    writing: { crd: { kind: "VMCluster/vminsert" }, options: { target_path_suffix: "/insert/0" } },
  },
};

/** The protocols that are taken in: those of Prometheus, InfluxDB, OpenTelemetry, Datadog and New Relic. */
const pushPaths = [
  "/prometheus/api/v1/write",
  "/prometheus/api/v1/import.*",
  "/influx/.*",
  "/opentelemetry/.*",
  "/datadog/.*",
  "/newrelic/.*",
];
