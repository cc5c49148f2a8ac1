import type { Manifest } from "../world/objects";
import { portIn } from "./argument-values";
import type { Program } from "./chart-program";
import { type Data, dataOf, isEmpty } from "./plain-data";
import { claimed, claimTemplate, emptyDirectory, persistentVolume } from "./storage-values";
import { always, field, part, section, together, type Value, without } from "./value-table";
import { front, workload } from "./workload-values";
import { yamlText } from "./yaml-text";

const program: Program = {
  name: "vmalertmanager",
  container: "alertmanager",
  repository: "prom/alertmanager",
  port: "9093",
  ownTag: "v0.33.1",
  site: { host: "alertmanager.local" },
  podSecurityContext: { enabled: false },
  securityContext: { enabled: false },
};

const ownConfig = {
  global: { resolve_timeout: "5m" },
  route: { receiver: "devnull", group_by: ["alertname"], group_wait: "30s", group_interval: "10s", repeat_interval: "24h" },
  receivers: [{ name: "devnull" }],
};

/** The configuration, in a Secret since receivers have credentials. */
const config: Value = {
  byDefault: ownConfig,
  always: true,
  becomes: (value, place) =>
    isEmpty(dataOf(place.all.alertmanager).configMap)
      ? { configSecret: place.secret("alertmanager-config", "alertmanager.yaml", yamlText(value)).name }
      : undefined,
};

/** Templates are entries of a ConfigMap. */
const templates: Value = {
  byDefault: {},
  becomes: (value, { release: { name: release, namespace }, add }) => {
    const name = `${release}-alertmanager-templates`;
    add({ apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace }, data: value } as unknown as Manifest);
    return { templates: Object.keys(dataOf(value)).map((key) => ({ name, key })) };
  },
};

/** Settings of gossip are flags, where there is more than one pod. */
const gossip: Value = together(
  {
    listenAddress: part("0.0.0.0:9094"),
    pushPullInterval: part("60s"),
    gossipInterval: part("200ms"),
    peerTimeout: part("15s"),
    settleTimeout: part("1m"),
  },
  ({ listenAddress, pushPullInterval, gossipInterval, peerTimeout, settleTimeout }, place) => {
    if (listenAddress !== "0.0.0.0:9094") place.warn("pods find each other at the derived port 9094", "listenAddress");
    const flags = {
      "cluster.pushpull-interval": pushPullInterval,
      "cluster.gossip-interval": gossipInterval,
      "cluster.peer-timeout": peerTimeout,
      "cluster.settle-timeout": settleTimeout,
    };
    return { extraArgs: Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, String(value)])) };
  },
);

const check = (path: string): Data => ({
  httpGet: { path: `{{ ternary "" .app.baseURLPrefix (empty .app.baseURLPrefix) }}/-/${path}`, port: "web" },
});
const derivedChecks = "the checks follow from the routePrefix: give the probes of the custom resource for others";

const { http: _http, ...ofWorkload } = workload(program);

/** The Alertmanager of the chart. */
export const alertmanager: Value = section(
  {
    enabled: part(false),
    ...ofWorkload,
    ...front(program),
    extraArgs: {
      byDefault: {},
      becomes: (value) => ({ extraArgs: Object.fromEntries(Object.entries(dataOf(value)).map(([name, flag]) => [name, String(flag)])) }),
    },
    probe: section({
      readiness: without(check("ready"), derivedChecks),
      liveness: without(check("healthy"), derivedChecks),
      startup: without(check("ready"), derivedChecks),
    }),
    // The custom resource is a StatefulSet, whose pods are the same.
    mode: { byDefault: "deployment" },
    deployment: section({
      spec: without({ strategy: { type: "Recreate" } }, "the Alertmanager is a StatefulSet: give rollingUpdateStrategy"),
    }),
    statefulSet: section({
      spec: without({ podManagementPolicy: "OrderedReady", updateStrategy: {} }, "give rollingUpdateStrategy of the custom resource"),
    }),
    retention: always("120h", "retention"),
    listenAddress: field("0.0.0.0:9093", "port", (value) => {
      const port = portIn(value, "9093");
      return port === "9093" ? undefined : port;
    }),
    cluster: gossip,
    baseURL: field("", "externalURL"),
    baseURLPrefix: field("", "routePrefix"),
    config,
    configMap: without("", "put the file of that ConfigMap into a Secret, under the key alertmanager.yaml, and name it as configSecret"),
    webConfig: without({}, "its fields are called a little differently: write them as webConfig of the custom resource"),
    templates,
    persistentVolume: persistentVolume({ enabled: false, size: "50Mi", mountPath: "/data" }, (volume, place) => {
      if (volume === undefined) return undefined;
      return volume.existing === undefined
        ? { storage: claimTemplate(volume) }
        : claimed(`vmalertmanager-${place.release.name}-db`, volume.existing);
    }),
    emptyDir: emptyDirectory((value, { all }) =>
      dataOf(dataOf(all.alertmanager).persistentVolume).enabled === true ? undefined : { storage: { emptyDir: value } },
    ),
  },
  { switched: true, resource: "alertmanager" },
);
