import type { z } from "zod";
import { programFields } from "../../features/program-fields";
import { statefulStorage } from "../../features/stateful-storage";
import { syslogSpec } from "../../features/syslog";
import { workloadFields } from "../../features/workload-fields";
import { podDisruptionBudget } from "../../kubernetes/pod-disruption-budget";
import { statefulRolloutStrategy, statefulSetFields } from "../../kubernetes/stateful-set";
import { vpa } from "../../kubernetes/vertical-pod-autoscaler";
import { byteSize } from "../../schema/byte-size";
import { duration } from "../../schema/duration-text";
import { basicAuth } from "../../schema/endpoint-auth";
import { boolean, described, integer, item, list, map, object, required, string, structural } from "../../schema/fields";
import { secretKey } from "../../schema/key-references";
import { license } from "../../workload/license-fields";
import { loggingFields } from "../../workload/logging-fields";
import { resourceFields } from "../../workload/resource-fields";

const tlsConfig = object("VLAgentTLSConfig", "TLS of the connection to a target.", {
  caFile: string("File with the certificate authority in the container. Not together with `caSecretKeyRef`."),
  caSecretKeyRef: described("The certificate authority in a Secret, which is mounted into the pod.", secretKey),
  certFile: string("File with the client's certificate in the container. Not together with `certSecretKeyRef`."),
  certSecretKeyRef: described("The client's certificate in a Secret, which is mounted into the pod.", secretKey),
  keyFile: string("File with the client's key in the container. Not together with `keySecretKeyRef`."),
  keySecretKeyRef: described("The client's key in a Secret, which is mounted into the pod.", secretKey),
  serverName: string("Name that the target's certificate must have. Default: the host of the URL."),
  insecureSkipVerify: boolean("Takes any certificate of the target. Default false."),
});

const oauth2 = object("VLAgentOAuth2", "Tokens of OAuth 2.0 for a target.", {
  tokenURL: required(string("URL that tokens come from.", { minLength: 1, example: "https://auth.example.com/token" })),
  clientIDFile: string("File with the client's id. vlagent takes the id itself, so use `clientIDSecret`."),
  clientIDSecret: described("The client's id in a Secret. Exactly one of this and `clientIDFile`.", secretKey),
  clientSecretFile: string("File with the client's secret in the container. Exactly one of this and `clientSecret`."),
  clientSecret: described("The client's secret in a Secret, which is mounted into the pod.", secretKey),
  scopes: list("Scopes that tokens are asked for.", item),
  endpointParams: map("Further parameters of requests for tokens.", item),
});

const remoteWrite = object("VLAgentRemoteWriteSpec", "A target that gets all log entries, and how it is written to.", {
  url: required(
    string("URL that log entries are written to, `http://vlsingle-main:9428/insert/native`. An empty one is an error.", {
      example: "http://vlsingle-main:9428/insert/native",
    }),
  ),
  basicAuth: described("User name and password for the target; their Secrets are mounted into the pod.", basicAuth),
  bearerTokenPath: string("File with a bearer token in the container. It wins over `bearerTokenSecret`."),
  bearerTokenSecret: described("A bearer token for the target in a Secret, which is mounted into the pod.", secretKey),
  oauth2,
  tlsConfig,
  headers: list("Headers of each request, `Name: value`. A value that is a credential should be given as a secret.", item),
  proxyURL: string("Proxy that the target is written to through."),
  sendTimeout: duration("Time after which sending a block is given up and tried again. Default: vlagent's own, 1m."),
  maxDiskUsage: byteSize(
    "Most bytes kept on disk while the target is away; the oldest are dropped. Default: `remoteWriteSettings.maxDiskUsagePerURL`, else the share of " +
      "the claim.",
  ),
});

const remoteWriteSettings = object("VLAgentRemoteWriteSettings", "How log entries are buffered and sent, for all targets.", {
  flushInterval: duration("Longest time that log entries wait before they are sent. Default: vlagent's own, 1s."),
  maxBlockSize: byteSize("Largest block that is sent, before compression. Default: vlagent's own."),
  maxDiskUsagePerURL: byteSize(
    "Most bytes kept on disk for each target while it is away. Default: with a claim in `storage`, its size divided by the number of targets; else no " +
      "limit.",
  ),
  queues: integer("Number of connections at a time to each target. Default: vlagent's own."),
  showURL: boolean("Shows the targets' URLs in logs and metrics. Default false, since URLs may hold passwords."),
  tmpDataPath: string("Folder for log entries that wait to be sent. Default: `remotewrite-data` below the agent's own `tmpDataPath`."),
});

const k8sCollector = object(
  "VLAgentK8sCollector",
  "Collection of the logs of all containers on each node. With it the agent is a DaemonSet.",
  {
    enabled: structural(boolean("Whether logs are collected. Default false; the other fields have no effect then.")),
    tenantID: string("Tenant of the log entries, `<account>:<project>`. Default: vlagent's own, `0:0`."),
    ignoreFields: list("Fields that are left out of log entries.", item),
    decolorizeFields: list("Fields whose ANSI color codes are taken out.", item),
    streamFields: list("Fields that make up a stream. Default: vlagent's own.", item),
    msgFields: list("Fields that may hold the message, the first that is there winning. Default: vlagent's own.", item),
    timeFields: list("Fields that may hold the time, the first that is there winning. Default: vlagent's own.", item),
    extraFields: string('Fields for all log entries, as an object in JSON: `{"cluster":"west"}`. Anything else is an error.', {
      example: '{"cluster":"west"}',
    }),
    excludeFilter: string("Filter in LogsQL of log entries that are left out."),
    includePodLabels: boolean("Adds the labels of pods to log entries. Default true."),
    includePodAnnotations: boolean("Adds the annotations of pods to log entries. Default false."),
    includeNodeLabels: boolean("Adds the labels of nodes to log entries. Default false."),
    includeNodeAnnotations: boolean("Adds the annotations of nodes to log entries. Default false."),
    logsPath: structural(
      string("Folder with the logs of containers. Default `/var/log/containers`; for another one give its volume and mount yourself."),
    ),
    checkpointsPath: string("File with the places up to which logs were read. Default: vlagent's own, below its `tmpDataPath`."),
  },
);

export const spec = object(
  "VLAgentSpec",
  "An agent that takes log entries in, or collects them on each node, and writes them to targets.",
  {
    ...resourceFields,
    remoteWrite: required(list("Targets that all log entries are written to. At least one is needed.", remoteWrite)),
    remoteWriteSettings,
    k8sCollector,
    syslogSpec,
    tmpDataPath: structural(
      string(
        "Folder for everything that must outlive a restart. Default `/vlagent-data`, with `k8sCollector` `/var/lib/vlagent-data` on the node. With a path of " +
          "your own, volume and mount are yours too.",
      ),
    ),
    storage: described(
      "Volume of each pod of the StatefulSet for log entries that wait to be sent. Default: an emptyDir; `{}` already makes a claim.",
      statefulStorage,
    ),
    rollingUpdateStrategy: statefulRolloutStrategy,
    ...statefulSetFields,
    ...workloadFields,
    ...programFields("vlagent"),
    podDisruptionBudget,
    vpa,
    ...loggingFields,
    license,
  },
);

export type VLAgentSpec = z.output<typeof spec>;
