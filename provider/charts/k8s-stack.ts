import type { Manifest } from "../world/objects";
import type { Program } from "./chart-program";
import { ingress, route } from "./ingress-values";
import { type Data, dataOf, isEmpty, isSame, joined, listOf, overlaid } from "./plain-data";
import { type Chart, field, type Place, part, section, together, type Value, type Values, without } from "./value-table";
import { common, licensed } from "./workload-values";
import { yamlText } from "./yaml-text";

const v1beta1 = "operator.victoriametrics.com/v1beta1";

/** The Service in front of a part, and the host of its Ingress. */
type Served = Pick<Program, "name" | "port" | "site">;

/** A section whose `spec` is that of a custom resource. */
interface StackPart {
  readonly id: string;
  readonly enabled: boolean;
  readonly spec: Data;
  readonly more?: Values;
  /** Port of its Ingress, and the beginning of the name of its Service. */
  readonly served?: Served;
  /** Whether its custom resource has a license: Alertmanager needs none. */
  readonly hasLicense?: boolean;
  /** Changes to the spec that follow from other values. */
  readonly by?: (spec: Data, place: Place) => Data;
}

/** A section of the stack: its spec is passed on, over the chart's own. */
const stackPart = ({ id, enabled, spec, more = {}, served, by = (given) => given, hasLicense = true }: StackPart): Value =>
  section(
    {
      enabled: part(enabled),
      spec: {
        byDefault: spec,
        always: true,
        becomes: (value, place) => ({ ...(hasLicense && licensed(dataOf(place.all.global).license, place)), ...by(dataOf(value), place) }),
      },
      labels: field({}, "managedMetadata.labels"),
      annotations: field({}, "managedMetadata.annotations"),
      ...(served && { ingress: ingress(served), route: route(served) }),
      ...more,
    },
    { switched: true, resource: id },
  );

const isOn = (all: Data, id: string): boolean => dataOf(all[id]).enabled === true;

/** The address of a derived Service. */
const at = (service: string, port: unknown, { release }: Place): string =>
  `http://${service}-${release.name}.${release.namespace}.svc:${String(port)}`;

const portOf = (all: Data, id: string, path: readonly string[], otherwise: string): unknown =>
  path.reduce<unknown>((inner, name) => dataOf(inner)[name], dataOf(all[id]).spec) ?? otherwise;

/** Where samples are written to: the database of the stack, or the external one. */
function writeUrl(place: Place): Data | undefined {
  const { all } = place;
  const external = dataOf(dataOf(dataOf(all.external).vm).write);
  if (!isEmpty(external.url)) return external;
  const tenant = String(all.tenant);
  if (isOn(all, "vmsingle")) return { url: `${at("vmsingle", portOf(all, "vmsingle", ["port"], "8428"), place)}/api/v1/write` };
  if (isOn(all, "vmcluster"))
    return {
      url: `${at("vminsert", portOf(all, "vmcluster", ["vminsert", "port"], "8480"), place)}/insert/${tenant}/prometheus/api/v1/write`,
    };
  return undefined;
}

/** Where queries go. */
function readUrl(place: Place): Data | undefined {
  const { all } = place;
  const external = dataOf(dataOf(dataOf(all.external).vm).read);
  if (!isEmpty(external.url)) return external;
  if (isOn(all, "vmsingle")) return { url: at("vmsingle", portOf(all, "vmsingle", ["port"], "8428"), place) };
  if (isOn(all, "vmcluster"))
    return {
      url: `${at("vmselect", portOf(all, "vmcluster", ["vmselect", "port"], "8481"), place)}/select/${String(all.tenant)}/prometheus`,
    };
  return undefined;
}

/** The agent writes to the database, and to the further targets. */
function agentSpec(spec: Data, place: Place): Data {
  const target = writeUrl(place);
  const further = listOf(dataOf(place.all.vmagent).additionalRemoteWrites);
  const remoteWrite = [...listOf(spec.remoteWrite), ...(target ? [target] : []), ...further];
  return { ...spec, remoteWrite };
}

/** Rules are evaluated with the database, and results are written to it; alerts go to the Alertmanagers of the stack. */
function alertSpec(spec: Data, place: Place): Data {
  const [read, write] = [readUrl(place), writeUrl(place)];
  const target = write && { ...write, url: String(write.url).replace(/\/api\/v1\/write$/, "") };
  const agent = dataOf(place.all.vmalert).remoteWriteVMAgent === true && {
    url: at("vmagent", portOf(place.all, "vmagent", ["port"], "8429"), place),
  };
  const { additionalNotifierConfigs, templateFiles } = dataOf(place.all.vmalert);
  const given = !isEmpty(spec.notifier) || !isEmpty(spec.notifiers) || !isEmpty(spec.notifierConfigRef);
  const notifiers = isOn(place.all, "alertmanager")
    ? { notifiers: [{ selector: { namespaceSelector: { matchNames: [place.release.namespace] } } }] }
    : { extraArgs: { "notifier.blackhole": "true" } };
  const file = !isEmpty(additionalNotifierConfigs) && {
    notifierConfigRef: place.secret("vmalert-notifiers", "notifiers.yaml", yamlText(additionalNotifierConfigs)),
  };
  const templates = !isEmpty(templateFiles) && templateMap("vmalert-extra-templates", dataOf(templateFiles), place);
  const own: Data = {
    ...(read && { datasource: read, remoteRead: read }),
    ...(agent || target ? { remoteWrite: agent || target } : {}),
  };
  const alerting = file || (given ? {} : notifiers);
  const mounted = templates ? { configMaps: [templates], extraArgs: { "rule.templates": `/etc/vm/configs/${templates}/*.tmpl` } } : {};
  return joined(joined(overlaid(own, spec), alerting), mounted) as Data;
}

/** A ConfigMap with templates; returns its name. */
function templateMap(purpose: string, data: Data, { release, add }: Place): string {
  const name = `${release.name}-${purpose}`;
  add({ apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace: release.namespace }, data } as unknown as Manifest);
  return name;
}

/** The configuration of the Alertmanager: a Secret, or a VMAlertmanagerConfig if the chart is told so. */
function alertmanagerSpec(spec: Data, place: Place): Data {
  const { config, useManagedConfig, templateFiles } = dataOf(place.all.alertmanager);
  const files = dataOf(templateFiles);
  const templates = isEmpty(files)
    ? {}
    : { templates: Object.keys(files).map((key) => ({ name: `${place.release.name}-alertmanager-extra-templates`, key })) };
  if (!isEmpty(files)) templateMap("alertmanager-extra-templates", files, place);
  if (!isEmpty(spec.configSecret)) return joined(spec, templates) as Data;
  const { configSecret: _none, ...others } = spec;
  if (useManagedConfig === true) {
    const { name, namespace } = place.release;
    place.add({ apiVersion: v1beta1, kind: "VMAlertmanagerConfig", metadata: { name, namespace }, spec: config } as Manifest);
    return joined(others, templates) as Data;
  }
  const { name } = place.secret("alertmanager-config", "alertmanager.yaml", yamlText(config));
  return joined({ ...others, configSecret: name }, templates) as Data;
}

/** Parts of a cluster are switched by fields that the custom resource does not have. */
const clusterSpec = (spec: Data): Data =>
  Object.fromEntries(
    Object.entries(spec).flatMap(([name, value]) => {
      const { enabled, ...rest } = dataOf(value);
      if (!["vmselect", "vminsert", "vmstorage"].includes(name)) return [[name, value]];
      return enabled === false ? [] : [[name, rest]];
    }),
  );

/** The gateway: the chart's own routes are templates, which become references to the database. */
function authSpec(spec: Data, place: Place): Data {
  if (!isSame(spec.unauthorizedUserAccessSpec, ownAccess)) return spec;
  const { name, namespace } = place.release;
  const crd = (kind: string) => ({ crd: { kind, name, namespace } });
  const targetRefs = isOn(place.all, "vmsingle") ? [crd("VMSingle")] : [crd("VMCluster/vmselect"), crd("VMCluster/vminsert")];
  return { ...spec, unauthorizedUserAccessSpec: { targetRefs } };
}

const ownAccess = {
  disabled: false,
  discover_backend_ips: true,
  url_map: [
    { src_paths: ["{{ .vm.read.path }}/.*"], url_prefix: ['{{ urlJoin (omit .vm.read "path") }}/'] },
    { src_paths: ["{{ .vm.write.path }}/.*"], url_prefix: ['{{ urlJoin (omit .vm.write "path") }}/'] },
  ],
};

/** Groups of rules become a VMRule each. */
const rules: Value = {
  byDefault: {},
  becomes: (value, { release: { name: release, namespace }, add }) => {
    for (const [name, spec] of Object.entries(dataOf(value)))
      add({ apiVersion: v1beta1, kind: "VMRule", metadata: { name: `${release}-${name}`, namespace }, spec } as Manifest);
    return undefined;
  },
};

const caFile = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt";
const bearerTokenFile = "/var/run/secrets/kubernetes.io/serviceaccount/token";

/** A scrape object of a component of Kubernetes, and the Service that it needs. */
interface Component {
  readonly name: string;
  readonly enabled: boolean;
  readonly port?: number;
  readonly selector?: Data;
  readonly endpoint: Data;
  readonly scrape?: Data;
  /** Whether its pods may be elsewhere, so that their addresses are given. */
  readonly hasEndpoints?: boolean;
}

function component({ name, enabled, port, selector, endpoint, scrape = {}, hasEndpoints = false }: Component): Value {
  const app = `${name}`;
  const spec = { jobLabel: "app.kubernetes.io/component", namespaceSelector: { matchNames: [] }, endpoints: [endpoint], ...scrape };
  const withService = port !== undefined;
  return together(
    {
      enabled: part(enabled),
      ...(hasEndpoints && { endpoints: part([]) }),
      ...(withService && {
        service: section({ enabled: part(true), port: part(port), targetPort: part(port), labels: part({}), selector: part(selector) }),
      }),
      vmScrape: section({ spec: part(spec) }),
    },
    ({ service, endpoints, vmScrape }, place) => {
      const { name: release, namespace } = place.release;
      const labels = { app: app, "app.kubernetes.io/component": app, "app.kubernetes.io/instance": release };
      const asked = dataOf(dataOf(vmScrape).spec);
      const system = String(dataOf(place.all.defaultScrapeService).namespace);
      if (withService && dataOf(service).enabled === true)
        addService(dataOf(service), `${release}-${app}`, labels, system, place, listOf(endpoints));
      const selects = withService
        ? { selector: { matchLabels: { app, "app.kubernetes.io/instance": release } }, namespaceSelector: { matchNames: [system] } }
        : {};
      const names = listOf(dataOf(asked.namespaceSelector).matchNames);
      const { namespaceSelector, ...fields } = asked;
      place.add({
        apiVersion: v1beta1,
        kind: "VMServiceScrape",
        metadata: { name: `${release}-${app}`, namespace },
        spec: { ...selects, ...fields, ...(names.length > 0 && { namespaceSelector }) },
      } as Manifest);
      return undefined;
    },
    { switched: true, always: true },
  );
}

function addService(service: Data, name: string, own: Data, namespace: string, place: Place, addresses: readonly unknown[]): void {
  const { port, targetPort, selector, labels } = service;
  const metadata = { name, namespace, labels: { ...dataOf(labels), ...own } };
  const ports = [{ name: "http-metrics", port, targetPort, protocol: "TCP" }];
  const chosen = addresses.length > 0 ? {} : { selector };
  place.add({ apiVersion: "v1", kind: "Service", metadata, spec: { clusterIP: "None", ports, ...chosen } } as Manifest);
  if (addresses.length === 0) return;
  const subsets = [{ addresses: addresses.map((ip) => ({ ip })), ports: [{ name: "http-metrics", port, protocol: "TCP" }] }];
  place.add({ apiVersion: "v1", kind: "Endpoints", metadata, subsets } as unknown as Manifest);
}

const secure: Data = { bearerTokenFile, port: "http-metrics", scheme: "https", tlsConfig: { caFile } };

/** The kubelet: one scrape object of nodes for each of its paths. */
const kubeletSpec = {
  scheme: "https",
  honorLabels: true,
  interval: "30s",
  scrapeTimeout: "5s",
  tlsConfig: { insecureSkipVerify: true, caFile },
  bearerTokenFile,
  metricRelabelConfigs: [
    { action: "labeldrop", regex: "(uid)" },
    { action: "labeldrop", regex: "(id|name)" },
    {
      action: "drop",
      source_labels: ["__name__"],
      regex:
        "(rest_client_request_duration_seconds_bucket|rest_client_request_duration_seconds_sum|rest_client_request_duration_seconds_count)",
    },
  ],
  relabelConfigs: [
    { action: "labelmap", regex: "__meta_kubernetes_node_label_(.+)" },
    { sourceLabels: ["__metrics_path__"], targetLabel: "metrics_path" },
    { targetLabel: "job", replacement: "kubelet" },
  ],
  honorTimestamps: false,
};

const kubelet: Value = together(
  {
    enabled: part(true),
    vmScrapes: part({
      cadvisor: { enabled: true, spec: { path: "/metrics/cadvisor" } },
      probes: { enabled: true, spec: { path: "/metrics/probes" } },
      resources: { enabled: true, spec: { path: "/metrics/resource" } },
      kubelet: { spec: {} },
    }),
    vmScrape: section({ kind: part("VMNodeScrape"), spec: part(kubeletSpec) }),
  },
  ({ vmScrapes, vmScrape }, { release: { name: release, namespace }, add }) => {
    const { kind, spec } = dataOf(vmScrape);
    for (const [name, given] of Object.entries(dataOf(vmScrapes))) {
      const scrape = dataOf(given);
      if (scrape.enabled === false) continue;
      const metadata = { name: name === "kubelet" ? `${release}-kubelet` : `${release}-kubelet-${name}`, namespace };
      add({ apiVersion: v1beta1, kind: kind as string, metadata, spec: overlaid(spec, dataOf(scrape.spec)) } as Manifest);
    }
    return undefined;
  },
  { switched: true, always: true },
);

/** A chart of others in the stack: its chart goes into the program, its scrape object is here. */
const subchart = (name: string, spec: Data): Value => ({
  byDefault: { enabled: true, vmScrape: { enabled: true, spec } },
  always: true,
  becomes: (value, { release: { name: release, namespace }, warn, add }) => {
    const { enabled, vmScrape, ...values } = dataOf(value);
    if (enabled !== true) return undefined;
    warn(
      `is a chart of others: give ${name} to the charts of the ConfigGroup${isEmpty(values) ? "" : ", with these values except vmScrape"}; ` +
        "its scrape object is in the output",
    );
    const { enabled: scraped, spec: asked } = dataOf(vmScrape);
    if (scraped !== true) return undefined;
    const metadata = { name: `${release}-${name}`, namespace };
    add({ apiVersion: v1beta1, kind: "VMServiceScrape", metadata, spec: asked } as Manifest);
    return undefined;
  },
});

/** A section that the chart has on by itself: what it is for is said as long as it is on. */
const whileOn = (message: string): Value => ({
  byDefault: { enabled: true },
  always: true,
  becomes: (value, { warn }) => {
    if (dataOf(value).enabled === true) warn(message);
    return undefined;
  },
});

const selecting = (name: string): Data => ({ selector: { matchLabels: { "app.kubernetes.io/name": name } } });
const forGrafana = "concerns Grafana: add its chart to the charts of the ConfigGroup, and its dashboards and data sources as ConfigMaps";
const fetched =
  "rules are fetched by a job in the cluster, which a program does not do: add them as VMRules or PrometheusRules (examples/k8s-stack has them), and " +
  "change them there";

const anyHost = { host: "" };

const claimOf = (storage: string): Data => ({ volumeClaimTemplate: { spec: { resources: { requests: { storage } } } } });

export const k8sStack: Chart = {
  learntFrom: "helm-charts 00573e1",
  resources: {
    vmsingle: { kind: "VMSingle", apiVersion: v1beta1, when: (all) => isOn(all, "vmsingle") },
    vmcluster: { kind: "VMCluster", apiVersion: v1beta1, when: (all) => isOn(all, "vmcluster") },
    vmagent: { kind: "VMAgent", apiVersion: v1beta1, when: (all) => isOn(all, "vmagent") },
    vmalert: { kind: "VMAlert", apiVersion: v1beta1, when: (all) => isOn(all, "vmalert") },
    alertmanager: { kind: "VMAlertmanager", apiVersion: v1beta1, when: (all) => isOn(all, "alertmanager") },
    vmauth: { kind: "VMAuth", apiVersion: v1beta1, when: (all) => isOn(all, "vmauth") },
  },
  values: {
    global: section({
      clusterLabel: without(
        "cluster",
        "names the label of clusters in dashboards and fetched rules: set it by vmagent.spec.externalLabels",
      ),
      license: section({ key: part(""), keyRef: part({}) }),
      cluster: section({ dnsDomain: { byDefault: "cluster.local." } }),
    }),
    nameOverride: without("", "names follow from --release: clients of the old names need the new ones"),
    fullnameOverride: part(""),
    tenant: part("0"),
    argocdReleaseOverride: without("", "labels of Argo CD have no part here"),
    "victoria-metrics-operator": without(
      { enabled: true },
      "the stack needs no operator: leave it out, and give its settings (VM_… variables) as victoriametrics:… of the stack",
    ),
    defaultDashboards: whileOn(forGrafana),
    defaultDatasources: without({}, forGrafana),
    syncJob: without({ enabled: true }, "the job that fetches dashboards and rules is not part of the program: add them as objects"),
    defaultRules: whileOn(fetched),
    extraRules: rules,
    additionalVictoriaMetricsMap: rules,
    external: section({
      grafana: without({ host: "", datasource: "VictoriaMetrics" }, forGrafana),
      vm: section({ read: part({ url: "" }), write: part({ url: "" }) }),
    }),
    vmsingle: stackPart({
      id: "vmsingle",
      enabled: true,
      served: { name: "vmsingle", port: "8428", site: anyHost },
      spec: {
        port: "8428",
        retentionPeriod: "1",
        replicaCount: 1,
        storage: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "20Gi" } } },
      },
    }),
    vmdistributed: without(
      { enabled: false },
      "is a kind of its own without a component here: write its VMClusters, VMAgents and the VMAuth one by one",
    ),
    vmcluster: stackPart({
      id: "vmcluster",
      enabled: false,
      by: clusterSpec,
      spec: {
        retentionPeriod: "1",
        replicationFactor: 2,
        vmstorage: { replicaCount: 2, storageDataPath: "/vm-data", storage: claimOf("10Gi") },
        vmselect: { enabled: true, port: "8481", replicaCount: 2, cacheMountPath: "/select-cache", storage: claimOf("2Gi") },
        vminsert: { enabled: true, port: "8480", replicaCount: 2 },
      },
      more: {
        ingress: section({
          storage: ingress({ name: "vmstorage", port: "8482", site: anyHost }),
          select: ingress({ name: "vmselect", port: "8481", site: anyHost }),
          insert: ingress({ name: "vminsert", port: "8480", site: anyHost }),
        }),
        route: section({
          storage: route({ name: "vmstorage", port: "8482" }),
          select: route({ name: "vmselect", port: "8481" }),
          insert: route({ name: "vminsert", port: "8480" }),
        }),
      },
    }),
    alertmanager: stackPart({
      id: "alertmanager",
      hasLicense: false,
      enabled: true,
      served: { name: "vmalertmanager", port: "9093", site: { host: "alertmanager.domain.com" } },
      by: alertmanagerSpec,
      spec: {
        replicaCount: 1,
        port: "9093",
        selectAllByDefault: true,
        image: { tag: "v0.32.1" },
        externalURL: "",
        routePrefix: "/",
        configSecret: "",
      },
      more: {
        useManagedConfig: part(false),
        config: part({ route: { receiver: "blackhole" }, receivers: [{ name: "blackhole" }] }),
        monzoTemplate: whileOn(
          "the chart's templates for Slack are not part of the output: add their ConfigMap, and name it in spec.templates",
        ),
        templateFiles: part({}),
      },
    }),
    vmalert: stackPart({
      id: "vmalert",
      enabled: true,
      served: { name: "vmalert", port: "8080", site: { host: "vmalert.domain.com" } },
      by: alertSpec,
      spec: { port: "8080", selectAllByDefault: true, evaluationInterval: "20s", extraArgs: { "http.pathPrefix": "/" } },
      more: { remoteWriteVMAgent: part(false), templateFiles: part({}), additionalNotifierConfigs: part({}) },
    }),
    vmauth: stackPart({
      id: "vmauth",
      enabled: false,
      by: authSpec,
      spec: { port: "8427", unauthorizedUserAccessSpec: ownAccess },
    }),
    vmagent: stackPart({
      id: "vmagent",
      enabled: true,
      served: { name: "vmagent", port: "8429", site: { host: "vmagent.domain.com" } },
      by: agentSpec,
      spec: { port: "8429", selectAllByDefault: true, scrapeInterval: "20s", extraArgs: { "promscrape.streamParse": "true" } },
      more: {
        additionalRemoteWrites: part([]),
        rbac: without(
          {},
          "roles follow from the component: leastPrivilege: true of the component derives rights for the selected namespaces alone",
        ),
      },
    }),
    grafana: whileOn(forGrafana),
    extraObjects: common.extraObjects ?? {},
    defaultScrapeService: section({ namespace: part("kube-system") }),
    "prometheus-node-exporter": subchart("prometheus-node-exporter", {
      jobLabel: "jobLabel",
      ...selecting("prometheus-node-exporter"),
      endpoints: [
        { port: "metrics", metricRelabelConfigs: [{ action: "drop", source_labels: ["mountpoint"], regex: "/var/lib/kubelet/pods.+" }] },
      ],
    }),
    "kube-state-metrics": subchart("kube-state-metrics", {
      ...selecting("kube-state-metrics"),
      endpoints: [
        { port: "http", honorLabels: true, metricRelabelConfigs: [{ action: "labeldrop", regex: "(uid|container_id|image_id)" }] },
      ],
      jobLabel: "app.kubernetes.io/name",
    }),
    kubelet,
    kubeApiServer: component({
      name: "kube-apiserver",
      enabled: true,
      endpoint: { bearerTokenFile, port: "https", scheme: "https", tlsConfig: { caFile, serverName: "kubernetes" } },
      scrape: {
        jobLabel: "component",
        namespaceSelector: { matchNames: ["default"] },
        selector: { matchLabels: { component: "apiserver", provider: "kubernetes" } },
      },
    }),
    kubeControllerManager: component({
      name: "kube-controller-manager",
      enabled: true,
      hasEndpoints: true,
      port: 10257,
      selector: { component: "kube-controller-manager" },
      endpoint: { ...secure, tlsConfig: { caFile, serverName: "kubernetes" } },
    }),
    kubeDns: without({ enabled: false }, "give its Service and VMServiceScrape as extraObjects"),
    coreDns: component({
      name: "coredns",
      enabled: true,
      port: 9153,
      selector: { "k8s-app": "kube-dns" },
      endpoint: { port: "http-metrics", bearerTokenFile },
    }),
    kubeEtcd: component({
      name: "kube-etcd",
      enabled: true,
      hasEndpoints: true,
      port: 2379,
      selector: { component: "etcd" },
      endpoint: secure,
    }),
    kubeScheduler: component({
      name: "kube-scheduler",
      enabled: true,
      hasEndpoints: true,
      port: 10259,
      selector: { component: "kube-scheduler" },
      endpoint: secure,
    }),
    kubeProxy: component({
      name: "kube-proxy",
      enabled: false,
      hasEndpoints: true,
      port: 10249,
      selector: { "k8s-app": "kube-proxy" },
      endpoint: secure,
    }),
  },
};
