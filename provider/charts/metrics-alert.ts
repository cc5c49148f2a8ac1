import type { Manifest } from "../world/objects";
import { alertmanager } from "./alertmanager-values";
import type { Program } from "./chart-program";
import { type Data, dataOf, isEmpty, joined, listOf } from "./plain-data";
import { deploymentStrategy } from "./rollout-values";
import { service } from "./service-values";
import { clientFlags, number, type TargetKind, targetsOf, text } from "./target-values";
import { type Chart, field, part, section, type Value } from "./value-table";
import { common, license, operatorMode, serviceAccount, surroundings, workload } from "./workload-values";

/** The file of rules that the chart makes of `config.alerts`. */
const ownFile = "/config/alert-rules.yaml";

const program: Program = {
  name: "vmalert",
  repository: "victoriametrics/vmalert",
  port: "8880",
  flags: { rule: [ownFile] },
  probes: {
    readiness: { httpGet: {}, initialDelaySeconds: 5, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 3 },
    liveness: { tcpSocket: {}, initialDelaySeconds: 5, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 3 },
  },
};

const kindOf = (name: string): TargetKind => ({
  prefix: `${name}.`,
  purpose: name.toLowerCase(),
  flags: {
    ...clientFlags,
    bearerTokenFile: ["bearerTokenFile"],
    concurrency: ["concurrency", number],
    flushInterval: ["flushInterval", text],
    maxBatchSize: ["maxBatchSize", number],
    maxQueueSize: ["maxQueueSize", number],
    lookback: ["lookback", text],
  },
  fields: ["basicAuth", "bearerTokenSecret", "oauth2", "tlsConfig", "selector"],
});

/** A server that vmalert is a client of. */
const server = (name: string, byDefault: Data = {}): Value => ({
  byDefault,
  becomes: (value, place) => {
    const given = dataOf(value);
    if (isEmpty(given.url)) return undefined;
    // A single item: places in messages have no index.
    const warn = (message: string, below = ""): void => place.warn(message, below.replace(/^\[0\]\.?/, ""));
    const { targets, extraArgs } = targetsOf([given], kindOf(name), { ...place, warn });
    return { [name]: targets[0], ...(Object.keys(extraArgs).length > 0 && { extraArgs }) };
  },
});

/** Older charts have the servers for results below `remote`. */
const remote: Value = section({
  write: { ...server("remoteWrite") },
  read: { ...server("remoteRead") },
});

/** Notifiers: those of `notifiers`, that of `notifier` with one or several URLs, and the Alertmanager of the chart if that has none. */
const notifiers: Value = {
  byDefault: [],
  always: true,
  becomes: (value, place) => {
    const { notifier } = dataOf(place.all.server);
    const { alertmanager: legacy, ...more } = dataOf(notifier);
    const single: Data = { ...more, ...dataOf(legacy) };
    const urls = [single.url].flat().filter((url) => !isEmpty(url));
    const items = [...listOf(value).map(withoutWrapper), ...urls.map((url) => ({ ...single, url }))];
    const { targets, extraArgs } = targetsOf(items, kindOf("notifier"), place);
    const own = urls.length === 0 && dataOf(place.all.alertmanager).enabled === true;
    const found = { selector: { namespaceSelector: { matchNames: [place.release.namespace] } } };
    const all = own ? [...targets, found] : targets;
    return all.length === 0 ? undefined : { notifiers: all, ...(Object.keys(extraArgs).length > 0 && { extraArgs }) };
  },
};

const withoutWrapper = (item: unknown): Data => {
  const { alertmanager: legacy, ...more } = dataOf(item);
  return { ...more, ...dataOf(legacy) };
};

/** Flags, of which the files of rules are a field. */
const withRules: Value = {
  ...workload(program).extraArgs,
  becomes: (value, place) => {
    const { rule, ...flags } = dataOf(value);
    const paths = [rule].flat().filter((path) => !isEmpty(path) && path !== ownFile);
    const others = workload(program).extraArgs?.becomes?.(flags, place);
    return joined(others, paths.length === 0 ? undefined : { rulePath: paths }) as Data;
  },
};

/** The chart's rules become a VMRule, which the VMAlert selects by its label. */
const config: Value = section({
  alerts: section({
    groups: {
      byDefault: [],
      becomes: (groups, place) => {
        if (!isEmpty(dataOf(place.all.server).configMap)) return undefined;
        const { name, namespace } = place.release;
        const labels = { "app.kubernetes.io/instance": name };
        const metadata = { name, namespace, labels };
        place.add({ apiVersion: "operator.victoriametrics.com/v1beta1", kind: "VMRule", metadata, spec: { groups } } as Manifest);
        return { ruleSelector: { matchLabels: labels } };
      },
    },
  }),
});

/** Rules of a ConfigMap are read as files. */
const configMap: Value = {
  byDefault: "",
  becomes: (name) => ({ configMaps: [name], rulePath: [`/etc/vm/configs/${String(name)}/alert-rules.yaml`] }),
};

export const metricsAlert: Chart = {
  learntFrom: "helm-charts eb5dc39",
  resources: {
    main: {
      kind: "VMAlert",
      apiVersion: "operator.victoriametrics.com/v1beta1",
      when: ({ server: given }) => dataOf(given).enabled !== false,
    },
    alertmanager: {
      kind: "VMAlertmanager",
      apiVersion: "operator.victoriametrics.com/v1beta1",
      when: ({ alertmanager: given }) => dataOf(given).enabled === true,
    },
  },
  values: {
    ...common,
    ...operatorMode,
    serviceAccount: serviceAccount(true),
    license,
    serviceMonitor: surroundings(program).serviceMonitor ?? {},
    server: section({
      // A value of older charts.
      enabled: part(true),
      ...workload(program),
      ...surroundings(program),
      service: service(program, { clusterIP: "None" }),
      extraArgs: withRules,
      annotations: field({}, "managedMetadata.annotations"),
      labels: field({}, "managedMetadata.labels"),
      strategy: {
        byDefault: { type: "RollingUpdate", rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%" } },
        becomes: (value, place) => deploymentStrategy({ strategy: value }, place),
      },
      datasource: server("datasource"),
      remoteWrite: server("remoteWrite"),
      remoteRead: server("remoteRead"),
      remote,
      notifier: part({}),
      notifiers,
      config,
      configMap,
    }),
    alertmanager,
  },
};
