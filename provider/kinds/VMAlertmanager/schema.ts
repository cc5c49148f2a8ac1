import type { z } from "zod";
import { reloaderFields } from "../../features/config-reloader";
import { programFields } from "../../features/program-fields";
import { statefulStorage } from "../../features/stateful-storage";
import { workloadFields } from "../../features/workload-fields";
import { podDisruptionBudget } from "../../kubernetes/pod-disruption-budget";
import { podReplacement, statefulSetFields } from "../../kubernetes/stateful-set";
import { vpa } from "../../kubernetes/vertical-pod-autoscaler";
import { arbitraryFileAccess } from "../../schema/arbitrary-file-access";
import { boolean, described, integer, item, list, object, string, structural, word } from "../../schema/fields";
import { configMapKey } from "../../schema/key-references";
import { labelSelector } from "../../schema/selector-fields";
import { resourceFields } from "../../workload/resource-fields";
import { gossipConfig } from "./gossip";
import { tracingConfig } from "./tracing";
import { webConfig } from "./web";

/** The source of the base configuration, and further parts. */
const configurationFields = {
  configSecret: structural(
    string(
      "Secret of the namespace with the base configuration, a complete configuration of Alertmanager, under the key `alertmanager.yaml`. It wins over " +
        "`configRawYaml`. The name of the derived Secret is an error.",
    ),
  ),
  configRawYaml: string(
    "The base configuration as text: a complete configuration of Alertmanager. Default: a receiver `blackhole` without notifiers. What Alertmanager " +
      "would refuse is an error.",
  ),
  templates: list(
    "ConfigMap entries with templates for notifications; they are mounted at `/etc/vm/templates/<ConfigMap>/<key>`.",
    configMapKey,
  ),
  tracingConfig,
  webConfig,
  gossipConfig,
};

/** The selection of VMAlertmanagerConfigs, and their limits. */
const selectionFields = {
  selectAllByDefault: structural(boolean("Selects all VMAlertmanagerConfigs, unless one of the selectors is given. Default false.")),
  configSelector: described(
    "VMAlertmanagerConfigs by their labels; without `configNamespaceSelector` those of the own namespace.",
    labelSelector,
  ),
  configNamespaceSelector: described(
    "Namespaces by their labels, whose VMAlertmanagerConfigs are selected; `{}` means all.",
    labelSelector,
  ),
  disableNamespaceMatcher: structural(
    boolean(
      "Lets VMAlertmanagerConfigs handle alerts of all namespaces: without it their routes and inhibit rules get a matcher for their own namespace. " +
        "Not together with `enforcedNamespaceLabel`. Default false.",
    ),
  ),
  enforcedNamespaceLabel: string(
    "Label of alerts that routes of VMAlertmanagerConfigs match their namespace by. Inhibit rules always go by `namespace`. Default `namespace`.",
  ),
  enforcedTopRouteMatchers: list(
    'Further matchers for the uppermost route of every VMAlertmanagerConfig, `severity!="info"` for example.',
    item,
  ),
  disableRouteContinueEnforce: structural(
    boolean("Leaves `continue` of uppermost routes to the VMAlertmanagerConfigs; without it all go on to the next one. Default false."),
  ),
  arbitraryFSAccessThroughSMs: described(
    "Whether VMAlertmanagerConfigs may name files of the container, for credentials or certificates. Those that do are errors if it is denied.",
    arbitraryFileAccess,
  ),
};

/** How Alertmanager runs. */
const serverFields = {
  retention: string("How long data is kept, `120h`. Default `120h`.", {
    pattern: /[0-9]+(ms|s|m|h)/,
    expected: "expected a duration such as 120h",
    example: "120h",
  }),
  logLevel: word("Minimum severity of logged messages, in small or capital letters. Default `info`.", [
    "debug",
    "info",
    "warn",
    "error",
    "DEBUG",
    "INFO",
    "WARN",
    "ERROR",
  ]),
  logFormat: word("Form of the log lines. Default `logfmt`.", ["logfmt", "json"]),
  externalURL: string("Alertmanager's address for users, for links in notifications."),
  routePrefix: string("Path that Alertmanager answers below, `/alertmanager`. It also shapes probes and scrapes. Default `/`."),
  listenLocal: structural(
    boolean("Listens on the loopback address of the pod alone, for a proxy beside it; no probes are derived then. Default false."),
  ),
  portName: structural(string("Name of the container's port. Default `web`.")),
  additionalPeers: list("Further members of the cluster, `host:port`.", item),
  clusterAdvertiseAddress: string("Address, `host:port`, of this member for the others of the cluster."),
  clusterDomainName: string(
    "Domain of the Kubernetes cluster, for the addresses of the pods: `cluster.local`. Default: `clusterDomain` of the package's defaults, which is empty.",
  ),
  storage: described(
    "Where notifications and silences are kept. Default: a directory that goes with the pod. The name of `volumeClaimTemplate` becomes that of the volume; " +
      "default `vmalertmanager-<name>-db`.",
    statefulStorage,
  ),
  rollingUpdateStrategy: podReplacement(
    "Replacement of pods: `RollingUpdate`, or `OnDelete` for deletions by hand. Default `RollingUpdate`.",
    {
      example: "RollingUpdate",
    },
  ),
};

export const spec = object("VMAlertmanagerSpec", "A cluster of Alertmanager, which tells people of alerts.", {
  ...resourceFields,
  ...configurationFields,
  ...selectionFields,
  ...serverFields,
  ...statefulSetFields,
  podDisruptionBudget,
  vpa,
  ...workloadFields,
  ...programFields("alertmanager", "Alertmanager"),
  componentVersion: described("Version of Alertmanager, for when `image.tag` is empty. Default v0.31.0.", workloadFields.componentVersion),
  replicaCount: structural(integer("Number of pods, which form a cluster. Default 1; 0 stops Alertmanager.")),
  extraArgs: described(
    'Flags for Alertmanager, names without dashes: `{"cluster.peer-timeout": "30s"}`. One that is derived too is replaced by the value given here.',
    workloadFields.extraArgs,
  ),
  preStopSleepSeconds: described(
    "Has no effect: members of the cluster find each other by themselves.",
    workloadFields.preStopSleepSeconds,
  ),
  ...reloaderFields,
  configReloadAuthKeySecret: described(
    "Key that the config-reloader sends with a reload. Alertmanager itself needs no key; a proxy in front of it may.",
    reloaderFields.configReloadAuthKeySecret,
  ),
});

export type VMAlertmanagerSpec = z.output<typeof spec>;
