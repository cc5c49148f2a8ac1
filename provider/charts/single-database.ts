import { around } from "./argument-values";
import type { Program } from "./chart-program";
import { type Data, isEmpty } from "./plain-data";
import { disruptionBudgetOf } from "./scaling-values";
import { type OwnService, service } from "./service-values";
import { claimed, emptyDirectory, persistentVolume } from "./storage-values";
import { always, type Chart, field, fieldsOf, part, section, type Value, type Values, without } from "./value-table";
import { common, front, license, objectMetadata, operatorMode, probe, serviceAccount, workload } from "./workload-values";

/** A chart of a database in a single pod. */
interface SingleDatabase {
  readonly kind: string;
  readonly apiVersion: string;
  readonly learntFrom: string;
  readonly program: Program;
  readonly service: OwnService;
  /** Size of the volume. */
  readonly size: string;
  /** Whether the chart makes a ServiceAccount. */
  readonly hasAccount: boolean;
  /** Values of its `server` beside those of all such charts. */
  readonly server: Values;
  /** Values beside `server`. */
  readonly beside: Values;
  readonly base?: Data;
}

const onePod = "the database is one pod with one claim, which is stopped before its successor starts";

/** Several pods of the chart are databases of their own. */
const replicaCount: Value = always(1, "replicaCount", (value, place) => {
  if (Number(value) <= 1) return Number(value);
  place.warn("the chart's pods are databases of their own, and this is one: make a component for each");
  return 1;
});

/** The table of such a chart. */
export const singleDatabase = (chart: SingleDatabase): Chart => ({
  learntFrom: chart.learntFrom,
  resources: {
    main: {
      kind: chart.kind,
      apiVersion: chart.apiVersion,
      when: ({ server }) => (server as Data).enabled !== false,
      base: chart.base,
    },
  },
  values: {
    ...common,
    ...operatorMode,
    serviceAccount: serviceAccount(chart.hasAccount),
    podDisruptionBudget: disruptionBudgetOf(chart.program),
    server: section({
      enabled: part(true),
      ...workload(chart.program),
      replicaCount,
      ...objectMetadata,
      ...front(chart.program),
      service: service(chart.program, chart.service),
      retentionPeriod: always(1, "retentionPeriod", String),
      mode: { byDefault: "statefulSet" },
      deployment: section({ spec: without({ strategy: { type: "Recreate" } }, onePod) }),
      statefulSet: section({ spec: without({ podManagementPolicy: "OrderedReady", updateStrategy: {} }, onePod) }),
      persistentVolume: persistentVolume({ enabled: true, size: chart.size, mountPath: "/storage" }, (volume) => {
        if (volume === undefined) return undefined;
        if (volume.existing !== undefined) return claimed("data", volume.existing);
        return { storage: volume.claim, ...fieldsOf({ storageMetadata: volume.metadata }) };
      }),
      emptyDir: emptyDirectory((value, place) =>
        (around(place).persistentVolume as Data).enabled === true ? undefined : { volumes: [{ name: "data", emptyDir: value }] },
      ),
      probe: section({
        readiness: probe("readinessProbe", chart.program.probes?.readiness),
        liveness: without(chart.program.probes?.liveness, "a database that is busy must not be restarted: it has no liveness probe"),
        startup: probe("startupProbe"),
      }),
      ...chart.server,
    }),
    license,
    ...chart.beside,
  },
});

/** Retention of logs and traces by the space that they use. A bare number is gibibytes. */
export const spaceRetention: Values = {
  retentionDiskSpaceUsage: field("", "retentionMaxDiskSpaceUsageBytes", (value) =>
    /^\d+$/.test(String(value)) ? `${String(value)}GiB` : isEmpty(value) ? undefined : String(value),
  ),
  retentionMaxDiskUsagePercent: { byDefault: "", becomes: (value) => ({ extraArgs: { "retention.maxDiskUsagePercent": String(value) } }) },
};

/** Parts of the charts that are other programs, or objects for Grafana. */
export const companions: Values = {
  vector: without(
    { enabled: false },
    "vector is no program of VictoriaMetrics: give its chart to the ConfigGroup's charts, or collect logs by a VLAgent",
  ),
  dashboards: without({ enabled: false }, "dashboards are ConfigMaps for Grafana: add them to the program as they are"),
};
