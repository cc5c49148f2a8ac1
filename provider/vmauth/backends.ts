import type { ApplicationName, Defaults } from "../defaults";

/** How requests reach the pods of a custom resource, or of a part of it. */
export interface Backend {
  readonly kind: string;
  /** What its Service is called beside the resource's name. */
  readonly service: string;
  /** The field of the spec with the pods' own fields, where there are several sorts of pods. */
  readonly part?: string;
  readonly port: (defaults: Defaults) => string;
  /** The port of the Service where users may have called it otherwise. */
  readonly portName: (spec: BackendSpec) => string;
  /** The field whose presence means TLS; by default the extra argument `tls` tells. */
  readonly tls?: (spec: BackendSpec) => boolean;
  /** Paths that are sent there unless the user says which. */
  readonly paths: readonly string[];
  /** The same where the target's URL ends with a path of its own. */
  readonly pathsBelow?: readonly string[];
}

/** What there is to read of the spec of a custom resource, or of a part. */
export interface BackendSpec {
  readonly useLegacyNaming?: boolean;
  readonly port?: string;
  readonly portName?: string;
  readonly extraArgs?: Readonly<Record<string, string>>;
  readonly webConfig?: { readonly tls_server_config?: unknown };
  readonly serviceSpec?: {
    readonly useAsDefault?: boolean;
    readonly metadata?: { readonly name?: string };
    readonly spec?: { readonly ports?: readonly { readonly name?: string; readonly port: string | number }[] };
  };
}

const everything = ["/.*"];
const applicationPort = (application: ApplicationName) => (defaults: Defaults) => defaults[application].port;
const fixedPort = (port: string) => () => port;

function single(kind: string, port: Backend["port"]): Backend {
  return { kind, service: kind.toLowerCase(), port, portName: () => "http", paths: everything };
}

type Part = Pick<Backend, "kind" | "service" | "port"> & Partial<Backend>;

const part = (settings: Part): Backend => ({ part: settings.service, portName: () => "http", paths: everything, ...settings });

const vmalertmanager: Backend = {
  ...single("VMAlertmanager", applicationPort("alertmanager")),
  portName: ({ portName }) => portName || "web",
  tls: ({ webConfig }) => webConfig?.tls_server_config !== undefined,
};

const insertPaths = ["/insert/.*"];
const selectPaths = ["/select/.*"];

/** Paths of vminsert below `/insert/<tenant>`. */
const tenantInsertPaths = [
  "/newrelic/.*",
  "/opentelemetry/.*",
  "/prometheus/api/v1/write",
  "/prometheus/api/v1/import.*",
  "/influx/.*",
  "/datadog/.*",
];

/** Paths of vmselect below `/select/<tenant>`; the first comes twice, as with the operator. */
const tenantSelectPaths = [
  "/vmui.*",
  "/vmui.*",
  "/graph.*",
  "/prometheus/graph.*",
  "/prometheus/vmui.*",
  "/prometheus/api/v1/label.*",
  "/prometheus/api/v1/query.*",
  "/prometheus/api/v1/rules",
  "/prometheus/api/v1/alerts",
  "/prometheus/api/v1/metadata",
  "/prometheus/api/v1/series.*",
  "/prometheus/api/v1/status.*",
  "/prometheus/api/v1/export.*",
  "/prometheus/federate",
  "/admin/tenants",
  "/api/v1/status/.*",
  "/api/v1/rules",
  "/internal/resetRollupResultCache",
  "/prometheus/api/v1/admin/.*",
  "/prometheus.*-debug",
  "/prometheus/prettify-query",
  "/prometheus/api/v1/notifiers",
  "/prometheus/api/v1/query_exemplars",
];

/** What VMUsers and VMAuths may name as a target, by the name for it. */
const table = {
  VMAgent: single("VMAgent", applicationPort("vmagent")),
  VMAlert: single("VMAlert", applicationPort("vmalert")),
  // Whatever port it listens on, its Service has this one.
  VMSingle: single("VMSingle", fixedPort("8428")),
  VLogs: single("VLogs", fixedPort("9428")),
  VMAlertManager: vmalertmanager,
  VMAlertmanager: vmalertmanager,
  "VMCluster/vmselect": part({
    kind: "VMCluster",
    service: "vmselect",
    port: applicationPort("vmselect"),
    paths: [...selectPaths, "/admin/.*"],
    pathsBelow: tenantSelectPaths,
  }),
  "VMCluster/vmstorage": part({ kind: "VMCluster", service: "vmstorage", port: applicationPort("vmstorage") }),
  "VMCluster/vminsert": part({
    kind: "VMCluster",
    service: "vminsert",
    port: applicationPort("vminsert"),
    paths: insertPaths,
    pathsBelow: tenantInsertPaths,
  }),
  VLSingle: single("VLSingle", fixedPort("9428")),
  "VLCluster/vlinsert": part({ kind: "VLCluster", service: "vlinsert", port: fixedPort("9481"), paths: insertPaths }),
  "VLCluster/vlselect": part({ kind: "VLCluster", service: "vlselect", port: fixedPort("9471"), paths: selectPaths }),
  "VLCluster/vlstorage": part({ kind: "VLCluster", service: "vlstorage", port: fixedPort("9491") }),
  VLAgent: single("VLAgent", fixedPort("9429")),
  "VTCluster/vtinsert": part({ kind: "VTCluster", service: "vtinsert", part: "insert", port: fixedPort("10481"), paths: insertPaths }),
  "VTCluster/vtselect": part({ kind: "VTCluster", service: "vtselect", part: "select", port: fixedPort("10471"), paths: selectPaths }),
  "VTCluster/vtstorage": part({ kind: "VTCluster", service: "vtstorage", part: "storage", port: fixedPort("10491") }),
  VTSingle: single("VTSingle", fixedPort("10428")),
  VMAnomaly: { ...single("VMAnomaly", fixedPort("8490")), tls: () => false },
} as const satisfies Readonly<Record<string, Backend>>;

export type BackendName = keyof typeof table;

export const backendNames = Object.keys(table) as BackendName[];

export const backends: Readonly<Record<BackendName, Backend>> = table;

/** Kinds of custom resources that can only be referred to: nothing is derived from them. */
export const foreignKinds: ReadonlySet<string> = new Set([
  "VLogs",
  "VLSingle",
  "VLCluster",
  "VLAgent",
  "VTSingle",
  "VTCluster",
  "VMAnomaly",
]);
