// Made from the zod schemas by `npm run schema`. Do not edit.

import type * as pulumi from "@pulumi/pulumi";
import { kinds } from "../kinds";
import { Component } from "../pulumi/component";
import type { Selectable } from "../pulumi/selectable";
import type { Manifest } from "../world/objects";
import type { ChartArgs, DefaultsArgs, GroupComponents, ObjectMetadataArgs, OnInvalid, TeamArgs, VLAgentSpecArgs, VLClusterSpecArgs, VLSingleSpecArgs, VMAgentSpecArgs, VMAlertSpecArgs, VMAlertmanagerConfigSpecArgs, VMAlertmanagerSpecArgs, VMAuthSpecArgs, VMClusterSpecArgs, VMClusterTimeoutsArgs, VMNodeScrapeSpecArgs, VMPodScrapeSpecArgs, VMProbeSpecArgs, VMRuleSpecArgs, VMScrapeConfigSpecArgs, VMServiceScrapeSpecArgs, VMSingleSpecArgs, VMStaticScrapeSpecArgs, VMTeamSpecArgs, VMUserSpecArgs, VTClusterSpecArgs, VTSingleSpecArgs } from "./inputs";

/** Arguments of VLAgent. */
export interface VLAgentArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** An agent that takes log entries in, or collects them on each node, and writes them to targets. */
  readonly spec: pulumi.Input<VLAgentSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * An agent that takes log entries in, or collects those of all containers on each node, and writes them to one or more targets.
 *
 * Needs `spec.remoteWrite`.
 *
 * @example
 * ```ts
 * new victoriametrics.VLAgent("main", {
 *   spec: {
 *     k8sCollector: { enabled: true },
 *     remoteWrite: [{ url: "http://vlsingle-main:9428/insert/native" }],
 *   },
 * });
 * ```
 */
export class VLAgent extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the agent in the cluster. */
  declare readonly url: pulumi.Output<string>;
  /** Address for writing to the agent by VictoriaLogs' own protocol. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;
  /** Address for writing log entries to the agent as JSON, one in each line. */
  declare readonly jsonLineUrl: pulumi.Output<string>;
  /** Address for writing to the agent by OpenTelemetry's protocol over HTTP. */
  declare readonly openTelemetryUrl: pulumi.Output<string>;

  constructor(name: string, args: VLAgentArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VLAgent, name, args, options);
  }
}

/** Arguments of VLCluster. */
export interface VLClusterArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A database for logs whose parts scale on their own: storage nodes, vlinsert in front of them for writing and vlselect for queries. */
  readonly spec?: pulumi.Input<VLClusterSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A database for logs whose parts scale on their own: storage nodes, with vlinsert for writing and vlselect for queries.
 *
 * @example
 * ```ts
 * new victoriametrics.VLCluster("main", {
 *   spec: {
 *     vlinsert: { replicaCount: 2 },
 *     vlselect: { replicaCount: 2 },
 *     vlstorage: { replicaCount: 2, retentionPeriod: "30d" },
 *   },
 * });
 * ```
 */
export class VLCluster extends Component {
  /** Name of the Service of the storage nodes. */
  declare readonly vlstorageServiceName: pulumi.Output<string>;
  /** Name of the Service of vlselect, or of the load balancer in front of it. */
  declare readonly vlselectServiceName: pulumi.Output<string>;
  /** Name of the Service of vlinsert, or of the load balancer in front of it. */
  declare readonly vlinsertServiceName: pulumi.Output<string>;
  /** Address of the storage nodes in the cluster, for metrics and maintenance. */
  declare readonly vlstorageUrl: pulumi.Output<string>;
  /** Address of vlselect in the cluster: for VMAlert's `datasource`, and for the data source of Grafana. */
  declare readonly vlselectUrl: pulumi.Output<string>;
  /** Address of vlinsert in the cluster. */
  declare readonly vlinsertUrl: pulumi.Output<string>;
  /** Address for queries in LogsQL. */
  declare readonly queryUrl: pulumi.Output<string>;
  /** Address for writing by VictoriaLogs' own protocol, for VLAgent's `remoteWrite`. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;
  /** Address for writing log entries as JSON, one in each line. */
  declare readonly jsonLineUrl: pulumi.Output<string>;
  /** Address for writing by OpenTelemetry's protocol over HTTP. */
  declare readonly openTelemetryUrl: pulumi.Output<string>;
  /** Address of the load balancer in the cluster, for reading and writing. */
  declare readonly loadBalancerUrl: pulumi.Output<string>;

  constructor(name: string, args: VLClusterArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VLCluster, name, args, options);
  }
}

/** Arguments of VLSingle. */
export interface VLSingleArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A database for logs in a single pod. */
  readonly spec?: pulumi.Input<VLSingleSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A database for logs in a single pod, which takes in what is pushed to it and answers queries.
 *
 * @example
 * ```ts
 * new victoriametrics.VLSingle("main", {
 *   spec: {
 *     retentionPeriod: "30d",
 *     storage: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "50Gi" } } },
 *   },
 * });
 * ```
 */
export class VLSingle extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the database in the cluster: for VMAlert's `datasource`, and for the data source of Grafana. */
  declare readonly url: pulumi.Output<string>;
  /** Address for writing by VictoriaLogs' own protocol, for VLAgent's `remoteWrite`. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;
  /** Address for writing log entries as JSON, one in each line. */
  declare readonly jsonLineUrl: pulumi.Output<string>;
  /** Address for writing by OpenTelemetry's protocol over HTTP. */
  declare readonly openTelemetryUrl: pulumi.Output<string>;
  /** Address for queries in LogsQL. */
  declare readonly queryUrl: pulumi.Output<string>;

  constructor(name: string, args: VLSingleArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VLSingle, name, args, options);
  }
}

/** Arguments of VMAgent. */
export interface VMAgentArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** An agent that scrapes targets, accepts pushed samples, and writes all of them to one or more targets. */
  readonly spec: pulumi.Input<VMAgentSpecArgs>;
  /** Leaves the Secret with the scrape configuration to the user: it is called like the derived objects, and holds the gzipped configuration under `vmagent.yaml.gz`. An error together with anything that the configuration would be made of. Default false. */
  readonly userManagedConfig?: pulumi.Input<boolean>;
  /** Derives no permissions beyond what this component needs: Roles name the objects that may be read. Default false, the operator's permissions. */
  readonly leastPrivilege?: pulumi.Input<boolean>;
  /** The team that an agent or alert works for: its jobs or rules come from the VMTeam of the team's own stack. */
  readonly team?: pulumi.Input<TeamArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * An agent that scrapes the targets of scrape objects, accepts pushed samples, and writes all samples to one or more targets.
 *
 * Needs `spec.remoteWrite`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMAgent("main", {
 *   spec: {
 *     selectAllByDefault: true,
 *     remoteWrite: [{ url: "http://vmsingle-main:8428/api/v1/write" }],
 *   },
 * });
 * ```
 */
export class VMAgent extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the agent in the cluster. */
  declare readonly url: pulumi.Output<string>;
  /** Address for pushing samples to the agent by Prometheus's remote write protocol. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;
  /** The Roles, with their bindings, that the account of `serviceAccountName` needs. Empty if the account is derived. */
  declare readonly requiredRbac: pulumi.Output<Manifest[]>;
  /** The platform's rules for the argument `team`, for `selectFrom` of a VMTeam in another stack. Empty without a team. */
  declare readonly team: pulumi.Output<Manifest[]>;

  constructor(name: string, args: VMAgentArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMAgent, name, args, options);
  }
}

/** Arguments of VMAlert. */
export interface VMAlertArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Evaluates rules, writes their results to a database and sends alerts to Alertmanagers. */
  readonly spec: pulumi.Input<VMAlertSpecArgs>;
  /** The team that an agent or alert works for: its jobs or rules come from the VMTeam of the team's own stack. */
  readonly team?: pulumi.Input<TeamArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * Evaluates the rules of the VMRules that it selects, writes their results to a database and sends alerts to Alertmanagers.
 *
 * Needs `spec.datasource`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMAlert("main", {
 *   spec: {
 *     selectAllByDefault: true,
 *     datasource: { url: "http://vmsingle-main:8428" },
 *     notifiers: [{ url: "http://vmalertmanager-main:9093" }],
 *   },
 * });
 * ```
 */
export class VMAlert extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of vmalert in the cluster: its user interface, and its API for VMAuth and Grafana. */
  declare readonly url: pulumi.Output<string>;
  /** The platform's rules for the argument `team`, for `selectFrom` of a VMTeam in another stack. Empty without a team. */
  declare readonly team: pulumi.Output<Manifest[]>;

  constructor(name: string, args: VMAlertArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMAlert, name, args, options);
  }
}

/** Arguments of VMAlertmanager. */
export interface VMAlertmanagerArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A cluster of Alertmanager, which tells people of alerts. */
  readonly spec?: pulumi.Input<VMAlertmanagerSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A cluster of Alertmanager, which sends notifications of alerts as configured by VMAlertmanagerConfigs and its own configuration.
 *
 * @example
 * ```ts
 * new victoriametrics.VMAlertmanager("main", {
 *   spec: { replicaCount: 2, selectAllByDefault: true },
 * });
 * ```
 */
export class VMAlertmanager extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of Alertmanager in the cluster. */
  declare readonly url: pulumi.Output<string>;
  /** The Roles, with their bindings, that the account of `serviceAccountName` needs. Empty if the account is derived. */
  declare readonly requiredRbac: pulumi.Output<Manifest[]>;

  constructor(name: string, args: VMAlertmanagerArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMAlertmanager, name, args, options);
  }
}

/** Arguments of VMAlertmanagerConfig. */
export interface VMAlertmanagerConfigArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Routes and receivers of one team, for the Alertmanagers that select this resource. */
  readonly spec?: pulumi.Input<VMAlertmanagerConfigSpecArgs>;
}

/**
 * Routes, receivers, silencing and times of one team, which become part of the configuration of every VMAlertmanager that selects it.
 *
 * @example
 * ```ts
 * new victoriametrics.VMAlertmanagerConfig("main", {
 *   spec: {
 *     route: { receiver: "shop", matchers: ['severity="critical"'] },
 *     receivers: [
 *       {
 *         name: "shop",
 *         slack_configs: [{ api_url: { name: "slack", key: "url" }, channel: "#shop" }],
 *       },
 *     ],
 *   },
 * });
 * ```
 */
export class VMAlertmanagerConfig extends Component {

  constructor(name: string, args: VMAlertmanagerConfigArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMAlertmanagerConfig, name, args, options);
  }
}

/** Arguments of VMAuth. */
export interface VMAuthArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A proxy that authenticates requests, and forwards them to the allowed targets. */
  readonly spec?: pulumi.Input<VMAuthSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A proxy that authenticates requests, and forwards them to the allowed targets.
 *
 * @example
 * ```ts
 * new victoriametrics.VMAuth("main", {
 *   spec: { selectAllByDefault: true, ingress: { host: "metrics.example.com" } },
 * });
 * ```
 */
export class VMAuth extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the proxy in the cluster. */
  declare readonly url: pulumi.Output<string>;
  /** The Roles, with their bindings, that the account of `serviceAccountName` needs. Empty if the account is derived. */
  declare readonly requiredRbac: pulumi.Output<Manifest[]>;

  constructor(name: string, args: VMAuthArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMAuth, name, args, options);
  }
}

/** Arguments of VMCluster. */
export interface VMClusterArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A database for metrics whose parts scale on their own: storage nodes, vminsert in front of them for writing and vmselect for queries. */
  readonly spec?: pulumi.Input<VMClusterSpecArgs>;
  /** How long Pulumi waits for each part. */
  readonly timeouts?: pulumi.Input<VMClusterTimeoutsArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A database for metrics whose parts scale on their own: storage nodes, with vminsert for writing and vmselect for queries.
 *
 * @example
 * ```ts
 * new victoriametrics.VMCluster("main", {
 *   spec: {
 *     retentionPeriod: "30d",
 *     replicationFactor: 2,
 *     vminsert: { replicaCount: 2 },
 *     vmselect: { replicaCount: 2 },
 *     vmstorage: { replicaCount: 3 },
 *   },
 * });
 * ```
 */
export class VMCluster extends Component {
  /** Name of the Service of the storage nodes. */
  declare readonly vmstorageServiceName: pulumi.Output<string>;
  /** Name of the Service of vmselect, or of the load balancer in front of it. */
  declare readonly vmselectServiceName: pulumi.Output<string>;
  /** Name of the Service of vminsert, or of the load balancer in front of it. */
  declare readonly vminsertServiceName: pulumi.Output<string>;
  /** Address of the storage nodes in the cluster, for metrics and maintenance. */
  declare readonly vmstorageUrl: pulumi.Output<string>;
  /** Address of vmselect in the cluster, before `/select/<tenant>/…`. */
  declare readonly vmselectUrl: pulumi.Output<string>;
  /** Address of vminsert in the cluster, before `/insert/<tenant>/…`. */
  declare readonly vminsertUrl: pulumi.Output<string>;
  /** Address for queries by Prometheus's API, for tenant 0: a data source of Grafana, for example. */
  declare readonly queryUrl: pulumi.Output<string>;
  /** Address for writing by Prometheus's remote write protocol, for tenant 0: for VMAgent's `remoteWrite`. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;
  /** Address of the load balancer in the cluster, for reading and writing. */
  declare readonly loadBalancerUrl: pulumi.Output<string>;

  constructor(name: string, args: VMClusterArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMCluster, name, args, options);
  }
}

/** Arguments of VMNodeScrape. */
export interface VMNodeScrapeArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Scraping of the cluster's nodes, of the kubelet or an exporter for example. */
  readonly spec?: pulumi.Input<VMNodeScrapeSpecArgs>;
}

/**
 * How the cluster's nodes are scraped by every VMAgent and VMSingle that selects it.
 *
 * @example
 * ```ts
 * new victoriametrics.VMNodeScrape("main", {
 *   spec: { port: "9100", interval: "30s" },
 * });
 * ```
 */
export class VMNodeScrape extends Component {

  constructor(name: string, args: VMNodeScrapeArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMNodeScrape, name, args, options);
  }
}

/** Arguments of VMPodScrape. */
export interface VMPodScrapeArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Scraping of pods. */
  readonly spec: pulumi.Input<VMPodScrapeSpecArgs>;
}

/**
 * How pods are scraped by every VMAgent and VMSingle that selects it.
 *
 * Needs `spec.podMetricsEndpoints`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMPodScrape("main", {
 *   spec: { selector: { matchLabels: { app: "shop" } }, podMetricsEndpoints: [{ port: "metrics" }] },
 * });
 * ```
 */
export class VMPodScrape extends Component {

  constructor(name: string, args: VMPodScrapeArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMPodScrape, name, args, options);
  }
}

/** Arguments of VMProbe. */
export interface VMProbeArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Probing of targets from outside, by way of a prober. */
  readonly spec: pulumi.Input<VMProbeSpecArgs>;
}

/**
 * Targets for probes from outside, by a prober that every selecting VMAgent and VMSingle scrapes.
 *
 * Needs `spec.vmProberSpec`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMProbe("main", {
 *   spec: {
 *     vmProberSpec: { url: "blackbox-exporter:9115" },
 *     module: "http_2xx",
 *     targets: { static: { targets: ["https://shop.example.com"] } },
 *   },
 * });
 * ```
 */
export class VMProbe extends Component {

  constructor(name: string, args: VMProbeArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMProbe, name, args, options);
  }
}

/** Arguments of VMRule. */
export interface VMRuleArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Groups of alerting and recording rules for every VMAlert that selects the object. */
  readonly spec: pulumi.Input<VMRuleSpecArgs>;
}

/**
 * Groups of alerting and recording rules, evaluated by every VMAlert that selects them.
 *
 * Needs `spec.groups`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMRule("main", {
 *   spec: {
 *     groups: [
 *       {
 *         name: "shop",
 *         rules: [
 *           {
 *             alert: "ShopDown",
 *             expr: 'up{job="shop"} == 0',
 *             for: "5m",
 *             labels: { severity: "critical" },
 *           },
 *         ],
 *       },
 *     ],
 *   },
 * });
 * ```
 */
export class VMRule extends Component {

  constructor(name: string, args: VMRuleArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMRule, name, args, options);
  }
}

/** Arguments of VMScrapeConfig. */
export interface VMScrapeConfigArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Scraping of targets that are discovered in any way that VictoriaMetrics knows. */
  readonly spec?: pulumi.Input<VMScrapeConfigSpecArgs>;
}

/**
 * How targets of any service discovery are scraped by every VMAgent and VMSingle that selects it.
 *
 * @example
 * ```ts
 * new victoriametrics.VMScrapeConfig("main", {
 *   spec: {
 *     kubernetesSDConfigs: [{ role: "pod", namespaces: { names: ["shop"] } }],
 *     relabelConfigs: [
 *       { action: "keep", sourceLabels: ["__meta_kubernetes_pod_label_app"], regex: "shop" },
 *     ],
 *   },
 * });
 * ```
 */
export class VMScrapeConfig extends Component {

  constructor(name: string, args: VMScrapeConfigArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMScrapeConfig, name, args, options);
  }
}

/** Arguments of VMServiceScrape. */
export interface VMServiceScrapeArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Scraping of the pods behind Services, or of the Services themselves. */
  readonly spec: pulumi.Input<VMServiceScrapeSpecArgs>;
}

/**
 * How the pods behind Services, or the Services themselves, are scraped by every VMAgent and VMSingle that selects it.
 *
 * Needs `spec.endpoints`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMServiceScrape("main", {
 *   spec: {
 *     selector: { matchLabels: { app: "shop" } },
 *     endpoints: [{ port: "metrics", interval: "30s" }],
 *   },
 * });
 * ```
 */
export class VMServiceScrape extends Component {

  constructor(name: string, args: VMServiceScrapeArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMServiceScrape, name, args, options);
  }
}

/** Arguments of VMSingle. */
export interface VMSingleArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A database for metrics in a single pod, which can scrape targets as well. */
  readonly spec?: pulumi.Input<VMSingleSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A database for metrics in a single pod, which accepts pushed samples and answers queries.
 *
 * @example
 * ```ts
 * new victoriametrics.VMSingle("main", {
 *   spec: {
 *     retentionPeriod: "30d",
 *     storage: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "50Gi" } } },
 *   },
 * });
 * ```
 */
export class VMSingle extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the database in the cluster, for queries. */
  declare readonly url: pulumi.Output<string>;
  /** Address for writing by Prometheus's remote write protocol, for VMAgent's `remoteWrite`. */
  declare readonly remoteWriteUrl: pulumi.Output<string>;
  /** The Roles, with their bindings, that the account of `serviceAccountName` needs. Empty if the account is derived. */
  declare readonly requiredRbac: pulumi.Output<Manifest[]>;

  constructor(name: string, args: VMSingleArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMSingle, name, args, options);
  }
}

/** Arguments of VMStaticScrape. */
export interface VMStaticScrapeArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** Scraping of targets with known addresses. */
  readonly spec: pulumi.Input<VMStaticScrapeSpecArgs>;
}

/**
 * How targets with known addresses are scraped by every VMAgent and VMSingle that selects it.
 *
 * Needs `spec.targetEndpoints`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMStaticScrape("main", {
 *   spec: {
 *     jobName: "routers",
 *     targetEndpoints: [{ targets: ["192.0.2.1:9100", "192.0.2.2:9100"] }],
 *   },
 * });
 * ```
 */
export class VMStaticScrape extends Component {

  constructor(name: string, args: VMStaticScrapeArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMStaticScrape, name, args, options);
  }
}

/** Arguments of VMTeam. */
export interface VMTeamArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** The scrape objects and rules of a team, and the programs of the platform that take them. At least one program must be given. */
  readonly spec?: pulumi.Input<VMTeamSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * The scrape objects and rules of a team, which its own stack gives to a VMAgent and a VMAlert that the platform runs for it (argument `team`).
 *
 * @example
 * ```ts
 * new victoriametrics.VMTeam("main", {
 *   spec: {
 *     agent: { name: "shop", namespace: "monitoring" },
 *     alert: { name: "shop", namespace: "monitoring" },
 *   },
 * });
 * ```
 */
export class VMTeam extends Component {

  constructor(name: string, args: VMTeamArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMTeam, name, args, options);
  }
}

/** Arguments of VMUser. */
export interface VMUserArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A user of VMAuths, and the targets of its requests. It takes effect in every VMAuth that selects it. */
  readonly spec: pulumi.Input<VMUserSpecArgs>;
  /** Any text, such as a date. A changed text replaces a generated password (`generatePassword`); without a change it stays as it is. */
  readonly rotate?: pulumi.Input<string>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A user of the VMAuths that select it: credentials and targets of requests.
 *
 * Needs `spec.targetRefs`.
 *
 * @example
 * ```ts
 * new victoriametrics.VMUser("main", {
 *   spec: {
 *     generatePassword: true,
 *     targetRefs: [
 *       {
 *         crd: { kind: "VMSingle", name: "main", namespace: "monitoring" },
 *         paths: ["/api/v1/query.*"],
 *       },
 *     ],
 *   },
 * });
 * ```
 */
export class VMUser extends Component {
  /** Name of the Secret with the user's credentials; empty with `disable_secret_creation`. */
  declare readonly secretName: pulumi.Output<string>;
  /** Name that the user logs in with, unless it has a token. */
  declare readonly username: pulumi.Output<string>;

  constructor(name: string, args: VMUserArgs, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VMUser, name, args, options);
  }
}

/** Arguments of VTCluster. */
export interface VTClusterArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A database for traces whose parts scale on their own: storage nodes, vtinsert in front of them for writing and vtselect for queries. */
  readonly spec?: pulumi.Input<VTClusterSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A database for traces whose parts scale on their own: storage nodes, with vtinsert for writing and vtselect for queries.
 *
 * @example
 * ```ts
 * new victoriametrics.VTCluster("main", {
 *   spec: {
 *     insert: { replicaCount: 2 },
 *     select: { replicaCount: 2 },
 *     storage: { replicaCount: 2, retentionPeriod: "7d" },
 *   },
 * });
 * ```
 */
export class VTCluster extends Component {
  /** Name of the Service of the storage nodes. */
  declare readonly vtstorageServiceName: pulumi.Output<string>;
  /** Name of the Service of vtselect, or of the load balancer in front of it. */
  declare readonly vtselectServiceName: pulumi.Output<string>;
  /** Name of the Service of vtinsert, or of the load balancer in front of it. */
  declare readonly vtinsertServiceName: pulumi.Output<string>;
  /** Address of the storage nodes in the cluster, for metrics and maintenance. */
  declare readonly vtstorageUrl: pulumi.Output<string>;
  /** Address of vtselect in the cluster. */
  declare readonly vtselectUrl: pulumi.Output<string>;
  /** Address of vtinsert in the cluster. */
  declare readonly vtinsertUrl: pulumi.Output<string>;
  /** Address for queries by Jaeger's API: a data source of Grafana, for example. */
  declare readonly jaegerUrl: pulumi.Output<string>;
  /** Address for writing traces by OpenTelemetry's protocol over HTTP. */
  declare readonly openTelemetryUrl: pulumi.Output<string>;
  /** Address of the load balancer in the cluster, for reading and writing. */
  declare readonly loadBalancerUrl: pulumi.Output<string>;

  constructor(name: string, args: VTClusterArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VTCluster, name, args, options);
  }
}

/** Arguments of VTSingle. */
export interface VTSingleArgs {
  /** Name, namespace, labels and annotations of the custom resource. */
  readonly metadata?: pulumi.Input<ObjectMetadataArgs>;
  /** A database for traces in a single pod. */
  readonly spec?: pulumi.Input<VTSingleSpecArgs>;
  /** Objects for selectors and references: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects in `selectFrom`: `fail` (the default) fails the run, `skip` leaves them out with a warning. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in `selectFrom` are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: while it is true, fields owned by others are applied by force. The generated password of a VMUser is taken from the user's Secret, which must exist then, at its first use. Default false: a field that another program has set to another value is an error. */
  readonly adopt?: boolean;
}

/**
 * A database for traces in a single pod, which takes in spans that are pushed to it and answers queries.
 *
 * @example
 * ```ts
 * new victoriametrics.VTSingle("main", {
 *   spec: {
 *     retentionPeriod: "7d",
 *     storage: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "20Gi" } } },
 *   },
 * });
 * ```
 */
export class VTSingle extends Component {
  /** Name of the Service. */
  declare readonly serviceName: pulumi.Output<string>;
  /** Address of the database in the cluster. */
  declare readonly url: pulumi.Output<string>;
  /** Address for writing traces by OpenTelemetry's protocol over HTTP. */
  declare readonly openTelemetryUrl: pulumi.Output<string>;
  /** Address for queries by Jaeger's API: a data source of Grafana, for example. */
  declare readonly jaegerUrl: pulumi.Output<string>;

  constructor(name: string, args: VTSingleArgs = {}, options?: pulumi.ComponentResourceOptions) {
    super(kinds.VTSingle, name, args, options);
  }
}

/** Arguments of ConfigGroup. */
export interface ConfigGroupArgs {
  /** Files, folders (all `.yaml`, `.yml` and `.json` files below) and patterns with `*`, `**`, `?` and `{a,b}`, relative to the program's folder: one, or a list. */
  readonly files?: pulumi.Input<string | pulumi.Input<string>[]>;
  /** YAML texts with any number of manifests: one, or a list. */
  readonly yaml?: pulumi.Input<string | pulumi.Input<string>[]>;
  /** Manifests as plain data, with Outputs wherever components accept them: one, or a list. */
  readonly objs?: pulumi.Input<unknown>;
  /** Helm charts, rendered as `helm template` does. Their monitors and rules join the group, and no definitions of kinds that the group converts or derives from go to the cluster; their other objects are registered as they are. */
  readonly charts?: pulumi.Input<pulumi.Input<ChartArgs>[]>;
  /** Namespace of objects without one. Default: the provider's, else the stack's `kubernetes:namespace`, else `default`. */
  readonly namespace?: pulumi.Input<string>;
  /** Further objects for selectors and references, beside the group's own: components of this package, Kubernetes resources and plain manifests. */
  readonly selectFrom?: pulumi.Input<pulumi.Input<Selectable>[]>;
  /** Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`. */
  readonly defaults?: pulumi.Input<DefaultsArgs>;
  /** Treatment of invalid objects: `fail` (the default) fails the run, `skip` leaves scrape objects, rules and the like out with a warning. Invalid objects that become workloads or Secrets always fail the run, since leaving them out would delete running objects. */
  readonly onInvalid?: OnInvalid;
  /** Whether required references to Secrets and ConfigMaps that are missing in the group are read from the cluster. Default true if there is a cluster. */
  readonly readReferences?: boolean;
  /** Takes over existing objects of the cluster, such as those of an operator: `adopt` of each component in the group, and the same for objects that are registered as they are. Default false. */
  readonly adopt?: boolean;
  /** Which custom resources become components: `needed` (the default) are those for which something is created, and all others, such as scrape objects and rules, are held as text, which previews show as well; `all` makes one of each, for programs that refer to them by their names. */
  readonly components?: GroupComponents;
  /** Further arguments of single custom resources as components, beside `metadata` and `spec`, by `Kind/namespace/name`: `{ "VMAgent/monitoring/main": { leastPrivilege: true } }`. An unknown name is an error. */
  readonly arguments?: pulumi.Input<Record<string, pulumi.Input<unknown>>>;
}
