import type { DefaultsInput, PrometheusConvertersInput } from "./generated/settings";
import { boolean, integer, item, list, map, object, string, structural, word } from "./schema/fields";
import { quantity } from "./schema/kubernetes-types";

export type { DefaultsInput };

/** Defaults of a component, filled in. */
export interface ApplicationDefaults {
  readonly image: string;
  /** Tag; it wins over that of the release. */
  readonly version?: string;
  /** The setting with the tag of all programs that are released together. */
  readonly release: Release;
  /** Suffix of the image's tag, after that of the release. */
  readonly tagSuffix?: "-cluster" | "-enterprise";
  readonly port: string;
  readonly limits: Amounts;
  readonly requests: Amounts;
  readonly terminationGracePeriodSeconds: number;
}

/** Settings with the tags of programs that are released together. */
type Release = "metricsVersion" | "logsVersion" | "tracesVersion";

export interface Amounts {
  readonly cpu?: string;
  readonly memory?: string;
}

/** The programs that components run in pods of their own. A new one has its row here, and with it a setting of its name. */
const applications = {
  vmagent: app("victoriametrics/vmagent", "8429", ["200m", "500Mi"], ["50m", "200Mi"]),
  vmsingle: app("victoriametrics/victoria-metrics", "8429", ["1200m", "1500Mi"], ["150m", "500Mi"]),
  vlsingle: logs("9428", ["1200m", "1500Mi"], ["150m", "500Mi"]),
  vlinsert: logs("9481", ["1", "1Gi"], ["100m", "256Mi"]),
  vlselect: logs("9471", ["1", "1Gi"], ["100m", "256Mi"]),
  vlstorage: logs("9491", ["1", "2Gi"], ["200m", "512Mi"]),
  vlagent: { ...logs("9429", ["200m", "500Mi"], ["50m", "200Mi"]), image: "victoriametrics/vlagent" },
  vtsingle: traces("10428", ["1200m", "1500Mi"], ["150m", "500Mi"]),
  vtinsert: traces("10481", ["1", "1Gi"], ["100m", "256Mi"]),
  vtselect: traces("10471", ["1", "1Gi"], ["100m", "256Mi"]),
  vtstorage: traces("10491", ["1", "2Gi"], ["200m", "512Mi"]),
  vmalert: app("victoriametrics/vmalert", "8080", ["200m", "500Mi"], ["50m", "200Mi"]),
  vmselect: app("victoriametrics/vmselect", "8481", ["500m", "1000Mi"], ["100m", "500Mi"], "-cluster"),
  vminsert: app("victoriametrics/vminsert", "8480", ["500m", "500Mi"], ["150m", "200Mi"], "-cluster"),
  vmstorage: app("victoriametrics/vmstorage", "8482", ["1000m", "1500Mi"], ["250m", "500Mi"], "-cluster"),
  vmauth: app("victoriametrics/vmauth", "8427", ["200m", "300Mi"], ["50m", "100Mi"]),
  alertmanager: {
    ...app("prom/alertmanager", "9093", ["100m", "256Mi"], ["30m", "56Mi"]),
    version: "v0.31.0",
    terminationGracePeriodSeconds: 120,
  },
} satisfies Readonly<Record<string, ApplicationDefaults>>;

/** The programs that run beside those of a component. */
const sidecars = {
  vmbackup: app("victoriametrics/vmbackupmanager", "8300", ["500m", "500Mi"], ["150m", "200Mi"], "-enterprise"),
  configReloader: app("victoriametrics/operator", "8435", [], ["10m", "25Mi"]),
} satisfies Readonly<Record<string, ApplicationDefaults>>;

/** Names by which settings know programs. */
export type ApplicationName = keyof typeof applications | keyof typeof sidecars;

/** The defaults of all programs where no setting changes them. */
export const programDefaults: Readonly<Record<ApplicationName, ApplicationDefaults>> = { ...applications, ...sidecars };

function app(
  image: string,
  port: string,
  limits: string[],
  requests: string[],
  tagSuffix?: ApplicationDefaults["tagSuffix"],
): ApplicationDefaults {
  const amountsOf = ([cpu, memory]: string[]): Amounts => ({ ...(cpu && { cpu }), ...(memory && { memory }) });
  return {
    image,
    release: "metricsVersion",
    ...(tagSuffix && { tagSuffix }),
    port,
    limits: amountsOf(limits),
    requests: amountsOf(requests),
    terminationGracePeriodSeconds: 30,
  };
}

/** A program of VictoriaLogs: one image holds all parts of a database. */
function logs(port: string, limits: string[], requests: string[]): ApplicationDefaults {
  return { ...app("victoriametrics/victoria-logs", port, limits, requests), release: "logsVersion" };
}

/** The same of VictoriaTraces. */
function traces(port: string, limits: string[], requests: string[]): ApplicationDefaults {
  return { ...app("victoriametrics/victoria-traces", port, limits, requests), release: "tracesVersion" };
}

const amounts = object("DefaultAmounts", "Amounts of CPU and memory; one that is left out is not limited.", {
  cpu: quantity("CPU, `500m` for half a core."),
  memory: quantity("Memory, `500Mi`."),
});

const containerFields = {
  image: string("Image without tag."),
  version: string(
    "Tag of the image. Default: the version of the program's release, such as `metricsVersion`; Alertmanager has one of its own, the " +
      "config-reloader `operatorVersion`.",
  ),
  port: structural(
    string("Port that the component listens on.", {
      pattern: /^[0-9]+$/,
      expected: 'expected a port number in quotes, such as "8429"',
      example: "8429",
    }),
  ),
  limits: amounts,
  requests: amounts,
};

const application = object("ApplicationDefaults", "Defaults of a component, used where its custom resource sets nothing.", {
  ...containerFields,
  terminationGracePeriodSeconds: structural(integer("Seconds that a pod has to stop.", { minimum: 0 })),
});

const sidecar = object(
  "SidecarDefaults",
  "Defaults of an additional container, used where the custom resource sets nothing.",
  containerFields,
);

/** A setting for each of some programs. */
function fieldsOf<Name extends string, Field>(programs: Readonly<Record<Name, unknown>>, field: Field): Record<Name, Field> {
  return Object.fromEntries(Object.keys(programs).map((name) => [name, field])) as Record<Name, Field>;
}

const converter = (kind: string) => structural(boolean(`Whether ${kind} objects are converted. Default true.`));

const prometheusConverter = object("PrometheusConverters", "Which objects of the prometheus-operator are converted. Default: all.", {
  serviceScrape: converter("ServiceMonitor"),
  podMonitor: converter("PodMonitor"),
  probe: converter("Probe"),
  prometheusRule: converter("PrometheusRule"),
  scrapeConfig: converter("ScrapeConfig"),
  alertmanagerConfig: converter("AlertmanagerConfig"),
});

/** The settings that the operator takes from its environment, as typed values: the argument `defaults`, `render`'s option and the stack's configuration. */
export const defaultsSchema = object(
  "Defaults",
  "Settings for all components: images, versions, resources, and the settings that the operator reads from its environment.",
  {
    metricsVersion: string("Tag of all images of VictoriaMetrics. Default v1.150.0."),
    logsVersion: string("Tag of all images of VictoriaLogs. Default v1.52.0."),
    tracesVersion: string("Tag of all images of VictoriaTraces. Default v0.10.0."),
    operatorVersion: string("Version of the config-reloader's image. Default v0.74.1."),
    containerRegistry: string("Registry put before every image that does not name one, `registry.example.com`."),
    useStrictSecurity: structural(boolean("Strict security contexts for every pod that does not set its own. Default false.")),
    disableSelfServiceScrape: structural(boolean("No scrape objects for the components themselves. Default false.")),
    enableTCP6: structural(boolean("Listen on IPv6 as well. Default false.")),
    loopback: string("Address at which the containers of a pod reach each other. Default 127.0.0.1, or localhost with `enableTCP6`."),
    enableDefaultPreStopHook: structural(boolean("A pause before a pod stops, so that Services forget it first. Default true.")),
    configDataBudgetBytes: structural(
      integer("Size from which generated scrape configuration is spread over several Secrets. Default 524288.", { minimum: 1 }),
    ),
    kubernetesVersion: structural(
      string("Version of the cluster, `1.33`: no pre-stop pause below 1.30, no fsGroupChangePolicy below 1.20. Default 1.33.", {
        pattern: /^v?[0-9]+\.[0-9]+/,
        expected: "expected a version such as 1.33",
        example: "1.33",
      }),
    ),
    clusterDomain: string("Domain of the cluster in generated addresses. Default: addresses without a domain."),
    openShift: structural(boolean("Leave user and group ids to OpenShift, and mount its service certificate authority. Default false.")),
    trimSecretValues: structural(boolean("Cut white space from the end of values read from Secrets and ConfigMaps. Default true.")),
    references: structural(
      word(
        "The way of values that settings refer to, such as passwords and certificates, into pods: `copy` reads them for generated Secrets; `mount` " +
          "mounts files from the Secrets and ConfigMaps of the pods' own namespace, so that rotated values arrive without `pulumi up`. Default copy.",
        ["copy", "mount"],
      ),
    ),
    enforceEndpointSlices: structural(
      boolean("VMServiceScrapes discover by EndpointSlices unless they set `discoveryRole`. Default false."),
    ),
    useOldBackupRestorePortNames: structural(boolean("Call the ports of backup containers `http`, as older versions did. Default false.")),
    watchNamespaces: list("Namespaces that components may look at; by default all.", structural(string("A namespace."))),
    enabledPrometheusConverter: prometheusConverter,
    filterPrometheusConverterLabelPrefixes: list("Conversions leave out labels that begin with one of these.", item),
    filterPrometheusConverterAnnotationPrefixes: list("Conversions leave out annotations that begin with one of these.", item),
    prometheusConverterAddArgoCDIgnoreAnnotations: structural(
      boolean("Gives converted objects the annotations that make Argo CD ignore them. Default false."),
    ),
    commonLabels: map("Labels for every derived object and pod; all other labels win over them.", string("A label's value.")),
    commonAnnotations: map(
      "Annotations for every derived object and pod; all other annotations win over them.",
      string("An annotation's value."),
    ),
    ...fieldsOf(applications, application),
    ...fieldsOf(sidecars, sidecar),
  },
);

const operatorDefaults = {
  metricsVersion: "v1.150.0",
  logsVersion: "v1.52.0",
  tracesVersion: "v0.10.0",
  operatorVersion: "v0.74.1",
  containerRegistry: "",
  useStrictSecurity: false,
  disableSelfServiceScrape: false,
  enableTCP6: false,
  enableDefaultPreStopHook: true,
  configDataBudgetBytes: 524288,
  kubernetesVersion: "1.33",
  clusterDomain: "",
  openShift: false,
  trimSecretValues: true,
  references: "copy" as "copy" | "mount",
  enforceEndpointSlices: false,
  useOldBackupRestorePortNames: false,
  watchNamespaces: [] as readonly string[],
  enabledPrometheusConverter: {} as PrometheusConvertersInput,
  filterPrometheusConverterLabelPrefixes: [] as readonly string[],
  filterPrometheusConverterAnnotationPrefixes: [] as readonly string[],
  prometheusConverterAddArgoCDIgnoreAnnotations: false,
  commonLabels: {} as Readonly<Record<string, string>>,
  commonAnnotations: {} as Readonly<Record<string, string>>,
  ...programDefaults,
};

/** All settings, filled in. `loopback` follows from `enableTCP6` unless it is given. */
export type Defaults = Readonly<Omit<typeof operatorDefaults, ApplicationName>> &
  Readonly<Record<ApplicationName, ApplicationDefaults>> & { readonly loopback: string };

/** The operator's own defaults (main branch of 2026-08-21, 31 commits after v0.74.1), overridden by the given settings, the later ones winning. */
export function defaultsWith(...settings: (DefaultsInput | undefined)[]): Defaults {
  const merged = settings.reduce<Record<string, unknown>>(
    (all, setting) => overlay(all, setting ?? {}),
    operatorDefaults,
  ) as unknown as Defaults;
  return { ...merged, loopback: merged.loopback || (merged.enableTCP6 ? "localhost" : "127.0.0.1") };
}

/** Objects with fixed fields are overridden field by field, everything else as a whole. */
function overlay(base: Record<string, unknown>, over: object): Record<string, unknown> {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    if (value === undefined) continue;
    const isApplication = typeof before === "object" && before !== null && "image" in before;
    result[key] = isApplication ? overlay(before as Record<string, unknown>, value as object) : value;
  }
  return result;
}
