import type { z } from "zod";
import { reloaderFields } from "../../features/config-reloader";
import { programFields } from "../../features/program-fields";
import { workloadFields } from "../../features/workload-fields";
import { deploymentFields } from "../../kubernetes/deployment";
import { podDisruptionBudget } from "../../kubernetes/pod-disruption-budget";
import { vpa } from "../../kubernetes/vertical-pod-autoscaler";
import { duration } from "../../schema/duration-text";
import { httpAuthFields } from "../../schema/endpoint-auth";
import { boolean, described, integer, item, list, map, object, required, string, structural } from "../../schema/fields";
import { secretKey } from "../../schema/key-references";
import { labelSelector, namespaceSelector } from "../../schema/selector-fields";
import { license } from "../../workload/license-fields";
import { loggingFields } from "../../workload/logging-fields";
import { resourceFields } from "../../workload/resource-fields";

/** Authentication of vmalert at a server, and its request headers. */
const connectionFields = {
  ...httpAuthFields,
  basicAuth: described("User name and password for the server. `password_file` wins over `password`.", httpAuthFields.basicAuth),
  oauth2: described(
    "Tokens of OAuth 2.0 for the server. `endpoint_params`, `proxy_url` and `tls_config` have no effect here; several scopes go into one text, " +
      "separated by `;`.",
    httpAuthFields.oauth2,
  ),
  bearerTokenFile: string("Path of a file with a bearer token, as the container sees it. Ignored if `bearerTokenSecret` is given."),
  bearerTokenSecret: described("A bearer token, in a Secret. It wins over `bearerTokenFile`.", secretKey),
  headers: list("Headers of each request, `Name: value`. A value that is a credential should be given as a secret.", item),
};

const url = (description: string, example: string) => required(string(description, { example }));

const datasource = object("VMAlertDatasourceSpec", "The database that rules are evaluated with.", {
  url: url("URL of the database, for queries: `http://vmsingle-main:8428`. An empty one is an error.", "http://vmsingle-main:8428"),
  ...connectionFields,
});

const remoteRead = object("VMAlertRemoteReadSpec", "The database that the state of alerts is read from when vmalert starts.", {
  url: url("URL of the database, for queries.", "http://vmsingle-main:8428"),
  lookback: string("Time range for restoring the state of alerts, `2h` for example. Default: vmalert's own, 1h."),
  ...connectionFields,
});

const remoteWrite = object(
  "VMAlertRemoteWriteSpec",
  "The database that results of recording rules, and the state of alerts, are written to.",
  {
    url: url("URL of the database, without `/api/v1/write`: vmalert appends it.", "http://vmsingle-main:8428"),
    ...connectionFields,
    concurrency: integer("Number of connections at a time. Default: vmalert's own."),
    flushInterval: duration("Longest time that samples wait before they are written. Default: vmalert's own, 2s."),
    maxBatchSize: integer("Most samples in a request. Default: vmalert's own."),
    maxQueueSize: integer("Most samples that wait; further ones are dropped. Default: vmalert's own."),
  },
);

const discovery = object("DiscoverySelector", "VMAlertmanagers to be found by their labels and namespaces.", {
  labelSelector: described("Which VMAlertmanagers are meant, by their labels. Default: all.", labelSelector),
  namespaceSelector: described("Namespaces of the VMAlertmanagers. Default: all; `{}` means none.", namespaceSelector),
});

const notifier = object("VMAlertNotifierSpec", "An Alertmanager that alerts are sent to, by its URL or found by a selector.", {
  url: string("URL of the Alertmanager, `http://vmalertmanager-main:9093`. With a `selector` it has no effect."),
  ...connectionFields,
  selector: described(
    "Finds VMAlertmanagers and stands for all their pods. Other fields have no effect beside it: the pods are reached without credentials.",
    discovery,
  ),
});

const notifierFields = {
  notifier: described("An Alertmanager that alerts are sent to. It comes after those of `notifiers`.", notifier),
  notifiers: list("Alertmanagers that alerts are sent to; each gets all alerts.", notifier),
  notifierConfigRef: described(
    "A file in a Secret that tells where alerts are sent to, instead of `notifier` and `notifiers`. vmalert sees the changes in it.",
    secretKey,
  ),
};

const ruleFields = {
  selectAllByDefault: structural(
    boolean("Selects the VMRules of all namespaces if both rule selectors are left out. Default false: no VMRules are selected then."),
  ),
  ruleSelector: described(
    "Selector of the VMRules by their labels; `{}` means all. Without `ruleNamespaceSelector` only those of the resource's namespace.",
    labelSelector,
  ),
  ruleNamespaceSelector: described("Namespaces of the VMRules, by the labels of the Namespaces; `{}` means all namespaces.", labelSelector),
  rulePath: list(
    "Further rule files: paths in the container with `*` for any text, or URLs of object storage with the enterprise version. With alerting " +
      "rules in them a notifier is needed.",
    structural(item),
  ),
  enforcedNamespaceLabel: structural(
    string("Label with the namespace of the VMRule, added to every rule and its results. It wins over the rule's own label."),
  ),
  evaluationInterval: duration("Time between evaluations, for groups without an interval. Default: vmalert's own, 1m."),
  externalLabels: map("Labels for all alerts and all results of recording rules.", item),
};

export const spec = object("VMAlertSpec", "Evaluates rules, writes their results to a database and sends alerts to Alertmanagers.", {
  ...resourceFields,
  datasource: required(datasource),
  remoteWrite,
  remoteRead,
  ...notifierFields,
  ...ruleFields,
  ...workloadFields,
  ...programFields("vmalert"),
  ...deploymentFields,
  podDisruptionBudget,
  vpa,
  ...loggingFields,
  ...reloaderFields,
  license,
});

export type VMAlertSpec = z.output<typeof spec>;
