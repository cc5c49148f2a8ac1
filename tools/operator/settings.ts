import { type ApplicationDefaults, type ApplicationName, type Defaults, defaultsWith } from "../../provider/defaults";
import { canonicalQuantity } from "../../provider/text/quantity";
import { filledIn } from "./variables";

/** Programs by the beginning of their variables. */
const programs: Readonly<Record<string, ApplicationName>> = {
  VM_VLAGENTDEFAULT: "vlagent",
  VM_VLSINGLEDEFAULT: "vlsingle",
  VM_VLCLUSTERDEFAULT_VLINSERTDEFAULT: "vlinsert",
  VM_VLCLUSTERDEFAULT_VLSELECTDEFAULT: "vlselect",
  VM_VLCLUSTERDEFAULT_VLSTORAGEDEFAULT: "vlstorage",
  VM_VMAGENTDEFAULT: "vmagent",
  VM_VMALERTDEFAULT: "vmalert",
  VM_VMALERTMANAGER: "alertmanager",
  VM_VMAUTHDEFAULT: "vmauth",
  VM_VMBACKUP: "vmbackup",
  VM_VMCLUSTERDEFAULT_VMINSERTDEFAULT: "vminsert",
  VM_VMCLUSTERDEFAULT_VMSELECTDEFAULT: "vmselect",
  VM_VMCLUSTERDEFAULT_VMSTORAGEDEFAULT: "vmstorage",
  VM_VMSINGLEDEFAULT: "vmsingle",
  VM_VTCLUSTERDEFAULT_INSERT: "vtinsert",
  VM_VTCLUSTERDEFAULT_SELECT: "vtselect",
  VM_VTCLUSTERDEFAULT_STORAGE: "vtstorage",
  VM_VTSINGLEDEFAULT: "vtsingle",
};

const releases = { metricsVersion: "VM_METRICS_VERSION", logsVersion: "VM_LOGS_VERSION", tracesVersion: "VM_TRACES_VERSION" };
const none = "unlimited";

/** The default of a program for each end of its variables. */
const ends: Readonly<Record<string, (program: ApplicationDefaults) => string>> = {
  IMAGE: ({ image }) => image,
  VERSION: ({ version, release, tagSuffix = "" }) => version ?? `\${${releases[release]}}${tagSuffix}`,
  PORT: ({ port }) => port,
  USEDEFAULTRESOURCES: () => "true",
  RESOURCE_LIMIT_CPU: ({ limits }) => limits.cpu ?? none,
  RESOURCE_LIMIT_MEM: ({ limits }) => limits.memory ?? none,
  RESOURCE_LIMIT_EPHEMERAL_STORAGE: () => none,
  RESOURCE_REQUEST_CPU: ({ requests }) => requests.cpu ?? none,
  RESOURCE_REQUEST_MEM: ({ requests }) => requests.memory ?? none,
  RESOURCE_REQUEST_EPHEMERAL_STORAGE: () => none,
  TERMINATION_GRACE_PERIOD_SECONDS: ({ terminationGracePeriodSeconds }) => String(terminationGracePeriodSeconds),
};

/** Ends that a program writes differently. */
const ownEnds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  VM_VMALERTMANAGER: { IMAGE: "ALERTMANAGERDEFAULTBASEIMAGE", VERSION: "ALERTMANAGERVERSION" },
};

/** The variables that stand for no setting of a single program. */
function general(defaults: Defaults): Record<string, string> {
  const { image, limits, requests } = defaults.configReloader;
  return {
    VM_METRICS_VERSION: defaults.metricsVersion,
    VM_LOGS_VERSION: defaults.logsVersion,
    VM_TRACES_VERSION: defaults.tracesVersion,
    VM_OPERATOR_VERSION: defaults.operatorVersion,
    VM_CONTAINERREGISTRY: defaults.containerRegistry,
    VM_ENABLETCP6: String(defaults.enableTCP6),
    VM_LOOPBACK: "",
    VM_USE_OLD_BACKUP_RESTORE_PORT_NAMES: String(defaults.useOldBackupRestorePortNames),
    VM_ENABLE_DEFAULT_PRESTOP_HOOK: String(defaults.enableDefaultPreStopHook),
    VM_CONFIG_DATA_BUDGET_BYTES: String(defaults.configDataBudgetBytes),
    VM_CONFIG_RELOADER_IMAGE: `${image}:config-reloader-\${VM_OPERATOR_VERSION}`,
    VM_CONFIG_RELOADER_LIMIT_CPU: limits.cpu ?? none,
    VM_CONFIG_RELOADER_LIMIT_MEMORY: limits.memory ?? none,
    VM_CONFIG_RELOADER_LIMIT_EPHEMERAL_STORAGE: none,
    VM_CONFIG_RELOADER_REQUEST_CPU: requests.cpu ?? none,
    VM_CONFIG_RELOADER_REQUEST_MEMORY: requests.memory ?? none,
    VM_CONFIG_RELOADER_REQUEST_EPHEMERAL_STORAGE: none,
    VM_VMSERVICESCRAPEDEFAULT_ENFORCEENDPOINTSLICES: String(defaults.enforceEndpointSlices),
    VM_VMCLUSTERDEFAULT_VMSTORAGEDEFAULT_VMINSERTPORT: "8400",
    VM_VMCLUSTERDEFAULT_VMSTORAGEDEFAULT_VMSELECTPORT: "8401",
    VM_VMCLUSTERDEFAULT_USEDEFAULTRESOURCES: "true",
    VM_VLCLUSTERDEFAULT_USEDEFAULTRESOURCES: "true",
    VM_VTCLUSTERDEFAULT_USEDEFAULTRESOURCES: "true",
    VM_DISABLESELFSERVICESCRAPECREATION: String(defaults.disableSelfServiceScrape),
    VM_ENABLEDPROMETHEUSCONVERTER_PODMONITOR: "true",
    VM_ENABLEDPROMETHEUSCONVERTER_SERVICESCRAPE: "true",
    VM_ENABLEDPROMETHEUSCONVERTER_PROMETHEUSRULE: "true",
    VM_ENABLEDPROMETHEUSCONVERTER_PROBE: "true",
    VM_ENABLEDPROMETHEUSCONVERTER_ALERTMANAGERCONFIG: "true",
    VM_ENABLEDPROMETHEUSCONVERTER_SCRAPECONFIG: "true",
    VM_PROMETHEUSCONVERTERADDARGOCDIGNOREANNOTATIONS: String(defaults.prometheusConverterAddArgoCDIgnoreAnnotations),
    VM_FILTERPROMETHEUSCONVERTERLABELPREFIXES: "",
    VM_FILTERPROMETHEUSCONVERTERANNOTATIONPREFIXES: "",
    VM_CLUSTERDOMAINNAME: defaults.clusterDomain,
    VM_ENABLESTRICTSECURITY: String(defaults.useStrictSecurity),
    VM_COMMON_LABELS: "",
    VM_COMMON_ANNOTATIONS: "",
    VM_OPENSHIFT_COMPATIBILITY: "auto",
    WATCH_NAMESPACE: "",
  };
}

/** Variables without a counterpart here: about work in the cluster, about programs that nothing is derived from, and old ones without effect. */
const withoutCounterpart: readonly RegExp[] = [
  /^VM_(GATEWAY_API|VPA_API|PROMCR_VALIDATION)_ENABLED$/, // the manifests of these objects need no switch
  /^VM_ENABLEDPROMETHEUSCONVERTEROWNERREFERENCES$/,
  /^VM_(APPREADYTIMEOUT|PODWAITREADY(INTERVALCHECK|TIMEOUT)|PVC_WAIT_READY_(INTERVAL|TIMEOUT)|WAIT_READY_INTERVAL|FORCERESYNCINTERVAL)$/,
  /^VM_(CUSTOMCONFIGRELOADERIMAGE|PSPAUTOCREATEENABLED)$/,
  /^VM_(VLOGSDEFAULT|VMANOMALYDEFAULT)_/,
  /^VM_ANOMALY_VERSION$/,
];

/** The variables of the operator by their names, each with the default that our settings have for it. */
export function ourVariables(): Map<string, string> {
  const defaults = defaultsWith();
  const ofPrograms = Object.entries(programs).flatMap(([prefix, name]) =>
    Object.entries(ends).map(([end, read]) => [`${prefix}_${ownEnds[prefix]?.[end] ?? end}`, read(defaults[name])] as const),
  );
  return new Map([...Object.entries(general(defaults)), ...ofPrograms]);
}

/** A difference of one variable. */
export interface VariableDifference {
  readonly change: "+" | "-" | "~";
  readonly variable: string;
  readonly text: string;
}

/** The variables that are new, gone, or have another default than our settings. */
export function variableDifferences(theirs: ReadonlyMap<string, string>): VariableDifference[] {
  const ours = ourVariables();
  const shared = [...theirs].flatMap(([variable, their]): VariableDifference[] => {
    const our = ours.get(variable);
    if (our === undefined) return isKnown(variable) ? [] : [{ change: "+", variable, text: their }];
    const isSame = their === our || comparable(their, theirs) === comparable(our, ours);
    return isSame ? [] : [{ change: "~", variable, text: `${our || "-"} → ${their}` }];
  });
  const gone = [...ours].filter(([variable]) => !theirs.has(variable));
  return [...shared, ...gone.map(([variable, our]): VariableDifference => ({ change: "-", variable, text: our || "-" }))];
}

const isKnown = (variable: string): boolean => withoutCounterpart.some((pattern) => pattern.test(variable));

/** One form of each default: the table has `-` for none, and amounts may be written in several ways. */
function comparable(value: string, defaults: ReadonlyMap<string, string>): string {
  const whole = filledIn(value, defaults);
  return whole === "-" ? "" : canonicalQuantity(whole);
}
