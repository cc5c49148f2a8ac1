import type { types } from "@pulumi/kubernetes";
import type { z } from "zod";
import { reloaderFields } from "../../features/config-reloader";
import { insertPorts } from "../../features/insert-ports";
import { programFields } from "../../features/program-fields";
import { statefulStorage } from "../../features/stateful-storage";
import { streamAggregation } from "../../features/stream-aggregation";
import { workloadFields } from "../../features/workload-fields";
import { deploymentFields } from "../../kubernetes/deployment";
import { hpa } from "../../kubernetes/horizontal-pod-autoscaler";
import { podDisruptionBudget } from "../../kubernetes/pod-disruption-budget";
import { podReplacement, statefulRolloutBehavior, statefulRolloutStrategy, statefulSetFields } from "../../kubernetes/stateful-set";
import { vpa } from "../../kubernetes/vertical-pod-autoscaler";
import { byteSize } from "../../schema/byte-size";
import { duration } from "../../schema/duration-text";
import { basicAuth, oauth2, tlsConfig } from "../../schema/endpoint-auth";
import { boolean, described, integer, item, list, map, object, required, string, structural } from "../../schema/fields";
import { configMapKey, secretKey } from "../../schema/key-references";
import { kubernetes } from "../../schema/kubernetes-types";
import { ingestionRelabelFields, relabelConfigs } from "../../schema/relabeling-fields";
import { scrapingFields } from "../../scraping/scraper-fields";
import { license } from "../../workload/license-fields";
import { loggingFields } from "../../workload/logging-fields";
import { resourceFields } from "../../workload/resource-fields";

const aws = object("AWS", "Signing of requests to services of AWS, such as Amazon Managed Prometheus.", {
  useSigv4: boolean("Signs requests with Signature Version 4. Default false."),
  region: string("Region that the requests go to."),
  service: string("Name of the service that signatures are made for. Default: vmagent's own, `aps`."),
  roleARN: string("Role to be assumed for the signatures."),
  ec2Endpoint: string("Endpoint of EC2's API, for when it is not the public one."),
  stsEndpoint: string("Endpoint of the security token service, for when it is not the public one."),
});

const remoteWrite = object("VMAgentRemoteWriteSpec", "A target that gets all samples, and how it is written to.", {
  url: required(
    string("URL that samples are written to, `http://vmsingle-main:8428/api/v1/write`. An empty one is an error.", {
      example: "http://vmsingle-main:8428/api/v1/write",
    }),
  ),
  basicAuth: described("User name and password for the target. Not both `password` and `password_file`.", basicAuth),
  bearerTokenSecret: described("A bearer token for the target, in a Secret.", secretKey),
  oauth2: described(
    "Tokens of OAuth 2.0 for the target. Not both `client_secret` and `client_secret_file`; `endpoint_params`, `proxy_url` and `tls_config` have " +
      "no effect here.",
    oauth2,
  ),
  tlsConfig: described("TLS of the connection to the target.", tlsConfig),
  headers: list("Headers of each request, `Name: value`. A value that is a credential should be given as a secret.", item),
  proxyURL: string("Proxy that the target is written to through."),
  aws,
  sendTimeout: duration("Time after which sending a block is given up and tried again. Default: vmagent's own, 1m."),
  queues: integer("Number of connections at a time. Default: `remoteWriteSettings.queues`, else vmagent's own."),
  maxDiskUsage: byteSize(
    "Most bytes kept on disk while the target is away; the oldest are dropped. Default: `remoteWriteSettings.maxDiskUsagePerURL`.",
  ),
  forceVMProto: boolean(
    "Uses the protocol of VictoriaMetrics, which needs less bandwidth, without asking whether the target knows it. Default false.",
  ),
  inlineUrlRelabelConfig: relabelConfigs("Relabeling of samples for this target. These rules come before those of `urlRelabelConfig`."),
  urlRelabelConfig: described(
    "Further rules for this target, as YAML in a ConfigMap. A missing ConfigMap or key is an error.",
    configMapKey,
  ),
  streamAggrConfig: described("Aggregation of samples for this target.", streamAggregation),
});

const remoteWriteSettings = object("VMAgentRemoteWriteSettings", "How samples are buffered and sent, for all targets.", {
  flushInterval: duration("Longest time that samples wait before they are sent. Default: vmagent's own, 1s."),
  label: map("Labels for all samples, on top of those they have.", item),
  maxBlockSize: integer("Largest block that is sent, in bytes before compression. Default: vmagent's own."),
  maxDiskUsagePerURL: byteSize(
    "Most bytes kept on disk for each target while it is away. Default 1073741824 (1 GiB); with a claim in `statefulMode`, its size divided by " +
      "the number of targets.",
  ),
  queues: integer("Number of connections at a time to each target. Default: vmagent's own."),
  showURL: boolean("Shows the targets' URLs in logs and metrics. Default false, since URLs may hold passwords."),
  tmpDataPath: string(
    "Folder for samples that wait to be sent. Default `/tmp/vmagent-remotewrite-data`, in `statefulMode` `/vmagent_pq/vmagent-remotewrite-data`. " +
      "The derived volume stays at the default.",
  ),
  useMultiTenantMode: structural(boolean("Takes in samples by tenant, under `/insert/<tenant>/…`, and writes them so. Default false.")),
});

/** DaemonSet, Deployment or StatefulSet, and how each replaces its pods. */
const modeFields = {
  ...deploymentFields,
  daemonSetMode: structural(
    boolean(
      "Runs a pod on every node, as a DaemonSet, that scrapes pods of its node by VMPodScrapes only. An error together with `statefulMode`, `hpa`, " +
        "`vpa`, `podDisruptionBudget` or `enableKubernetesAPISelectors`. Default false.",
    ),
  ),
  daemonSetUpdateStrategy: podReplacement(
    "How pods of the DaemonSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`.",
  ),
  daemonSetRollingUpdateStrategyBehavior: kubernetes<types.input.apps.v1.RollingUpdateDaemonSet>(
    "apps/v1:RollingUpdateDaemonSet",
    "How many pods of the DaemonSet may be missing or surplus while they are replaced.",
  ),
  statefulMode: structural(boolean("Runs as a StatefulSet, so that samples that wait to be sent outlive a pod. Default false.")),
  statefulStorage: described(
    "Volume of each pod of the StatefulSet for samples that wait to be sent. Default: an emptyDir; `{}` already makes a claim.",
    statefulStorage,
  ),
  statefulRollingUpdateStrategy: statefulRolloutStrategy,
  statefulRollingUpdateStrategyBehavior: statefulRolloutBehavior,
  ...statefulSetFields,
  shardCount: structural(
    integer(
      "Spreads the targets over this many workloads of `replicaCount` pods each. Default 0, no sharding; 1 is a single shard. `%SHARD_NUM%` " +
        "anywhere in the workload becomes the shard's number. Not in `daemonSetMode`.",
    ),
  ),
};

/** Autoscaling and disruption. */
const scalingFields = { hpa, vpa, podDisruptionBudget };

export const spec = object(
  "VMAgentSpec",
  "An agent that scrapes targets, accepts pushed samples, and writes all of them to one or more targets.",
  {
    ...resourceFields,
    remoteWrite: required(list("Targets that all samples are written to. At least one is needed.", remoteWrite)),
    remoteWriteSettings,
    ...ingestionRelabelFields,
    streamAggrConfig: described("Aggregation of all samples, before those of the targets.", streamAggregation),
    insertPorts,
    ...scrapingFields,
    ingestOnlyMode: described(
      "Scrapes nothing and only accepts pushed data: no configuration, no permissions to discover targets. Default false.",
      scrapingFields.ingestOnlyMode,
    ),
    ...workloadFields,
    ...programFields("vmagent"),
    ...modeFields,
    ...scalingFields,
    ...loggingFields,
    ...reloaderFields,
    license,
  },
);

export type VMAgentSpec = z.output<typeof spec>;
