// Made from the zod schemas by `npm run schema`. Do not edit.

import type { types } from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** How messages are compressed. Default `none`. */
export type SyslogTCPListenerCompressMethod = "none" | "zstd" | "gzip" | "deflate";

/** How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it replaces them itself. */
export type PodReplacement = "RollingUpdate" | "OnDelete";

/** Pull policy of the image: `Always`, `IfNotPresent` or `Never`. Default `IfNotPresent`. */
export type ImagePullPolicy = "Always" | "IfNotPresent" | "Never";

/** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
export type DNSPolicy = "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None";

/** When the owner of a volume's files is changed: `Always` or `OnRootMismatch`. Goes to the pod. */
export type SecurityContextFsGroupChangePolicy = "Always" | "OnRootMismatch";

/** How `/proc` is mounted: `Default` or `Unmasked`. Goes to the containers. */
export type SecurityContextProcMount = "Default" | "Unmasked";

/** How SELinux labels get onto volumes: `MountOption` or `Recursive`. Goes to the pod. */
export type SecurityContextSeLinuxChangePolicy = "MountOption" | "Recursive";

/** Whether groups from the image count too: `Merge` or `Strict`. Goes to the pod. */
export type SecurityContextSupplementalGroupsPolicy = "Merge" | "Strict";

/** `In` and `NotIn` compare the label's value with `values`, and `NotIn` holds without the label too; `Exists` and `DoesNotExist` check only the presence of the label. */
export type LabelSelectorRequirementOperator = "In" | "NotIn" | "Exists" | "DoesNotExist";

/** Protocol of the scrape. Default `http`. */
export type EndpointScheme = "http" | "https" | "HTTPS" | "HTTP";

/** Action of the rule: `replace`, `keep`, `drop`, `labelmap`, `hashmod`, `graphite` and so on. Default `replace`. */
export type RelabelAction = "replace" | "replace_all" | "keep" | "drop" | "keepequal" | "dropequal" | "keep_if_equal" | "drop_if_equal" | "keep_if_contains" | "drop_if_contains" | "keep_metrics" | "drop_metrics" | "lowercase" | "uppercase" | "hashmod" | "labelmap" | "labelmap_all" | "labelkeep" | "labeldrop" | "graphite" | "Replace" | "Keep" | "Drop" | "KeepEqual" | "DropEqual" | "Lowercase" | "Uppercase" | "HashMod" | "LabelMap" | "LabelKeep" | "LabelDrop" | "REPLACE" | "REPLACE_ALL" | "KEEP" | "DROP" | "KEEPEQUAL" | "DROPEQUAL" | "KEEP_IF_EQUAL" | "DROP_IF_EQUAL" | "KEEP_IF_CONTAINS" | "DROP_IF_CONTAINS" | "KEEP_METRICS" | "DROP_METRICS" | "LOWERCASE" | "UPPERCASE" | "HASHMOD" | "LABELMAP" | "LABELMAP_ALL" | "LABELKEEP" | "LABELDROP" | "GRAPHITE";

/** Source of the targets: the pods behind a Service (`endpoints`, the default, or `endpointslice`) or the Service itself. `endpointslices` is the older spelling of `endpointslice`. */
export type VMServiceScrapeSpecDiscoveryRole = "endpoints" | "service" | "endpointslices" | "endpointslice";

/** Whether pods that are not ready may be evicted: only within the budget (`IfHealthyBudget`, the default of Kubernetes) or always. */
export type EmbeddedPodDisruptionBudgetSpecUnhealthyPodEvictionPolicy = "IfHealthyBudget" | "AlwaysAllow";

/** Whether the container is scaled: `Auto` (the default) or `Off`. */
export type ContainerResourcePolicyMode = "Auto" | "Off";

/** A resource. */
export type ScaledResource = "cpu" | "memory";

/** Whether limits are moved along with requests, which is the default, or stay. */
export type ContainerResourcePolicyControlledValues = "RequestsAndLimits" | "RequestsOnly";

/** Form of the increase: `Factor` multiplies the request, `Quantity` adds to it. */
export type GenericStartupBoostType = "Factor" | "Quantity";

/** Mode of applying new requests: not at all (`Off`), to new pods, by eviction, or in place. Required. */
export type PodUpdatePolicyUpdateMode = "Off" | "Initial" | "Recreate" | "InPlaceOrRecreate" | "InPlace" | "Auto";

/** Position of the recommendation relative to the present requests. */
export type EvictionRequirementChangeRequirement = "TargetHigherThanRequests" | "TargetLowerThanRequests";

/** Minimum severity of logged messages. Default: the application's own, INFO. */
export type LogLevel = "INFO" | "WARN" | "ERROR" | "FATAL" | "PANIC";

/** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
export type LogFormat = "default" | "json";

/** The way of values that settings refer to, such as passwords and certificates, into pods: `copy` reads them for generated Secrets; `mount` mounts files from the Secrets and ConfigMaps of the pods' own namespace, so that rotated values arrive without `pulumi up`. Default copy. */
export type DefaultsReferences = "copy" | "mount";

/** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
export type OnInvalid = "fail" | "skip";

/** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
export type VMAuthLoadBalancerSpecUpdateStrategy = "Recreate" | "RollingUpdate";

/** Sort of the identity. */
export type TeamDeployerKind = "ServiceAccount" | "User" | "Group";

/** How traces are sent. Default `grpc`. */
export type VMAlertmanagerTracingConfigClientType = "http" | "grpc";

/** `gzip`, or empty for none. Default none. */
export type VMAlertmanagerTracingConfigCompression = "gzip" | "";

/** Whether clients need a certificate; if so, the authority for them must be given. Default `NoClientCert`. */
export type TLSServerConfigClientAuthType = "NoClientCert" | "RequireAndVerifyClientCert";

/** Least version of TLS. Default: Alertmanager's own. */
export type TLSServerConfigMinVersion = "TLS10" | "TLS11" | "TLS12" | "TLS13";

/** Minimum severity of logged messages, in small or capital letters. Default `info`. */
export type VMAlertmanagerSpecLogLevel = "debug" | "info" | "warn" | "error" | "DEBUG" | "INFO" | "WARN" | "ERROR";

/** Form of the log lines. Default `logfmt`. */
export type VMAlertmanagerSpecLogFormat = "logfmt" | "json";

/** How the message is marked up: `MarkdownV2`, `Markdown`, `HTML`, or not at all, which is empty text. Default `HTML`. */
export type TelegramConfigParseMode = "MarkdownV2" | "Markdown" | "HTML" | "";

/** `important` or `urgent`; empty is neither. */
export type MattermostPriorityPriority = "important" | "urgent" | "";

/** Form of the message: `text` or `markdown`. Default `text`. */
export type WeChatConfigMessageType = "text" | "markdown";

/** Kind of the resources; of a cluster the part too. */
export type CRDRefKind = "VLAgent" | "VLCluster/vlinsert" | "VLCluster/vlselect" | "VLCluster/vlstorage" | "VLSingle" | "VLogs" | "VMAgent" | "VMAlert" | "VMAlertManager" | "VMAlertmanager" | "VMAnomaly" | "VMCluster/vminsert" | "VMCluster/vmselect" | "VMCluster/vmstorage" | "VMSingle" | "VTCluster/vtinsert" | "VTCluster/vtselect" | "VTCluster/vtstorage" | "VTSingle";

/** How requests are spread over the URLs: `least_loaded` or `first_available`. Default: vmauth's own, `least_loaded`. */
export type TargetRefLoadBalancingPolicy = "least_loaded" | "first_available";

/** Protocol of requests to the prober. Default: `scheme` of the probe, else `http`. */
export type VMProberSpecScheme = "http" | "https";

/** Kind of the probed objects. Services, pods and nodes may set path and scheme by the annotations `operator.victoriametrics.com/probe-path` and `probe-scheme`; default `/` and `http`. Required, except in `ingress`. */
export type VMProbeTargetKubernetesRole = "service" | "ingress" | "pod" | "node";

/** Language of the expressions: `prometheus` for MetricsQL and PromQL, which is the default, `graphite` or `vlogs` for LogsQL. */
export type RuleGroupType = "prometheus" | "graphite" | "vlogs";

/** Which objects become targets. */
export type KubernetesSDConfigRole = "node" | "pod" | "service" | "endpoints" | "endpointslice" | "ingress";

/** Protocol of requests to Consul. Default `http`. */
export type ConsulSDConfigScheme = "HTTP" | "HTTPS" | "http" | "https";

/** Type of the records. Default `SRV`, whose records hold the port as well. */
export type DNSSDConfigType = "SRV" | "A" | "AAAA" | "MX";

/** How the scraper logs in. Default: the scraper's own, `OAuth`. */
export type AzureSDConfigAuthenticationMethod = "OAuth" | "ManagedIdentity";

/** Kind of the targets: instances, or the hypervisors. */
export type OpenStackSDConfigRole = "Instance" | "instance" | "Hypervisor" | "hypervisor";

/** Which of the endpoints of the services is asked. Default: the scraper's own, `public`. */
export type OpenStackSDConfigAvailability = "Public" | "public" | "Admin" | "admin" | "Internal" | "internal";

/** Which servers: those of Hetzner Robot, or those of Hetzner Cloud (`hcloud` or `Cloud`). */
export type HetznerSDConfigRole = "robot" | "Robot" | "hcloud" | "Cloud";

/** Which servers: virtual private servers, or dedicated ones. */
export type OVHCloudSDConfigService = "vps" | "VPS" | "dedicated_server" | "DedicatedServer";

/** Kind of the targets. */
export type DockerSwarmSDConfigRole = "services" | "tasks" | "nodes";

/** Kind of the targets: virtual machines, or databases of YDB. */
export type YandexCloudSDConfigService = "compute" | "ydb";

/** Which custom resources become components: `needed` (the default) are those for which something is created, and all others, such as scrape objects and rules, are held as text, which previews show as well; `all` makes one of each, for programs that refer to them by their names. */
export type GroupComponents = "needed" | "all";

/** Name, namespace, labels and annotations of the custom resource. */
export interface ObjectMetadataArgs {
  /** Name of the custom resource; derived objects are named after it. Default: the component's name. */
  readonly name?: pulumi.Input<string>;
  /** Namespace of the custom resource and of all derived objects. Default: the provider's, else the stack's `kubernetes:namespace`, else `default`. */
  readonly namespace?: pulumi.Input<string>;
  /** Labels of the custom resource, for selectors. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Annotations. `operator.victoriametrics.com/skip-validation: "true"` switches off all checks except those of the fields' types. */
  readonly annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** An agent that takes log entries in, or collects them on each node, and writes them to targets. */
export interface VLAgentSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Targets that all log entries are written to. At least one is needed. */
  readonly remoteWrite: pulumi.Input<pulumi.Input<VLAgentRemoteWriteSpecArgs>[]>;
  /** How log entries are buffered and sent, for all targets. */
  readonly remoteWriteSettings?: pulumi.Input<VLAgentRemoteWriteSettingsArgs>;
  /** Collection of the logs of all containers on each node. With it the agent is a DaemonSet. */
  readonly k8sCollector?: pulumi.Input<VLAgentK8sCollectorArgs>;
  /** Listeners for syslog messages. Each becomes flags, a port of the pods and one of the Service. */
  readonly syslogSpec?: pulumi.Input<SyslogServerSpecArgs>;
  /** Folder for everything that must outlive a restart. Default `/vlagent-data`, with `k8sCollector` `/var/lib/vlagent-data` on the node. With a path of your own, volume and mount are yours too. */
  readonly tmpDataPath?: pulumi.Input<string>;
  /** Volume of each pod of the StatefulSet for log entries that wait to be sent. Default: an emptyDir; `{}` already makes a claim. */
  readonly storage?: pulumi.Input<StorageSpecArgs>;
  /** How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it replaces them itself. */
  readonly rollingUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error. */
  readonly claimTemplates?: pulumi.Input<pulumi.Input<types.input.core.v1.PersistentVolumeClaim>[]>;
  /** Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default. */
  readonly persistentVolumeClaimRetentionPolicy?: pulumi.Input<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>;
  /** Image of vlagent. Default `victoriametrics/vlagent`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that vlagent listens on and its Service offers. Default 9429. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of vlagent. Default 50m CPU and 200Mi memory, at most 200m and 500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
}

/** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
export interface ManagedObjectsMetadataArgs {
  /** Labels for each derived object, the component's own scrape object included. The labels that identify the component win over these. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Annotations for each derived object. Secrets with generated configuration do not get them. */
  readonly annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** A target that gets all log entries, and how it is written to. */
export interface VLAgentRemoteWriteSpecArgs {
  /** URL that log entries are written to, `http://vlsingle-main:9428/insert/native`. An empty one is an error. */
  readonly url: pulumi.Input<string>;
  /** User name and password for the target; their Secrets are mounted into the pod. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** File with a bearer token in the container. It wins over `bearerTokenSecret`. */
  readonly bearerTokenPath?: pulumi.Input<string>;
  /** A bearer token for the target in a Secret, which is mounted into the pod. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Tokens of OAuth 2.0 for a target. */
  readonly oauth2?: pulumi.Input<VLAgentOAuth2Args>;
  /** TLS of the connection to a target. */
  readonly tlsConfig?: pulumi.Input<VLAgentTLSConfigArgs>;
  /** Headers of each request, `Name: value`. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Proxy that the target is written to through. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Time after which sending a block is given up and tried again. Default: vlagent's own, 1m. */
  readonly sendTimeout?: pulumi.Input<string>;
  /** Most bytes kept on disk while the target is away; the oldest are dropped. Default: `remoteWriteSettings.maxDiskUsagePerURL`, else the share of the claim. */
  readonly maxDiskUsage?: pulumi.Input<number | string>;
}

/** User name and password for the target; their Secrets are mounted into the pod. */
export interface BasicAuthArgs {
  /** The user name, in a Secret. */
  readonly username?: pulumi.Input<SecretKeySelectorArgs>;
  /** The password, in a Secret. */
  readonly password?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the password, as the container sees it. */
  readonly password_file?: pulumi.Input<string>;
}

/** The user name, in a Secret. */
export interface SecretKeySelectorArgs {
  /** Name of the Secret. Its namespace is that of the referring resource. */
  readonly name?: pulumi.Input<string>;
  /** Key in the Secret's data. A missing key is an error. */
  readonly key: pulumi.Input<string>;
  /** Whether the Secret or the key may be missing. Such a reference is looked up only in `selectFrom`. Default false. */
  readonly optional?: pulumi.Input<boolean>;
}

/** Tokens of OAuth 2.0 for a target. */
export interface VLAgentOAuth2Args {
  /** URL that tokens come from. */
  readonly tokenURL: pulumi.Input<string>;
  /** File with the client's id. vlagent takes the id itself, so use `clientIDSecret`. */
  readonly clientIDFile?: pulumi.Input<string>;
  /** The client's id in a Secret. Exactly one of this and `clientIDFile`. */
  readonly clientIDSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** File with the client's secret in the container. Exactly one of this and `clientSecret`. */
  readonly clientSecretFile?: pulumi.Input<string>;
  /** The client's secret in a Secret, which is mounted into the pod. */
  readonly clientSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Scopes that tokens are asked for. */
  readonly scopes?: pulumi.Input<pulumi.Input<string>[]>;
  /** Further parameters of requests for tokens. */
  readonly endpointParams?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** TLS of the connection to a target. */
export interface VLAgentTLSConfigArgs {
  /** File with the certificate authority in the container. Not together with `caSecretKeyRef`. */
  readonly caFile?: pulumi.Input<string>;
  /** The certificate authority in a Secret, which is mounted into the pod. */
  readonly caSecretKeyRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** File with the client's certificate in the container. Not together with `certSecretKeyRef`. */
  readonly certFile?: pulumi.Input<string>;
  /** The client's certificate in a Secret, which is mounted into the pod. */
  readonly certSecretKeyRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** File with the client's key in the container. Not together with `keySecretKeyRef`. */
  readonly keyFile?: pulumi.Input<string>;
  /** The client's key in a Secret, which is mounted into the pod. */
  readonly keySecretKeyRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** Name that the target's certificate must have. Default: the host of the URL. */
  readonly serverName?: pulumi.Input<string>;
  /** Takes any certificate of the target. Default false. */
  readonly insecureSkipVerify?: pulumi.Input<boolean>;
}

/** How log entries are buffered and sent, for all targets. */
export interface VLAgentRemoteWriteSettingsArgs {
  /** Longest time that log entries wait before they are sent. Default: vlagent's own, 1s. */
  readonly flushInterval?: pulumi.Input<string>;
  /** Largest block that is sent, before compression. Default: vlagent's own. */
  readonly maxBlockSize?: pulumi.Input<number | string>;
  /** Most bytes kept on disk for each target while it is away. Default: with a claim in `storage`, its size divided by the number of targets; else no limit. */
  readonly maxDiskUsagePerURL?: pulumi.Input<number | string>;
  /** Number of connections at a time to each target. Default: vlagent's own. */
  readonly queues?: pulumi.Input<number>;
  /** Shows the targets' URLs in logs and metrics. Default false, since URLs may hold passwords. */
  readonly showURL?: pulumi.Input<boolean>;
  /** Folder for log entries that wait to be sent. Default: `remotewrite-data` below the agent's own `tmpDataPath`. */
  readonly tmpDataPath?: pulumi.Input<string>;
}

/** Collection of the logs of all containers on each node. With it the agent is a DaemonSet. */
export interface VLAgentK8sCollectorArgs {
  /** Whether logs are collected. Default false; the other fields have no effect then. */
  readonly enabled?: pulumi.Input<boolean>;
  /** Tenant of the log entries, `<account>:<project>`. Default: vlagent's own, `0:0`. */
  readonly tenantID?: pulumi.Input<string>;
  /** Fields that are left out of log entries. */
  readonly ignoreFields?: pulumi.Input<pulumi.Input<string>[]>;
  /** Fields whose ANSI color codes are taken out. */
  readonly decolorizeFields?: pulumi.Input<pulumi.Input<string>[]>;
  /** Fields that make up a stream. Default: vlagent's own. */
  readonly streamFields?: pulumi.Input<pulumi.Input<string>[]>;
  /** Fields that may hold the message, the first that is there winning. Default: vlagent's own. */
  readonly msgFields?: pulumi.Input<pulumi.Input<string>[]>;
  /** Fields that may hold the time, the first that is there winning. Default: vlagent's own. */
  readonly timeFields?: pulumi.Input<pulumi.Input<string>[]>;
  /** Fields for all log entries, as an object in JSON: `{"cluster":"west"}`. Anything else is an error. */
  readonly extraFields?: pulumi.Input<string>;
  /** Filter in LogsQL of log entries that are left out. */
  readonly excludeFilter?: pulumi.Input<string>;
  /** Adds the labels of pods to log entries. Default true. */
  readonly includePodLabels?: pulumi.Input<boolean>;
  /** Adds the annotations of pods to log entries. Default false. */
  readonly includePodAnnotations?: pulumi.Input<boolean>;
  /** Adds the labels of nodes to log entries. Default false. */
  readonly includeNodeLabels?: pulumi.Input<boolean>;
  /** Adds the annotations of nodes to log entries. Default false. */
  readonly includeNodeAnnotations?: pulumi.Input<boolean>;
  /** Folder with the logs of containers. Default `/var/log/containers`; for another one give its volume and mount yourself. */
  readonly logsPath?: pulumi.Input<string>;
  /** File with the places up to which logs were read. Default: vlagent's own, below its `tmpDataPath`. */
  readonly checkpointsPath?: pulumi.Input<string>;
}

/** Listeners for syslog messages. Each becomes flags, a port of the pods and one of the Service. */
export interface SyslogServerSpecArgs {
  /** Listeners by TCP, whose ports are called `syslog-tcp-0`, `syslog-tcp-1` … */
  readonly tcpListeners?: pulumi.Input<pulumi.Input<SyslogTCPListenerArgs>[]>;
  /** Listeners by UDP, whose ports are called `syslog-udp-0`, `syslog-udp-1` … */
  readonly udpListeners?: pulumi.Input<pulumi.Input<SyslogUDPListenerArgs>[]>;
}

/** A listener for syslog messages by TCP. */
export interface SyslogTCPListenerArgs {
  /** Port that messages come to. It is a port of the pods and of the Service too. */
  readonly listenPort: pulumi.Input<number>;
  /** Tenant of the messages, `<account>:<project>`. Default: the application's own, `0:0`. */
  readonly tenantID?: pulumi.Input<string>;
  /** Fields that make up a stream, as a list in JSON: `["hostname","app_name"]`. Default: the application's own. */
  readonly streamFields?: pulumi.Input<string>;
  /** Fields that are left out of messages, as a list in JSON: `["proc_id"]`. */
  readonly ignoreFields?: pulumi.Input<string>;
  /** Fields whose ANSI color codes are taken out, as a list in JSON: `["message"]`. */
  readonly decolorizeFields?: pulumi.Input<string>;
  /** How messages are compressed. Default `none`. */
  readonly compressMethod?: pulumi.Input<SyslogTCPListenerCompressMethod>;
  /** Certificate and key of a listener. */
  readonly tlsConfig?: pulumi.Input<SyslogTLSServerConfigArgs>;
}

/** Certificate and key of a listener. */
export interface SyslogTLSServerConfigArgs {
  /** File with the certificate in the container. It wins over `certSecret`. */
  readonly certFile?: pulumi.Input<string>;
  /** The certificate in a Secret, which is mounted into the pod. */
  readonly certSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** File with the key in the container. It wins over `keySecret`. */
  readonly keyFile?: pulumi.Input<string>;
  /** The key in a Secret, which is mounted into the pod. */
  readonly keySecret?: pulumi.Input<SecretKeySelectorArgs>;
}

/** A listener for syslog messages by UDP. */
export interface SyslogUDPListenerArgs {
  /** Port that messages come to. It is a port of the pods and of the Service too. */
  readonly listenPort: pulumi.Input<number>;
  /** Tenant of the messages, `<account>:<project>`. Default: the application's own, `0:0`. */
  readonly tenantID?: pulumi.Input<string>;
  /** Fields that make up a stream, as a list in JSON: `["hostname","app_name"]`. Default: the application's own. */
  readonly streamFields?: pulumi.Input<string>;
  /** Fields that are left out of messages, as a list in JSON: `["proc_id"]`. */
  readonly ignoreFields?: pulumi.Input<string>;
  /** Fields whose ANSI color codes are taken out, as a list in JSON: `["message"]`. */
  readonly decolorizeFields?: pulumi.Input<string>;
  /** How messages are compressed. Default `none`. */
  readonly compressMethod?: pulumi.Input<SyslogTCPListenerCompressMethod>;
}

/** Volume of each pod of the StatefulSet for log entries that wait to be sent. Default: an emptyDir; `{}` already makes a claim. */
export interface StorageSpecArgs {
  /** A directory that is lost with the pod. It wins over `volumeClaimTemplate`. */
  readonly emptyDir?: pulumi.Input<types.input.core.v1.EmptyDirVolumeSource>;
  /** A template for the volume claims of a StatefulSet. */
  readonly volumeClaimTemplate?: pulumi.Input<EmbeddedPersistentVolumeClaimArgs>;
}

/** A template for the volume claims of a StatefulSet. */
export interface EmbeddedPersistentVolumeClaimArgs {
  /** Version of the claim's type, `v1`. Passed on. */
  readonly apiVersion?: pulumi.Input<string>;
  /** The claim's type, `PersistentVolumeClaim`. Passed on. */
  readonly kind?: pulumi.Input<string>;
  /** Labels and annotations of the claims; most kinds use its name for the volume too. */
  readonly metadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Size, storage class and so on of a volume claim. Access mode `ReadWriteOnce` by default. */
  readonly spec?: pulumi.Input<types.input.core.v1.PersistentVolumeClaimSpec>;
  /** State of the claim, as in exported manifests. No effect in a template. */
  readonly status?: pulumi.Input<types.input.core.v1.PersistentVolumeClaimStatus>;
}

/** Labels and annotations of the claims; most kinds use its name for the volume too. */
export interface EmbeddedObjectMetadataArgs {
  /** Name of the object. Pods and the claim of a VMSingle ignore it: their names follow from the resource's name. */
  readonly name?: pulumi.Input<string>;
  /** Labels of the object. The labels used by selectors of derived objects win over labels of the same name. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Annotations of the object. */
  readonly annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Image of vlagent. Default `victoriametrics/vlagent`. */
export interface ImageArgs {
  /** The image without its tag, `registry.example.com/victoriametrics/vmagent`. Default: the component's public image. */
  readonly repository?: pulumi.Input<string>;
  /** Version of the image, or a digest such as `sha256:…`. It is used exactly as given, so a license adds no enterprise suffix to it. Default: `componentVersion`, else the version that the package's defaults name. */
  readonly tag?: pulumi.Input<string>;
  /** Pull policy of the image: `Always`, `IfNotPresent` or `Never`. Default `IfNotPresent`. */
  readonly pullPolicy?: pulumi.Input<ImagePullPolicy>;
}

/** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
export interface SecurityContextArgs {
  /** Whether a process may gain more privileges than its parent. Goes to the containers. */
  readonly allowPrivilegeEscalation?: pulumi.Input<boolean>;
  /** AppArmor profile of the pod and of the containers. Only on nodes that run AppArmor. */
  readonly appArmorProfile?: pulumi.Input<types.input.core.v1.AppArmorProfile>;
  /** Linux capabilities that the containers gain or lose. */
  readonly capabilities?: pulumi.Input<types.input.core.v1.Capabilities>;
  /** Group that owns the files of mounted volumes. Goes to the pod. */
  readonly fsGroup?: pulumi.Input<number>;
  /** When the owner of a volume's files is changed: `Always` or `OnRootMismatch`. Goes to the pod. */
  readonly fsGroupChangePolicy?: pulumi.Input<SecurityContextFsGroupChangePolicy>;
  /** Runs the containers with all rights of the node. Goes to the containers. */
  readonly privileged?: pulumi.Input<boolean>;
  /** How `/proc` is mounted: `Default` or `Unmasked`. Goes to the containers. */
  readonly procMount?: pulumi.Input<SecurityContextProcMount>;
  /** Makes the containers' root file system read-only; data then needs a volume. Goes to the containers. */
  readonly readOnlyRootFilesystem?: pulumi.Input<boolean>;
  /** Group that processes run as. Goes to the pod and to the containers. */
  readonly runAsGroup?: pulumi.Input<number>;
  /** Refuses to start a container as root. Goes to the pod and to the containers. */
  readonly runAsNonRoot?: pulumi.Input<boolean>;
  /** User that processes run as. Goes to the pod and to the containers. */
  readonly runAsUser?: pulumi.Input<number>;
  /** How SELinux labels get onto volumes: `MountOption` or `Recursive`. Goes to the pod. */
  readonly seLinuxChangePolicy?: pulumi.Input<SecurityContextSeLinuxChangePolicy>;
  /** SELinux context of the pod. */
  readonly seLinuxOptions?: pulumi.Input<types.input.core.v1.SELinuxOptions>;
  /** Which system calls are allowed. Goes to the pod and to the containers. */
  readonly seccompProfile?: pulumi.Input<types.input.core.v1.SeccompProfile>;
  /** Further groups of the first process of each container. Goes to the pod. */
  readonly supplementalGroups?: pulumi.Input<pulumi.Input<number>[]>;
  /** Whether groups from the image count too: `Merge` or `Strict`. Goes to the pod. */
  readonly supplementalGroupsPolicy?: pulumi.Input<SecurityContextSupplementalGroupsPolicy>;
  /** Kernel parameters of the pod. */
  readonly sysctls?: pulumi.Input<pulumi.Input<types.input.core.v1.Sysctl>[]>;
  /** Settings for Windows nodes. Goes to the pod. */
  readonly windowsOptions?: pulumi.Input<types.input.core.v1.WindowsSecurityContextOptions>;
}

/** A further Service for the pods, or the settings of the default one. */
export interface AdditionalServiceSpecArgs {
  /** Changes the default Service instead of making a further one. Default false. */
  readonly useAsDefault?: pulumi.Input<boolean>;
  /** Name, labels and annotations of the Service. */
  readonly metadata?: pulumi.Input<AdditionalServiceMetadataArgs>;
  /** The Service itself. A further Service takes selector, ports and type from the default one if they are missing; the default one keeps its selector and gets the derived ports with missing names. */
  readonly spec: pulumi.Input<types.input.core.v1.ServiceSpec>;
}

/** Name, labels and annotations of the Service. */
export interface AdditionalServiceMetadataArgs {
  /** Name of the further Service. Default: the default Service's name followed by `-additional-service`. The default Service's own name is an error; with `useAsDefault` it is ignored. */
  readonly name?: pulumi.Input<string>;
  /** Labels of the Service. The labels that identify the component win over these. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Annotations of the Service. */
  readonly annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
export interface VMServiceScrapeSpecArgs {
  /** Selector of the Services, by their labels. Default: all in the namespaces of `namespaceSelector`. */
  readonly selector?: pulumi.Input<LabelSelectorArgs>;
  /** Namespaces of the Services. Default: the object's own namespace. */
  readonly namespaceSelector?: pulumi.Input<NamespaceSelectorArgs>;
  /** Endpoints of each Service: a job for each. The list may be empty. */
  readonly endpoints: pulumi.Input<pulumi.Input<EndpointArgs>[]>;
  /** Source of the targets: the pods behind a Service (`endpoints`, the default, or `endpointslice`) or the Service itself. `endpointslices` is the older spelling of `endpointslice`. */
  readonly discoveryRole?: pulumi.Input<VMServiceScrapeSpecDiscoveryRole>;
  /** Label of the Service whose value becomes the label `job`. Default: `job` is the Service's name. */
  readonly jobLabel?: pulumi.Input<string>;
  /** Labels of the Service, copied to targets, with characters other than letters, digits and `_` as `_`. */
  readonly targetLabels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels of the pods, copied to targets, with characters other than letters, digits and `_` as `_`. No effect with the role `service`. */
  readonly podTargetLabels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Metadata to be attached to the targets of all endpoints. */
  readonly attach_metadata?: pulumi.Input<AttachMetadataArgs>;
  /** Maximum number of samples in a scrape, for endpoints without a limit. Default 0: no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Maximum number of different series of a target in a day, for endpoints without a limit. Default 0: no limit. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Scrape class of the scraper that fills in missing settings of the endpoints. Default: its default class. An unknown name is an error. */
  readonly scrapeClass?: pulumi.Input<string>;
}

/** Selector of the Services, by their labels. Default: all in the namespaces of `namespaceSelector`. */
export interface LabelSelectorArgs {
  /** Labels with their required values. */
  readonly matchLabels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Further conditions on labels. */
  readonly matchExpressions?: pulumi.Input<pulumi.Input<LabelSelectorRequirementArgs>[]>;
}

/** A condition on one label. */
export interface LabelSelectorRequirementArgs {
  /** Name of the label. */
  readonly key: pulumi.Input<string>;
  /** `In` and `NotIn` compare the label's value with `values`, and `NotIn` holds without the label too; `Exists` and `DoesNotExist` check only the presence of the label. */
  readonly operator: pulumi.Input<LabelSelectorRequirementOperator>;
  /** Values for `In` and `NotIn`, at least one. For the other operators it must be left out. */
  readonly values?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Namespaces of the Services. Default: the object's own namespace. */
export interface NamespaceSelectorArgs {
  /** All namespaces. It wins over `matchNames`. Default false. */
  readonly any?: pulumi.Input<boolean>;
  /** Names of the namespaces. */
  readonly matchNames?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A port of the Services, or of their pods, with its scrape settings. */
export interface EndpointArgs {
  /** Name of the Service's port. It wins over `targetPort` and becomes the label `endpoint`. */
  readonly port?: pulumi.Input<string>;
  /** Name or number of the pods' port, for when `port` is empty; a number in quotes counts as a name. No effect with the role `service`. */
  readonly targetPort?: pulumi.Input<number | string>;
  /** Metadata to be attached to targets. It wins over that of the scrape class and of the whole object. */
  readonly attach_metadata?: pulumi.Input<AttachMetadataArgs>;
  /** Protocol of the scrape. Default `http`. */
  readonly scheme?: pulumi.Input<EndpointScheme>;
  /** Path of the metrics. Default `/metrics`. */
  readonly path?: pulumi.Input<string>;
  /** Parameters of the URL, each with its values. */
  readonly params?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
  /** Time between scrapes, `30s` for example, within `minScrapeInterval` and `maxScrapeInterval` of the scraper. Default: its `scrapeInterval`. */
  readonly interval?: pulumi.Input<string>;
  /** The same as `interval`, spelled as in Prometheus. It wins over `interval`. */
  readonly scrape_interval?: pulumi.Input<string>;
  /** Time limit of a scrape. Default: the `scrapeTimeout` of the scraper. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Maximum number of samples in a scrape; with more it fails. Default 0: the limit of the whole object, if any. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Maximum number of different series of a target in a day; more are dropped. Default 0: the limit of the whole object, if any. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Largest response that is accepted, `16MB` for example. Default: the scraper's own limit. */
  readonly max_scrape_size?: pulumi.Input<string>;
  /** On a conflict keeps the label of the scraped sample rather than that of the target. Default false, and always so under `overrideHonorLabels`. */
  readonly honorLabels?: pulumi.Input<boolean>;
  /** Keeps the timestamps of the samples. Default: the scraper's own; under `overrideHonorTimestamps` always false. */
  readonly honorTimestamps?: pulumi.Input<boolean>;
  /** Follows redirects. Default: the scraper's own, true. */
  readonly follow_redirects?: pulumi.Input<boolean>;
  /** Proxy for scrapes. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Relabeling of the scraped samples, after the rules of the scrape class. */
  readonly metricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Settings specific to the scraper of VictoriaMetrics. */
  readonly vm_scrape_params?: pulumi.Input<VMScrapeParamsArgs>;
  /** User name and password for HTTP basic authentication. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens by the client credentials grant of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. Ignored if `bearerTokenFile` is given. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An `Authorization` header. Without credentials it has no effect. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Relabeling of the targets, after the rules that come with the kind and those of the scrape class, before those of the scraper. */
  readonly relabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
}

/** Metadata to be attached to targets. It wins over that of the scrape class and of the whole object. */
export interface AttachMetadataArgs {
  /** Adds labels and annotations of the node that a pod runs on. Default false. */
  readonly node?: pulumi.Input<boolean>;
  /** Adds labels and annotations of the target's namespace. Default false. */
  readonly namespace?: pulumi.Input<boolean>;
}

/** A relabeling rule. Its action and expressions are passed on unchanged. */
export interface RelabelConfigArgs {
  /** Action of the rule: `replace`, `keep`, `drop`, `labelmap`, `hashmod`, `graphite` and so on. Default `replace`. */
  readonly action?: pulumi.Input<RelabelAction>;
  /** Labels whose values are joined. It wins over `source_labels`. */
  readonly sourceLabels?: pulumi.Input<pulumi.Input<string>[]>;
  /** The same as `sourceLabels`, spelled as in Prometheus. */
  readonly source_labels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Text between the joined values. Default `;`. */
  readonly separator?: pulumi.Input<string>;
  /** Label for the result. It wins over `target_label`. */
  readonly targetLabel?: pulumi.Input<string>;
  /** The same as `targetLabel`, spelled as in Prometheus. */
  readonly target_label?: pulumi.Input<string>;
  /** Regular expression for the joined values, anchored at both ends; of several, one must match. Default `(.*)`. */
  readonly regex?: pulumi.Input<string | pulumi.Input<string>[]>;
  /** Divisor for the hash of the joined values, for `hashmod`; the remainder is the result. */
  readonly modulus?: pulumi.Input<number>;
  /** New value of the target label; `$1` stands for the first group of `regex`. Default `$1`. */
  readonly replacement?: pulumi.Input<string>;
  /** Series selector, or several of them, that a series must match for the rule to be applied: `{job="node"}`. */
  readonly if?: pulumi.Input<string | pulumi.Input<string>[]>;
  /** Graphite pattern that the metric name must match, for `graphite`. */
  readonly match?: pulumi.Input<string>;
  /** Labels to set, for `graphite`; `$1` stands for the first wildcard of `match`. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Settings specific to the scraper of VictoriaMetrics. */
export interface VMScrapeParamsArgs {
  /** Scrapes start at multiples of this time, `1h` for example. */
  readonly scrape_align_interval?: pulumi.Input<string>;
  /** Scrapes start this long after each multiple of the interval. Default: a time made from the target's labels. */
  readonly scrape_offset?: pulumi.Input<string>;
  /** Parses the response while it is read, which saves memory with very large ones. Default false. */
  readonly stream_parse?: pulumi.Input<boolean>;
  /** Writes no markers for series that have vanished, which saves memory. Default false. */
  readonly no_stale_markers?: pulumi.Input<boolean>;
  /** Asks for responses without compression. Default false. */
  readonly disable_compression?: pulumi.Input<boolean>;
  /** Opens a new connection for each scrape. Default false. */
  readonly disable_keep_alive?: pulumi.Input<boolean>;
  /** Headers of each request, `Name: value`. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Authentication at an HTTP proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
}

/** Authentication at an HTTP proxy. */
export interface ProxyClientConfigArgs {
  /** User name and password for the proxy. */
  readonly basic_auth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the proxy. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the proxy. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** A bearer token for the proxy, in a Secret. It wins over `bearer_token_file`. */
  readonly bearer_token?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with a bearer token for the proxy. */
  readonly bearer_token_file?: pulumi.Input<string>;
  /** TLS of the connection to the proxy. */
  readonly tls_config?: pulumi.Input<TLSConfigArgs>;
}

/** An `Authorization` header for the proxy. */
export interface AuthorizationArgs {
  /** Word before the credentials. Default `Bearer`; use `basicAuth` instead of `Basic`. */
  readonly type?: pulumi.Input<string>;
  /** The credentials, in a Secret. They win over `credentialsFile`. */
  readonly credentials?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the credentials, as the container sees it. */
  readonly credentialsFile?: pulumi.Input<string>;
}

/** Tokens of OAuth 2.0 for the proxy. */
export interface OAuth2Args {
  /** The client's id, in a Secret or a ConfigMap. */
  readonly client_id: pulumi.Input<SecretOrConfigMapArgs>;
  /** The client's secret, in a Secret. It wins over `client_secret_file`. */
  readonly client_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the client's secret, as the container sees it. */
  readonly client_secret_file?: pulumi.Input<string>;
  /** URL of the token endpoint. */
  readonly token_url: pulumi.Input<string>;
  /** Requested scopes. */
  readonly scopes?: pulumi.Input<pulumi.Input<string>[]>;
  /** Further parameters for the request of a token. */
  readonly endpoint_params?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Proxy for the request of a token. */
  readonly proxy_url?: pulumi.Input<string>;
  /** TLS for the request of a token. */
  readonly tls_config?: pulumi.Input<TLSConfigArgs>;
}

/** The client's id, in a Secret or a ConfigMap. */
export interface SecretOrConfigMapArgs {
  /** An entry of a Secret. White space at the end of its value is cut off. */
  readonly secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An entry of a ConfigMap. White space at the end of its value is cut off. */
  readonly configMap?: pulumi.Input<ConfigMapKeySelectorArgs>;
}

/** An entry of a ConfigMap. White space at the end of its value is cut off. */
export interface ConfigMapKeySelectorArgs {
  /** Name of the ConfigMap. Its namespace is that of the referring resource. */
  readonly name?: pulumi.Input<string>;
  /** Key in the ConfigMap's data. A missing key is an error. */
  readonly key: pulumi.Input<string>;
  /** Whether the ConfigMap or the key may be missing. Such a reference is looked up only in `selectFrom`. Default false. */
  readonly optional?: pulumi.Input<boolean>;
}

/** TLS for the request of a token. */
export interface TLSConfigArgs {
  /** Certificate authority for the server's certificate. Default: those of the container's system. */
  readonly ca?: pulumi.Input<SecretOrConfigMapArgs>;
  /** Path of a file with the certificate authority. */
  readonly caFile?: pulumi.Input<string>;
  /** The client's own certificate. */
  readonly cert?: pulumi.Input<SecretOrConfigMapArgs>;
  /** Path of a file with the client's certificate. */
  readonly certFile?: pulumi.Input<string>;
  /** Private key of the client's certificate. */
  readonly keySecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the private key. */
  readonly keyFile?: pulumi.Input<string>;
  /** Required name in the server's certificate. Default: the host name of the URL. */
  readonly serverName?: pulumi.Input<string>;
  /** Accepts any certificate of the server. Default false. */
  readonly insecureSkipVerify?: pulumi.Input<boolean>;
}

/** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
export interface EmbeddedNetworkPolicyArgs {
  /** Allowed connections to the pods. All others are blocked, scrapers included. */
  readonly ingress?: pulumi.Input<pulumi.Input<types.input.networking.v1.NetworkPolicyIngressRule>[]>;
  /** Allowed connections of the pods. All others are blocked, name servers included. */
  readonly egress?: pulumi.Input<pulumi.Input<types.input.networking.v1.NetworkPolicyEgressRule>[]>;
}

/** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
export interface EmbeddedPodDisruptionBudgetSpecArgs {
  /** Pods that must stay: a number or a share such as `50%`. Kubernetes refuses it next to `maxUnavailable`. */
  readonly minAvailable?: pulumi.Input<number | string>;
  /** Pods that may be missing: a number or a share such as `50%`. Kubernetes refuses it next to `minAvailable`. */
  readonly maxUnavailable?: pulumi.Input<number | string>;
  /** Labels of the counted pods. Default: the labels of the component's pods. */
  readonly selectorLabels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Whether pods that are not ready may be evicted: only within the budget (`IfHealthyBudget`, the default of Kubernetes) or always. */
  readonly unhealthyPodEvictionPolicy?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecUnhealthyPodEvictionPolicy>;
}

/** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
export interface EmbeddedVPAArgs {
  /** Recommenders instead of the default one; the autoscaler supports at most one. */
  readonly recommenders?: pulumi.Input<pulumi.Input<VerticalPodAutoscalerRecommenderSelectorArgs>[]>;
  /** Bounds for the autoscaler. */
  readonly resourcePolicy?: pulumi.Input<PodResourcePolicyArgs>;
  /** Application of new requests to running pods. */
  readonly updatePolicy?: pulumi.Input<PodUpdatePolicyArgs>;
}

/** A recommender of requests. */
export interface VerticalPodAutoscalerRecommenderSelectorArgs {
  /** Name of the recommender. */
  readonly name: pulumi.Input<string>;
}

/** Bounds for the autoscaler. */
export interface PodResourcePolicyArgs {
  /** Bounds for each container. At least one is needed. */
  readonly containerPolicies?: pulumi.Input<pulumi.Input<ContainerResourcePolicyArgs>[]>;
}

/** Policy for a container's requests and limits. */
export interface ContainerResourcePolicyArgs {
  /** The container; `*` stands for all containers without their own policy. */
  readonly containerName?: pulumi.Input<string>;
  /** Whether the container is scaled: `Auto` (the default) or `Off`. */
  readonly mode?: pulumi.Input<ContainerResourcePolicyMode>;
  /** Minimum amount of each resource. */
  readonly minAllowed?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Maximum amount of each resource. */
  readonly maxAllowed?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Controlled resources: `cpu`, `memory`. Default both. */
  readonly controlledResources?: pulumi.Input<pulumi.Input<ScaledResource>[]>;
  /** Whether limits are moved along with requests, which is the default, or stay. */
  readonly controlledValues?: pulumi.Input<ContainerResourcePolicyControlledValues>;
  /** Factor for memory after a container ran out of it. */
  readonly oomBumpUpRatio?: pulumi.Input<string>;
  /** Minimum increase of memory after a container ran out of it. */
  readonly oomMinBumpUp?: pulumi.Input<string>;
  /** Number of intervals over which memory use is remembered. */
  readonly memoryAggregationIntervalCount?: pulumi.Input<number>;
  /** Length of such an interval in seconds. */
  readonly memoryAggregationIntervalSeconds?: pulumi.Input<number>;
  /** Increases of resources while a container starts. */
  readonly startupBoost?: pulumi.Input<StartupBoostArgs>;
}

/** Increases of resources while a container starts. */
export interface StartupBoostArgs {
  /** Increase of a resource while a container starts. */
  readonly cpu?: pulumi.Input<GenericStartupBoostArgs>;
}

/** Increase of a resource while a container starts. */
export interface GenericStartupBoostArgs {
  /** Form of the increase: `Factor` multiplies the request, `Quantity` adds to it. */
  readonly type: pulumi.Input<GenericStartupBoostType>;
  /** Factor for the request. Needed with type `Factor`, refused with `Quantity`. */
  readonly factor?: pulumi.Input<number>;
  /** Addition to the request. Needed with type `Quantity`, refused with `Factor`. */
  readonly quantity?: pulumi.Input<string>;
  /** Seconds after a pod has become ready for which the increase stays. Default 0. */
  readonly durationSeconds?: pulumi.Input<number>;
}

/** Application of new requests to running pods. */
export interface PodUpdatePolicyArgs {
  /** Mode of applying new requests: not at all (`Off`), to new pods, by eviction, or in place. Required. */
  readonly updateMode?: pulumi.Input<PodUpdatePolicyUpdateMode>;
  /** Pods that must be alive before one may be evicted. Default: the autoscaler's own setting. */
  readonly minReplicas?: pulumi.Input<number>;
  /** Conditions for an eviction; all must hold. */
  readonly evictionRequirements?: pulumi.Input<pulumi.Input<EvictionRequirementArgs>[]>;
  /** Seconds within which a container that ran out of memory gets its pod evicted. */
  readonly evictAfterOOMSeconds?: pulumi.Input<number>;
}

/** Condition for evicting a pod to apply new requests. */
export interface EvictionRequirementArgs {
  /** Resources that are compared: `cpu`, `memory`. */
  readonly resources: pulumi.Input<pulumi.Input<ScaledResource>[]>;
  /** Position of the recommendation relative to the present requests. */
  readonly changeRequirement: pulumi.Input<EvictionRequirementChangeRequirement>;
}

/** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
export interface LicenseArgs {
  /** The license key itself. It shows in the pod's arguments, so `keyRef` is the better choice. */
  readonly key?: pulumi.Input<string>;
  /** The license key in a Secret, which is mounted into the pod. */
  readonly keyRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** Checks the key without asking the license server. The key must be made for it. */
  readonly forceOffline?: pulumi.Input<boolean>;
  /** How often the mounted key is read again, `1h` for example. Only with `keyRef`. */
  readonly reloadInterval?: pulumi.Input<string>;
}

/** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
export interface DefaultsArgs {
  /** Tag of all images of VictoriaMetrics. Default v1.150.0. */
  readonly metricsVersion?: pulumi.Input<string>;
  /** Tag of all images of VictoriaLogs. Default v1.52.0. */
  readonly logsVersion?: pulumi.Input<string>;
  /** Tag of all images of VictoriaTraces. Default v0.10.0. */
  readonly tracesVersion?: pulumi.Input<string>;
  /** Version of the config-reloader's image. Default v0.74.1. */
  readonly operatorVersion?: pulumi.Input<string>;
  /** Registry put before every image that does not name one, `registry.example.com`. */
  readonly containerRegistry?: pulumi.Input<string>;
  /** Strict security contexts for every pod that does not set its own. Default false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** No scrape objects for the components themselves. Default false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Listen on IPv6 as well. Default false. */
  readonly enableTCP6?: pulumi.Input<boolean>;
  /** Address at which the containers of a pod reach each other. Default 127.0.0.1, or localhost with `enableTCP6`. */
  readonly loopback?: pulumi.Input<string>;
  /** A pause before a pod stops, so that Services forget it first. Default true. */
  readonly enableDefaultPreStopHook?: pulumi.Input<boolean>;
  /** Size from which generated scrape configuration is spread over several Secrets. Default 524288. */
  readonly configDataBudgetBytes?: pulumi.Input<number>;
  /** Version of the cluster, `1.33`: no pre-stop pause below 1.30, no fsGroupChangePolicy below 1.20. Default 1.33. */
  readonly kubernetesVersion?: pulumi.Input<string>;
  /** Domain of the cluster in generated addresses. Default: addresses without a domain. */
  readonly clusterDomain?: pulumi.Input<string>;
  /** Leave user and group ids to OpenShift, and mount its service certificate authority. Default false. */
  readonly openShift?: pulumi.Input<boolean>;
  /** Cut white space from the end of values read from Secrets and ConfigMaps. Default true. */
  readonly trimSecretValues?: pulumi.Input<boolean>;
  /** The way of values that settings refer to, such as passwords and certificates, into pods: `copy` reads them for generated Secrets; `mount` mounts files from the Secrets and ConfigMaps of the pods' own namespace, so that rotated values arrive without `pulumi up`. Default copy. */
  readonly references?: pulumi.Input<DefaultsReferences>;
  /** VMServiceScrapes discover by EndpointSlices unless they set `discoveryRole`. Default false. */
  readonly enforceEndpointSlices?: pulumi.Input<boolean>;
  /** Call the ports of backup containers `http`, as older versions did. Default false. */
  readonly useOldBackupRestorePortNames?: pulumi.Input<boolean>;
  /** Namespaces that components may look at; by default all. */
  readonly watchNamespaces?: pulumi.Input<pulumi.Input<string>[]>;
  /** Which objects of the prometheus-operator are converted. Default: all. */
  readonly enabledPrometheusConverter?: pulumi.Input<PrometheusConvertersArgs>;
  /** Conversions leave out labels that begin with one of these. */
  readonly filterPrometheusConverterLabelPrefixes?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conversions leave out annotations that begin with one of these. */
  readonly filterPrometheusConverterAnnotationPrefixes?: pulumi.Input<pulumi.Input<string>[]>;
  /** Gives converted objects the annotations that make Argo CD ignore them. Default false. */
  readonly prometheusConverterAddArgoCDIgnoreAnnotations?: pulumi.Input<boolean>;
  /** Labels for every derived object and pod; all other labels win over them. */
  readonly commonLabels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Annotations for every derived object and pod; all other annotations win over them. */
  readonly commonAnnotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmagent?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmsingle?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlsingle?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlinsert?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlselect?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlstorage?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vlagent?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtsingle?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtinsert?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtselect?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vtstorage?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmalert?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmselect?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vminsert?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmstorage?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly vmauth?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of a component, used where its custom resource sets nothing. */
  readonly alertmanager?: pulumi.Input<ApplicationDefaultsArgs>;
  /** Defaults of an additional container, used where the custom resource sets nothing. */
  readonly vmbackup?: pulumi.Input<SidecarDefaultsArgs>;
  /** Defaults of an additional container, used where the custom resource sets nothing. */
  readonly configReloader?: pulumi.Input<SidecarDefaultsArgs>;
}

/** Which objects of the prometheus-operator are converted. Default: all. */
export interface PrometheusConvertersArgs {
  /** Whether ServiceMonitor objects are converted. Default true. */
  readonly serviceScrape?: pulumi.Input<boolean>;
  /** Whether PodMonitor objects are converted. Default true. */
  readonly podMonitor?: pulumi.Input<boolean>;
  /** Whether Probe objects are converted. Default true. */
  readonly probe?: pulumi.Input<boolean>;
  /** Whether PrometheusRule objects are converted. Default true. */
  readonly prometheusRule?: pulumi.Input<boolean>;
  /** Whether ScrapeConfig objects are converted. Default true. */
  readonly scrapeConfig?: pulumi.Input<boolean>;
  /** Whether AlertmanagerConfig objects are converted. Default true. */
  readonly alertmanagerConfig?: pulumi.Input<boolean>;
}

/** Defaults of a component, used where its custom resource sets nothing. */
export interface ApplicationDefaultsArgs {
  /** Image without tag. */
  readonly image?: pulumi.Input<string>;
  /** Tag of the image. Default: the version of the program's release, such as `metricsVersion`; Alertmanager has one of its own, the config-reloader `operatorVersion`. */
  readonly version?: pulumi.Input<string>;
  /** Port that the component listens on. */
  readonly port?: pulumi.Input<string>;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly limits?: pulumi.Input<DefaultAmountsArgs>;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly requests?: pulumi.Input<DefaultAmountsArgs>;
  /** Seconds that a pod has to stop. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
}

/** Amounts of CPU and memory; one that is left out is not limited. */
export interface DefaultAmountsArgs {
  /** CPU, `500m` for half a core. */
  readonly cpu?: pulumi.Input<string>;
  /** Memory, `500Mi`. */
  readonly memory?: pulumi.Input<string>;
}

/** Defaults of an additional container, used where the custom resource sets nothing. */
export interface SidecarDefaultsArgs {
  /** Image without tag. */
  readonly image?: pulumi.Input<string>;
  /** Tag of the image. Default: the version of the program's release, such as `metricsVersion`; Alertmanager has one of its own, the config-reloader `operatorVersion`. */
  readonly version?: pulumi.Input<string>;
  /** Port that the component listens on. */
  readonly port?: pulumi.Input<string>;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly limits?: pulumi.Input<DefaultAmountsArgs>;
  /** Amounts of CPU and memory; one that is left out is not limited. */
  readonly requests?: pulumi.Input<DefaultAmountsArgs>;
}

/** A database for logs whose parts scale on their own: storage nodes, vlinsert in front of them for writing and vlselect for queries. */
export interface VLClusterSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Version of all parts, the load balancer excepted, `v1.52.0`. Default: the version that the package's defaults name. */
  readonly clusterVersion?: pulumi.Input<string>;
  /** Domain of the Kubernetes cluster, `cluster.local`, to be written out in the addresses of the parts. Default: `clusterDomain` of the package's defaults, which is empty. */
  readonly clusterDomainName?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the images of all parts come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Runs the pods of all parts as user 65534 without privileges, capabilities or a writable root file system, unless a part says otherwise. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A vmauth in front of the parts for reading and writing that spreads requests over their pods. The Services of both lead to it then, and Services with `internal` in their names lead to the pods. */
  readonly requestsLoadBalancer?: pulumi.Input<VMAuthLoadBalancerArgs>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
  /** The part of a cluster that takes logs in and spreads them over the storage nodes. It becomes a Deployment. */
  readonly vlinsert?: pulumi.Input<VLInsertArgs>;
  /** The part of a cluster that answers queries. It becomes a Deployment. */
  readonly vlselect?: pulumi.Input<VLSelectArgs>;
  /** The part of a cluster that keeps the logs. It becomes a StatefulSet. */
  readonly vlstorage?: pulumi.Input<VLStorageArgs>;
}

/** A vmauth in front of the parts for reading and writing that spreads requests over their pods. The Services of both lead to it then, and Services with `internal` in their names lead to the pods. */
export interface VMAuthLoadBalancerArgs {
  /** Adds a load balancer. Default false; the other fields have no effect then. */
  readonly enabled?: pulumi.Input<boolean>;
  /** The Service of the part for writing still leads to its pods. Default false. */
  readonly disableInsertBalancing?: pulumi.Input<boolean>;
  /** The Service of the part for reading still leads to its pods. Default false. */
  readonly disableSelectBalancing?: pulumi.Input<boolean>;
  /** The load balancer itself, a vmauth. It becomes a Deployment. */
  readonly spec?: pulumi.Input<VMAuthLoadBalancerSpecArgs>;
}

/** The load balancer itself, a vmauth. It becomes a Deployment. */
export interface VMAuthLoadBalancerSpecArgs {
  /** Image of vmauth. Default `victoriametrics/vmauth`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of the load balancer. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. A constraint without `labelSelector` counts no pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that vmauth listens on. Default 8427. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of vmauth. Default 50m CPU and 100Mi memory, at most 200m and 300Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Has no effect on the load balancer. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the readiness probe until vmauth has started. Missing fields are filled in: a GET of `/health` on the port every 5 s, 10 failures. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** Settings of the load balancer's own Service: always changes to it, as if `useAsDefault` were true; `metadata.name` has no effect. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Key for the enterprise version of vmauth. Default: `spec.license`. */
  readonly license?: pulumi.Input<LicenseArgs>;
}

/** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
export interface EmbeddedHPAArgs {
  /** Minimum number of pods. Default of Kubernetes 1; more than `maxReplicas` is an error. */
  readonly minReplicas?: pulumi.Input<number>;
  /** Maximum number of pods. */
  readonly maxReplicas?: pulumi.Input<number>;
  /** Metrics that determine the number of pods, CPU use for example. */
  readonly metrics?: pulumi.Input<pulumi.Input<types.input.autoscaling.v2.MetricSpec>[]>;
  /** Speed of adding and removing pods. Storage nodes can only be added. */
  readonly behaviour?: pulumi.Input<types.input.autoscaling.v2.HorizontalPodAutoscalerBehavior>;
}

/** The part of a cluster that takes logs in and spreads them over the storage nodes. It becomes a Deployment. */
export interface VLInsertArgs {
  /** Image of the component. Default `victoriametrics/victoria-logs`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 9481. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 100m CPU and 256Mi memory, at most 1 and 1Gi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** Listeners for syslog messages. Each becomes flags, a port of the pods and one of the Service. */
  readonly syslogSpec?: pulumi.Input<SyslogServerSpecArgs>;
}

/** The part of a cluster that answers queries. It becomes a Deployment. */
export interface VLSelectArgs {
  /** Image of the component. Default `victoriametrics/victoria-logs`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 9471. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 100m CPU and 256Mi memory, at most 1 and 1Gi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** Storage nodes outside of this cluster that are asked as well. An address that is there already, from the cluster's own nodes or from the extra argument `storageNode`, is an error. */
  readonly extraStorageNodes?: pulumi.Input<pulumi.Input<ExtraStorageNodeArgs>[]>;
}

/** A storage node that does not belong to this cluster. */
export interface ExtraStorageNodeArgs {
  /** Address of the node, host and HTTP port. */
  readonly addr: pulumi.Input<string>;
}

/** The part of a cluster that keeps the logs. It becomes a StatefulSet. */
export interface VLStorageArgs {
  /** Image of the component. Default `victoriametrics/victoria-logs`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of storage nodes. Default 1; 0 stops them. The other parts get a list of their addresses if it is given; else the list has `hpa.minReplicas` nodes, and none without `hpa`. Before it is lowered, the last nodes must be empty: put them into `maintenanceInsertNodeIDs` until their data is past retention. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Has no effect: storage nodes stop at once. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 9491. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 200m CPU and 512Mi memory, at most 1 and 2Gi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the storage nodes. They may only grow, so `behaviour.scaleDown` is an error. The list of nodes has no more than `replicaCount` or `minReplicas` of them. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error. */
  readonly claimTemplates?: pulumi.Input<pulumi.Input<types.input.core.v1.PersistentVolumeClaim>[]>;
  /** Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default. */
  readonly persistentVolumeClaimRetentionPolicy?: pulumi.Input<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>;
  /** How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it replaces them itself. */
  readonly rollingUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** Number of pods of a StatefulSet that may be replaced at once. It needs Kubernetes' feature gate `MaxUnavailableStatefulSet`. */
  readonly rollingUpdateStrategyBehavior?: pulumi.Input<StatefulSetUpdateStrategyBehaviorArgs>;
  /** How long data is kept: a number of months, or a number with `h`, `d`, `w` or `y`, at least a day. Default: the application's own, 7d. */
  readonly retentionPeriod?: pulumi.Input<string>;
  /** How far in the future the time of an event may lie; what is later is dropped. Default: the application's own, 2d. */
  readonly futureRetention?: pulumi.Input<string>;
  /** Most bytes of disk, `150GiB`; beyond that the oldest days are dropped, however long they should be kept. Default: no limit. */
  readonly retentionMaxDiskSpaceUsageBytes?: pulumi.Input<string>;
  /** Logs each new stream, which shows where streams come from that are too many. Default false. */
  readonly logNewStreams?: pulumi.Input<boolean>;
  /** Logs every event that is taken in, to find faults of a client. Default false. */
  readonly logIngestedRows?: pulumi.Input<boolean>;
  /** Volume of each pod for the data. Default: an emptyDir, which is lost with the pod; `{}` already makes a claim. The name of the claim template is the name of the volume, `vlstorage-db` by default. */
  readonly storage?: pulumi.Input<StorageSpecArgs>;
  /** Folder of the data in the container. Default `/vlstorage-data`. */
  readonly storageDataPath?: pulumi.Input<string>;
  /** Ordinals of storage pods that vlinsert leaves out, while they are being repaired or emptied. */
  readonly maintenanceInsertNodeIDs?: pulumi.Input<pulumi.Input<number>[]>;
  /** Ordinals of storage pods that vlselect leaves out, while they are being repaired or emptied. */
  readonly maintenanceSelectNodeIDs?: pulumi.Input<pulumi.Input<number>[]>;
}

/** Number of pods of a StatefulSet that may be replaced at once. It needs Kubernetes' feature gate `MaxUnavailableStatefulSet`. */
export interface StatefulSetUpdateStrategyBehaviorArgs {
  /** Pods that may be missing: a number of at least 1, or a share from `1%` to `100%`. Anything else is an error; no effect with `OnDelete`. */
  readonly maxUnavailable?: pulumi.Input<number | string>;
}

/** A database for logs in a single pod. */
export interface VLSingleSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Claim for the data. A size of zero makes none; without a claim the data is lost with the pod. Access mode `ReadWriteOnce` by default. The claim stays when the component is destroyed. */
  readonly storage?: pulumi.Input<types.input.core.v1.PersistentVolumeClaimSpec>;
  /** Labels and annotations of the claim. `name` has no effect. */
  readonly storageMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Folder of the data in the container, where the claim of `storage` or a volume called `data` is mounted. Default `/victoria-logs-data`. */
  readonly storageDataPath?: pulumi.Input<string>;
  /** How long data is kept: a number of months, or a number with `h`, `d`, `w` or `y`, at least a day. Default: the application's own, 7d. */
  readonly retentionPeriod?: pulumi.Input<string>;
  /** How far in the future the time of an event may lie, in `h`, `d` or `y`; what is later is dropped. Default: the application's own, 2d. */
  readonly futureRetention?: pulumi.Input<string>;
  /** Most bytes of disk, `150GiB`; beyond that the oldest days are dropped, however long they should be kept. Default: no limit. */
  readonly retentionMaxDiskSpaceUsageBytes?: pulumi.Input<string>;
  /** Logs each new stream, which shows where streams come from that are too many. Default false. */
  readonly logNewStreams?: pulumi.Input<boolean>;
  /** Logs every event that is taken in, to find faults of a client. Default false. */
  readonly logIngestedRows?: pulumi.Input<boolean>;
  /** Image of the database. Default `victoriametrics/victoria-logs`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the database. More than one would write to the same claim. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the database listens on and its Service offers. Default 9428. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the database. Default 150m CPU and 500Mi memory, at most 1200m and 1500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Has no effect: a database that is busy must not be restarted. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Listeners for syslog messages. Each becomes flags, a port of the pods and one of the Service. */
  readonly syslogSpec?: pulumi.Input<SyslogServerSpecArgs>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
}

/** An agent that scrapes targets, accepts pushed samples, and writes all of them to one or more targets. */
export interface VMAgentSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Targets that all samples are written to. At least one is needed. */
  readonly remoteWrite: pulumi.Input<pulumi.Input<VMAgentRemoteWriteSpecArgs>[]>;
  /** How samples are buffered and sent, for all targets. */
  readonly remoteWriteSettings?: pulumi.Input<VMAgentRemoteWriteSettingsArgs>;
  /** Relabeling of all ingested samples. These rules come before those of `relabelConfig`. */
  readonly inlineRelabelConfig?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Further rules for all ingested samples, as YAML in a ConfigMap. A missing ConfigMap or key is an error. */
  readonly relabelConfig?: pulumi.Input<ConfigMapKeySelectorArgs>;
  /** Aggregation of all samples, before those of the targets. */
  readonly streamAggrConfig?: pulumi.Input<StreamAggrConfigArgs>;
  /** Listeners for other protocols of ingestion. Each becomes a flag, container ports and ports of the Service, by TCP and, HTTP excepted, UDP. */
  readonly insertPorts?: pulumi.Input<InsertPortsArgs>;
  /** Takes all scrape objects of all namespaces, for each kind without selectors. Default false: such kinds are not selected. */
  readonly selectAllByDefault?: pulumi.Input<boolean>;
  /** Which VMServiceScrape objects are used, by their labels; `{}` takes all. Without `serviceScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly serviceScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMServiceScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly serviceScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMServiceScrape, after its own rules. */
  readonly serviceScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMPodScrape objects are used, by their labels; `{}` takes all. Without `podScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly podScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMPodScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly podScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMPodScrape, after its own rules. */
  readonly podScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMProbe objects are used, by their labels; `{}` takes all. Without `probeNamespaceSelector` only those of the resource's namespace. */
  readonly probeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMProbe objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly probeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMProbe, after its own rules. */
  readonly probeScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMNodeScrape objects are used, by their labels; `{}` takes all. Without `nodeScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly nodeScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMNodeScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly nodeScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMNodeScrape, after its own rules. */
  readonly nodeScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMStaticScrape objects are used, by their labels; `{}` takes all. Without `staticScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly staticScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMStaticScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly staticScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMStaticScrape, after its own rules. */
  readonly staticScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMScrapeConfig objects are used, by their labels; `{}` takes all. Without `scrapeConfigNamespaceSelector` only those of the resource's namespace. */
  readonly scrapeConfigSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMScrapeConfig objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly scrapeConfigNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMScrapeConfig, after its own rules. */
  readonly scrapeConfigRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Scrapes nothing and only accepts pushed data: no configuration, no permissions to discover targets. Default false. */
  readonly ingestOnlyMode?: pulumi.Input<boolean>;
  /** Time between scrapes, for targets without an interval. Default 30s. */
  readonly scrapeInterval?: pulumi.Input<string>;
  /** Time limit of a scrape, for targets without one. Default: the scraper's own. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Shortest time between scrapes that an object may ask for; a shorter one becomes this. Default: no bound. */
  readonly minScrapeInterval?: pulumi.Input<string>;
  /** Longest time between scrapes that an object may ask for; a longer one becomes this. Default: no bound. */
  readonly maxScrapeInterval?: pulumi.Input<string>;
  /** Maximum number of samples in a scrape, for targets without a limit. Default 0: no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Labels for all scraped samples. They win over the label that `externalLabelName` names. */
  readonly externalLabels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Label with the namespace and name of this resource, for all scraped samples. Default `prometheus`; an empty name leaves it out. */
  readonly externalLabelName?: pulumi.Input<string>;
  /** The same as `externalLabelName`, which wins. Deprecated: use externalLabelName */
  readonly vmAgentExternalLabelName?: pulumi.Input<string>;
  /** Relabeling of the targets of all jobs. */
  readonly globalScrapeRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Relabeling of the samples of all jobs. */
  readonly globalScrapeMetricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Named sets of authentication and relabeling, for scrape objects to refer to. */
  readonly scrapeClasses?: pulumi.Input<pulumi.Input<ScrapeClassArgs>[]>;
  /** The API server for discovery. Default: the cluster of the pods. */
  readonly apiServerConfig?: pulumi.Input<APIServerConfigArgs>;
  /** Lets the API server choose targets by the objects' selectors rather than by relabeling, which loads less. Default false; an error together with `daemonSetMode`. */
  readonly enableKubernetesAPISelectors?: pulumi.Input<boolean>;
  /** Further scrape jobs as a YAML list, the last in the configuration. Text that is not such a list is an error. */
  readonly inlineScrapeConfig?: pulumi.Input<string>;
  /** Further scrape jobs as a YAML list in a Secret, before those of `inlineScrapeConfig`. A missing Secret or key is an error. */
  readonly additionalScrapeConfigs?: pulumi.Input<SecretKeySelectorArgs>;
  /** Label that every target gets with the namespace of its scrape object. Rules of the object cannot change it: those for samples are dropped. */
  readonly enforcedNamespaceLabel?: pulumi.Input<string>;
  /** Makes `honorLabels` false in all jobs made from scrape objects. Default false. */
  readonly overrideHonorLabels?: pulumi.Input<boolean>;
  /** Makes `honorTimestamps` false in all jobs made from scrape objects. Default false. */
  readonly overrideHonorTimestamps?: pulumi.Input<boolean>;
  /** Discovers the targets of a scrape object only in its own namespace, and ignores its `namespaceSelector`. Default false. */
  readonly ignoreNamespaceSelectors?: pulumi.Input<boolean>;
  /** Whether scrape objects may refer to files of the container. Classes may in any case. */
  readonly arbitraryFSAccessThroughSMs?: pulumi.Input<ArbitraryFSAccessThroughSMsConfigArgs>;
  /** Image of vmagent. Default `victoriametrics/vmagent`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that vmagent listens on and its Service offers. Default 8429. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of vmagent. Default 50m CPU and 200Mi memory, at most 200m and 500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** Runs a pod on every node, as a DaemonSet, that scrapes pods of its node by VMPodScrapes only. An error together with `statefulMode`, `hpa`, `vpa`, `podDisruptionBudget` or `enableKubernetesAPISelectors`. Default false. */
  readonly daemonSetMode?: pulumi.Input<boolean>;
  /** How pods of the DaemonSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`. */
  readonly daemonSetUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** How many pods of the DaemonSet may be missing or surplus while they are replaced. */
  readonly daemonSetRollingUpdateStrategyBehavior?: pulumi.Input<types.input.apps.v1.RollingUpdateDaemonSet>;
  /** Runs as a StatefulSet, so that samples that wait to be sent outlive a pod. Default false. */
  readonly statefulMode?: pulumi.Input<boolean>;
  /** Volume of each pod of the StatefulSet for samples that wait to be sent. Default: an emptyDir; `{}` already makes a claim. */
  readonly statefulStorage?: pulumi.Input<StorageSpecArgs>;
  /** How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it replaces them itself. */
  readonly statefulRollingUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** Number of pods of a StatefulSet that may be replaced at once. It needs Kubernetes' feature gate `MaxUnavailableStatefulSet`. */
  readonly statefulRollingUpdateStrategyBehavior?: pulumi.Input<StatefulSetUpdateStrategyBehaviorArgs>;
  /** Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error. */
  readonly claimTemplates?: pulumi.Input<pulumi.Input<types.input.core.v1.PersistentVolumeClaim>[]>;
  /** Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default. */
  readonly persistentVolumeClaimRetentionPolicy?: pulumi.Input<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>;
  /** Spreads the targets over this many workloads of `replicaCount` pods each. Default 0, no sharding; 1 is a single shard. `%SHARD_NUM%` anywhere in the workload becomes the shard's number. Not in `daemonSetMode`. */
  readonly shardCount?: pulumi.Input<number>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Image of the config-reloader with its tag. Default `victoriametrics/operator:config-reloader-v0.74.1`. */
  readonly configReloaderImage?: pulumi.Input<string>;
  /** Image of the config-reloader with its tag, used if `configReloaderImage` is empty. Deprecated: use configReloaderImage */
  readonly configReloaderImageTag?: pulumi.Input<string>;
  /** Requests and limits of the config-reloader. Missing values become a request of 10m CPU and 25Mi memory without limits, unless `useDefaultResources` is false. */
  readonly configReloaderResources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Flags for the config-reloader and the init container, names without dashes. They replace derived flags of the same name. */
  readonly configReloaderExtraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Key that the application then requires for a reload, and that the config-reloader sends. The whole Secret is mounted into both. */
  readonly configReloadAuthKeySecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Has no effect: the config-reloader of VictoriaMetrics is used in any case. Deprecated: leave it out */
  readonly useVMConfigReloader?: pulumi.Input<boolean>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
}

/** A target that gets all samples, and how it is written to. */
export interface VMAgentRemoteWriteSpecArgs {
  /** URL that samples are written to, `http://vmsingle-main:8428/api/v1/write`. An empty one is an error. */
  readonly url: pulumi.Input<string>;
  /** User name and password for the target. Not both `password` and `password_file`. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** A bearer token for the target, in a Secret. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Tokens of OAuth 2.0 for the target. Not both `client_secret` and `client_secret_file`; `endpoint_params`, `proxy_url` and `tls_config` have no effect here. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the target. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Headers of each request, `Name: value`. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Proxy that the target is written to through. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Signing of requests to services of AWS, such as Amazon Managed Prometheus. */
  readonly aws?: pulumi.Input<AWSArgs>;
  /** Time after which sending a block is given up and tried again. Default: vmagent's own, 1m. */
  readonly sendTimeout?: pulumi.Input<string>;
  /** Number of connections at a time. Default: `remoteWriteSettings.queues`, else vmagent's own. */
  readonly queues?: pulumi.Input<number>;
  /** Most bytes kept on disk while the target is away; the oldest are dropped. Default: `remoteWriteSettings.maxDiskUsagePerURL`. */
  readonly maxDiskUsage?: pulumi.Input<number | string>;
  /** Uses the protocol of VictoriaMetrics, which needs less bandwidth, without asking whether the target knows it. Default false. */
  readonly forceVMProto?: pulumi.Input<boolean>;
  /** Relabeling of samples for this target. These rules come before those of `urlRelabelConfig`. */
  readonly inlineUrlRelabelConfig?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Further rules for this target, as YAML in a ConfigMap. A missing ConfigMap or key is an error. */
  readonly urlRelabelConfig?: pulumi.Input<ConfigMapKeySelectorArgs>;
  /** Aggregation of samples for this target. */
  readonly streamAggrConfig?: pulumi.Input<StreamAggrConfigArgs>;
}

/** Signing of requests to services of AWS, such as Amazon Managed Prometheus. */
export interface AWSArgs {
  /** Signs requests with Signature Version 4. Default false. */
  readonly useSigv4?: pulumi.Input<boolean>;
  /** Region that the requests go to. */
  readonly region?: pulumi.Input<string>;
  /** Name of the service that signatures are made for. Default: vmagent's own, `aps`. */
  readonly service?: pulumi.Input<string>;
  /** Role to be assumed for the signatures. */
  readonly roleARN?: pulumi.Input<string>;
  /** Endpoint of EC2's API, for when it is not the public one. */
  readonly ec2Endpoint?: pulumi.Input<string>;
  /** Endpoint of the security token service, for when it is not the public one. */
  readonly stsEndpoint?: pulumi.Input<string>;
}

/** Aggregation of samples for this target. */
export interface StreamAggrConfigArgs {
  /** The rules. */
  readonly rules?: pulumi.Input<pulumi.Input<StreamAggrRuleArgs>[]>;
  /** Further rules, as YAML in a ConfigMap. A missing ConfigMap or key is an error. */
  readonly configmap?: pulumi.Input<ConfigMapKeySelectorArgs>;
  /** Also passes on the samples used by a rule. Default false; only with rules. */
  readonly keepInput?: pulumi.Input<boolean>;
  /** Passes on only the results, and drops also samples that no rule uses. Default false; only with rules. */
  readonly dropInput?: pulumi.Input<boolean>;
  /** Uses only the last sample of a series within this time. Default: all samples. */
  readonly dedupInterval?: pulumi.Input<string>;
  /** Labels removed from all samples before deduplication and aggregation. */
  readonly dropInputLabels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Drops samples from before the current window. Default false; only with rules. */
  readonly ignoreOldSamples?: pulumi.Input<boolean>;
  /** Number of windows after the start whose results are not written. Default 0; only with rules. */
  readonly ignoreFirstIntervals?: pulumi.Input<number>;
  /** Time after the start for which the first sample of a new series is not counted. Only with rules. */
  readonly ignoreFirstSampleInterval?: pulumi.Input<string>;
  /** Sorts samples into windows by their own time, for exactness at the price of memory. Default false; only with rules. */
  readonly enableWindows?: pulumi.Input<boolean>;
}

/** A rule: input series, window and outputs. */
export interface StreamAggrRuleArgs {
  /** Series selector, or several of them, for the input series. Default: all series. */
  readonly match?: pulumi.Input<string | pulumi.Input<string>[]>;
  /** Length of a window, `1m` for example: the result is written after each. */
  readonly interval: pulumi.Input<string>;
  /** Values computed for each window: `total`, `sum_samples`, `quantiles(0.5, 0.99)` and so on. */
  readonly outputs: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels that the results keep; all others are dropped. Not together with `without`. */
  readonly by?: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels that the results lose; all others are kept. Not together with `by`. */
  readonly without?: pulumi.Input<pulumi.Input<string>[]>;
  /** Uses only the last sample of a series within this time. Default: all samples. */
  readonly dedup_interval?: pulumi.Input<string>;
  /** Time without samples after which the state of a series is forgotten. Default: twice `interval`. */
  readonly staleness_interval?: pulumi.Input<string>;
  /** Writes the unfinished window when the application stops. Default false. */
  readonly flush_on_shutdown?: pulumi.Input<boolean>;
  /** Windows start with the application rather than at multiples of `interval`. Default false. */
  readonly no_align_flush_to_interval?: pulumi.Input<boolean>;
  /** Drops samples from before the current window. Default: the setting of the outer block. */
  readonly ignore_old_samples?: pulumi.Input<boolean>;
  /** Number of windows after the start whose results are not written. Default: the setting of the outer block. */
  readonly ignore_first_intervals?: pulumi.Input<number>;
  /** Time after the start for which the first sample of a new series is not counted, for `total` and the like. */
  readonly ignoreFirstSampleInterval?: pulumi.Input<string>;
  /** Results keep the metric's name, without the suffix that names rule and output. Only with a single output. */
  readonly keep_metric_names?: pulumi.Input<boolean>;
  /** Labels removed from the samples first. Default: the setting of the outer block. */
  readonly drop_input_labels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Relabeling of the samples before they are aggregated. */
  readonly input_relabel_configs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Relabeling of the results. */
  readonly output_relabel_configs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Sorts samples into windows by their own time, for exactness at the price of memory. Default false. */
  readonly enable_windows?: pulumi.Input<boolean>;
}

/** How samples are buffered and sent, for all targets. */
export interface VMAgentRemoteWriteSettingsArgs {
  /** Longest time that samples wait before they are sent. Default: vmagent's own, 1s. */
  readonly flushInterval?: pulumi.Input<string>;
  /** Labels for all samples, on top of those they have. */
  readonly label?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Largest block that is sent, in bytes before compression. Default: vmagent's own. */
  readonly maxBlockSize?: pulumi.Input<number>;
  /** Most bytes kept on disk for each target while it is away. Default 1073741824 (1 GiB); with a claim in `statefulMode`, its size divided by the number of targets. */
  readonly maxDiskUsagePerURL?: pulumi.Input<number | string>;
  /** Number of connections at a time to each target. Default: vmagent's own. */
  readonly queues?: pulumi.Input<number>;
  /** Shows the targets' URLs in logs and metrics. Default false, since URLs may hold passwords. */
  readonly showURL?: pulumi.Input<boolean>;
  /** Folder for samples that wait to be sent. Default `/tmp/vmagent-remotewrite-data`, in `statefulMode` `/vmagent_pq/vmagent-remotewrite-data`. The derived volume stays at the default. */
  readonly tmpDataPath?: pulumi.Input<string>;
  /** Takes in samples by tenant, under `/insert/<tenant>/…`, and writes them so. Default false. */
  readonly useMultiTenantMode?: pulumi.Input<boolean>;
}

/** Listeners for other protocols of ingestion. Each becomes a flag, container ports and ports of the Service, by TCP and, HTTP excepted, UDP. */
export interface InsertPortsArgs {
  /** Port, in quotes, for Graphite's plain text protocol. Default: no listener for the protocol. */
  readonly graphitePort?: pulumi.Input<string>;
  /** Port, in quotes, for InfluxDB's line protocol. Default: no listener for the protocol. */
  readonly influxPort?: pulumi.Input<string>;
  /** Port, in quotes, for OpenTSDB's put protocol. Default: no listener for the protocol. */
  readonly openTSDBPort?: pulumi.Input<string>;
  /** Port, in quotes, for OpenTSDB over HTTP. Default: no listener for the protocol. */
  readonly openTSDBHTTPPort?: pulumi.Input<string>;
}

/** Authentication and relabeling for the scrape objects that name the class. Settings of an endpoint win, field by field. */
export interface ScrapeClassArgs {
  /** Unique name of the class, for `scrapeClass` of scrape objects. */
  readonly name: pulumi.Input<string>;
  /** Uses the class for all scrape objects that name no class. Default false; two default classes are an error. */
  readonly default?: pulumi.Input<boolean>;
  /** User name and password for HTTP basic authentication. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens by the client credentials grant of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. Ignored if `bearerTokenFile` is given. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An `Authorization` header. Without credentials it has no effect. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Metadata to be attached to targets, for VMServiceScrape and VMPodScrape. */
  readonly attachMetadata?: pulumi.Input<AttachMetadataArgs>;
  /** Relabeling of targets, before the rules of the endpoint. Not for VMProbe. */
  readonly relabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Relabeling of scraped samples, before the rules of the endpoint. Not for VMProbe. */
  readonly metricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
}

/** The API server for discovery. Default: the cluster of the pods. */
export interface APIServerConfigArgs {
  /** Address of the API server, `https://host:port`. */
  readonly host: pulumi.Input<string>;
  /** User name and password for the API server. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Bearer token for the API server, in clear. Not written when `bearerTokenFile` is given. */
  readonly bearerToken?: pulumi.Input<string>;
  /** Path of a file with a bearer token for the API server. It wins over `bearerToken`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** An `Authorization` header for the API server. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** TLS of the connection to the API server. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
}

/** Whether scrape objects may refer to files of the container. Classes may in any case. */
export interface ArbitraryFSAccessThroughSMsConfigArgs {
  /** Refuses selected objects that name files of the container, for credentials or certificates. Default false. */
  readonly deny?: pulumi.Input<boolean>;
}

/** The team that an agent or alert works for: its jobs or rules come from the VMTeam of the team's own stack. */
export interface TeamArgs {
  /** Namespaces of the team. Its objects lie in them, and its agent may discover targets in them alone. */
  readonly namespaces: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels for all samples and alerts of the team. They win over labels of the same name that it sets. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Identities that may write the jobs and rules of the team, and nothing else. Default: none. */
  readonly deployers?: pulumi.Input<pulumi.Input<TeamDeployerArgs>[]>;
  /** Kinds of scrape objects that the team may use. Default: VMServiceScrape and VMPodScrape, which find targets in its namespaces alone. */
  readonly kinds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Bounds for the objects of the team; beyond them its preview fails. */
  readonly limits?: pulumi.Input<TeamLimitsArgs>;
}

/** An identity that deploys for the team. */
export interface TeamDeployerArgs {
  /** Sort of the identity. */
  readonly kind: pulumi.Input<TeamDeployerKind>;
  /** Name of the account, user or group. */
  readonly name: pulumi.Input<string>;
  /** Namespace of a ServiceAccount. Default: the first of the team's namespaces. */
  readonly namespace?: pulumi.Input<string>;
}

/** Bounds for the objects of the team; beyond them its preview fails. */
export interface TeamLimitsArgs {
  /** Maximum number of scrape jobs. Default: no bound. */
  readonly jobs?: pulumi.Input<number>;
  /** Maximum number of samples in a scrape: jobs without a limit get this one. Default: no bound. */
  readonly samplesPerScrape?: pulumi.Input<number>;
  /** Maximum number of rules. Default: no bound. */
  readonly rules?: pulumi.Input<number>;
}

/** Evaluates rules, writes their results to a database and sends alerts to Alertmanagers. */
export interface VMAlertSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** The database that rules are evaluated with. */
  readonly datasource: pulumi.Input<VMAlertDatasourceSpecArgs>;
  /** The database that results of recording rules, and the state of alerts, are written to. */
  readonly remoteWrite?: pulumi.Input<VMAlertRemoteWriteSpecArgs>;
  /** The database that the state of alerts is read from when vmalert starts. */
  readonly remoteRead?: pulumi.Input<VMAlertRemoteReadSpecArgs>;
  /** An Alertmanager that alerts are sent to. It comes after those of `notifiers`. */
  readonly notifier?: pulumi.Input<VMAlertNotifierSpecArgs>;
  /** Alertmanagers that alerts are sent to; each gets all alerts. */
  readonly notifiers?: pulumi.Input<pulumi.Input<VMAlertNotifierSpecArgs>[]>;
  /** A file in a Secret that tells where alerts are sent to, instead of `notifier` and `notifiers`. vmalert sees the changes in it. */
  readonly notifierConfigRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** Selects the VMRules of all namespaces if both rule selectors are left out. Default false: no VMRules are selected then. */
  readonly selectAllByDefault?: pulumi.Input<boolean>;
  /** Selector of the VMRules by their labels; `{}` means all. Without `ruleNamespaceSelector` only those of the resource's namespace. */
  readonly ruleSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Namespaces of the VMRules, by the labels of the Namespaces; `{}` means all namespaces. */
  readonly ruleNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Further rule files: paths in the container with `*` for any text, or URLs of object storage with the enterprise version. With alerting rules in them a notifier is needed. */
  readonly rulePath?: pulumi.Input<pulumi.Input<string>[]>;
  /** Label with the namespace of the VMRule, added to every rule and its results. It wins over the rule's own label. */
  readonly enforcedNamespaceLabel?: pulumi.Input<string>;
  /** Time between evaluations, for groups without an interval. Default: vmalert's own, 1m. */
  readonly evaluationInterval?: pulumi.Input<string>;
  /** Labels for all alerts and all results of recording rules. */
  readonly externalLabels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Image of vmalert. Default `victoriametrics/vmalert`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that vmalert listens on and its Service offers. Default 8080. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of vmalert. Default 50m CPU and 200Mi memory, at most 200m and 500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Image of the config-reloader with its tag. Default `victoriametrics/operator:config-reloader-v0.74.1`. */
  readonly configReloaderImage?: pulumi.Input<string>;
  /** Image of the config-reloader with its tag, used if `configReloaderImage` is empty. Deprecated: use configReloaderImage */
  readonly configReloaderImageTag?: pulumi.Input<string>;
  /** Requests and limits of the config-reloader. Missing values become a request of 10m CPU and 25Mi memory without limits, unless `useDefaultResources` is false. */
  readonly configReloaderResources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Flags for the config-reloader and the init container, names without dashes. They replace derived flags of the same name. */
  readonly configReloaderExtraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Key that the application then requires for a reload, and that the config-reloader sends. The whole Secret is mounted into both. */
  readonly configReloadAuthKeySecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Has no effect: the config-reloader of VictoriaMetrics is used in any case. Deprecated: leave it out */
  readonly useVMConfigReloader?: pulumi.Input<boolean>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
}

/** The database that rules are evaluated with. */
export interface VMAlertDatasourceSpecArgs {
  /** URL of the database, for queries: `http://vmsingle-main:8428`. An empty one is an error. */
  readonly url: pulumi.Input<string>;
  /** User name and password for the server. `password_file` wins over `password`. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens of OAuth 2.0 for the server. `endpoint_params`, `proxy_url` and `tls_config` have no effect here; several scopes go into one text, separated by `;`. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. Ignored if `bearerTokenSecret` is given. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. It wins over `bearerTokenFile`. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Headers of each request, `Name: value`. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The database that results of recording rules, and the state of alerts, are written to. */
export interface VMAlertRemoteWriteSpecArgs {
  /** URL of the database, without `/api/v1/write`: vmalert appends it. */
  readonly url: pulumi.Input<string>;
  /** User name and password for the server. `password_file` wins over `password`. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens of OAuth 2.0 for the server. `endpoint_params`, `proxy_url` and `tls_config` have no effect here; several scopes go into one text, separated by `;`. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. Ignored if `bearerTokenSecret` is given. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. It wins over `bearerTokenFile`. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Headers of each request, `Name: value`. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Number of connections at a time. Default: vmalert's own. */
  readonly concurrency?: pulumi.Input<number>;
  /** Longest time that samples wait before they are written. Default: vmalert's own, 2s. */
  readonly flushInterval?: pulumi.Input<string>;
  /** Most samples in a request. Default: vmalert's own. */
  readonly maxBatchSize?: pulumi.Input<number>;
  /** Most samples that wait; further ones are dropped. Default: vmalert's own. */
  readonly maxQueueSize?: pulumi.Input<number>;
}

/** The database that the state of alerts is read from when vmalert starts. */
export interface VMAlertRemoteReadSpecArgs {
  /** URL of the database, for queries. */
  readonly url: pulumi.Input<string>;
  /** Time range for restoring the state of alerts, `2h` for example. Default: vmalert's own, 1h. */
  readonly lookback?: pulumi.Input<string>;
  /** User name and password for the server. `password_file` wins over `password`. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens of OAuth 2.0 for the server. `endpoint_params`, `proxy_url` and `tls_config` have no effect here; several scopes go into one text, separated by `;`. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. Ignored if `bearerTokenSecret` is given. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. It wins over `bearerTokenFile`. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Headers of each request, `Name: value`. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
}

/** An Alertmanager that alerts are sent to. It comes after those of `notifiers`. */
export interface VMAlertNotifierSpecArgs {
  /** URL of the Alertmanager, `http://vmalertmanager-main:9093`. With a `selector` it has no effect. */
  readonly url?: pulumi.Input<string>;
  /** User name and password for the server. `password_file` wins over `password`. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens of OAuth 2.0 for the server. `endpoint_params`, `proxy_url` and `tls_config` have no effect here; several scopes go into one text, separated by `;`. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. Ignored if `bearerTokenSecret` is given. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. It wins over `bearerTokenFile`. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Headers of each request, `Name: value`. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Finds VMAlertmanagers and stands for all their pods. Other fields have no effect beside it: the pods are reached without credentials. */
  readonly selector?: pulumi.Input<DiscoverySelectorArgs>;
}

/** Finds VMAlertmanagers and stands for all their pods. Other fields have no effect beside it: the pods are reached without credentials. */
export interface DiscoverySelectorArgs {
  /** Which VMAlertmanagers are meant, by their labels. Default: all. */
  readonly labelSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Namespaces of the VMAlertmanagers. Default: all; `{}` means none. */
  readonly namespaceSelector?: pulumi.Input<NamespaceSelectorArgs>;
}

/** A cluster of Alertmanager, which tells people of alerts. */
export interface VMAlertmanagerSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Secret of the namespace with the base configuration, a complete configuration of Alertmanager, under the key `alertmanager.yaml`. It wins over `configRawYaml`. The name of the derived Secret is an error. */
  readonly configSecret?: pulumi.Input<string>;
  /** The base configuration as text: a complete configuration of Alertmanager. Default: a receiver `blackhole` without notifiers. What Alertmanager would refuse is an error. */
  readonly configRawYaml?: pulumi.Input<string>;
  /** ConfigMap entries with templates for notifications; they are mounted at `/etc/vm/templates/<ConfigMap>/<key>`. */
  readonly templates?: pulumi.Input<pulumi.Input<ConfigMapKeySelectorArgs>[]>;
  /** Traces of Alertmanager's own work, by the OpenTelemetry protocol. */
  readonly tracingConfig?: pulumi.Input<VMAlertmanagerTracingConfigArgs>;
  /** How Alertmanager answers HTTP: https://prometheus.io/docs/alerting/latest/https/ */
  readonly webConfig?: pulumi.Input<WebConfigArgs>;
  /** TLS between the members of the cluster. */
  readonly gossipConfig?: pulumi.Input<AlertmanagerGossipConfigArgs>;
  /** Selects all VMAlertmanagerConfigs, unless one of the selectors is given. Default false. */
  readonly selectAllByDefault?: pulumi.Input<boolean>;
  /** VMAlertmanagerConfigs by their labels; without `configNamespaceSelector` those of the own namespace. */
  readonly configSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Namespaces by their labels, whose VMAlertmanagerConfigs are selected; `{}` means all. */
  readonly configNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Lets VMAlertmanagerConfigs handle alerts of all namespaces: without it their routes and inhibit rules get a matcher for their own namespace. Not together with `enforcedNamespaceLabel`. Default false. */
  readonly disableNamespaceMatcher?: pulumi.Input<boolean>;
  /** Label of alerts that routes of VMAlertmanagerConfigs match their namespace by. Inhibit rules always go by `namespace`. Default `namespace`. */
  readonly enforcedNamespaceLabel?: pulumi.Input<string>;
  /** Further matchers for the uppermost route of every VMAlertmanagerConfig, `severity!="info"` for example. */
  readonly enforcedTopRouteMatchers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Leaves `continue` of uppermost routes to the VMAlertmanagerConfigs; without it all go on to the next one. Default false. */
  readonly disableRouteContinueEnforce?: pulumi.Input<boolean>;
  /** Whether VMAlertmanagerConfigs may name files of the container, for credentials or certificates. Those that do are errors if it is denied. */
  readonly arbitraryFSAccessThroughSMs?: pulumi.Input<ArbitraryFSAccessThroughSMsConfigArgs>;
  /** How long data is kept, `120h`. Default `120h`. */
  readonly retention?: pulumi.Input<string>;
  /** Minimum severity of logged messages, in small or capital letters. Default `info`. */
  readonly logLevel?: pulumi.Input<VMAlertmanagerSpecLogLevel>;
  /** Form of the log lines. Default `logfmt`. */
  readonly logFormat?: pulumi.Input<VMAlertmanagerSpecLogFormat>;
  /** Alertmanager's address for users, for links in notifications. */
  readonly externalURL?: pulumi.Input<string>;
  /** Path that Alertmanager answers below, `/alertmanager`. It also shapes probes and scrapes. Default `/`. */
  readonly routePrefix?: pulumi.Input<string>;
  /** Listens on the loopback address of the pod alone, for a proxy beside it; no probes are derived then. Default false. */
  readonly listenLocal?: pulumi.Input<boolean>;
  /** Name of the container's port. Default `web`. */
  readonly portName?: pulumi.Input<string>;
  /** Further members of the cluster, `host:port`. */
  readonly additionalPeers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Address, `host:port`, of this member for the others of the cluster. */
  readonly clusterAdvertiseAddress?: pulumi.Input<string>;
  /** Domain of the Kubernetes cluster, for the addresses of the pods: `cluster.local`. Default: `clusterDomain` of the package's defaults, which is empty. */
  readonly clusterDomainName?: pulumi.Input<string>;
  /** Where notifications and silences are kept. Default: a directory that goes with the pod. The name of `volumeClaimTemplate` becomes that of the volume; default `vmalertmanager-<name>-db`. */
  readonly storage?: pulumi.Input<StorageSpecArgs>;
  /** Replacement of pods: `RollingUpdate`, or `OnDelete` for deletions by hand. Default `RollingUpdate`. */
  readonly rollingUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error. */
  readonly claimTemplates?: pulumi.Input<pulumi.Input<types.input.core.v1.PersistentVolumeClaim>[]>;
  /** Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default. */
  readonly persistentVolumeClaimRetentionPolicy?: pulumi.Input<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Image of Alertmanager. Default `prom/alertmanager`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of Alertmanager, for when `image.tag` is empty. Default v0.31.0. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods, which form a cluster. Default 1; 0 stops Alertmanager. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 120. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Has no effect: members of the cluster find each other by themselves. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that Alertmanager listens on and its Service offers. Default 9093. */
  readonly port?: pulumi.Input<string>;
  /** Flags for Alertmanager, names without dashes: `{"cluster.peer-timeout": "30s"}`. One that is derived too is replaced by the value given here. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of Alertmanager. Default 30m CPU and 56Mi memory, at most 100m and 256Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Image of the config-reloader with its tag. Default `victoriametrics/operator:config-reloader-v0.74.1`. */
  readonly configReloaderImage?: pulumi.Input<string>;
  /** Image of the config-reloader with its tag, used if `configReloaderImage` is empty. Deprecated: use configReloaderImage */
  readonly configReloaderImageTag?: pulumi.Input<string>;
  /** Requests and limits of the config-reloader. Missing values become a request of 10m CPU and 25Mi memory without limits, unless `useDefaultResources` is false. */
  readonly configReloaderResources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Flags for the config-reloader and the init container, names without dashes. They replace derived flags of the same name. */
  readonly configReloaderExtraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Key that the config-reloader sends with a reload. Alertmanager itself needs no key; a proxy in front of it may. */
  readonly configReloadAuthKeySecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Has no effect: the config-reloader of VictoriaMetrics is used in any case. Deprecated: leave it out */
  readonly useVMConfigReloader?: pulumi.Input<boolean>;
}

/** Traces of Alertmanager's own work, by the OpenTelemetry protocol. */
export interface VMAlertmanagerTracingConfigArgs {
  /** Host and port, or address, that traces go to. */
  readonly endpoint: pulumi.Input<string>;
  /** How traces are sent. Default `grpc`. */
  readonly client_type?: pulumi.Input<VMAlertmanagerTracingConfigClientType>;
  /** Share of work that is traced, a number from 0 to 1 in quotes. Default 0. */
  readonly sampling_fraction?: pulumi.Input<string>;
  /** Sends without TLS. Default false. */
  readonly insecure?: pulumi.Input<boolean>;
  /** TLS of the connection. */
  readonly tls_config?: pulumi.Input<TLSClientConfigArgs>;
  /** Headers of each request, by their names. */
  readonly headers?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** `gzip`, or empty for none. Default none. */
  readonly compression?: pulumi.Input<VMAlertmanagerTracingConfigCompression>;
  /** Time limit of a request, `10s`. */
  readonly timeout?: pulumi.Input<string>;
}

/** TLS of the connection. */
export interface TLSClientConfigArgs {
  /** Path of a file with the authority for the server's certificate. `ca_secret_ref` wins over it. */
  readonly ca_file?: pulumi.Input<string>;
  /** The authority for the server's certificate, in a Secret of the namespace. */
  readonly ca_secret_ref?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the client's certificate. `cert_secret_ref` wins over it. */
  readonly cert_file?: pulumi.Input<string>;
  /** The client's certificate, in a Secret of the namespace. */
  readonly cert_secret_ref?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the private key. `key_secret_ref` wins over it. */
  readonly key_file?: pulumi.Input<string>;
  /** The private key, in a Secret of the namespace. */
  readonly key_secret_ref?: pulumi.Input<SecretKeySelectorArgs>;
  /** Accepts any certificate of the server. Default false. */
  readonly insecure_skip_verify?: pulumi.Input<boolean>;
  /** Name that the server's certificate must carry. Default: the host that is connected to. */
  readonly server_name?: pulumi.Input<string>;
}

/** How Alertmanager answers HTTP: https://prometheus.io/docs/alerting/latest/https/ */
export interface WebConfigArgs {
  /** TLS as a server. Certificate and key are needed, each as a file or a reference. */
  readonly tls_server_config?: pulumi.Input<TLSServerConfigArgs>;
  /** HTTP as a server. */
  readonly http_server_config?: pulumi.Input<HTTPServerConfigArgs>;
  /** User names with the bcrypt hashes of their passwords. Probes and the config-reloader have no user name: give probes of your own. */
  readonly basic_auth_users?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** TLS as a server. Certificate and key are needed, each as a file or a reference. */
export interface TLSServerConfigArgs {
  /** Path of a file with the server's certificate. `cert_secret_ref` wins over it. */
  readonly cert_file?: pulumi.Input<string>;
  /** The server's certificate, in a Secret of the namespace. */
  readonly cert_secret_ref?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the private key. `key_secret_ref` wins over it. */
  readonly key_file?: pulumi.Input<string>;
  /** The private key, in a Secret of the namespace. */
  readonly key_secret_ref?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the authority for clients' certificates. `client_ca_secret_ref` wins over it. */
  readonly client_ca_file?: pulumi.Input<string>;
  /** The authority for clients' certificates, in a Secret of the namespace. */
  readonly client_ca_secret_ref?: pulumi.Input<SecretKeySelectorArgs>;
  /** Whether clients need a certificate; if so, the authority for them must be given. Default `NoClientCert`. */
  readonly client_auth_type?: pulumi.Input<TLSServerConfigClientAuthType>;
  /** Least version of TLS. Default: Alertmanager's own. */
  readonly min_version?: pulumi.Input<TLSServerConfigMinVersion>;
  /** Greatest version of TLS. Default: Alertmanager's own. */
  readonly max_version?: pulumi.Input<TLSServerConfigMinVersion>;
  /** Cipher suites up to TLS 1.2, by their names in Go. Default: those of Go. */
  readonly cipher_suites?: pulumi.Input<pulumi.Input<string>[]>;
  /** Elliptic curves in order of preference, by their names in Go: `X25519`, `CurveP256`. Default: those of Go. */
  readonly curve_preferences?: pulumi.Input<pulumi.Input<string>[]>;
  /** The server's order of cipher suites counts, rather than the client's. Default true. */
  readonly prefer_server_cipher_suites?: pulumi.Input<boolean>;
}

/** HTTP as a server. */
export interface HTTPServerConfigArgs {
  /** Speaks HTTP/2, which needs `tls_server_config`. With TLS it is Alertmanager's own default. */
  readonly http2?: pulumi.Input<boolean>;
  /** Headers of every answer, by their names, such as `Strict-Transport-Security`. */
  readonly headers?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** TLS between the members of the cluster. */
export interface AlertmanagerGossipConfigArgs {
  /** TLS as a server. Certificate and key are needed, each as a file or a reference. */
  readonly tls_server_config?: pulumi.Input<TLSServerConfigArgs>;
  /** TLS as a client. Certificate and key are needed, each as a file or a reference. */
  readonly tls_client_config?: pulumi.Input<TLSClientConfigArgs>;
}

/** Routes and receivers of one team, for the Alertmanagers that select this resource. */
export interface VMAlertmanagerConfigSpecArgs {
  /** The route of alerts to receivers. It sees only alerts with the resource's namespace in the label `namespace`, unless the VMAlertmanager says otherwise. Without it, receivers and the like are unused. */
  readonly route?: pulumi.Input<RouteArgs>;
  /** Receivers of alerts. */
  readonly receivers?: pulumi.Input<pulumi.Input<ReceiverArgs>[]>;
  /** Alerts that silence others. They only affect alerts of the resource's namespace, unless the VMAlertmanager says otherwise. */
  readonly inhibit_rules?: pulumi.Input<pulumi.Input<InhibitRuleArgs>[]>;
  /** Times with names, in which routes notify or do not. */
  readonly time_intervals?: pulumi.Input<pulumi.Input<TimeIntervalsArgs>[]>;
}

/** The route of alerts to receivers. It sees only alerts with the resource's namespace in the label `namespace`, unless the VMAlertmanager says otherwise. Without it, receivers and the like are unused. */
export interface RouteArgs {
  /** Name of the receiver of alerts that match no route below. It must be one of `receivers`. */
  readonly receiver: pulumi.Input<string>;
  /** Conditions on labels of alerts, all of which must hold: `severity="critical"`, `team!="db"`, `job=~"api-.*"`. A text may hold several of them, separated by commas. Without any, all alerts match. */
  readonly matchers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels that group alerts into one notification; `["..."]` keeps all alerts separate. Default: the setting of the route above. */
  readonly group_by?: pulumi.Input<pulumi.Input<string>[]>;
  /** Time that the first alert of a group waits for others. Default: the setting of the route above, at the top `30s`. */
  readonly group_wait?: pulumi.Input<string>;
  /** Time between notifications of a group with new alerts. Default: the setting of the route above, at the top `5m`. */
  readonly group_interval?: pulumi.Input<string>;
  /** Time after which an unchanged notification is repeated. Default: the setting of the route above, at the top `4h`. */
  readonly repeat_interval?: pulumi.Input<string>;
  /** Names of `time_intervals` in which the route notifies. Default: always. */
  readonly active_time_intervals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Names of `time_intervals` in which the route does not notify. */
  readonly mute_time_intervals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Whether matching alerts continue to the next route as well. Default false; always true for the top route of a resource, unless the VMAlertmanager sets `disableRouteContinueEnforce`. */
  readonly continue?: pulumi.Input<boolean>;
  /** Routes below this one. The first that matches an alert gets it. */
  readonly routes?: pulumi.Input<pulumi.Input<SubRouteArgs>[]>;
}

/** A route below another one: it gets the alerts of that one which it matches. */
export interface SubRouteArgs {
  /** Name of the receiver. Default: that of the route above. */
  readonly receiver?: pulumi.Input<string>;
  /** Conditions on labels of alerts, all of which must hold: `severity="critical"`, `team!="db"`, `job=~"api-.*"`. A text may hold several of them, separated by commas. Without any, all alerts match. */
  readonly matchers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels that group alerts into one notification; `["..."]` keeps all alerts separate. Default: the setting of the route above. */
  readonly group_by?: pulumi.Input<pulumi.Input<string>[]>;
  /** Time that the first alert of a group waits for others. Default: the setting of the route above, at the top `30s`. */
  readonly group_wait?: pulumi.Input<string>;
  /** Time between notifications of a group with new alerts. Default: the setting of the route above, at the top `5m`. */
  readonly group_interval?: pulumi.Input<string>;
  /** Time after which an unchanged notification is repeated. Default: the setting of the route above, at the top `4h`. */
  readonly repeat_interval?: pulumi.Input<string>;
  /** Names of `time_intervals` in which the route notifies. Default: always. */
  readonly active_time_intervals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Names of `time_intervals` in which the route does not notify. */
  readonly mute_time_intervals?: pulumi.Input<pulumi.Input<string>[]>;
  /** Whether matching alerts continue to the next route as well. Default false; always true for the top route of a resource, unless the VMAlertmanager sets `disableRouteContinueEnforce`. */
  readonly continue?: pulumi.Input<boolean>;
  /** Routes below this one. The first that matches an alert gets it. */
  readonly routes?: pulumi.Input<pulumi.Input<SubRouteArgs>[]>;
}

/** A receiver of alerts with its notifiers. Without notifiers it drops alerts. */
export interface ReceiverArgs {
  /** Name of the receiver for routes. In Alertmanager it is prefixed with the resource's namespace and name. */
  readonly name: pulumi.Input<string>;
  /** JSON to addresses of one's own. */
  readonly webhook_configs?: pulumi.Input<pulumi.Input<WebhookConfigArgs>[]>;
  /** Mail. */
  readonly email_configs?: pulumi.Input<pulumi.Input<EmailConfigArgs>[]>;
  /** Messages to Slack. */
  readonly slack_configs?: pulumi.Input<pulumi.Input<SlackConfigArgs>[]>;
  /** Incidents of PagerDuty. */
  readonly pagerduty_configs?: pulumi.Input<pulumi.Input<PagerDutyConfigArgs>[]>;
  /** Alerts of OpsGenie. */
  readonly opsgenie_configs?: pulumi.Input<pulumi.Input<OpsGenieConfigArgs>[]>;
  /** Incidents of VictorOps, now Splunk On-Call. */
  readonly victorops_configs?: pulumi.Input<pulumi.Input<VictorOpsConfigArgs>[]>;
  /** Alerts of incident.io. */
  readonly incidentio_configs?: pulumi.Input<pulumi.Input<IncidentIOConfigArgs>[]>;
  /** Issues of Jira. */
  readonly jira_configs?: pulumi.Input<pulumi.Input<JiraConfigArgs>[]>;
  /** Messages to telephones by Pushover. */
  readonly pushover_configs?: pulumi.Input<pulumi.Input<PushoverConfigArgs>[]>;
  /** Messages by the Simple Notification Service of AWS. */
  readonly sns_configs?: pulumi.Input<pulumi.Input<SnsConfigArgs>[]>;
  /** Messages to Telegram. */
  readonly telegram_configs?: pulumi.Input<pulumi.Input<TelegramConfigArgs>[]>;
  /** Messages to Discord. */
  readonly discord_configs?: pulumi.Input<pulumi.Input<DiscordConfigArgs>[]>;
  /** Messages to Microsoft Teams by a connector. */
  readonly msteams_configs?: pulumi.Input<pulumi.Input<MSTeamsConfigArgs>[]>;
  /** Messages to Microsoft Teams by a workflow. */
  readonly msteamsv2_configs?: pulumi.Input<pulumi.Input<MSTeamsV2ConfigArgs>[]>;
  /** Messages to Mattermost. */
  readonly mattermost_configs?: pulumi.Input<pulumi.Input<MattermostConfigArgs>[]>;
  /** Messages to Rocket.Chat. */
  readonly rocketchat_configs?: pulumi.Input<pulumi.Input<RocketchatConfigArgs>[]>;
  /** Messages to Webex. */
  readonly webex_configs?: pulumi.Input<pulumi.Input<WebexConfigArgs>[]>;
  /** Messages to WeChat Work. */
  readonly wechat_configs?: pulumi.Input<pulumi.Input<WeChatConfigArgs>[]>;
}

/** Posts alerts as JSON to an address of one's own. */
export interface WebhookConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address that alerts are posted to; it starts with http or https. One that is a secret should be given as one. */
  readonly url?: pulumi.Input<string>;
  /** The address in a Secret of the resource's namespace, in place of `url`. */
  readonly url_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Most alerts in one message; further ones are left out. Default 0: no limit. */
  readonly max_alerts?: pulumi.Input<number>;
  /** Time limit of a request, `10s`. Default: no limit of its own. */
  readonly timeout?: pulumi.Input<string>;
}

/** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
export interface HTTPConfigArgs {
  /** An `Authorization` header. Credentials must be given; the type `Basic` is refused. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** User name and password. */
  readonly basic_auth?: pulumi.Input<BasicAuthArgs>;
  /** Path of a file with a bearer token, as Alertmanager's container sees it. */
  readonly bearer_token_file?: pulumi.Input<string>;
  /** A bearer token, in a Secret of the resource's namespace. */
  readonly bearer_token_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Tokens of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection. Of each part either a file or a reference, not both. */
  readonly tls_config?: pulumi.Input<TLSConfigArgs>;
  /** Whether redirections are followed. Default true. */
  readonly follow_redirects?: pulumi.Input<boolean>;
  /** Further headers of each request, by their names. Headers that Alertmanager sets itself, such as `Authorization`, are refused. */
  readonly http_headers?: pulumi.Input<Record<string, pulumi.Input<HTTPHeaderArgs>>>;
  /** Proxy for the connection: an address that starts with `http://`, `https://` or `socks5://`. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Hosts, domains and networks that are connected to directly, separated by commas. Only with `proxyURL`. */
  readonly noProxy?: pulumi.Input<string>;
  /** Takes the proxy from the container's variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`. Not together with `proxyURL`. Default false. */
  readonly proxyFromEnvironment?: pulumi.Input<boolean>;
  /** Headers for the proxy when a tunnel through it is asked for, by their names: values in Secrets of the resource's namespace. */
  readonly proxyConnectHeader?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<SecretKeySelectorArgs>[]>>>;
}

/** The values of a header: each makes one line of the request. */
export interface HTTPHeaderArgs {
  /** Values in clear. */
  readonly values?: pulumi.Input<pulumi.Input<string>[]>;
  /** Values in Secrets of the resource's namespace. */
  readonly secrets?: pulumi.Input<pulumi.Input<SecretKeySelectorArgs>[]>;
  /** Files of Alertmanager's container that hold a value each. */
  readonly files?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Sends mail by SMTP. Missing settings come from the global section of the Alertmanager's base configuration. */
export interface EmailConfigArgs {
  /** Whether to tell when alerts are over, too. Default false. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Addresses that mail goes to, separated by commas. Required. A template. */
  readonly to?: pulumi.Input<string>;
  /** Address of the sender. Default: the global `smtp_from`; one of the two is needed. A template. */
  readonly from?: pulumi.Input<string>;
  /** Host name of Alertmanager in its greeting. Default: the global one, `localhost`. */
  readonly hello?: pulumi.Input<string>;
  /** Host and port of the mail server, `smtp.example.com:587`. Default: the global `smtp_smarthost`; one of the two is needed. */
  readonly smarthost?: pulumi.Input<string>;
  /** User name for the server. */
  readonly auth_username?: pulumi.Input<string>;
  /** Password for the server, for the ways LOGIN and PLAIN, in a Secret of the resource's namespace. */
  readonly auth_password?: pulumi.Input<SecretKeySelectorArgs>;
  /** Secret for the server, for the way CRAM-MD5, in a Secret of the resource's namespace. */
  readonly auth_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Identity for the mechanism PLAIN. Default: the user name. */
  readonly auth_identity?: pulumi.Input<string>;
  /** Further headers of each mail, such as `Subject`, by their names; letter case does not count. */
  readonly headers?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Body of the mail as HTML. A template; default: Alertmanager's own. */
  readonly html?: pulumi.Input<string>;
  /** Body of the mail as plain text. Default: none. A template. */
  readonly text?: pulumi.Input<string>;
  /** Sends nothing without TLS (STARTTLS). Default: the global one, true. */
  readonly require_tls?: pulumi.Input<boolean>;
  /** TLS of the connection. Of each part either a file or a reference, not both. */
  readonly tls_config?: pulumi.Input<TLSConfigArgs>;
}

/** Sends messages to Slack. */
export interface SlackConfigArgs {
  /** Whether to tell when alerts are over, too. Default false. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of an incoming webhook. Default: the global `slack_api_url`; one of the two is needed, in a Secret of the resource's namespace. */
  readonly api_url?: pulumi.Input<SecretKeySelectorArgs>;
  /** Channel or user that the message goes to, `#alerts`, for tokens and older webhooks. A template. */
  readonly channel?: pulumi.Input<string>;
  /** Sender's name. A template; default: Alertmanager's own. */
  readonly username?: pulumi.Input<string>;
  /** Colour of the bar beside the message: `good`, `warning`, `danger` or `#439FE0`. A template; default: Alertmanager's own. */
  readonly color?: pulumi.Input<string>;
  /** Title of the message. A template; default: Alertmanager's own. */
  readonly title?: pulumi.Input<string>;
  /** Address that the title leads to. A template; default: Alertmanager's own. */
  readonly title_link?: pulumi.Input<string>;
  /** Text above the message. A template; default: Alertmanager's own. */
  readonly pretext?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly text?: pulumi.Input<string>;
  /** Titles with values below the message. */
  readonly fields?: pulumi.Input<pulumi.Input<SlackFieldArgs>[]>;
  /** Default of `short` for all fields. Default false. */
  readonly short_fields?: pulumi.Input<boolean>;
  /** Text below all else. A template; default: Alertmanager's own. */
  readonly footer?: pulumi.Input<string>;
  /** The message where only plain text can be shown. A template; default: Alertmanager's own. */
  readonly fallback?: pulumi.Input<string>;
  /** Name of the message for the application behind it. A template; default: Alertmanager's own. */
  readonly callback_id?: pulumi.Input<string>;
  /** Emoji in place of a picture of the sender, `:fire:`. A template; default: Alertmanager's own. */
  readonly icon_emoji?: pulumi.Input<string>;
  /** Address of a picture of the sender. A template; default: Alertmanager's own. */
  readonly icon_url?: pulumi.Input<string>;
  /** Address of a picture in the message. A template. */
  readonly image_url?: pulumi.Input<string>;
  /** Address of a small picture beside the message. A template. */
  readonly thumb_url?: pulumi.Input<string>;
  /** Whether names of users and channels become links. Default false. */
  readonly link_names?: pulumi.Input<boolean>;
  /** Fields whose text may be marked up. Default `fallback`, `pretext` and `text`. */
  readonly mrkdwn_in?: pulumi.Input<pulumi.Input<string>[]>;
  /** Buttons below the message. */
  readonly actions?: pulumi.Input<pulumi.Input<SlackActionArgs>[]>;
  /** Changes the message of an alert rather than send a new one. Only with a token: `api_url` is https://slack.com/api/chat.postMessage then. For Alertmanager 0.32 and later. Default false. */
  readonly update_message?: pulumi.Input<boolean>;
}

/** A title with a value in a message. */
export interface SlackFieldArgs {
  /** The title. A template. */
  readonly title: pulumi.Input<string>;
  /** The value. A template. */
  readonly value: pulumi.Input<string>;
  /** Whether the field may stand beside another. Default: `short_fields`. */
  readonly short?: pulumi.Input<boolean>;
}

/** A button of a message. It needs `url`, or `name` for an interactive message. */
export interface SlackActionArgs {
  /** Kind of the action, `button`. */
  readonly type: pulumi.Input<string>;
  /** Text of the button. A template. */
  readonly text: pulumi.Input<string>;
  /** Address that the button leads to. With it `name`, `value` and `confirm` do not count. A template. */
  readonly url?: pulumi.Input<string>;
  /** How the button looks: `default`, `primary` or `danger`. A template. */
  readonly style?: pulumi.Input<string>;
  /** Name of the action for the application behind the message. A template. */
  readonly name?: pulumi.Input<string>;
  /** Value that the application gets with the action. A template. */
  readonly value?: pulumi.Input<string>;
  /** A question that Slack asks before an action is done. */
  readonly confirm?: pulumi.Input<SlackConfirmationFieldArgs>;
}

/** A question that Slack asks before an action is done. */
export interface SlackConfirmationFieldArgs {
  /** The question. */
  readonly text: pulumi.Input<string>;
  /** Title of the question. */
  readonly title?: pulumi.Input<string>;
  /** Text of the button that goes on. Default `Okay`. */
  readonly ok_text?: pulumi.Input<string>;
  /** Text of the button that goes back. Default `Cancel`. */
  readonly dismiss_text?: pulumi.Input<string>;
}

/** Makes incidents of PagerDuty. Exactly one of the keys is needed. */
export interface PagerDutyConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Key of an integration by the Events API v2, in a Secret of the resource's namespace. */
  readonly routing_key?: pulumi.Input<SecretKeySelectorArgs>;
  /** Key of an integration of the kind "Prometheus", in a Secret of the resource's namespace. */
  readonly service_key?: pulumi.Input<SecretKeySelectorArgs>;
  /** Address that events are posted to. Default: the global `pagerduty_url`, PagerDuty's own. It starts with http or https. */
  readonly url?: pulumi.Input<string>;
  /** Name of the sender of events. A template; default: Alertmanager's own. */
  readonly client?: pulumi.Input<string>;
  /** Address of the sender of events. A template; default: Alertmanager's own. */
  readonly client_url?: pulumi.Input<string>;
  /** Description of the event. A template; default: Alertmanager's own. */
  readonly description?: pulumi.Input<string>;
  /** How bad it is: `critical`, `error`, `warning` or `info`. Default `error`. A template. */
  readonly severity?: pulumi.Input<string>;
  /** Kind of the event, `cpu` for example. A template. */
  readonly class?: pulumi.Input<string>;
  /** Affected part of the source. A template. */
  readonly component?: pulumi.Input<string>;
  /** Group of things that the source belongs to. A template. */
  readonly group?: pulumi.Input<string>;
  /** Pictures for the incident. */
  readonly images?: pulumi.Input<pulumi.Input<PagerDutyImageArgs>[]>;
  /** Links for the incident. */
  readonly links?: pulumi.Input<pulumi.Input<PagerDutyLinkArgs>[]>;
  /** Further facts, by their names, beside those that Alertmanager adds itself. Empty ones are left out. */
  readonly details?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** A picture in an incident. */
export interface PagerDutyImageArgs {
  /** Address of the picture. */
  readonly source: pulumi.Input<string>;
  /** Address that the picture leads to. */
  readonly href?: pulumi.Input<string>;
  /** Text in place of the picture. */
  readonly alt?: pulumi.Input<string>;
}

/** A link in an incident. */
export interface PagerDutyLinkArgs {
  /** Address that the link leads to. */
  readonly href: pulumi.Input<string>;
  /** Text of the link. */
  readonly text?: pulumi.Input<string>;
}

/** Makes alerts of OpsGenie. */
export interface OpsGenieConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Key of the API. Default: the global `opsgenie_api_key`; one of the two is needed, in a Secret of the resource's namespace. */
  readonly api_key?: pulumi.Input<SecretKeySelectorArgs>;
  /** Address of the API. Default: the global `opsgenie_api_url`, OpsGenie's own. It starts with http or https. */
  readonly apiURL?: pulumi.Input<string>;
  /** Title of the alert, at most 130 characters. A template; default: Alertmanager's own. */
  readonly message?: pulumi.Input<string>;
  /** Description of the event. A template; default: Alertmanager's own. */
  readonly description?: pulumi.Input<string>;
  /** Source of the alert. A template; default: Alertmanager's own. */
  readonly source?: pulumi.Input<string>;
  /** Further facts, by their names. */
  readonly details?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Responders of the alert. */
  readonly responders?: pulumi.Input<pulumi.Input<OpsGenieConfigResponderArgs>[]>;
  /** Actions that are offered, separated by commas. A template. */
  readonly actions?: pulumi.Input<string>;
  /** Tags, separated by commas. A template. */
  readonly tags?: pulumi.Input<string>;
  /** A note for the alert. A template. */
  readonly note?: pulumi.Input<string>;
  /** Subject of the alert. A template. */
  readonly entity?: pulumi.Input<string>;
  /** Priority from `P1` to `P5`. A template. */
  readonly priority?: pulumi.Input<string>;
  /** Changes message and description of an alert that is there already. Default false. */
  readonly update_alerts?: pulumi.Input<boolean>;
}

/** A responder of an alert. One of `id`, `name` and `username` is needed. */
export interface OpsGenieConfigResponderArgs {
  /** Id of the responder. A template. */
  readonly id?: pulumi.Input<string>;
  /** Name of the responder. A template. */
  readonly name?: pulumi.Input<string>;
  /** User name of the responder. A template. */
  readonly username?: pulumi.Input<string>;
  /** Type of the responder: `team`, `teams` (several names, separated by commas), `user`, `escalation` or `schedule`. A template. */
  readonly type: pulumi.Input<string>;
}

/** Makes incidents of VictorOps, now Splunk On-Call. */
export interface VictorOpsConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Key of the API. Default: the global `victorops_api_key`; one of the two is needed, in a Secret of the resource's namespace. */
  readonly api_key?: pulumi.Input<SecretKeySelectorArgs>;
  /** Address of the API. Default: the global `victorops_api_url`, VictorOps's own. It starts with http or https. */
  readonly api_url?: pulumi.Input<string>;
  /** Key of the team for the incident. A template; an empty one is an error. */
  readonly routing_key: pulumi.Input<string>;
  /** Effect of an alert: `CRITICAL`, `WARNING` or `INFO`. Default `CRITICAL`. A template. */
  readonly message_type?: pulumi.Input<string>;
  /** Title of the incident. A template; default: Alertmanager's own. */
  readonly entity_display_name?: pulumi.Input<string>;
  /** Description of the event. A template; default: Alertmanager's own. */
  readonly state_message?: pulumi.Input<string>;
  /** Source of the incident. A template; default: Alertmanager's own. */
  readonly monitoring_tool?: pulumi.Input<string>;
  /** Further fields of the incident, by their names. Names that VictorOps has fields of its own for are refused. */
  readonly custom_fields?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Makes alerts of incident.io. For Alertmanager 0.29 and later. */
export interface IncidentIOConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the alert source. Not together with `url_file`; one of the two is needed. It starts with http or https. */
  readonly url?: pulumi.Input<string>;
  /** Path of a file with the address, as Alertmanager's container sees it. */
  readonly url_file?: pulumi.Input<string>;
  /** Token of the alert source. Not together with `alert_source_token_file` or `http_config.authorization`, in a Secret of the resource's namespace. */
  readonly alert_source_token?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of a file with the token, as Alertmanager's container sees it. */
  readonly alert_source_token_file?: pulumi.Input<string>;
  /** Most alerts in one message; further ones are left out. Default 0: no limit. */
  readonly max_alerts?: pulumi.Input<number>;
  /** Time limit of a request, `10s`. Default: no limit of its own. */
  readonly timeout?: pulumi.Input<string>;
}

/** Makes issues of Jira. For Alertmanager 0.28 and later. */
export interface JiraConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the API, `https://example.atlassian.net/rest/api/2/`. Default: the global `jira_api_url`; one of the two is needed. It starts with http or https. */
  readonly api_url?: pulumi.Input<string>;
  /** Key of the project that issues are made in. An empty one is an error. */
  readonly project: pulumi.Input<string>;
  /** Type of the issues, `Task`. An empty one is an error. */
  readonly issue_type: pulumi.Input<string>;
  /** Title of the issue. A template; default: Alertmanager's own. */
  readonly summary?: pulumi.Input<string>;
  /** Description of the event. A template; default: Alertmanager's own. */
  readonly description?: pulumi.Input<string>;
  /** Labels of the issue. */
  readonly labels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Priority of the issue. A template; default: Alertmanager's own. */
  readonly priority?: pulumi.Input<string>;
  /** Transition that opens an issue again. Default: none, so a new issue is made. */
  readonly reopen_transition?: pulumi.Input<string>;
  /** Transition that closes an issue when its alerts are over. Default: none, so it stays as it is. */
  readonly resolve_transition?: pulumi.Input<string>;
  /** Issues with this resolution are not reopened. */
  readonly wont_fix_resolution?: pulumi.Input<string>;
  /** How long after it was closed an issue is opened again rather than a new one made. Default: no limit. */
  readonly reopen_duration?: pulumi.Input<string>;
  /** Further fields of the issue, by their names in Jira's API: texts, numbers, lists or objects. */
  readonly custom_fields?: pulumi.Input<Record<string, pulumi.Input<unknown>>>;
}

/** Sends messages to telephones by Pushover. Both keys are needed. */
export interface PushoverConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Key of the user or group that messages go to, in a Secret of the resource's namespace. */
  readonly user_key?: pulumi.Input<SecretKeySelectorArgs>;
  /** Token of the sending application, in a Secret of the resource's namespace. */
  readonly token?: pulumi.Input<SecretKeySelectorArgs>;
  /** Title of the message. A template; default: Alertmanager's own. */
  readonly title?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly message?: pulumi.Input<string>;
  /** Address that the message leads to. A template; default: Alertmanager's own. */
  readonly url?: pulumi.Input<string>;
  /** Text in place of that address. A template. */
  readonly url_title?: pulumi.Input<string>;
  /** Sound of the notification. Default: the user's own. A template. */
  readonly sound?: pulumi.Input<string>;
  /** Priority from -2 to 2. Default 2 for alerts that fire, 0 for those that are over. A template. */
  readonly priority?: pulumi.Input<string>;
  /** Interval of repetitions of a message of priority 2 until its confirmation, at least `30s`. Default `1m`. */
  readonly retry?: pulumi.Input<string>;
  /** Time limit of the repetitions without a confirmation. Default `1h`. */
  readonly expire?: pulumi.Input<string>;
  /** Whether the message is HTML. Default false. */
  readonly html?: pulumi.Input<boolean>;
}

/** Sends messages by the Simple Notification Service of AWS. One of `topic_arn`, `target_arn` and `phone_number` is needed. */
export interface SnsConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the API. Default: that of AWS for the region. A template. */
  readonly api_url?: pulumi.Input<string>;
  /** Signing of requests to AWS. Missing settings come from the environment of Alertmanager's container. */
  readonly sigv4?: pulumi.Input<Sigv4ConfigArgs>;
  /** Topic that messages go to. A template. */
  readonly topic_arn?: pulumi.Input<string>;
  /** Endpoint of a mobile device that messages go to. A template. */
  readonly target_arn?: pulumi.Input<string>;
  /** Telephone number that messages go to, `+15551234567`. A template. */
  readonly phone_number?: pulumi.Input<string>;
  /** Subject of the message, for topics with mail addresses. A template; default: Alertmanager's own. */
  readonly subject?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly message?: pulumi.Input<string>;
  /** Attributes of the message, by their names. */
  readonly attributes?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Signing of requests to AWS. Missing settings come from the environment of Alertmanager's container. */
export interface Sigv4ConfigArgs {
  /** Region of AWS, `eu-west-1`. */
  readonly region?: pulumi.Input<string>;
  /** Profile in the credentials file of the container. */
  readonly profile?: pulumi.Input<string>;
  /** Role that is assumed for the requests. */
  readonly role_arn?: pulumi.Input<string>;
  /** Id of the access key. It wins over `access_key_selector`. */
  readonly access_key?: pulumi.Input<string>;
  /** Id of the access key, in a Secret of the resource's namespace. */
  readonly access_key_selector?: pulumi.Input<SecretKeySelectorArgs>;
  /** Secret of the access key, in a Secret of the resource's namespace. */
  readonly secret_key_selector?: pulumi.Input<SecretKeySelectorArgs>;
}

/** Sends messages to Telegram. */
export interface TelegramConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Token of the sending bot, in a Secret of the resource's namespace. */
  readonly bot_token: pulumi.Input<SecretKeySelectorArgs>;
  /** Id of the chat that messages go to; that of a group is negative. 0 is an error. */
  readonly chat_id: pulumi.Input<number>;
  /** Id of a topic of the chat. Default: none. */
  readonly message_thread_id?: pulumi.Input<number>;
  /** Address of the API. Default: the global `telegram_api_url`, Telegram's own. It starts with http or https. */
  readonly api_url?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly message?: pulumi.Input<string>;
  /** How the message is marked up: `MarkdownV2`, `Markdown`, `HTML`, or not at all, which is empty text. Default `HTML`. */
  readonly parse_mode?: pulumi.Input<TelegramConfigParseMode>;
  /** Sends messages without sound. Default false. */
  readonly disable_notifications?: pulumi.Input<boolean>;
}

/** Sends messages to a channel of Discord. */
export interface DiscordConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the channel's webhook. It starts with http or https. It is a credential: anyone with it can write there. */
  readonly webhook_url?: pulumi.Input<string>;
  /** The address in a Secret of the resource's namespace, in place of `webhook_url`. */
  readonly webhook_url_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Title of the message. A template; default: Alertmanager's own. */
  readonly title?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly message?: pulumi.Input<string>;
  /** Text above the message. A template. */
  readonly content?: pulumi.Input<string>;
  /** Sender's name. Default: that of the webhook. */
  readonly username?: pulumi.Input<string>;
  /** Address of a picture of the sender. Default: that of the webhook. */
  readonly avatar_url?: pulumi.Input<string>;
}

/** Sends messages to Microsoft Teams by a connector, which Microsoft has given up. */
export interface MSTeamsConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the incoming webhook. It starts with http or https. It is a credential: anyone with it can write there. */
  readonly webhook_url?: pulumi.Input<string>;
  /** The address in a Secret of the resource's namespace, in place of `webhook_url`. */
  readonly webhook_url_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Title of the message. A template; default: Alertmanager's own. */
  readonly title?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly text?: pulumi.Input<string>;
}

/** Sends messages to Microsoft Teams by a workflow. */
export interface MSTeamsV2ConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the incoming webhook. It starts with http or https. It is a credential: anyone with it can write there. */
  readonly webhook_url?: pulumi.Input<string>;
  /** The address in a Secret of the resource's namespace, in place of `webhook_url`. */
  readonly webhook_url_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Title of the message. A template; default: Alertmanager's own. */
  readonly title?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly text?: pulumi.Input<string>;
}

/** Sends messages to Mattermost. */
export interface MattermostConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the incoming webhook. It starts with http or https. It is a credential: anyone with it can write there. */
  readonly url?: pulumi.Input<string>;
  /** The address in a Secret of the resource's namespace, in place of `url`. */
  readonly url_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Channel that messages go to. Default: that of the webhook. A template. */
  readonly channel?: pulumi.Input<string>;
  /** Sender's name. A template; default: Alertmanager's own. */
  readonly username?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly text: pulumi.Input<string>;
  /** Address of a picture of the sender. A template. */
  readonly icon_url?: pulumi.Input<string>;
  /** Emoji in place of that picture. A template. */
  readonly icon_emoji?: pulumi.Input<string>;
  /** Boxes below the message. */
  readonly attachments?: pulumi.Input<pulumi.Input<MattermostAttachmentArgs>[]>;
  /** Further properties of a message. */
  readonly props?: pulumi.Input<MattermostPropsArgs>;
  /** How urgent a message is. */
  readonly priority?: pulumi.Input<MattermostPriorityArgs>;
}

/** A box below the message. */
export interface MattermostAttachmentArgs {
  /** The box where only plain text can be shown. A template. */
  readonly fallback?: pulumi.Input<string>;
  /** Colour of the bar beside the box, `#FF8000`. A template. */
  readonly color?: pulumi.Input<string>;
  /** Text above the box. A template. */
  readonly pretext?: pulumi.Input<string>;
  /** Text in the box. A template. */
  readonly text?: pulumi.Input<string>;
  /** Name of an author. A template. */
  readonly author_name?: pulumi.Input<string>;
  /** Address that the author's name leads to. A template. */
  readonly author_link?: pulumi.Input<string>;
  /** Address of a picture of the author. A template. */
  readonly author_icon?: pulumi.Input<string>;
  /** Title of the box. A template. */
  readonly title?: pulumi.Input<string>;
  /** Address that the title leads to. A template. */
  readonly title_link?: pulumi.Input<string>;
  /** Titles with values in the box. */
  readonly fields?: pulumi.Input<pulumi.Input<MattermostFieldArgs>[]>;
  /** Address of a small picture in the box. A template. */
  readonly thumb_url?: pulumi.Input<string>;
  /** Text below all else. A template. */
  readonly footer?: pulumi.Input<string>;
  /** Address of a small picture beside that text. A template. */
  readonly footer_icon?: pulumi.Input<string>;
  /** Address of a picture in the box. A template. */
  readonly image_url?: pulumi.Input<string>;
}

/** A title with a value in an attachment. Both are needed. */
export interface MattermostFieldArgs {
  /** The title. A template. */
  readonly title?: pulumi.Input<string>;
  /** The value. A template. */
  readonly value?: pulumi.Input<string>;
  /** Whether the field may stand beside another. Default false. */
  readonly short?: pulumi.Input<boolean>;
}

/** Further properties of a message. */
export interface MattermostPropsArgs {
  /** Text that is shown beside the channel, in Markdown. A template. */
  readonly card?: pulumi.Input<string>;
}

/** How urgent a message is. */
export interface MattermostPriorityArgs {
  /** `important` or `urgent`; empty is neither. */
  readonly priority?: pulumi.Input<MattermostPriorityPriority>;
  /** Asks readers to confirm the message. Default false. */
  readonly requested_ack?: pulumi.Input<boolean>;
  /** Repeats the notification of an urgent message until a reaction. Default false. */
  readonly persistent_notifications?: pulumi.Input<boolean>;
}

/** Sends messages to Rocket.Chat. For Alertmanager 0.28 and later. */
export interface RocketchatConfigArgs {
  /** Whether to tell when alerts are over, too. Default false. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the API. Default: the global `rocketchat_api_url`, https://open.rocket.chat/. It starts with http or https. */
  readonly api_url?: pulumi.Input<string>;
  /** Id of the sending user. Default: the global `rocketchat_token_id`; one of the two is needed, in a Secret of the resource's namespace. */
  readonly token_id?: pulumi.Input<SecretKeySelectorArgs>;
  /** Token of that user. Default: the global `rocketchat_token`; one of the two is needed, in a Secret of the resource's namespace. */
  readonly token?: pulumi.Input<SecretKeySelectorArgs>;
  /** Channel or user that messages go to, `#alerts` or `@anna`. A template. */
  readonly channel?: pulumi.Input<string>;
  /** Colour of the bar beside the message. A template; default: Alertmanager's own. */
  readonly color?: pulumi.Input<string>;
  /** Title of the message. A template; default: Alertmanager's own. */
  readonly title?: pulumi.Input<string>;
  /** Address that the title leads to. A template; default: Alertmanager's own. */
  readonly title_link?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly text?: pulumi.Input<string>;
  /** Emoji in place of a picture of the sender. A template; default: Alertmanager's own. */
  readonly emoji?: pulumi.Input<string>;
  /** Address of a picture of the sender. A template; default: Alertmanager's own. */
  readonly icon_url?: pulumi.Input<string>;
  /** Address of a picture in the message. A template. */
  readonly image_url?: pulumi.Input<string>;
  /** Address of a small picture beside the message. A template. */
  readonly thumb_url?: pulumi.Input<string>;
  /** Default of `short` for all fields. Default false. */
  readonly short_fields?: pulumi.Input<boolean>;
  /** Whether names of users and channels become links. Default false. */
  readonly link_names?: pulumi.Input<boolean>;
  /** Titles with values below the message. */
  readonly fields?: pulumi.Input<pulumi.Input<RocketchatAttachmentFieldArgs>[]>;
  /** Buttons below the message. */
  readonly actions?: pulumi.Input<pulumi.Input<RocketchatAttachmentActionArgs>[]>;
}

/** A title with a value in a message. */
export interface RocketchatAttachmentFieldArgs {
  /** The title. A template. */
  readonly title?: pulumi.Input<string>;
  /** The value. A template. */
  readonly value?: pulumi.Input<string>;
  /** Whether the field may stand beside another. Default: `short_fields`. */
  readonly short?: pulumi.Input<boolean>;
}

/** A button of a message. */
export interface RocketchatAttachmentActionArgs {
  /** Kind of the action, `button`. */
  readonly type?: pulumi.Input<string>;
  /** Text of the button. A template. */
  readonly text?: pulumi.Input<string>;
  /** Address that the button leads to. A template. */
  readonly url?: pulumi.Input<string>;
  /** Message that the button sends. A template. */
  readonly msg?: pulumi.Input<string>;
}

/** Sends messages to a room of Webex. */
export interface WebexConfigArgs {
  /** Whether to tell when alerts are over, too. Default true. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** How Alertmanager connects to Webex. `authorization` with the bot's token is needed. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Address of the API. Default: the global `webex_api_url`, Webex's own. It starts with http or https. */
  readonly api_url?: pulumi.Input<string>;
  /** Id of the room that messages go to. An empty one is an error. */
  readonly room_id: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly message?: pulumi.Input<string>;
}

/** Sends messages to WeChat Work. */
export interface WeChatConfigArgs {
  /** Whether to tell when alerts are over, too. Default false. */
  readonly send_resolved?: pulumi.Input<boolean>;
  /** Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, `oauth2`, `authorization` and the bearer tokens only one can be given. */
  readonly http_config?: pulumi.Input<HTTPConfigArgs>;
  /** Secret of the API. Default: the global `wechat_api_secret`; one of the two is needed, in a Secret of the resource's namespace. */
  readonly api_secret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Address of the API. Default: the global `wechat_api_url`, WeChat's own. It starts with http or https. */
  readonly api_url?: pulumi.Input<string>;
  /** Id of the organisation. Default: the global `wechat_api_corp_id`; one of the two is needed. */
  readonly corp_id?: pulumi.Input<string>;
  /** Id of the sending application. A template; default: Alertmanager's own. */
  readonly agent_id?: pulumi.Input<string>;
  /** Users that messages go to, separated by `|`. A template; default: Alertmanager's own. */
  readonly to_user?: pulumi.Input<string>;
  /** Departments that messages go to, separated by `|`. A template; default: Alertmanager's own. */
  readonly to_party?: pulumi.Input<string>;
  /** Tags of the receiving users, separated by `|`. A template; default: Alertmanager's own. */
  readonly to_tag?: pulumi.Input<string>;
  /** The message. A template; default: Alertmanager's own. */
  readonly message?: pulumi.Input<string>;
  /** Form of the message: `text` or `markdown`. Default `text`. */
  readonly message_type?: pulumi.Input<WeChatConfigMessageType>;
}

/** Alerts that are not told of while others fire. */
export interface InhibitRuleArgs {
  /** Conditions on labels of the alerts that silence others, all of which must hold: `severity="critical"`, `team!="db"`, `job=~"api-.*"`. A text may hold several of them, separated by commas. */
  readonly source_matchers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions on labels of the alerts that are silenced, all of which must hold: `severity="critical"`, `team!="db"`, `job=~"api-.*"`. A text may hold several of them, separated by commas. */
  readonly target_matchers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels that both alerts must have the same values of. A label that neither has counts as the same. */
  readonly equal?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Times with a name, for routes to refer to. */
export interface TimeIntervalsArgs {
  /** The name. In Alertmanager the resource's namespace and name stand before it. */
  readonly name: pulumi.Input<string>;
  /** The times; any of them counts. */
  readonly time_intervals: pulumi.Input<pulumi.Input<TimeIntervalArgs>[]>;
}

/** A time at which all that is given here holds at once. An empty one is left out. */
export interface TimeIntervalArgs {
  /** Spans of the day. */
  readonly times?: pulumi.Input<pulumi.Input<TimeRangeArgs>[]>;
  /** Days of the week by their names, or spans of them: `monday:friday`. */
  readonly weekdays?: pulumi.Input<pulumi.Input<string>[]>;
  /** Days of the month from 1 to 31, or spans of them: `1:5`. Negative ones count from the end: `-1` is the last. */
  readonly days_of_month?: pulumi.Input<pulumi.Input<string>[]>;
  /** Months by name or number, or spans of them: `may:august`, `1:3`. */
  readonly months?: pulumi.Input<pulumi.Input<string>[]>;
  /** Years, or spans of them: `2025:2030`. */
  readonly years?: pulumi.Input<pulumi.Input<string>[]>;
  /** Time zone of all this, `Europe/Berlin`. Default UTC. */
  readonly location?: pulumi.Input<string>;
}

/** A span of a day. */
export interface TimeRangeArgs {
  /** Begin, `09:00`. */
  readonly start_time: pulumi.Input<string>;
  /** End, which does not belong to the span: `17:00`, at the latest `24:00`. */
  readonly end_time: pulumi.Input<string>;
}

/** A proxy that authenticates requests, and forwards them to the allowed targets. */
export interface VMAuthSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Selects all VMUsers of all namespaces if both selectors are left out. Default false: no VMUsers are selected then. */
  readonly selectAllByDefault?: pulumi.Input<boolean>;
  /** Selector of the VMUsers by their labels; `{}` means all. Without `userNamespaceSelector` only those of the resource's namespace. */
  readonly userSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Namespaces of the VMUsers, by the labels of the Namespaces; `{}` means all namespaces. */
  readonly userNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Targets for VMUsers, and for `unauthorizedUserAccessSpec`, to refer to by `name`. Each needs a name of its own. */
  readonly defaultTargetRefs?: pulumi.Input<pulumi.Input<TargetRefArgs>[]>;
  /** Requests without credentials: where they go. Either `targetRefs`, or `url_map` and `url_prefix`. */
  readonly unauthorizedUserAccessSpec?: pulumi.Input<VMAuthUnauthorizedUserAccessSpecArgs>;
  /** A configuration given by the user. VMUsers are ignored then. */
  readonly externalConfig?: pulumi.Input<ExternalConfigArgs>;
  /** Secret of the namespace with the user's own configuration, under the key `config.yaml`. Deprecated: use externalConfig.secretRef */
  readonly configSecret?: pulumi.Input<string>;
  /** Whether VMUsers may make vmauth read files of its container, for certificates. */
  readonly arbitraryFSAccessThroughSMs?: pulumi.Input<ArbitraryFSAccessThroughSMsConfigArgs>;
  /** Has no effect: the operator only waits with it before it reports users as applied. */
  readonly waitForConfigReload?: pulumi.Input<boolean>;
  /** Routes for requests without credentials. Deprecated: use unauthorizedUserAccessSpec */
  readonly unauthorizedAccessConfig?: pulumi.Input<pulumi.Input<UnauthorizedAccessConfigURLMapArgs>[]>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.default_url */
  readonly default_url?: pulumi.Input<pulumi.Input<string>[]>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.tlsConfig */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.ip_filters */
  readonly ip_filters?: pulumi.Input<VMUserIPFiltersArgs>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.headers */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.response_headers */
  readonly response_headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.discover_backend_ips */
  readonly discover_backend_ips?: pulumi.Input<boolean>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.retry_status_codes */
  readonly retry_status_codes?: pulumi.Input<pulumi.Input<number>[]>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.load_balancing_policy */
  readonly load_balancing_policy?: pulumi.Input<TargetRefLoadBalancingPolicy>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.drop_src_path_prefix_parts */
  readonly drop_src_path_prefix_parts?: pulumi.Input<number>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.max_concurrent_requests */
  readonly max_concurrent_requests?: pulumi.Input<number>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.dump_request_on_errors */
  readonly dump_request_on_errors?: pulumi.Input<boolean>;
  /** An option for `unauthorizedAccessConfig`, without which it has no effect. Deprecated: use unauthorizedUserAccessSpec.access_log */
  readonly access_log?: pulumi.Input<AccessLogArgs>;
  /** Image of vmauth. Default `victoriametrics/vmauth`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that vmauth listens on and its Service offers. Default 8427. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of vmauth. Default 50m CPU and 100Mi memory, at most 200m and 300Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Port, in quotes, for metrics, health and reloads, apart from that for requests. Default: they are on the same port. */
  readonly internalListenPort?: pulumi.Input<string>;
  /** Expects connections by the proxy protocol, which passes on the client's address behind a load balancer. Without `internalListenPort` vmauth cannot be scraped then. Default false. */
  readonly useProxyProtocol?: pulumi.Input<boolean>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** An Ingress that leads to the Service. */
  readonly ingress?: pulumi.Input<EmbeddedIngressArgs>;
  /** An HTTPRoute of the Gateway API (`gateway.networking.k8s.io/v1`) that leads to the Service. */
  readonly httpRoute?: pulumi.Input<EmbeddedHTTPRouteArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Image of the config-reloader with its tag. Default `victoriametrics/operator:config-reloader-v0.74.1`. */
  readonly configReloaderImage?: pulumi.Input<string>;
  /** Image of the config-reloader with its tag, used if `configReloaderImage` is empty. Deprecated: use configReloaderImage */
  readonly configReloaderImageTag?: pulumi.Input<string>;
  /** Requests and limits of the config-reloader. Missing values become a request of 10m CPU and 25Mi memory without limits, unless `useDefaultResources` is false. */
  readonly configReloaderResources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Flags for the config-reloader and the init container, names without dashes. They replace derived flags of the same name. */
  readonly configReloaderExtraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Key that the application then requires for a reload, and that the config-reloader sends. The whole Secret is mounted into both. */
  readonly configReloadAuthKeySecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Has no effect: the config-reloader of VictoriaMetrics is used in any case. Deprecated: leave it out */
  readonly useVMConfigReloader?: pulumi.Input<boolean>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
}

/** A target and its requests. Either `crd` or `static`, unless `name` is given. */
export interface TargetRefArgs {
  /** Name of one of the VMAuth's `defaultTargetRefs`, which fills in missing fields. Lists are taken as a whole. */
  readonly name?: pulumi.Input<string>;
  /** Resources whose Services are the target: the one of `name` and `namespace`, then those of `objects`. */
  readonly crd?: pulumi.Input<CRDRefArgs>;
  /** URLs that are the target. */
  readonly static?: pulumi.Input<StaticRefArgs>;
  /** Regular expressions (RE2) for the paths of requests, anchored at both ends. Default: all; for parts of clusters those that they serve. */
  readonly paths?: pulumi.Input<pulumi.Input<string>[]>;
  /** Regular expressions (RE2) for the host names of requests, anchored at both ends. Default: all. */
  readonly hosts?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers, `Name: value`; a request must have one of them. */
  readonly src_headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Query arguments, `name=value` or `name=~expression` (RE2); a request must have one of them. */
  readonly src_query_args?: pulumi.Input<pulumi.Input<string>[]>;
  /** Path, with a query if need be, that is appended to the target's URLs: `/select/42/prometheus?extra_label=team=a`. */
  readonly target_path_suffix?: pulumi.Input<string>;
  /** Query arguments for the target's URLs. They win over those of `target_path_suffix` and of the URLs. */
  readonly query_args?: pulumi.Input<pulumi.Input<QueryArgArgs>[]>;
  /** Headers set in each request to the target, `Name: value`; an empty value removes the header. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers set in each response, `Name: value`; an empty value removes the header. */
  readonly response_headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Asks the name server for the addresses behind the host of a URL and spreads requests over them. Default: vmauth's own, false. */
  readonly discover_backend_ips?: pulumi.Input<boolean>;
  /** Status codes of a failed response; the request then goes to the next URL. */
  readonly retry_status_codes?: pulumi.Input<pulumi.Input<number>[]>;
  /** How requests are spread over the URLs: `least_loaded` or `first_available`. Default: vmauth's own, `least_loaded`. */
  readonly load_balancing_policy?: pulumi.Input<TargetRefLoadBalancingPolicy>;
  /** Number of parts, between slashes, that are cut from the beginning of a request's path before it goes to the target. Default 0. */
  readonly drop_src_path_prefix_parts?: pulumi.Input<number>;
  /** User name and password for the target. */
  readonly targetRefBasicAuth?: pulumi.Input<TargetRefBasicAuthArgs>;
}

/** Resources whose Services are the target: the one of `name` and `namespace`, then those of `objects`. */
export interface CRDRefArgs {
  /** Kind of the resources; of a cluster the part too. */
  readonly kind: pulumi.Input<CRDRefKind>;
  /** Name of the resource. Needed unless `objects` has any. */
  readonly name?: pulumi.Input<string>;
  /** Namespace of the resource. Needed unless `objects` has any. */
  readonly namespace?: pulumi.Input<string>;
  /** Uses the further Service from the `serviceSpec` of the resource of `name`. Default false. */
  readonly useExtraService?: pulumi.Input<boolean>;
  /** Further resources of the same kind, which share the requests. */
  readonly objects?: pulumi.Input<pulumi.Input<NamespacedNameArgs>[]>;
}

/** A further resource of the same kind. */
export interface NamespacedNameArgs {
  /** Name of the resource. */
  readonly name: pulumi.Input<string>;
  /** Namespace of the resource. */
  readonly namespace: pulumi.Input<string>;
  /** Uses the further Service from the `serviceSpec` of the resource. Default false. */
  readonly useExtraService?: pulumi.Input<boolean>;
}

/** URLs that are the target. */
export interface StaticRefArgs {
  /** URL of the target, with scheme and host. It wins over `urls`. */
  readonly url?: pulumi.Input<string>;
  /** URLs of the target, which share the requests. */
  readonly urls?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A query argument and its values. */
export interface QueryArgArgs {
  /** Name of the argument, `extra_label` for example. */
  readonly name: pulumi.Input<string>;
  /** Its values. */
  readonly values: pulumi.Input<pulumi.Input<string>[]>;
}

/** User name and password for the target. */
export interface TargetRefBasicAuthArgs {
  /** The user name, in a Secret of the user's namespace. */
  readonly username: pulumi.Input<SecretKeySelectorArgs>;
  /** The password, in a Secret of the user's namespace. */
  readonly password: pulumi.Input<SecretKeySelectorArgs>;
}

/** Requests without credentials: where they go. Either `targetRefs`, or `url_map` and `url_prefix`. */
export interface VMAuthUnauthorizedUserAccessSpecArgs {
  /** Where requests go. The first that fits a request gets it. */
  readonly targetRefs?: pulumi.Input<pulumi.Input<TargetRefArgs>[]>;
  /** Routes; the first match gets the request. */
  readonly url_map?: pulumi.Input<pulumi.Input<UnauthorizedAccessConfigURLMapArgs>[]>;
  /** URL for requests without a match in `url_map`, or several that share them. */
  readonly url_prefix?: pulumi.Input<string | pulumi.Input<string>[]>;
  /** URLs for requests without a matching route; they receive the path as `request_path`. Default: such requests are refused. */
  readonly default_url?: pulumi.Input<pulumi.Input<string>[]>;
  /** TLS of the connections to the targets. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Addresses that requests may come from. Enterprise only. */
  readonly ip_filters?: pulumi.Input<VMUserIPFiltersArgs>;
  /** Headers set in each request to the target, `Name: value`; an empty value removes the header. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers set in each response, `Name: value`; an empty value removes the header. */
  readonly response_headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Asks the name server for the addresses behind the host of a URL and spreads requests over them. Default: vmauth's own, false. */
  readonly discover_backend_ips?: pulumi.Input<boolean>;
  /** Status codes of a failed response; the request then goes to the next URL. */
  readonly retry_status_codes?: pulumi.Input<pulumi.Input<number>[]>;
  /** How requests are spread over the URLs: `least_loaded` or `first_available`. Default: vmauth's own, `least_loaded`. */
  readonly load_balancing_policy?: pulumi.Input<TargetRefLoadBalancingPolicy>;
  /** Number of parts, between slashes, that are cut from the beginning of a request's path before it goes to the target. Default 0. */
  readonly drop_src_path_prefix_parts?: pulumi.Input<number>;
  /** Maximum number of concurrent requests; more wait, and fail after a while. Default: vmauth's own, 300. */
  readonly max_concurrent_requests?: pulumi.Input<number>;
  /** Shows the request in the response if no route matches it. Not for production. Default false. */
  readonly dump_request_on_errors?: pulumi.Input<boolean>;
  /** Logs each request. An empty block logs all of them. */
  readonly access_log?: pulumi.Input<AccessLogArgs>;
  /** Labels for vmauth's metrics of these requests. */
  readonly metric_labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** A route: its requests and their target. */
export interface UnauthorizedAccessConfigURLMapArgs {
  /** Regular expressions (RE2) for the paths of requests, anchored at both ends. */
  readonly src_paths?: pulumi.Input<pulumi.Input<string>[]>;
  /** Regular expressions (RE2) for the host names of requests, anchored at both ends. */
  readonly src_hosts?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers, `Name: value`; a request must have one of them. */
  readonly src_headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Query arguments, `name=value` or `name=~expression` (RE2); a request must have one of them. */
  readonly src_query_args?: pulumi.Input<pulumi.Input<string>[]>;
  /** URL for the requests, or several that share them. Required. */
  readonly url_prefix?: pulumi.Input<string | pulumi.Input<string>[]>;
  /** Headers set in each request to the target, `Name: value`; an empty value removes the header. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers set in each response, `Name: value`; an empty value removes the header. */
  readonly response_headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Asks the name server for the addresses behind the host of a URL and spreads requests over them. Default: vmauth's own, false. */
  readonly discover_backend_ips?: pulumi.Input<boolean>;
  /** Status codes of a failed response; the request then goes to the next URL. */
  readonly retry_status_codes?: pulumi.Input<pulumi.Input<number>[]>;
  /** How requests are spread over the URLs: `least_loaded` or `first_available`. Default: vmauth's own, `least_loaded`. */
  readonly load_balancing_policy?: pulumi.Input<TargetRefLoadBalancingPolicy>;
  /** Number of parts, between slashes, that are cut from the beginning of a request's path before it goes to the target. Default 0. */
  readonly drop_src_path_prefix_parts?: pulumi.Input<number>;
}

/** Addresses that requests may come from. Enterprise only. */
export interface VMUserIPFiltersArgs {
  /** Addresses and networks that may send requests, `10.0.0.0/8`. Default: all. */
  readonly allow_list?: pulumi.Input<pulumi.Input<string>[]>;
  /** Addresses and networks that may not, even if they are in `allow_list`. */
  readonly deny_list?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Logs each request. An empty block logs all of them. */
export interface AccessLogArgs {
  /** Requests to leave out. */
  readonly filters?: pulumi.Input<AccessLogFiltersArgs>;
}

/** Requests to leave out. */
export interface AccessLogFiltersArgs {
  /** Status codes of responses that are left out. */
  readonly skip_status_codes?: pulumi.Input<pulumi.Input<number>[]>;
}

/** A configuration given by the user. VMUsers are ignored then. */
export interface ExternalConfigArgs {
  /** The configuration, in a Secret, which is mounted. Not together with `localPath`. */
  readonly secretRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** Path of the configuration in the container, on a volume of one's own; it is read again every minute. Not together with `secretRef`. */
  readonly localPath?: pulumi.Input<string>;
}

/** An Ingress that leads to the Service. */
export interface EmbeddedIngressArgs {
  /** Has no effect: the Ingress is called like the other derived objects. */
  readonly name?: pulumi.Input<string>;
  /** Labels of the Ingress. The labels that identify the component win over these. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Annotations of the Ingress. */
  readonly annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Class of the Ingress, which selects its controller. Default: the cluster's default class. */
  readonly class_name?: pulumi.Input<string>;
  /** Host name of requests. Default: all. No effect with `tlsSecretName`. */
  readonly host?: pulumi.Input<string>;
  /** Prefixes of the paths of requests. Default `/`. */
  readonly paths?: pulumi.Input<pulumi.Input<string>[]>;
  /** Host names that TLS is served for; each gets a rule. Needs `tlsSecretName`. */
  readonly tlsHosts?: pulumi.Input<pulumi.Input<string>[]>;
  /** Secret with the certificate for `tlsHosts`, which it needs. */
  readonly tlsSecretName?: pulumi.Input<string>;
  /** Further rules, taken as they stand. */
  readonly extraRules?: pulumi.Input<pulumi.Input<types.input.networking.v1.IngressRule>[]>;
  /** Further settings for TLS, taken as they stand. */
  readonly extraTls?: pulumi.Input<pulumi.Input<types.input.networking.v1.IngressTLS>[]>;
}

/** An HTTPRoute of the Gateway API (`gateway.networking.k8s.io/v1`) that leads to the Service. */
export interface EmbeddedHTTPRouteArgs {
  /** Has no effect: the HTTPRoute is called like the other derived objects. */
  readonly name?: pulumi.Input<string>;
  /** Labels of the HTTPRoute. The labels that identify the component win over these. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Annotations of the HTTPRoute. */
  readonly annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Host names that requests come to. Default: those of the listener. */
  readonly hostnames?: pulumi.Input<pulumi.Input<string>[]>;
  /** Gateways that serve the route. */
  readonly parentRefs?: pulumi.Input<pulumi.Input<ParentReferenceArgs>[]>;
  /** Rules instead of the one for all requests. Their `backendRefs` are always replaced by the derived Service. */
  readonly extraRules?: pulumi.Input<pulumi.Input<Record<string, pulumi.Input<unknown>>>[]>;
}

/** Parent of the route. */
export interface ParentReferenceArgs {
  /** API group of it. Default `gateway.networking.k8s.io`. */
  readonly group?: pulumi.Input<string>;
  /** Kind of it. Default `Gateway`. */
  readonly kind?: pulumi.Input<string>;
  /** Name of it. */
  readonly name: pulumi.Input<string>;
  /** Namespace of it. Default: the resource's own. */
  readonly namespace?: pulumi.Input<string>;
  /** Port of it. Default: all that fit. */
  readonly port?: pulumi.Input<number>;
  /** Listener or port of it, by name. Default: the whole of it. */
  readonly sectionName?: pulumi.Input<string>;
}

/** A database for metrics whose parts scale on their own: storage nodes, vminsert in front of them for writing and vmselect for queries. */
export interface VMClusterSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Version of all parts, the load balancer excepted, `v1.150.0-cluster`. Default: the version that the package's defaults name. */
  readonly clusterVersion?: pulumi.Input<string>;
  /** Domain of the Kubernetes cluster, `cluster.local`, to be written out in the addresses of the parts. Default: `clusterDomain` of the package's defaults, which is empty. */
  readonly clusterDomainName?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the images of all parts come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Runs the pods of all parts as user 65534 without privileges, capabilities or a writable root file system, unless a part says otherwise. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A vmauth in front of the parts for reading and writing that spreads requests over their pods. The Services of both lead to it then, and Services with `internal` in their names lead to the pods. */
  readonly requestsLoadBalancer?: pulumi.Input<VMAuthLoadBalancerArgs>;
  /** On how many storage nodes each sample is kept. Above 1, copies are taken out of results (`-dedup.minScrapeInterval=1ms`) unless an interval is given in `downsampling` or in extra arguments. Default 1. */
  readonly replicationFactor?: pulumi.Input<number>;
  /** Retention of samples: a number of months, or a number with `h`, `d`, `w` or `y`. Default: the application's own, one month. */
  readonly retentionPeriod?: pulumi.Input<string>;
  /** Downsampling of old samples. Enterprise only: without a license it is an error. */
  readonly downsampling?: pulumi.Input<DownsamplingConfigArgs>;
  /** Discovery of storage nodes, for vmselect and vminsert. */
  readonly discovery?: pulumi.Input<VMClusterDiscoveryArgs>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
  /** The part of a cluster that answers queries. It becomes a StatefulSet. */
  readonly vmselect?: pulumi.Input<VMSelectArgs>;
  /** The part of a cluster that accepts samples and distributes them over the storage nodes. It becomes a Deployment. */
  readonly vminsert?: pulumi.Input<VMInsertArgs>;
  /** The part of a cluster that keeps the samples. It becomes a StatefulSet. */
  readonly vmstorage?: pulumi.Input<VMStorageArgs>;
}

/** Downsampling of old samples. Enterprise only: without a license it is an error. */
export interface DownsamplingConfigArgs {
  /** Keeps only the last sample of a series within this time. It must divide the intervals of all rules. */
  readonly dedupInterval?: pulumi.Input<string>;
  /** The rules. */
  readonly rules?: pulumi.Input<pulumi.Input<DownsamplingRuleArgs>[]>;
}

/** Downsampling of some series by age. */
export interface DownsamplingRuleArgs {
  /** Series selector for the series, `{team="a"}`. Default: all series; two rules with the same filter are an error. */
  readonly filter?: pulumi.Input<string>;
  /** Ages and intervals. At least one is needed. */
  readonly periods: pulumi.Input<pulumi.Input<DownsamplingPeriodArgs>[]>;
}

/** An age, and the distance between the samples kept from then on. */
export interface DownsamplingPeriodArgs {
  /** Age from which samples are downsampled, `30d` for example. It must be a multiple of `interval`. */
  readonly offset: pulumi.Input<string>;
  /** One sample per series is kept for each such time, `5m` for example. Intervals of a rule must divide one another. */
  readonly interval: pulumi.Input<string>;
}

/** Discovery of storage nodes, for vmselect and vminsert. */
export interface VMClusterDiscoveryArgs {
  /** Whether storage nodes are found by SRV records. */
  readonly enabled: pulumi.Input<boolean>;
  /** How often the records are asked for, `10s` for example. Default: the application's own. */
  readonly interval?: pulumi.Input<string>;
  /** Regular expression (RE2) for the addresses that are used. Default: all of them. */
  readonly filter?: pulumi.Input<string>;
}

/** The part of a cluster that answers queries. It becomes a StatefulSet. */
export interface VMSelectArgs {
  /** Image of the component. Default `victoriametrics/vmselect`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. The pods know each other (`-selectNode`) if it is given and there is no `hpa`. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 8481. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 100m CPU and 500Mi memory, at most 500m and 1000Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error. */
  readonly claimTemplates?: pulumi.Input<pulumi.Input<types.input.core.v1.PersistentVolumeClaim>[]>;
  /** Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default. */
  readonly persistentVolumeClaimRetentionPolicy?: pulumi.Input<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>;
  /** How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it replaces them itself. */
  readonly rollingUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** Number of pods of a StatefulSet that may be replaced at once. It needs Kubernetes' feature gate `MaxUnavailableStatefulSet`. */
  readonly rollingUpdateStrategyBehavior?: pulumi.Input<StatefulSetUpdateStrategyBehaviorArgs>;
  /** Folder of the cache in the container. Default `/cache`. */
  readonly cacheMountPath?: pulumi.Input<string>;
  /** Volume of each pod for the cache. Default: an emptyDir; `{}` already makes a claim. The name of the claim template is the name of the volume, `vmselect-cachedir` by default. */
  readonly storage?: pulumi.Input<StorageSpecArgs>;
  /** Port, in quotes, by which a vmselect of a higher level reads from this cluster as if it were a storage node. Default: no such port. */
  readonly clusterNativeListenPort?: pulumi.Input<string>;
  /** Storage nodes outside of this cluster that are read as well. An address that is there already, from `vmstorage` or from the extra argument `storageNode`, is an error. */
  readonly extraStorageNodes?: pulumi.Input<pulumi.Input<VMSelectExtraStorageNodeArgs>[]>;
  /** Discovery of storage nodes for this component. It replaces `spec.discovery` as a whole. */
  readonly discovery?: pulumi.Input<VMClusterDiscoveryArgs>;
}

/** A storage node that does not belong to this cluster. */
export interface VMSelectExtraStorageNodeArgs {
  /** Address of the node, `vmstorage-archive-0.vmstorage-archive:8401`, or of another vmselect's cluster-native port. */
  readonly addr: pulumi.Input<string>;
}

/** The part of a cluster that accepts samples and distributes them over the storage nodes. It becomes a Deployment. */
export interface VMInsertArgs {
  /** Image of the component. Default `victoriametrics/vminsert`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 8480. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 150m CPU and 200Mi memory, at most 500m and 500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** Listeners for other protocols of ingestion. Each becomes a flag, container ports and ports of the Service, by TCP and, HTTP excepted, UDP. */
  readonly insertPorts?: pulumi.Input<InsertPortsArgs>;
  /** Port, in quotes, by which a vminsert of a higher level writes to this cluster as if it were a storage node. Default: no such port. */
  readonly clusterNativeListenPort?: pulumi.Input<string>;
  /** Discovery of storage nodes for this component. It replaces `spec.discovery` as a whole. */
  readonly discovery?: pulumi.Input<VMClusterDiscoveryArgs>;
}

/** The part of a cluster that keeps the samples. It becomes a StatefulSet. */
export interface VMStorageArgs {
  /** Image of the component. Default `victoriametrics/vmstorage`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of storage nodes. Default 1; 0 stops them. vminsert and vmselect get a list of their addresses if it is given; else the list has `hpa.minReplicas` nodes, and none without `hpa`. Before it is lowered, the last nodes must be empty: put them into `maintenanceInsertNodeIDs` until their samples are past retention. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Has no effect: storage nodes stop at once. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 8482. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 250m CPU and 500Mi memory, at most 1 and 1500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the storage nodes. They may only grow, so `behaviour.scaleDown` is an error. A fixed list of nodes knows no more than `replicaCount` or `minReplicas` of them: use `discovery`. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error. */
  readonly claimTemplates?: pulumi.Input<pulumi.Input<types.input.core.v1.PersistentVolumeClaim>[]>;
  /** Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default. */
  readonly persistentVolumeClaimRetentionPolicy?: pulumi.Input<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>;
  /** How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it replaces them itself. */
  readonly rollingUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** Number of pods of a StatefulSet that may be replaced at once. It needs Kubernetes' feature gate `MaxUnavailableStatefulSet`. */
  readonly rollingUpdateStrategyBehavior?: pulumi.Input<StatefulSetUpdateStrategyBehaviorArgs>;
  /** Volume of each pod for the samples. Default: an emptyDir, which is lost with the pod; `{}` already makes a claim. The name of the claim template is the name of the volume, `vmstorage-db` by default. */
  readonly storage?: pulumi.Input<StorageSpecArgs>;
  /** Folder of the samples in the container. Default `vmstorage-data`, which is below the container's working directory. */
  readonly storageDataPath?: pulumi.Input<string>;
  /** Port, in quotes, that vminsert writes to. Default 8400. */
  readonly vmInsertPort?: pulumi.Input<string>;
  /** Port, in quotes, that vmselect reads from. Default 8401. */
  readonly vmSelectPort?: pulumi.Input<string>;
  /** Ordinals of storage pods that vminsert leaves out, while they are being repaired or emptied. An error together with discovery. */
  readonly maintenanceInsertNodeIDs?: pulumi.Input<pulumi.Input<number>[]>;
  /** Ordinals of storage pods that vmselect leaves out, while they are being repaired or emptied. An error together with discovery. */
  readonly maintenanceSelectNodeIDs?: pulumi.Input<pulumi.Input<number>[]>;
  /** Retentions for some series that differ from `retentionPeriod`. Enterprise only: without a license it is an error. */
  readonly retentionFilters?: pulumi.Input<pulumi.Input<RetentionFilterArgs>[]>;
  /** Regular backups by a sidecar, vmbackupmanager. Enterprise only: without a license, or the deprecated `acceptEULA`, it is an error. */
  readonly vmBackup?: pulumi.Input<VMBackupArgs>;
}

/** A retention of its own for some series. */
export interface RetentionFilterArgs {
  /** Series selector for the series, `{team="a"}`. */
  readonly filter: pulumi.Input<string>;
  /** Retention of these series, `3d` for example. More than `retentionPeriod` is an error. */
  readonly retention: pulumi.Input<string>;
}

/** Regular backups by a sidecar, vmbackupmanager. Enterprise only: without a license, or the deprecated `acceptEULA`, it is an error. */
export interface VMBackupArgs {
  /** Destination of backups: `s3://bucket/path`, `gs://…`, `azblob://…` or `fs:///path`. */
  readonly destination?: pulumi.Input<string>;
  /** Leaves `destination` as it is. Otherwise each storage node of a cluster gets a folder named after its pod. Default false; no effect on VMSingle. */
  readonly destinationDisableSuffixAdd?: pulumi.Input<boolean>;
  /** File with the credentials for the destination, in a Secret, which is mounted at `/etc/vm/creds`. */
  readonly credentialsSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Address of an S3-compatible storage, `http://minio:9000` for example. */
  readonly customS3Endpoint?: pulumi.Input<string>;
  /** Number of concurrent uploads. Default: vmbackupmanager's own. */
  readonly concurrency?: pulumi.Input<number>;
  /** Makes no hourly backups. Default false. */
  readonly disableHourly?: pulumi.Input<boolean>;
  /** Makes no daily backups. Default false. */
  readonly disableDaily?: pulumi.Input<boolean>;
  /** Makes no weekly backups. Default false. */
  readonly disableWeekly?: pulumi.Input<boolean>;
  /** Makes no monthly backups. Default false. */
  readonly disableMonthly?: pulumi.Input<boolean>;
  /** URL that makes a snapshot. Default: the main container's, with the key of the extra argument `snapshotAuthKey`. */
  readonly snapshotCreateURL?: pulumi.Input<string>;
  /** URL that deletes a snapshot. Default: the main container's, with the key of the extra argument `snapshotAuthKey`. */
  readonly snapshotDeleteURL?: pulumi.Input<string>;
  /** Restoring of backups. */
  readonly restore?: pulumi.Input<VMRestoreArgs>;
  /** Accepts the terms of the enterprise version instead of a license key. Default false. Deprecated: use license.key or license.keyRef */
  readonly acceptEULA?: pulumi.Input<boolean>;
  /** Image of the sidecar. Default `victoriametrics/vmbackupmanager` in its enterprise version. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Port, in quotes, of the sidecar's own metrics and health. Default 8300. */
  readonly port?: pulumi.Input<string>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Requests and limits of the sidecar. Default 150m CPU and 200Mi memory, at most 500m and 500Mi. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Flags for the sidecar, names without dash. One that is derived too is replaced by the value given here. An empty value gives the bare flag. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Mounts for the sidecar, beside the data volume and the mounts of the main container. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
}

/** Restoring of backups. */
export interface VMRestoreArgs {
  /** Restores a backup before the application starts. */
  readonly onStart?: pulumi.Input<VMRestoreOnStartConfigArgs>;
}

/** Restores a backup before the application starts. */
export interface VMRestoreOnStartConfigArgs {
  /** Adds an init container that restores the backup chosen by `vmbackupmanager restore create`. Default false. */
  readonly enabled?: pulumi.Input<boolean>;
}

/** How long Pulumi waits for each part. */
export interface VMClusterTimeoutsArgs {
  /** Time after which an update of vmstorage is given up. Default: it grows with the number of pods, their grace period and minReadySeconds. */
  readonly vmstorage?: pulumi.Input<string>;
  /** Time after which an update of vmselect is given up. Default: it grows with the number of pods, their grace period and minReadySeconds. */
  readonly vmselect?: pulumi.Input<string>;
  /** Time after which an update of vminsert is given up. Default: it grows with the number of pods, their grace period and minReadySeconds. */
  readonly vminsert?: pulumi.Input<string>;
}

/** Scraping of the cluster's nodes, of the kubelet or an exporter for example. */
export interface VMNodeScrapeSpecArgs {
  /** Which nodes are scraped, by their labels. Default: all. */
  readonly selector?: pulumi.Input<LabelSelectorArgs>;
  /** Port of the node, in quotes. Default: the kubelet's, as the API server knows it. */
  readonly port?: pulumi.Input<string>;
  /** Label of the node whose value becomes the label `job`. Default: `job` is the namespace and name of this object. */
  readonly jobLabel?: pulumi.Input<string>;
  /** Labels of the nodes, copied to targets, with characters other than letters, digits and `_` as `_`. */
  readonly targetLabels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Protocol of the scrape. Default `http`. */
  readonly scheme?: pulumi.Input<EndpointScheme>;
  /** Path of the metrics. Default `/metrics`. */
  readonly path?: pulumi.Input<string>;
  /** Parameters of the URL, each with its values. */
  readonly params?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
  /** Time between scrapes, `30s` for example, within `minScrapeInterval` and `maxScrapeInterval` of the scraper. Default: its `scrapeInterval`. */
  readonly interval?: pulumi.Input<string>;
  /** The same as `interval`, spelled as in Prometheus. It wins over `interval`. */
  readonly scrape_interval?: pulumi.Input<string>;
  /** Time limit of a scrape. Default: the `scrapeTimeout` of the scraper. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Most samples that a scrape may bring; with more it fails. 0, the default, is no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Most different series that a node may bring in a day; more are dropped. 0, the default, is no limit. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Largest response that is accepted, `16MB` for example. Default: the scraper's own limit. */
  readonly max_scrape_size?: pulumi.Input<string>;
  /** On a conflict keeps the label of the scraped sample rather than that of the target. Default false, and always so under `overrideHonorLabels`. */
  readonly honorLabels?: pulumi.Input<boolean>;
  /** Keeps the timestamps of the samples. Default: the scraper's own; under `overrideHonorTimestamps` always false. */
  readonly honorTimestamps?: pulumi.Input<boolean>;
  /** Follows redirects. Default: the scraper's own, true. */
  readonly follow_redirects?: pulumi.Input<boolean>;
  /** Proxy for scrapes. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Relabeling of the scraped samples, after the rules of the scrape class. */
  readonly metricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Settings specific to the scraper of VictoriaMetrics. */
  readonly vm_scrape_params?: pulumi.Input<VMScrapeParamsArgs>;
  /** User name and password for HTTP basic authentication. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens by the client credentials grant of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. Ignored if `bearerTokenFile` is given. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An `Authorization` header. Without credentials it has no effect. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Relabeling of the targets, after the rules that come with the kind and those of the scrape class, before those of the scraper. */
  readonly relabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Scrape class of the scraper that fills in missing settings of the endpoints. Default: its default class. An unknown name is an error. */
  readonly scrapeClass?: pulumi.Input<string>;
}

/** Scraping of pods. */
export interface VMPodScrapeSpecArgs {
  /** Which pods are scraped, by their labels. Default: all in the namespaces of `namespaceSelector`. */
  readonly selector?: pulumi.Input<LabelSelectorArgs>;
  /** Namespaces of the pods. Default: the object's own namespace. */
  readonly namespaceSelector?: pulumi.Input<NamespaceSelectorArgs>;
  /** Endpoints of each pod: a job for each. The list may be empty. */
  readonly podMetricsEndpoints: pulumi.Input<pulumi.Input<PodMetricsEndpointArgs>[]>;
  /** Label of the pod whose value becomes the label `job`. Default: `job` is the namespace and name of this object. */
  readonly jobLabel?: pulumi.Input<string>;
  /** Labels of the pods, copied to targets, with characters other than letters, digits and `_` as `_`. */
  readonly podTargetLabels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Metadata to be attached to the targets of all endpoints. */
  readonly attach_metadata?: pulumi.Input<AttachMetadataArgs>;
  /** Maximum number of samples in a scrape, for endpoints without a limit. Default 0: no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Maximum number of different series of a target in a day, for endpoints without a limit. Default 0: no limit. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Scrape class of the scraper that fills in missing settings of the endpoints. Default: its default class. An unknown name is an error. */
  readonly scrapeClass?: pulumi.Input<string>;
}

/** A port of the pods, and how it is scraped. */
export interface PodMetricsEndpointArgs {
  /** Name of the container's port. It wins over `portNumber` and `targetPort`, and becomes the label `endpoint`. */
  readonly port?: pulumi.Input<string>;
  /** Number of the container's port, for when `port` is empty. It wins over `targetPort` and gives no label `endpoint`. */
  readonly portNumber?: pulumi.Input<number>;
  /** Name or number of the container's port, for when neither `port` nor `portNumber` is given; a number in quotes counts as a name. It becomes the label `endpoint` unless `port` is given. */
  readonly targetPort?: pulumi.Input<number | string>;
  /** Leaves out failed and completed pods. Default true. */
  readonly filterRunning?: pulumi.Input<boolean>;
  /** Metadata to be attached to targets. It wins over that of the scrape class and of the whole object. */
  readonly attach_metadata?: pulumi.Input<AttachMetadataArgs>;
  /** Protocol of the scrape. Default `http`. */
  readonly scheme?: pulumi.Input<EndpointScheme>;
  /** Path of the metrics. Default `/metrics`. */
  readonly path?: pulumi.Input<string>;
  /** Parameters of the URL, each with its values. */
  readonly params?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
  /** Time between scrapes, `30s` for example, within `minScrapeInterval` and `maxScrapeInterval` of the scraper. Default: its `scrapeInterval`. */
  readonly interval?: pulumi.Input<string>;
  /** The same as `interval`, spelled as in Prometheus. It wins over `interval`. */
  readonly scrape_interval?: pulumi.Input<string>;
  /** Time limit of a scrape. Default: the `scrapeTimeout` of the scraper. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Maximum number of samples in a scrape; with more it fails. Default 0: the limit of the whole object, if any. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Maximum number of different series of a target in a day; more are dropped. Default 0: the limit of the whole object, if any. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Largest response that is accepted, `16MB` for example. Default: the scraper's own limit. */
  readonly max_scrape_size?: pulumi.Input<string>;
  /** On a conflict keeps the label of the scraped sample rather than that of the target. Default false, and always so under `overrideHonorLabels`. */
  readonly honorLabels?: pulumi.Input<boolean>;
  /** Keeps the timestamps of the samples. Default: the scraper's own; under `overrideHonorTimestamps` always false. */
  readonly honorTimestamps?: pulumi.Input<boolean>;
  /** Follows redirects. Default: the scraper's own, true. */
  readonly follow_redirects?: pulumi.Input<boolean>;
  /** Proxy for scrapes. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Relabeling of the scraped samples, after the rules of the scrape class. */
  readonly metricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Settings specific to the scraper of VictoriaMetrics. */
  readonly vm_scrape_params?: pulumi.Input<VMScrapeParamsArgs>;
  /** User name and password for HTTP basic authentication. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens by the client credentials grant of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. Ignored if `bearerTokenFile` is given. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An `Authorization` header. Without credentials it has no effect. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Relabeling of the targets, after the rules that come with the kind and those of the scrape class, before those of the scraper. */
  readonly relabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
}

/** Probing of targets from outside, by way of a prober. */
export interface VMProbeSpecArgs {
  /** The exporter that probes the targets, the blackbox exporter for example. */
  readonly vmProberSpec: pulumi.Input<VMProberSpecArgs>;
  /** The probed targets; several of the fields may be given. */
  readonly targets?: pulumi.Input<VMProbeTargetsArgs>;
  /** Module of the prober, its kind of probe. It wins over a `module` among `params`. Default: the prober's own. */
  readonly module?: pulumi.Input<string>;
  /** The label `job` of the samples. Default: the name of the job in the configuration. */
  readonly jobName?: pulumi.Input<string>;
  /** Protocol of the scrape. Default `http`. */
  readonly scheme?: pulumi.Input<EndpointScheme>;
  /** Has no effect: the prober's path is `vmProberSpec.path`. */
  readonly path?: pulumi.Input<string>;
  /** Parameters of the URL, each with its values. */
  readonly params?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
  /** Time between scrapes, `30s` for example, within `minScrapeInterval` and `maxScrapeInterval` of the scraper. Default: its `scrapeInterval`. */
  readonly interval?: pulumi.Input<string>;
  /** The same as `interval`, spelled as in Prometheus. It wins over `interval`. */
  readonly scrape_interval?: pulumi.Input<string>;
  /** Time limit of a scrape. Default: the `scrapeTimeout` of the scraper. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Most samples that a probe may bring; with more it fails. 0, the default, is no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Most different series that a target may bring in a day; more are dropped. 0, the default, is no limit. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Largest response that is accepted, `16MB` for example. Default: the scraper's own limit. */
  readonly max_scrape_size?: pulumi.Input<string>;
  /** On a conflict keeps the label of the scraped sample rather than that of the target. Default false, and always so under `overrideHonorLabels`. */
  readonly honorLabels?: pulumi.Input<boolean>;
  /** Keeps the timestamps of the samples. Default: the scraper's own; under `overrideHonorTimestamps` always false. */
  readonly honorTimestamps?: pulumi.Input<boolean>;
  /** Follows redirects. Default: the scraper's own, true. */
  readonly follow_redirects?: pulumi.Input<boolean>;
  /** Proxy for scrapes. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Relabeling of the scraped samples, after the rules of the scrape class. */
  readonly metricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Settings specific to the scraper of VictoriaMetrics. */
  readonly vm_scrape_params?: pulumi.Input<VMScrapeParamsArgs>;
  /** User name and password for HTTP basic authentication. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens by the client credentials grant of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. Ignored if `bearerTokenFile` is given. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An `Authorization` header. Without credentials it has no effect. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Scrape class of the scraper that fills in TLS and authentication; its relabeling is not for probes. Default: its default class. An unknown name is an error. */
  readonly scrapeClass?: pulumi.Input<string>;
}

/** The exporter that probes the targets, the blackbox exporter for example. */
export interface VMProberSpecArgs {
  /** Address of the prober, `host:port`. */
  readonly url: pulumi.Input<string>;
  /** Protocol of requests to the prober. Default: `scheme` of the probe, else `http`. */
  readonly scheme?: pulumi.Input<VMProberSpecScheme>;
  /** Path on the prober that results are asked of. Default `/probe`. */
  readonly path?: pulumi.Input<string>;
}

/** The probed targets; several of the fields may be given. */
export interface VMProbeTargetsArgs {
  /** Addresses to be probed. */
  readonly static?: pulumi.Input<VMProbeTargetStaticArgs>;
  /** Objects of the cluster to be probed. */
  readonly kubernetes?: pulumi.Input<pulumi.Input<VMProbeTargetKubernetesArgs>[]>;
  /** The same as `static`. Both together are an error. Deprecated: use static */
  readonly staticConfig?: pulumi.Input<VMProbeTargetStaticArgs>;
  /** Ingresses to be probed, after the targets of `kubernetes`. `role` has no effect here. Deprecated: use kubernetes with the role ingress */
  readonly ingress?: pulumi.Input<VMProbeTargetKubernetesArgs>;
}

/** Addresses to be probed. */
export interface VMProbeTargetStaticArgs {
  /** The addresses: URLs or hosts, in the form of the prober's module. */
  readonly targets: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels of the targets. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Relabeling of these targets, after the rules that come with them. */
  readonly relabelingConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
}

/** Objects of the cluster to be probed. */
export interface VMProbeTargetKubernetesArgs {
  /** Kind of the probed objects. Services, pods and nodes may set path and scheme by the annotations `operator.victoriametrics.com/probe-path` and `probe-scheme`; default `/` and `http`. Required, except in `ingress`. */
  readonly role?: pulumi.Input<VMProbeTargetKubernetesRole>;
  /** Which of them are probed, by their labels. Default: all. */
  readonly selector?: pulumi.Input<LabelSelectorArgs>;
  /** Namespaces of the objects. Default: the object's own namespace. */
  readonly namespaceSelector?: pulumi.Input<NamespaceSelectorArgs>;
  /** Relabeling of these targets, after the rules that come with them. */
  readonly relabelingConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
}

/** Groups of alerting and recording rules for every VMAlert that selects the object. */
export interface VMRuleSpecArgs {
  /** Groups of rules. The list may be empty. */
  readonly groups: pulumi.Input<pulumi.Input<RuleGroupArgs>[]>;
}

/** Rules that are evaluated together, one after the other unless `concurrency` says otherwise. */
export interface RuleGroupArgs {
  /** Name of the group. It must not be empty, and no other group of the object may have it. */
  readonly name: pulumi.Input<string>;
  /** The rules, in the order of their evaluation. No two may share expression, name and labels. The list may be empty. */
  readonly rules: pulumi.Input<pulumi.Input<RuleArgs>[]>;
  /** Time between evaluations. Default: `evaluationInterval` of the VMAlert. */
  readonly interval?: pulumi.Input<string>;
  /** Evaluations start this long after each multiple of `interval`, or before it if negative. At most `interval` long, and not together with `eval_delay`. */
  readonly eval_offset?: pulumi.Input<string>;
  /** How far in the past rules look, so that late samples are seen. Default: `-rule.evalDelay` of vmalert. Not with `eval_offset`. */
  readonly eval_delay?: pulumi.Input<string>;
  /** Whether the time of an evaluation is rounded down to a multiple of `interval`. Default true. */
  readonly eval_alignment?: pulumi.Input<boolean>;
  /** How many rules are evaluated at a time. Default 1. Negative values are errors. */
  readonly concurrency?: pulumi.Input<number>;
  /** Most results that a rule may give; with more its evaluation fails. 0, the default, is no limit. Negative values are errors. */
  readonly limit?: pulumi.Input<number>;
  /** Labels for the results of all rules. Labels of a rule win. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Language of the expressions: `prometheus` for MetricsQL and PromQL, which is the default, `graphite` or `vlogs` for LogsQL. */
  readonly type?: pulumi.Input<RuleGroupType>;
  /** Tenant whose samples are read and written, `accountID` or `accountID:projectID`. Enterprise only, with the flag `-clusterMode`. Anything that is not one or two 32-bit integers is an error. */
  readonly tenant?: pulumi.Input<string>;
  /** Parameters for the requests to the datasource, each with its values. */
  readonly params?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
  /** Headers for the requests to the datasource, `Name: value`. They win over those of the VMAlert. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers for the requests to notifiers, `Name: value`. They win over those of the VMAlert. */
  readonly notifier_headers?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A rule: an expression whose results become series (`record`) or alerts (`alert`). Exactly one of the two must be given. */
export interface RuleArgs {
  /** Name of the series that the results are written to. */
  readonly record?: pulumi.Input<string>;
  /** Name of the alerts that the results become. Without any notifier, VMAlert leaves alerting rules out. */
  readonly alert?: pulumi.Input<string>;
  /** Expression that is evaluated, in the language of the group's `type`. It must not be empty, and one that cannot be parsed is an error. */
  readonly expr?: pulumi.Input<string>;
  /** How long an alert is pending before it fires. Default 0: it fires at once. Only for alerting rules. */
  readonly for?: pulumi.Input<string>;
  /** How long an alert goes on firing after the expression has stopped to give it. Default 0. */
  readonly keep_firing_for?: pulumi.Input<string>;
  /** Labels for the results. They win over those of the group. Values may be templates; `__name__` is an error. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Texts for the readers of the alert. Values may be templates: `{{ $labels.instance }} is down`. */
  readonly annotations?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Logs each evaluation in detail. Default false. */
  readonly debug?: pulumi.Input<boolean>;
  /** How many past evaluations the rule's page in the user interface shows. Default: `-rule.updateEntriesLimit` of vmalert. */
  readonly update_entries_limit?: pulumi.Input<number>;
}

/** Scraping of targets that are discovered in any way that VictoriaMetrics knows. */
export interface VMScrapeConfigSpecArgs {
  /** Targets by their addresses. */
  readonly staticConfigs?: pulumi.Input<pulumi.Input<StaticConfigArgs>[]>;
  /** Targets from files of the scraper's container. */
  readonly fileSDConfigs?: pulumi.Input<pulumi.Input<FileSDConfigArgs>[]>;
  /** Targets from URLs that list them. */
  readonly httpSDConfigs?: pulumi.Input<pulumi.Input<HTTPSDConfigArgs>[]>;
  /** Targets from Kubernetes. */
  readonly kubernetesSDConfigs?: pulumi.Input<pulumi.Input<KubernetesSDConfigArgs>[]>;
  /** Targets from the catalogue of Consul. */
  readonly consulSDConfigs?: pulumi.Input<pulumi.Input<ConsulSDConfigArgs>[]>;
  /** Targets from DNS records. */
  readonly dnsSDConfigs?: pulumi.Input<pulumi.Input<DNSSDConfigArgs>[]>;
  /** Targets from Amazon EC2. */
  readonly ec2SDConfigs?: pulumi.Input<pulumi.Input<EC2SDConfigArgs>[]>;
  /** Targets from Azure. */
  readonly azureSDConfigs?: pulumi.Input<pulumi.Input<AzureSDConfigArgs>[]>;
  /** Targets from Google Compute Engine. */
  readonly gceSDConfigs?: pulumi.Input<pulumi.Input<GCESDConfigArgs>[]>;
  /** Targets from OpenStack. */
  readonly openstackSDConfigs?: pulumi.Input<pulumi.Input<OpenStackSDConfigArgs>[]>;
  /** Targets from DigitalOcean. */
  readonly digitalOceanSDConfigs?: pulumi.Input<pulumi.Input<DigitalOceanSDConfigArgs>[]>;
  /** Targets from Hetzner. */
  readonly hetznerSDConfigs?: pulumi.Input<pulumi.Input<HetznerSDConfigArgs>[]>;
  /** Targets from Eureka. */
  readonly eurekaSDConfigs?: pulumi.Input<pulumi.Input<EurekaSDConfigArgs>[]>;
  /** Targets from PuppetDB. */
  readonly puppetDBSDConfigs?: pulumi.Input<pulumi.Input<PuppetDBSDConfigArgs>[]>;
  /** Targets from Vultr: an error, since the scraper refuses its whole configuration with them. */
  readonly vultrSDConfigs?: pulumi.Input<pulumi.Input<VultrSDConfigArgs>[]>;
  /** Targets from Kuma. */
  readonly kumaSDConfigs?: pulumi.Input<pulumi.Input<KumaSDConfigArgs>[]>;
  /** Targets from OVHcloud. */
  readonly ovhcloudSDConfigs?: pulumi.Input<pulumi.Input<OVHCloudSDConfigArgs>[]>;
  /** Targets from Nomad. */
  readonly nomadSDConfigs?: pulumi.Input<pulumi.Input<NomadSDConfigArgs>[]>;
  /** Targets from Consul agents. */
  readonly consulAgentSDConfigs?: pulumi.Input<pulumi.Input<ConsulAgentSDConfigArgs>[]>;
  /** Targets from Docker. */
  readonly dockerSDConfigs?: pulumi.Input<pulumi.Input<DockerSDConfigArgs>[]>;
  /** Targets from Docker Swarm. */
  readonly dockerSwarmSDConfigs?: pulumi.Input<pulumi.Input<DockerSwarmSDConfigArgs>[]>;
  /** Targets from Marathon. */
  readonly marathonSDConfigs?: pulumi.Input<pulumi.Input<MarathonSDConfigArgs>[]>;
  /** Targets from Yandex Cloud. */
  readonly yandexCloudSDConfigs?: pulumi.Input<pulumi.Input<YandexCloudSDConfigArgs>[]>;
  /** Protocol of the scrape. Default `http`. */
  readonly scheme?: pulumi.Input<EndpointScheme>;
  /** Path of the metrics. Default `/metrics`. */
  readonly path?: pulumi.Input<string>;
  /** Parameters of the URL, each with its values. */
  readonly params?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
  /** Time between scrapes, `30s` for example, within `minScrapeInterval` and `maxScrapeInterval` of the scraper. Default: its `scrapeInterval`. */
  readonly interval?: pulumi.Input<string>;
  /** The same as `interval`, spelled as in Prometheus. It wins over `interval`. */
  readonly scrape_interval?: pulumi.Input<string>;
  /** Time limit of a scrape. Default: the `scrapeTimeout` of the scraper. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Most samples that a scrape may bring; with more it fails. 0, the default, is no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Most different series that a target may bring in a day; more are dropped. 0, the default, is no limit. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Largest response that is accepted, `16MB` for example. Default: the scraper's own limit. */
  readonly max_scrape_size?: pulumi.Input<string>;
  /** On a conflict keeps the label of the scraped sample rather than that of the target. Default false, and always so under `overrideHonorLabels`. */
  readonly honorLabels?: pulumi.Input<boolean>;
  /** Keeps the timestamps of the samples. Default: the scraper's own; under `overrideHonorTimestamps` always false. */
  readonly honorTimestamps?: pulumi.Input<boolean>;
  /** Follows redirects. Default: the scraper's own, true. */
  readonly follow_redirects?: pulumi.Input<boolean>;
  /** Proxy for scrapes. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Relabeling of the scraped samples, after the rules of the scrape class. */
  readonly metricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Settings specific to the scraper of VictoriaMetrics. */
  readonly vm_scrape_params?: pulumi.Input<VMScrapeParamsArgs>;
  /** User name and password for HTTP basic authentication. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens by the client credentials grant of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. Ignored if `bearerTokenFile` is given. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An `Authorization` header. Without credentials it has no effect. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Relabeling of the targets, after the rules that come with the kind and those of the scrape class, before those of the scraper. */
  readonly relabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Scrape class of the scraper that fills in missing settings of the endpoints. Default: its default class. An unknown name is an error. */
  readonly scrapeClass?: pulumi.Input<string>;
}

/** Targets by their addresses. */
export interface StaticConfigArgs {
  /** Addresses of the targets, `host:port`. */
  readonly targets?: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels of the targets. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** Targets from files of the scraper's container, which are read again when they change. */
export interface FileSDConfigArgs {
  /** Paths or URLs of the files; `*` in the last part stands for anything. At least one is needed. */
  readonly files: pulumi.Input<pulumi.Input<string>[]>;
}

/** Targets from a URL that answers with a list of them in JSON. */
export interface HTTPSDConfigArgs {
  /** The URL that lists the targets. */
  readonly url: pulumi.Input<string>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the API of a Kubernetes cluster. */
export interface KubernetesSDConfigArgs {
  /** Which objects become targets. */
  readonly role: pulumi.Input<KubernetesSDConfigRole>;
  /** Address of the API server. Default: that of the cluster that the scraper runs in, with its ServiceAccount. */
  readonly apiServer?: pulumi.Input<string>;
  /** Namespaces for discovery. Default: all. */
  readonly namespaces?: pulumi.Input<NamespaceDiscoveryArgs>;
  /** Conditions on the objects, answered by the Kubernetes API. */
  readonly selectors?: pulumi.Input<pulumi.Input<K8SSelectorConfigArgs>[]>;
  /** Metadata to be attached to targets, where the role allows it. */
  readonly attach_metadata?: pulumi.Input<AttachMetadataArgs>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** The scraper knows no such settings for this discovery and refuses its whole configuration with them: an error. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Namespaces for discovery. Default: all. */
export interface NamespaceDiscoveryArgs {
  /** Names of the namespaces. */
  readonly names?: pulumi.Input<pulumi.Input<string>[]>;
  /** Looks in the namespace of the scraper's pod. Default false. */
  readonly ownNamespace?: pulumi.Input<boolean>;
}

/** Selection by the Kubernetes API. Empty text means no condition. */
export interface K8SSelectorConfigArgs {
  /** Which objects the conditions are for. */
  readonly role: pulumi.Input<KubernetesSDConfigRole>;
  /** Condition on labels, `app=shop,tier!=cache`. */
  readonly label?: pulumi.Input<string>;
  /** Condition on fields, `status.phase=Running`. */
  readonly field?: pulumi.Input<string>;
}

/** Targets from the catalogue of Consul. */
export interface ConsulSDConfigArgs {
  /** Address of Consul, `host:port`. */
  readonly server: pulumi.Input<string>;
  /** Token for Consul, in a Secret. */
  readonly tokenRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** Data centre. Default: that of the server. */
  readonly datacenter?: pulumi.Input<string>;
  /** Namespace of Consul Enterprise. */
  readonly namespace?: pulumi.Input<string>;
  /** Admin partition of Consul Enterprise. */
  readonly partition?: pulumi.Input<string>;
  /** Protocol of requests to Consul. Default `http`. */
  readonly scheme?: pulumi.Input<ConsulSDConfigScheme>;
  /** Services whose instances become targets. Default: all. */
  readonly services?: pulumi.Input<pulumi.Input<string>[]>;
  /** Tags that an instance must have, all of them. `filter` says more. */
  readonly tags?: pulumi.Input<pulumi.Input<string>[]>;
  /** Text between the tags of a service in the label that holds them all. Default: the scraper's own, `,`. */
  readonly tagSeparator?: pulumi.Input<string>;
  /** Metadata that the node of an instance must have. */
  readonly nodeMeta?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Takes answers from followers too, which loads the leader less. Default: the scraper's own, true. */
  readonly allowStale?: pulumi.Input<boolean>;
  /** Filter expression of Consul for the instances. */
  readonly filter?: pulumi.Input<string>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from DNS records. */
export interface DNSSDConfigArgs {
  /** Names that are asked for. At least one is needed. */
  readonly names: pulumi.Input<pulumi.Input<string>[]>;
  /** Type of the records. Default `SRV`, whose records hold the port as well. */
  readonly type?: pulumi.Input<DNSSDConfigType>;
  /** Port of the targets, for other types than `SRV`. */
  readonly port?: pulumi.Input<number>;
}

/** Targets from the instances of Amazon EC2. */
export interface EC2SDConfigArgs {
  /** Region. Default: that of the instance that the scraper runs on. */
  readonly region?: pulumi.Input<string>;
  /** Access key, in a Secret. Default: from the scraper's environment. */
  readonly accessKey?: pulumi.Input<SecretKeySelectorArgs>;
  /** Secret key, in a Secret. */
  readonly secretKey?: pulumi.Input<SecretKeySelectorArgs>;
  /** Role to be assumed. */
  readonly roleARN?: pulumi.Input<string>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** Conditions on the instances, in the form of `DescribeInstances`. */
  readonly filters?: pulumi.Input<pulumi.Input<FilterArgs>[]>;
}

/** A condition on targets; one of the values must match. */
export interface FilterArgs {
  /** Name of the condition, as the API calls it. */
  readonly name: pulumi.Input<string>;
  /** Values of the condition. */
  readonly values: pulumi.Input<pulumi.Input<string>[]>;
}

/** Targets from the virtual machines of Azure. */
export interface AzureSDConfigArgs {
  /** Cloud. Default: the scraper's own, `AzurePublicCloud`. */
  readonly environment?: pulumi.Input<string>;
  /** How the scraper logs in. Default: the scraper's own, `OAuth`. */
  readonly authenticationMethod?: pulumi.Input<AzureSDConfigAuthenticationMethod>;
  /** Id of the subscription. */
  readonly subscriptionID: pulumi.Input<string>;
  /** Id of the tenant, for `OAuth`. */
  readonly tenantID?: pulumi.Input<string>;
  /** Id of the application, for `OAuth`, or of the managed identity. */
  readonly clientID?: pulumi.Input<string>;
  /** The application's secret, in a Secret, for `OAuth`. */
  readonly clientSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Resource group that the machines are in. Default: all. */
  readonly resourceGroup?: pulumi.Input<string>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the instances of Google Compute Engine. */
export interface GCESDConfigArgs {
  /** Id of the project. */
  readonly project: pulumi.Input<string>;
  /** Zone of the instances, or several of them; `*` stands for all. */
  readonly zone: pulumi.Input<string | pulumi.Input<string>[]>;
  /** Condition on the instances, in the form of the API. */
  readonly filter?: pulumi.Input<string>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** Text between the tags of an instance in the label that holds them all. Default: the scraper's own, `,`. */
  readonly tagSeparator?: pulumi.Input<string>;
}

/** Targets from OpenStack. */
export interface OpenStackSDConfigArgs {
  /** Kind of the targets: instances, or the hypervisors. */
  readonly role: pulumi.Input<OpenStackSDConfigRole>;
  /** Region. */
  readonly region: pulumi.Input<string>;
  /** URL of the identity service. Default: from the scraper's environment. */
  readonly identityEndpoint?: pulumi.Input<string>;
  /** User name, together with the domain or else `userid`. */
  readonly username?: pulumi.Input<string>;
  /** Id of the user. */
  readonly userid?: pulumi.Input<string>;
  /** Password of the user, in a Secret. */
  readonly password?: pulumi.Input<SecretKeySelectorArgs>;
  /** Domain of the user, by its name. */
  readonly domainName?: pulumi.Input<string>;
  /** Domain of the user, by its id. */
  readonly domainID?: pulumi.Input<string>;
  /** Project, by its name. */
  readonly projectName?: pulumi.Input<string>;
  /** Project, by its id. */
  readonly projectID?: pulumi.Input<string>;
  /** Name of an application credential, instead of user and password. */
  readonly applicationCredentialName?: pulumi.Input<string>;
  /** Id of an application credential. */
  readonly applicationCredentialId?: pulumi.Input<string>;
  /** Secret of the application credential, in a Secret. */
  readonly applicationCredentialSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Lists the instances of all projects, which needs the rights of an administrator. Default false. */
  readonly allTenants?: pulumi.Input<boolean>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** Which of the endpoints of the services is asked. Default: the scraper's own, `public`. */
  readonly availability?: pulumi.Input<OpenStackSDConfigAvailability>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
}

/** Targets from the droplets of DigitalOcean. */
export interface DigitalOceanSDConfigArgs {
  /** Address of the API. Default: the public one. */
  readonly server?: pulumi.Input<string>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the servers of Hetzner. */
export interface HetznerSDConfigArgs {
  /** Which servers: those of Hetzner Robot, or those of Hetzner Cloud (`hcloud` or `Cloud`). */
  readonly role: pulumi.Input<HetznerSDConfigRole>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the instances that are registered at Eureka. */
export interface EurekaSDConfigArgs {
  /** Address of Eureka's API. Default: `localhost:8080/eureka/v2`. */
  readonly server?: pulumi.Input<string>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the resources that PuppetDB knows. */
export interface PuppetDBSDConfigArgs {
  /** URL of PuppetDB. */
  readonly url: pulumi.Input<string>;
  /** Query (PQL) for resources. */
  readonly query: pulumi.Input<string>;
  /** Turns the parameters of a resource into labels. They may hold credentials. Default false. */
  readonly includeParameters?: pulumi.Input<boolean>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the instances of Vultr. The scraper refuses its whole configuration with the key that the operator writes for it. */
export interface VultrSDConfigArgs {
  /** Label of the instances. */
  readonly label?: pulumi.Input<string>;
  /** Main address of the instances. */
  readonly mainIP?: pulumi.Input<string>;
  /** Region of the instances. */
  readonly region?: pulumi.Input<string>;
  /** Firewall group of the instances. */
  readonly firewallGroupID?: pulumi.Input<string>;
  /** Host name of the instances. */
  readonly hostname?: pulumi.Input<string>;
  /** Port of the targets. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the control plane of Kuma. */
export interface KumaSDConfigArgs {
  /** URL of Kuma's monitoring assignment service. */
  readonly server: pulumi.Input<string>;
  /** Name of the client, for which Kuma chooses the targets. Default: the scraper's host name. */
  readonly clientID?: pulumi.Input<string>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the servers of OVHcloud. */
export interface OVHCloudSDConfigArgs {
  /** Which servers: virtual private servers, or dedicated ones. */
  readonly service: pulumi.Input<OVHCloudSDConfigService>;
  /** Key of the application that asks. */
  readonly applicationKey: pulumi.Input<string>;
  /** Secret of the application, in a Secret. */
  readonly applicationSecret: pulumi.Input<SecretKeySelectorArgs>;
  /** Consumer key, in a Secret. */
  readonly consumerKey: pulumi.Input<SecretKeySelectorArgs>;
  /** Name of the API. Default: the scraper's own, `ovh-eu`. */
  readonly endpoint?: pulumi.Input<string>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the services of Nomad. */
export interface NomadSDConfigArgs {
  /** Address of Nomad, `host:port`. */
  readonly server: pulumi.Input<string>;
  /** Namespace of Nomad. Default: the scraper's own, `default`. */
  readonly namespace?: pulumi.Input<string>;
  /** Region of Nomad. Default: the scraper's own, `global`. */
  readonly region?: pulumi.Input<string>;
  /** Text between the tags of a service in the label that holds them all. Default: the scraper's own, `,`. */
  readonly tagSeparator?: pulumi.Input<string>;
  /** Takes answers from followers too, which loads the leader less. Default: the scraper's own, true. */
  readonly allowStale?: pulumi.Input<boolean>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the services that a Consul agent knows. */
export interface ConsulAgentSDConfigArgs {
  /** Address of the agent, `host:port`. Default: `localhost:8500`. */
  readonly server?: pulumi.Input<string>;
  /** Token for the agent, in a Secret. */
  readonly tokenRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** Data centre. Default: that of the agent. */
  readonly datacenter?: pulumi.Input<string>;
  /** Namespace of Consul Enterprise. */
  readonly namespace?: pulumi.Input<string>;
  /** Protocol of requests to the agent. Default `http`. */
  readonly scheme?: pulumi.Input<ConsulSDConfigScheme>;
  /** Services whose instances become targets. Default: all. */
  readonly services?: pulumi.Input<pulumi.Input<string>[]>;
  /** Text between the tags of a service in the label that holds them all. Default: the scraper's own, `,`. */
  readonly tagSeparator?: pulumi.Input<string>;
  /** Filter expression of Consul for the services. */
  readonly filter?: pulumi.Input<string>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the containers of a Docker daemon. */
export interface DockerSDConfigArgs {
  /** Address of the daemon, `tcp://host:port` or `unix:///var/run/docker.sock`. */
  readonly host?: pulumi.Input<string>;
  /** Conditions that the API is asked for. */
  readonly filters?: pulumi.Input<pulumi.Input<FilterArgs>[]>;
  /** Host of targets in the network of the host. Default: the scraper's own, `localhost`. */
  readonly hostNetworkingHost?: pulumi.Input<string>;
  /** Takes only the first network of a container that is in several. Default: the scraper's own, true. */
  readonly matchFirstNetwork?: pulumi.Input<boolean>;
  /** Port of targets that publish none. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from Docker Swarm. */
export interface DockerSwarmSDConfigArgs {
  /** Address of the Docker daemon. */
  readonly host: pulumi.Input<string>;
  /** Kind of the targets. */
  readonly role: pulumi.Input<DockerSwarmSDConfigRole>;
  /** Conditions that the API is asked for. */
  readonly filters?: pulumi.Input<pulumi.Input<FilterArgs>[]>;
  /** Port of targets that publish none. Default: the scraper's own, 80. */
  readonly port?: pulumi.Input<number>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from the applications of Marathon. */
export interface MarathonSDConfigArgs {
  /** URLs of Marathon; one of them gets the requests. At least one is needed. */
  readonly servers: pulumi.Input<pulumi.Input<string>[]>;
  /** User name and password for the API. Even an empty block is written. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** An `Authorization` header for the API. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Tokens of OAuth 2.0 for the API. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Proxy for requests to the API. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Authentication at that proxy. */
  readonly proxy_client_config?: pulumi.Input<ProxyClientConfigArgs>;
  /** Follows redirects of the API. Default: the scraper's own, true. */
  readonly followRedirects?: pulumi.Input<boolean>;
}

/** Targets from Yandex Cloud. */
export interface YandexCloudSDConfigArgs {
  /** Kind of the targets: virtual machines, or databases of YDB. */
  readonly service: pulumi.Input<YandexCloudSDConfigService>;
  /** OAuth token, in a Secret. Default: the service account of the machine that the scraper runs on. */
  readonly yandexPassportOAuthToken?: pulumi.Input<SecretKeySelectorArgs>;
  /** Address of the API. Default: the public one. */
  readonly apiEndpoint?: pulumi.Input<string>;
  /** Ids of the folders. Default: all. */
  readonly folderIDs?: pulumi.Input<pulumi.Input<string>[]>;
  /** TLS of the connection to the API. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
}

/** A database for metrics in a single pod, which can scrape targets as well. */
export interface VMSingleSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Claim for the samples. A size of zero makes none; without a claim they are lost with the pod. Access mode `ReadWriteOnce` by default. */
  readonly storage?: pulumi.Input<types.input.core.v1.PersistentVolumeClaimSpec>;
  /** Labels and annotations of the claim. `name` has no effect. */
  readonly storageMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Folder of the samples in the container, for volumes of one's own: it needs `volumes` and, unless one is called `data`, `volumeMounts`. Default `/victoria-metrics-data`. */
  readonly storageDataPath?: pulumi.Input<string>;
  /** Deletes the claim, and the samples with it, together with the component. Default false. */
  readonly removePvcAfterDelete?: pulumi.Input<boolean>;
  /** Retention of samples: a number of months, or a number with `h`, `d`, `w` or `y`. Default: the application's own, one month. */
  readonly retentionPeriod?: pulumi.Input<string>;
  /** Retentions for some series that differ from `retentionPeriod`. Enterprise only: without a license it is an error. */
  readonly retentionFilters?: pulumi.Input<pulumi.Input<RetentionFilterArgs>[]>;
  /** Downsampling of old samples. Enterprise only: without a license it is an error. */
  readonly downsampling?: pulumi.Input<DownsamplingConfigArgs>;
  /** Regular backups by a sidecar, vmbackupmanager. Enterprise only: without a license, or the deprecated `acceptEULA`, it is an error. */
  readonly vmBackup?: pulumi.Input<VMBackupArgs>;
  /** Relabeling of all ingested samples. These rules come before those of `relabelConfig`. */
  readonly inlineRelabelConfig?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Further rules for all ingested samples, as YAML in a ConfigMap. A missing ConfigMap or key is an error. */
  readonly relabelConfig?: pulumi.Input<ConfigMapKeySelectorArgs>;
  /** Aggregation of all ingested samples. */
  readonly streamAggrConfig?: pulumi.Input<StreamAggrConfigArgs>;
  /** Listeners for other protocols of ingestion. Each becomes a flag, container ports and ports of the Service, by TCP and, HTTP excepted, UDP. */
  readonly insertPorts?: pulumi.Input<InsertPortsArgs>;
  /** Takes all scrape objects of all namespaces, for each kind without selectors. Default false: such kinds are not selected. */
  readonly selectAllByDefault?: pulumi.Input<boolean>;
  /** Which VMServiceScrape objects are used, by their labels; `{}` takes all. Without `serviceScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly serviceScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMServiceScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly serviceScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMServiceScrape, after its own rules. */
  readonly serviceScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMPodScrape objects are used, by their labels; `{}` takes all. Without `podScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly podScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMPodScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly podScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMPodScrape, after its own rules. */
  readonly podScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMProbe objects are used, by their labels; `{}` takes all. Without `probeNamespaceSelector` only those of the resource's namespace. */
  readonly probeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMProbe objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly probeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMProbe, after its own rules. */
  readonly probeScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMNodeScrape objects are used, by their labels; `{}` takes all. Without `nodeScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly nodeScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMNodeScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly nodeScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMNodeScrape, after its own rules. */
  readonly nodeScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMStaticScrape objects are used, by their labels; `{}` takes all. Without `staticScrapeNamespaceSelector` only those of the resource's namespace. */
  readonly staticScrapeSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMStaticScrape objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly staticScrapeNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMStaticScrape, after its own rules. */
  readonly staticScrapeRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Which VMScrapeConfig objects are used, by their labels; `{}` takes all. Without `scrapeConfigNamespaceSelector` only those of the resource's namespace. */
  readonly scrapeConfigSelector?: pulumi.Input<LabelSelectorArgs>;
  /** In which namespaces VMScrapeConfig objects are looked for, by the labels of the Namespaces; `{}` takes all namespaces. */
  readonly scrapeConfigNamespaceSelector?: pulumi.Input<LabelSelectorArgs>;
  /** Relabeling of the targets of every VMScrapeConfig, after its own rules. */
  readonly scrapeConfigRelabelTemplate?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Scrapes nothing and only accepts pushed data: no configuration, no permissions to discover targets. Default true; false turns scraping on. */
  readonly ingestOnlyMode?: pulumi.Input<boolean>;
  /** Time between scrapes, for targets without an interval. Default 30s. */
  readonly scrapeInterval?: pulumi.Input<string>;
  /** Time limit of a scrape, for targets without one. Default: the scraper's own. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Shortest time between scrapes that an object may ask for; a shorter one becomes this. Default: no bound. */
  readonly minScrapeInterval?: pulumi.Input<string>;
  /** Longest time between scrapes that an object may ask for; a longer one becomes this. Default: no bound. */
  readonly maxScrapeInterval?: pulumi.Input<string>;
  /** Maximum number of samples in a scrape, for targets without a limit. Default 0: no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Labels for all scraped samples. They win over the label that `externalLabelName` names. */
  readonly externalLabels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Label with the namespace and name of this resource, for all scraped samples. Default `prometheus`; an empty name leaves it out. */
  readonly externalLabelName?: pulumi.Input<string>;
  /** The same as `externalLabelName`, which wins. Deprecated: use externalLabelName */
  readonly vmAgentExternalLabelName?: pulumi.Input<string>;
  /** Relabeling of the targets of all jobs. */
  readonly globalScrapeRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Relabeling of the samples of all jobs. */
  readonly globalScrapeMetricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Named sets of authentication and relabeling, for scrape objects to refer to. */
  readonly scrapeClasses?: pulumi.Input<pulumi.Input<ScrapeClassArgs>[]>;
  /** The API server for discovery. Default: the cluster of the pods. */
  readonly apiServerConfig?: pulumi.Input<APIServerConfigArgs>;
  /** Lets the API server choose targets by the objects' selectors rather than by relabeling, which loads less. Default false; an error together with `daemonSetMode`. */
  readonly enableKubernetesAPISelectors?: pulumi.Input<boolean>;
  /** Further scrape jobs as a YAML list, the last in the configuration. Text that is not such a list is an error. */
  readonly inlineScrapeConfig?: pulumi.Input<string>;
  /** Further scrape jobs as a YAML list in a Secret, before those of `inlineScrapeConfig`. A missing Secret or key is an error. */
  readonly additionalScrapeConfigs?: pulumi.Input<SecretKeySelectorArgs>;
  /** Label that every target gets with the namespace of its scrape object. Rules of the object cannot change it: those for samples are dropped. */
  readonly enforcedNamespaceLabel?: pulumi.Input<string>;
  /** Makes `honorLabels` false in all jobs made from scrape objects. Default false. */
  readonly overrideHonorLabels?: pulumi.Input<boolean>;
  /** Makes `honorTimestamps` false in all jobs made from scrape objects. Default false. */
  readonly overrideHonorTimestamps?: pulumi.Input<boolean>;
  /** Discovers the targets of a scrape object only in its own namespace, and ignores its `namespaceSelector`. Default false. */
  readonly ignoreNamespaceSelectors?: pulumi.Input<boolean>;
  /** Whether scrape objects may refer to files of the container. Classes may in any case. */
  readonly arbitraryFSAccessThroughSMs?: pulumi.Input<ArbitraryFSAccessThroughSMsConfigArgs>;
  /** Image of the single-node version. Default `victoriametrics/victoria-metrics`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the database. More than one would write to the same claim. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the database listens on and its Service offers. Default 8429; unless it is 8428, the Service offers it as 8428 too. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the database. Default 150m CPU and 500Mi memory, at most 1200m and 1500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Has no effect: a database that is busy must not be restarted. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** Image of the config-reloader with its tag. Default `victoriametrics/operator:config-reloader-v0.74.1`. */
  readonly configReloaderImage?: pulumi.Input<string>;
  /** Image of the config-reloader with its tag, used if `configReloaderImage` is empty. Deprecated: use configReloaderImage */
  readonly configReloaderImageTag?: pulumi.Input<string>;
  /** Requests and limits of the config-reloader. Missing values become a request of 10m CPU and 25Mi memory without limits, unless `useDefaultResources` is false. */
  readonly configReloaderResources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Flags for the config-reloader and the init container, names without dashes. They replace derived flags of the same name. */
  readonly configReloaderExtraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Key that the application then requires for a reload, and that the config-reloader sends. The whole Secret is mounted into both. */
  readonly configReloadAuthKeySecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** Has no effect: the config-reloader of VictoriaMetrics is used in any case. Deprecated: leave it out */
  readonly useVMConfigReloader?: pulumi.Input<boolean>;
  /** Key for the enterprise version. With it, images whose tag is not given get the enterprise suffix. Either `key` or `keyRef`, not both. */
  readonly license?: pulumi.Input<LicenseArgs>;
}

/** Scraping of targets with known addresses. */
export interface VMStaticScrapeSpecArgs {
  /** Targets: a job for each item. The list may be empty. */
  readonly targetEndpoints: pulumi.Input<pulumi.Input<TargetEndpointArgs>[]>;
  /** The label `job` of all targets. Default: the name of the job in the configuration. */
  readonly jobName?: pulumi.Input<string>;
  /** Maximum number of samples in a scrape, for endpoints without a limit. Default 0: no limit. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Maximum number of different series of a target in a day, for endpoints without a limit. Default 0: no limit. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Scrape class of the scraper that fills in missing settings of the endpoints. Default: its default class. An unknown name is an error. */
  readonly scrapeClass?: pulumi.Input<string>;
}

/** Targets by their addresses, and how they are scraped. */
export interface TargetEndpointArgs {
  /** Addresses of the targets, `host:port`. At least one is needed. */
  readonly targets: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels of the targets. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Protocol of the scrape. Default `http`. */
  readonly scheme?: pulumi.Input<EndpointScheme>;
  /** Path of the metrics. Default `/metrics`. */
  readonly path?: pulumi.Input<string>;
  /** Parameters of the URL, each with its values. */
  readonly params?: pulumi.Input<Record<string, pulumi.Input<pulumi.Input<string>[]>>>;
  /** Time between scrapes, `30s` for example, within `minScrapeInterval` and `maxScrapeInterval` of the scraper. Default: its `scrapeInterval`. */
  readonly interval?: pulumi.Input<string>;
  /** The same as `interval`, spelled as in Prometheus. It wins over `interval`. */
  readonly scrape_interval?: pulumi.Input<string>;
  /** Time limit of a scrape. Default: the `scrapeTimeout` of the scraper. */
  readonly scrapeTimeout?: pulumi.Input<string>;
  /** Maximum number of samples in a scrape; with more it fails. Default 0: the limit of the whole object, if any. */
  readonly sampleLimit?: pulumi.Input<number>;
  /** Maximum number of different series of a target in a day; more are dropped. Default 0: the limit of the whole object, if any. */
  readonly seriesLimit?: pulumi.Input<number>;
  /** Largest response that is accepted, `16MB` for example. Default: the scraper's own limit. */
  readonly max_scrape_size?: pulumi.Input<string>;
  /** On a conflict keeps the label of the scraped sample rather than that of the target. Default false, and always so under `overrideHonorLabels`. */
  readonly honorLabels?: pulumi.Input<boolean>;
  /** Keeps the timestamps of the samples. Default: the scraper's own; under `overrideHonorTimestamps` always false. */
  readonly honorTimestamps?: pulumi.Input<boolean>;
  /** Follows redirects. Default: the scraper's own, true. */
  readonly follow_redirects?: pulumi.Input<boolean>;
  /** Proxy for scrapes. */
  readonly proxyURL?: pulumi.Input<string>;
  /** Relabeling of the scraped samples, after the rules of the scrape class. */
  readonly metricRelabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
  /** Settings specific to the scraper of VictoriaMetrics. */
  readonly vm_scrape_params?: pulumi.Input<VMScrapeParamsArgs>;
  /** User name and password for HTTP basic authentication. */
  readonly basicAuth?: pulumi.Input<BasicAuthArgs>;
  /** Tokens by the client credentials grant of OAuth 2.0. */
  readonly oauth2?: pulumi.Input<OAuth2Args>;
  /** TLS as a client. Each part is either a file of the container or a reference; the file wins. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`. */
  readonly bearerTokenFile?: pulumi.Input<string>;
  /** A bearer token, in a Secret. Ignored if `bearerTokenFile` is given. */
  readonly bearerTokenSecret?: pulumi.Input<SecretKeySelectorArgs>;
  /** An `Authorization` header. Without credentials it has no effect. */
  readonly authorization?: pulumi.Input<AuthorizationArgs>;
  /** Relabeling of the targets, after the rules that come with the kind and those of the scrape class, before those of the scraper. */
  readonly relabelConfigs?: pulumi.Input<pulumi.Input<RelabelConfigArgs>[]>;
}

/** The scrape objects and rules of a team, and the programs of the platform that take them. At least one program must be given. */
export interface VMTeamSpecArgs {
  /** The VMAgent that scrapes the targets of the team's scrape objects. Default: none are scraped. */
  readonly agent?: pulumi.Input<TeamProgramReferenceArgs>;
  /** The VMAlert that evaluates the team's VMRules. Default: none are evaluated. */
  readonly alert?: pulumi.Input<TeamProgramReferenceArgs>;
  /** Namespaces whose scrape objects and rules are taken. Default: the one of this resource. */
  readonly namespaces?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The VMAgent that scrapes the targets of the team's scrape objects. Default: none are scraped. */
export interface TeamProgramReferenceArgs {
  /** Name of its custom resource. */
  readonly name: pulumi.Input<string>;
  /** Namespace of its custom resource. */
  readonly namespace: pulumi.Input<string>;
}

/** A user of VMAuths, and the targets of its requests. It takes effect in every VMAuth that selects it. */
export interface VMUserSpecArgs {
  /** Name of the user in vmauth's logs and metrics. Default: the user name. */
  readonly name?: pulumi.Input<string>;
  /** Name that the user logs in with. Default: the resource's name. Not together with `bearerToken` or `jwt`. */
  readonly username?: pulumi.Input<string>;
  /** Password of the user, in clear. Not together with `passwordRef`. */
  readonly password?: pulumi.Input<string>;
  /** Password of the user, in a Secret of the resource's namespace. With it `tokenRef` has no effect. */
  readonly passwordRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** Makes a random password, once, if neither `password` nor `passwordRef` is given. It is kept in the state, as a secret, and in the derived Secret. Default false. */
  readonly generatePassword?: pulumi.Input<boolean>;
  /** Token of the user, in clear. Not together with `username` or `jwt`. */
  readonly bearerToken?: pulumi.Input<string>;
  /** Token of the user, in a Secret of the resource's namespace. It wins over a name with password. */
  readonly tokenRef?: pulumi.Input<SecretKeySelectorArgs>;
  /** JSON Web Tokens instead of a user name or token. Exactly one way of verification: `skipVerify`, keys, or `oidc`. */
  readonly jwt?: pulumi.Input<JWTConfigArgs>;
  /** Targets of the requests. The first match gets a request. At least one is needed. */
  readonly targetRefs: pulumi.Input<pulumi.Input<TargetRefArgs>[]>;
  /** URLs for requests without a matching route; they receive the path as `request_path`. Default: such requests are refused. */
  readonly default_url?: pulumi.Input<pulumi.Input<string>[]>;
  /** TLS of the connections to the targets. */
  readonly tlsConfig?: pulumi.Input<TLSConfigArgs>;
  /** Addresses that requests may come from. Enterprise only. */
  readonly ip_filters?: pulumi.Input<VMUserIPFiltersArgs>;
  /** Headers set in each request to the target, `Name: value`; an empty value removes the header. A value that is a credential should be given as a secret. */
  readonly headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers set in each response, `Name: value`; an empty value removes the header. */
  readonly response_headers?: pulumi.Input<pulumi.Input<string>[]>;
  /** Asks the name server for the addresses behind the host of a URL and spreads requests over them. Default: vmauth's own, false. */
  readonly discover_backend_ips?: pulumi.Input<boolean>;
  /** Status codes of a failed response; the request then goes to the next URL. */
  readonly retry_status_codes?: pulumi.Input<pulumi.Input<number>[]>;
  /** How requests are spread over the URLs: `least_loaded` or `first_available`. Default: vmauth's own, `least_loaded`. */
  readonly load_balancing_policy?: pulumi.Input<TargetRefLoadBalancingPolicy>;
  /** Number of parts, between slashes, that are cut from the beginning of a request's path before it goes to the target. Default 0. */
  readonly drop_src_path_prefix_parts?: pulumi.Input<number>;
  /** Maximum number of concurrent requests; more wait, and fail after a while. Default: vmauth's own, 300. */
  readonly max_concurrent_requests?: pulumi.Input<number>;
  /** Shows the request in the response if no route matches it. Not for production. Default false. */
  readonly dump_request_on_errors?: pulumi.Input<boolean>;
  /** Logs each request. An empty block logs all of them. */
  readonly access_log?: pulumi.Input<AccessLogArgs>;
  /** Labels for vmauth's metrics of these requests. */
  readonly metric_labels?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Labels and annotations for the derived Secret. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** Makes no Secret with the user's credentials. Default false: a Secret is made for clients of this user. */
  readonly disable_secret_creation?: pulumi.Input<boolean>;
  /** The derived Secret is called like the resource, without `vmuser-` in front. Default false; a change makes a new Secret. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
}

/** JSON Web Tokens instead of a user name or token. Exactly one way of verification: `skipVerify`, keys, or `oidc`. */
export interface JWTConfigArgs {
  /** Accepts any token without checking its signature. Only for tests. Default false. */
  readonly skipVerify?: pulumi.Input<boolean>;
  /** Public keys of the issuer, in PEM form. */
  readonly publicKeys?: pulumi.Input<pulumi.Input<string>[]>;
  /** Public keys in Secrets of the resource's namespace, after those of `publicKeys`. A missing Secret or key is an error. */
  readonly publicKeyRefs?: pulumi.Input<pulumi.Input<SecretKeySelectorArgs>[]>;
  /** An issuer of tokens that publishes its keys by OpenID Connect. */
  readonly oidc?: pulumi.Input<OIDCConfigArgs>;
  /** Regular expressions (RE2) for claims of the token, by their names; all must match. Two users of a VMAuth cannot have the same. */
  readonly matchClaims?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Tenants and filters for tokens without them, for the placeholders `{{.MetricsTenant}}` and so on in URLs and headers. */
  readonly defaultVMAccessClaim?: pulumi.Input<VMAccessClaimArgs>;
}

/** An issuer of tokens that publishes its keys by OpenID Connect. */
export interface OIDCConfigArgs {
  /** URL of the issuer, which tokens must carry as `iss`. */
  readonly issuer: pulumi.Input<string>;
}

/** Tenants and filters for tokens without them, for the placeholders `{{.MetricsTenant}}` and so on in URLs and headers. */
export interface VMAccessClaimArgs {
  /** Account of the tenant for metrics. Default 0. */
  readonly metricsAccountID?: pulumi.Input<number>;
  /** Project of the tenant for metrics. Default 0. */
  readonly metricsProjectID?: pulumi.Input<number>;
  /** Series selectors that restrict all queries of metrics, `{env="prod"}`. */
  readonly metricsExtraFilters?: pulumi.Input<pulumi.Input<string>[]>;
  /** Labels, `name=value`, for all metrics that are written, and for queries. */
  readonly metricsExtraLabels?: pulumi.Input<pulumi.Input<string>[]>;
  /** Account of the tenant for logs. Default 0. */
  readonly logsAccountID?: pulumi.Input<number>;
  /** Project of the tenant for logs. Default 0. */
  readonly logsProjectID?: pulumi.Input<number>;
  /** Filters of LogsQL for all queries of logs. */
  readonly logsExtraFilters?: pulumi.Input<pulumi.Input<string>[]>;
  /** Filters of log streams for all queries of logs. */
  readonly logsExtraStreamFilters?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A database for traces whose parts scale on their own: storage nodes, vtinsert in front of them for writing and vtselect for queries. */
export interface VTClusterSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Version of all parts, the load balancer excepted, `v0.10.0`. Default: the version that the package's defaults name. */
  readonly clusterVersion?: pulumi.Input<string>;
  /** Domain of the Kubernetes cluster, `cluster.local`, to be written out in the addresses of the parts. Default: `clusterDomain` of the package's defaults, which is empty. */
  readonly clusterDomainName?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the images of all parts come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Runs the pods of all parts as user 65534 without privileges, capabilities or a writable root file system, unless a part says otherwise. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A vmauth in front of the parts for reading and writing that spreads requests over their pods. The Services of both lead to it then, and Services with `internal` in their names lead to the pods. */
  readonly requestsLoadBalancer?: pulumi.Input<VMAuthLoadBalancerArgs>;
  /** The part of a cluster that takes traces in and spreads them over the storage nodes. It becomes a Deployment. */
  readonly insert?: pulumi.Input<VTInsertArgs>;
  /** The part of a cluster that answers queries. It becomes a Deployment. */
  readonly select?: pulumi.Input<VTSelectArgs>;
  /** The part of a cluster that keeps the traces. It becomes a StatefulSet. */
  readonly storage?: pulumi.Input<VTStorageArgs>;
}

/** The part of a cluster that takes traces in and spreads them over the storage nodes. It becomes a Deployment. */
export interface VTInsertArgs {
  /** Image of the component. Default `victoriametrics/victoria-traces`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 10481. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 100m CPU and 256Mi memory, at most 1 and 1Gi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
}

/** The part of a cluster that answers queries. It becomes a Deployment. */
export interface VTSelectArgs {
  /** Image of the component. Default `victoriametrics/victoria-traces`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the component. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 10471. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 100m CPU and 256Mi memory, at most 1 and 1Gi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`. */
  readonly updateStrategy?: pulumi.Input<VMAuthLoadBalancerSpecUpdateStrategy>;
  /** Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`. */
  readonly rollingUpdate?: pulumi.Input<types.input.apps.v1.RollingUpdateDeployment>;
  /** Storage nodes outside of this cluster that are asked as well. An address that is there already, from the cluster's own nodes or from the extra argument `storageNode`, is an error. */
  readonly extraStorageNodes?: pulumi.Input<pulumi.Input<ExtraStorageNodeArgs>[]>;
}

/** The part of a cluster that keeps the traces. It becomes a StatefulSet. */
export interface VTStorageArgs {
  /** Image of the component. Default `victoriametrics/victoria-traces`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, for when `image.tag` is empty. With a license, `-enterprise` is put in where the version lacks it. Default: `spec.clusterVersion`. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries of this component. Those of `spec.imagePullSecrets` come after them. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of storage nodes. Default 1; 0 stops them. The other parts get a list of their addresses if it is given; else the list has `hpa.minReplicas` nodes, and none without `hpa`. Before it is lowered, the last nodes must be empty: put them into `maintenanceInsertNodeIDs` until their data is past retention. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Has no effect on a part of a cluster: use `spec.paused`. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Has no effect: storage nodes stop at once. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the component listens on and its Service offers. Default 10491. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the component. Default 200m CPU and 512Mi memory, at most 1 and 2Gi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Restarts the main container if it is stuck. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. Single nodes, vmstorage and the cluster's load balancer have no liveness probe and ignore it. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pods as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `spec.useStrictSecurity`. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
  /** A HorizontalPodAutoscaler for the storage nodes. They may only grow, so `behaviour.scaleDown` is an error. The list of nodes has no more than `replicaCount` or `minReplicas` of them. */
  readonly hpa?: pulumi.Input<EmbeddedHPAArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too. */
  readonly podDisruptionBudget?: pulumi.Input<EmbeddedPodDisruptionBudgetSpecArgs>;
  /** Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error. */
  readonly claimTemplates?: pulumi.Input<pulumi.Input<types.input.core.v1.PersistentVolumeClaim>[]>;
  /** Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default. */
  readonly persistentVolumeClaimRetentionPolicy?: pulumi.Input<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>;
  /** How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it replaces them itself. */
  readonly rollingUpdateStrategy?: pulumi.Input<PodReplacement>;
  /** Number of pods of a StatefulSet that may be replaced at once. It needs Kubernetes' feature gate `MaxUnavailableStatefulSet`. */
  readonly rollingUpdateStrategyBehavior?: pulumi.Input<StatefulSetUpdateStrategyBehaviorArgs>;
  /** How long data is kept: a number of months, or a number with `h`, `d`, `w` or `y`, at least a day. Default: the application's own, 7d. */
  readonly retentionPeriod?: pulumi.Input<string>;
  /** How far in the future the time of an event may lie; what is later is dropped. Default: the application's own, 2d. */
  readonly futureRetention?: pulumi.Input<string>;
  /** Most bytes of disk, `150GiB`; beyond that the oldest days are dropped, however long they should be kept. Default: no limit. */
  readonly retentionMaxDiskSpaceUsageBytes?: pulumi.Input<string>;
  /** Logs each new stream, which shows where streams come from that are too many. Default false. */
  readonly logNewStreams?: pulumi.Input<boolean>;
  /** Logs every event that is taken in, to find faults of a client. Default false. */
  readonly logIngestedRows?: pulumi.Input<boolean>;
  /** Volume of each pod for the data. Default: an emptyDir, which is lost with the pod; `{}` already makes a claim. The name of the claim template is the name of the volume, `vtstorage-db` by default. */
  readonly storage?: pulumi.Input<StorageSpecArgs>;
  /** Folder of the data in the container. Default `/vtstorage-data`. */
  readonly storageDataPath?: pulumi.Input<string>;
  /** Ordinals of storage pods that vtinsert leaves out, while they are being repaired or emptied. */
  readonly maintenanceInsertNodeIDs?: pulumi.Input<pulumi.Input<number>[]>;
  /** Ordinals of storage pods that vtselect leaves out, while they are being repaired or emptied. */
  readonly maintenanceSelectNodeIDs?: pulumi.Input<pulumi.Input<number>[]>;
}

/** A database for traces in a single pod. */
export interface VTSingleSpecArgs {
  /** Labels and annotations that are put on every derived object. Pods have `podMetadata`. */
  readonly managedMetadata?: pulumi.Input<ManagedObjectsMetadataArgs>;
  /** An existing ServiceAccount for the pods to run under. Without it, a ServiceAccount is made, with the permissions that the component needs; with it, neither is made. */
  readonly serviceAccountName?: pulumi.Input<string>;
  /** Names derived objects after the resource without its kind in front: `main` instead of `vmagent-main`. Default false; a change renames the objects, so they are replaced. */
  readonly useLegacyNaming?: pulumi.Input<boolean>;
  /** Claim for the data. A size of zero makes none; without a claim the data is lost with the pod. Access mode `ReadWriteOnce` by default. The claim stays when the component is destroyed. */
  readonly storage?: pulumi.Input<types.input.core.v1.PersistentVolumeClaimSpec>;
  /** Labels and annotations of the claim. `name` has no effect. */
  readonly storageMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Folder of the data in the container, where the claim of `storage` or a volume called `data` is mounted. Default `/victoria-traces-data`. */
  readonly storageDataPath?: pulumi.Input<string>;
  /** How long data is kept: a number of months, or a number with `h`, `d`, `w` or `y`, at least a day. Default: the application's own, 7d. */
  readonly retentionPeriod?: pulumi.Input<string>;
  /** How far in the future the time of an event may lie, in `h`, `d` or `y`; what is later is dropped. Default: the application's own, 2d. */
  readonly futureRetention?: pulumi.Input<string>;
  /** Most bytes of disk, `150GiB`; beyond that the oldest days are dropped, however long they should be kept. Default: no limit. */
  readonly retentionMaxDiskSpaceUsageBytes?: pulumi.Input<string>;
  /** Logs each new stream, which shows where streams come from that are too many. Default false. */
  readonly logNewStreams?: pulumi.Input<boolean>;
  /** Logs every event that is taken in, to find faults of a client. Default false. */
  readonly logIngestedRows?: pulumi.Input<boolean>;
  /** Image of the database. Default `victoriametrics/victoria-traces`. */
  readonly image?: pulumi.Input<ImageArgs>;
  /** Version of the component, used if `image.tag` is empty. With a license, `-enterprise` is appended where the version lacks it. Default: the version that the package's defaults name. */
  readonly componentVersion?: pulumi.Input<string>;
  /** Secrets with the credentials for the registries that the pod's images come from. */
  readonly imagePullSecrets?: pulumi.Input<pulumi.Input<types.input.core.v1.LocalObjectReference>[]>;
  /** Number of pods. Default 1; 0 stops the database. More than one would write to the same claim. */
  readonly replicaCount?: pulumi.Input<number>;
  /** Seconds that a new pod must be ready to count as available. Default 0. */
  readonly minReadySeconds?: pulumi.Input<number>;
  /** Number of old versions of the workload kept for rollbacks. Default 10. */
  readonly revisionHistoryLimitCount?: pulumi.Input<number>;
  /** Keeps all derived objects unchanged. Default false. */
  readonly paused?: pulumi.Input<boolean>;
  /** Labels and annotations for the pods. A change restarts them; `name` has no effect. */
  readonly podMetadata?: pulumi.Input<EmbeddedObjectMetadataArgs>;
  /** Rules for the nodes that pods prefer or need, and for placement near to or away from other pods. */
  readonly affinity?: pulumi.Input<types.input.core.v1.Affinity>;
  /** Labels that a node must have for pods to run on it. */
  readonly nodeSelector?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Taints of nodes that the pods tolerate. */
  readonly tolerations?: pulumi.Input<pulumi.Input<types.input.core.v1.Toleration>[]>;
  /** How pods are spread over zones, nodes and the like. For VMAgent, VMAlert, VMAlertmanager and the parts of a cluster, a constraint without `labelSelector` counts the component's own pods. */
  readonly topologySpreadConstraints?: pulumi.Input<pulumi.Input<types.input.core.v1.TopologySpreadConstraint>[]>;
  /** Scheduler that places the pods. Default `default-scheduler`. */
  readonly schedulerName?: pulumi.Input<string>;
  /** PriorityClass of the pods. It must exist in the cluster. */
  readonly priorityClassName?: pulumi.Input<string>;
  /** RuntimeClass of the pods, for another container runtime. It must exist in the cluster. */
  readonly runtimeClassName?: pulumi.Input<string>;
  /** Pods use the network of their node. Default false. */
  readonly hostNetwork?: pulumi.Input<boolean>;
  /** Entries for the pods' hosts file. Ignored if `host_aliases` has any. */
  readonly hostAliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** Entries for the pods' hosts file. They replace all of `hostAliases`. */
  readonly host_aliases?: pulumi.Input<pulumi.Input<types.input.core.v1.HostAlias>[]>;
  /** How pods resolve names: `ClusterFirst`, `ClusterFirstWithHostNet`, `Default` or `None`. Default `ClusterFirst`. */
  readonly dnsPolicy?: pulumi.Input<DNSPolicy>;
  /** Name servers and search domains beside those of `dnsPolicy`. */
  readonly dnsConfig?: pulumi.Input<types.input.core.v1.PodDNSConfig>;
  /** Whether the addresses of the namespace's Services become environment variables. Kubernetes does so by default. */
  readonly enableServiceLinks?: pulumi.Input<boolean>;
  /** Volumes for the pod, beside those that are derived. `volumeMounts` and the mounts of `containers` refer to them. */
  readonly volumes?: pulumi.Input<pulumi.Input<types.input.core.v1.Volume>[]>;
  /** Secrets of the namespace to be mounted read-only at `/etc/vm/secrets/<name>` in the main container. */
  readonly secrets?: pulumi.Input<pulumi.Input<string>[]>;
  /** ConfigMaps of the namespace to be mounted read-only at `/etc/vm/configs/<name>` in the main container. */
  readonly configMaps?: pulumi.Input<pulumi.Input<string>[]>;
  /** Conditions set by other programs that a pod must meet to be ready. */
  readonly readinessGates?: pulumi.Input<pulumi.Input<types.input.core.v1.PodReadinessGate>[]>;
  /** Keeps the ServiceAccount's token out of the pod; only derived containers that talk to the API server still get one, by a volume of their own. Default false. */
  readonly disableAutomountServiceAccountToken?: pulumi.Input<boolean>;
  /** Seconds that a pod has to stop before it is killed. Default 30. */
  readonly terminationGracePeriodSeconds?: pulumi.Input<number>;
  /** Seconds that the main container waits before it stops, so that clients stop sending first; 0 turns it off. Default 15 when the pod has more than 15 s to stop. On Kubernetes 1.30 and later; a value not below `terminationGracePeriodSeconds` is an error. */
  readonly preStopSleepSeconds?: pulumi.Input<number>;
  /** Port, in quotes, that the database listens on and its Service offers. Default 10428. */
  readonly port?: pulumi.Input<string>;
  /** Flags for the main container, names without dash: `{"http.pathPrefix": "/vm"}`. One that is derived too is replaced by the value given here. `tls`, `http.pathPrefix` and the like also shape probes, URLs and scrape objects. */
  readonly extraArgs?: pulumi.Input<Record<string, pulumi.Input<string>>>;
  /** Environment variables for the container, in this order. With any of them, flags can be set by variables too (`-envflag.enable=true`). */
  readonly extraEnvs?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvVar>[]>;
  /** Secrets and ConfigMaps whose entries become environment variables. With any of them, flags can be set by variables too. */
  readonly extraEnvsFrom?: pulumi.Input<pulumi.Input<types.input.core.v1.EnvFromSource>[]>;
  /** Requests and limits of the database. Default 150m CPU and 500Mi memory, at most 1200m and 1500Mi. CPU and memory are looked at one by one: what has neither a request nor a limit gets both defaults, unless `useDefaultResources` is false. */
  readonly resources?: pulumi.Input<types.input.core.v1.ResourceRequirements>;
  /** Fills in requests and limits that are missing in `resources`, for the config-reloader and other derived containers as well. Default true. */
  readonly useDefaultResources?: pulumi.Input<boolean>;
  /** Further containers of the pod. One with the name of a derived container is merged into it, as a strategic merge patch; all others are appended. */
  readonly containers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Further init containers of the pod, appended to the derived ones. One with the name of a derived one is merged into it by VMAgent, VMSingle, VMAuth, VMAlertmanager and vmstorage. */
  readonly initContainers?: pulumi.Input<pulumi.Input<types.input.core.v1.Container>[]>;
  /** Mounts for the main container, beside the derived ones. Each needs a volume in `volumes`; a path that the component uses itself is an error. */
  readonly volumeMounts?: pulumi.Input<pulumi.Input<types.input.core.v1.VolumeMount>[]>;
  /** Has no effect: a database that is busy must not be restarted. */
  readonly livenessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Decides whether the main container gets requests. Missing fields are filled in: a GET of `/health` on the component's port every 5 s, 10 failures. */
  readonly readinessProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Holds back the other probes until the main container has started; one without a check of its own connects to the port. Default none, except that with the extra argument `tls` and no probe given it is the only one. */
  readonly startupProbe?: pulumi.Input<types.input.core.v1.Probe>;
  /** Security settings of the pod and of the derived containers in one block. Containers that the user adds keep their own. */
  readonly securityContext?: pulumi.Input<SecurityContextArgs>;
  /** Runs the pod as user 65534 without privileges, capabilities or a writable root file system. Without effect next to `securityContext`. Default: `useStrictSecurity` of the package's defaults, which is false. */
  readonly useStrictSecurity?: pulumi.Input<boolean>;
  /** A further Service for the pods, or the settings of the default one. */
  readonly serviceSpec?: pulumi.Input<AdditionalServiceSpecArgs>;
  /** Makes no scrape object for the component itself. Default: `disableSelfServiceScrape` of the package's defaults, which is false. */
  readonly disableSelfServiceScrape?: pulumi.Input<boolean>;
  /** Base of the scrape object for the component itself. An endpoint with the port name of a derived one replaces it; others are added. The selector is derived if it is empty. */
  readonly serviceScrapeSpec?: pulumi.Input<VMServiceScrapeSpecArgs>;
  /** A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule. */
  readonly networkPolicy?: pulumi.Input<EmbeddedNetworkPolicyArgs>;
  /** A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster. */
  readonly vpa?: pulumi.Input<EmbeddedVPAArgs>;
  /** Minimum severity of logged messages. Default: the application's own, INFO. */
  readonly logLevel?: pulumi.Input<LogLevel>;
  /** Form of the log lines: plain text (`default`) or JSON. Default: the application's own, plain text. */
  readonly logFormat?: pulumi.Input<LogFormat>;
}

/** A Helm chart whose objects join the group: rendered as `helm template` does, by the Kubernetes provider, without a release in the cluster. */
export interface ChartArgs {
  /** Name of the chart in `repository`, `name/chart` of a repository that Helm knows, or a full `oci://` reference. */
  readonly chart?: pulumi.Input<string>;
  /** Folder or archive of a local chart, instead of `chart`; relative to the program's folder. */
  readonly path?: pulumi.Input<string>;
  /** Repository of the chart: a URL (`https://…`), an OCI registry (`oci://…`), or the name of a repository that Helm knows. */
  readonly repository?: pulumi.Input<string>;
  /** Version of the chart. Default: the newest one at the time of the run. */
  readonly version?: pulumi.Input<string>;
  /** Values for the chart's templates, which override its own. They must be known in a preview. */
  readonly values?: pulumi.Input<Record<string, pulumi.Input<unknown>>>;
  /** Namespace of the release, and of the chart's objects without one. Default: the group's. */
  readonly namespace?: pulumi.Input<string>;
  /** Name of the release, which most charts put before the names of their objects. Default: the chart's name. */
  readonly releaseName?: pulumi.Input<string>;
  /** Leaves out the definitions in the chart's `crds` folder. Definitions of kinds that the group converts or derives from are always left out. Default false. */
  readonly skipCRDs?: pulumi.Input<boolean>;
  /** Includes the objects of the chart's tests. Other hooks become ordinary objects. Default false. */
  readonly includeTestHooks?: pulumi.Input<boolean>;
  /** Entries for the templates' `.Capabilities.APIVersions` beside Kubernetes' own and the kinds that the group converts: `cert-manager.io/v1`, say. The cluster's own are not read. */
  readonly apiVersions?: pulumi.Input<pulumi.Input<string>[]>;
  /** Version of Kubernetes in the templates' `.Capabilities.KubeVersion`. Default: the cluster's. */
  readonly kubeVersion?: pulumi.Input<string>;
  /** Settings for fetching a chart from its repository. */
  readonly fetching?: pulumi.Input<ChartFetchingArgs>;
}

/** Settings for fetching a chart from its repository. */
export interface ChartFetchingArgs {
  /** User name for the repository. */
  readonly username?: pulumi.Input<string>;
  /** Password for the repository. */
  readonly password?: pulumi.Input<string>;
  /** File with certificate authorities for the repository's server. */
  readonly caFile?: pulumi.Input<string>;
  /** File with the client's certificate for the repository. */
  readonly certFile?: pulumi.Input<string>;
  /** File with the key of `certFile`. */
  readonly keyFile?: pulumi.Input<string>;
  /** File with the public keys for `verify`. */
  readonly keyring?: pulumi.Input<string>;
  /** Checks the chart's signature. Default false. */
  readonly verify?: pulumi.Input<boolean>;
  /** Accepts pre-releases, too, if `version` is not given. Default false. */
  readonly devel?: pulumi.Input<boolean>;
}
