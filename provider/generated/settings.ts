// Made from the zod schemas by `npm run schema`. Do not edit.

/** Settings for all components: images, versions, resources, and the settings that the operator reads from its environment. */
export interface DefaultsInput {
  /** Tag of all images of VictoriaMetrics. Default v1.150.0. */
  readonly metricsVersion?: string;
  /** Tag of all images of VictoriaLogs. Default v1.52.0. */
  readonly logsVersion?: string;
  /** Tag of all images of VictoriaTraces. Default v0.10.0. */
  readonly tracesVersion?: string;
  /** Version of the config-reloader's image. Default v0.74.1. */
  readonly operatorVersion?: string;
  /** Registry put before every image that does not name one, `registry.example.com`. */
  readonly containerRegistry?: string;
  /** Strict security contexts for every pod that does not set its own. Default false. */
  readonly useStrictSecurity?: boolean;
  /** No scrape objects for the components themselves. Default false. */
  readonly disableSelfServiceScrape?: boolean;
  /** Listen on IPv6 as well. Default false. */
  readonly enableTCP6?: boolean;
  /** Address at which the containers of a pod reach each other. Default 127.0.0.1, or localhost with `enableTCP6`. */
  readonly loopback?: string;
  /** A pause before a pod stops, so that Services forget it first. Default true. */
  readonly enableDefaultPreStopHook?: boolean;
  /** Size from which generated scrape configuration is spread over several Secrets. Default 524288. */
  readonly configDataBudgetBytes?: number;
  /** Version of the cluster, `1.33`: no pre-stop pause below 1.30, no fsGroupChangePolicy below 1.20. Default 1.33. */
  readonly kubernetesVersion?: string;
  /** Domain of the cluster in generated addresses. Default: addresses without a domain. */
  readonly clusterDomain?: string;
  /** Leave user and group ids to OpenShift, and mount its service certificate authority. Default false. */
  readonly openShift?: boolean;
  /** Cut white space from the end of values read from Secrets and ConfigMaps. Default true. */
  readonly trimSecretValues?: boolean;
  /** The way of values that settings refer to, such as passwords and certificates, into pods: `copy` reads them for generated Secrets; `mount` mounts files from the Secrets and ConfigMaps of the pods' own namespace, so that rotated values arrive without `pulumi up`. Default copy. */
  readonly references?: string;
  /** VMServiceScrapes discover by EndpointSlices unless they set `discoveryRole`. Default false. */
  readonly enforceEndpointSlices?: boolean;
  /** Call the ports of backup containers `http`, as older versions did. Default false. */
  readonly useOldBackupRestorePortNames?: boolean;
  /** Namespaces that components may look at; by default all. */
  readonly watchNamespaces?: string[];
  /** Which objects of the prometheus-operator are converted. Default: all. */
  readonly enabledPrometheusConverter?: PrometheusConvertersInput;
  /** Conversions leave out labels that begin with one of these. */
  readonly filterPrometheusConverterLabelPrefixes?: string[];
  /** Conversions leave out annotations that begin with one of these. */
  readonly filterPrometheusConverterAnnotationPrefixes?: string[];
  /** Gives converted objects the annotations that make Argo CD ignore them. Default false. */
  readonly prometheusConverterAddArgoCDIgnoreAnnotations?: boolean;
  /** Labels for every derived object and pod; all other labels win over them. */
  readonly commonLabels?: Record<string, string>;
  /** Annotations for every derived object and pod; all other annotations win over them. */
  readonly commonAnnotations?: Record<string, string>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmagent?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmsingle?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlsingle?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlinsert?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlselect?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlstorage?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlagent?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtsingle?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtinsert?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtselect?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtstorage?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmalert?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmselect?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vminsert?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmstorage?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmauth?: ApplicationDefaultsInput;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly alertmanager?: ApplicationDefaultsInput;
  /** Defaults of an additional container, used where the custom resource sets nothing. */
  readonly vmbackup?: SidecarDefaultsInput;
  /** Defaults of an additional container, used where the custom resource sets nothing. */
  readonly configReloader?: SidecarDefaultsInput;
}

/** Which objects of the prometheus-operator are converted. Default: all. */
export interface PrometheusConvertersInput {
  /** Whether ServiceMonitor objects are converted. Default true. */
  readonly serviceScrape?: boolean;
  /** Whether PodMonitor objects are converted. Default true. */
  readonly podMonitor?: boolean;
  /** Whether Probe objects are converted. Default true. */
  readonly probe?: boolean;
  /** Whether PrometheusRule objects are converted. Default true. */
  readonly prometheusRule?: boolean;
  /** Whether ScrapeConfig objects are converted. Default true. */
  readonly scrapeConfig?: boolean;
  /** Whether AlertmanagerConfig objects are converted. Default true. */
  readonly alertmanagerConfig?: boolean;
}

/** Defaults of a component, used where its custom resource sets nothing. */
export interface ApplicationDefaultsInput {
  /** Image without tag. */
  readonly image?: string;
  /** Tag of the image. Default: the version of the program's release, such as `metricsVersion`; Alertmanager has one of its own, the config-reloader `operatorVersion`. */
  readonly version?: string;
  /** Port that the component listens on. */
  readonly port?: string;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly limits?: DefaultAmountsInput;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly requests?: DefaultAmountsInput;
  /** Seconds that a pod has to stop. */
  readonly terminationGracePeriodSeconds?: number;
}

/** Amounts of CPU and memory; one that is left out is not limited. */
export interface DefaultAmountsInput {
  /** CPU, `500m` for half a core. */
  readonly cpu?: number | string;
  /** Memory, `500Mi`. */
  readonly memory?: number | string;
}

/** Defaults of an additional container, used where the custom resource sets nothing. */
export interface SidecarDefaultsInput {
  /** Image without tag. */
  readonly image?: string;
  /** Tag of the image. Default: the version of the program's release, such as `metricsVersion`; Alertmanager has one of its own, the config-reloader `operatorVersion`. */
  readonly version?: string;
  /** Port that the component listens on. */
  readonly port?: string;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly limits?: DefaultAmountsInput;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly requests?: DefaultAmountsInput;
}
