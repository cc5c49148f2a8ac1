import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";
import { nameLabel } from "./cluster-scrapes";
import type { Configuration } from "./configuration";
import { dashboards } from "./dashboards";
import { alertmanagerSource, metricsSource } from "./dashboards/builder";

const image = "docker.io/grafana/grafana:12.4.5";
const labels = { [nameLabel]: "grafana" };
const name = "grafana";

/** What Grafana shows. */
export interface Sources {
  readonly queryUrl: pulumi.Output<string>;
  readonly alertmanagerUrl: pulumi.Output<string>;
}

/** Grafana with data sources and dashboards, and the object that has it scraped. It keeps nothing: all it shows comes from this program. */
export function createGrafana(configuration: Configuration, namespace: pulumi.Input<string>, sources: Sources) {
  const metadata = { name, namespace, labels };
  const { password, provisioning } = createSettings(configuration, namespace, sources);
  const dashboardMaps = Object.entries(dashboards).map(
    ([file, dashboard]) =>
      new kubernetes.core.v1.ConfigMap(`grafana-dashboard-${file}`, {
        metadata: { name: `grafana-dashboard-${file}`, namespace, labels },
        data: { [`${file}.json`]: JSON.stringify(dashboard, undefined, 2) },
      }),
  );
  const deployment = new kubernetes.apps.v1.Deployment(name, {
    metadata,
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: grafanaPod(
          configuration,
          password.metadata.name,
          provisioning.metadata.name,
          dashboardMaps.map((map) => map.metadata.name),
        ),
      },
    },
  });
  const service = new kubernetes.core.v1.Service(
    name,
    { metadata, spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: "http" }] } },
    { dependsOn: deployment },
  );
  if (configuration.grafanaHost !== "") createIngress(configuration, metadata, service);
  const scrape = new victoriametrics.VMServiceScrape(
    name,
    { metadata: { namespace }, spec: { jobLabel: nameLabel, selector: { matchLabels: labels }, endpoints: [{ port: "http" }] } },
    { dependsOn: service },
  );
  return { service, scrape };
}

/**
 * What Grafana reads at its start. The names are Pulumi's and the objects immutable, so that a changed password or data source is a new object
 * with a new name, and that starts new pods.
 */
function createSettings({ grafanaPassword }: Configuration, namespace: pulumi.Input<string>, sources: Sources) {
  const password = new kubernetes.core.v1.Secret("grafana-admin", {
    metadata: { namespace, labels },
    immutable: true,
    stringData: { user: "admin", password: grafanaPassword },
  });
  const provisioning = new kubernetes.core.v1.ConfigMap("grafana-provisioning", {
    metadata: { namespace, labels },
    immutable: true,
    data: {
      "datasources.yaml": dataSources(sources).apply((content) => JSON.stringify(content, undefined, 2)),
      "dashboards.yaml": JSON.stringify(dashboardProvider, undefined, 2),
    },
  });
  return { password, provisioning };
}

/** JSON is YAML too. */
const dashboardProvider = {
  apiVersion: 1,
  providers: [
    {
      name: "k8s-stack",
      folder: "Kubernetes",
      type: "file",
      allowUiUpdates: false,
      updateIntervalSeconds: 30,
      options: { path: "/var/lib/grafana/dashboards" },
    },
  ],
};

const dataSources = ({ queryUrl, alertmanagerUrl }: Sources) =>
  pulumi.all([queryUrl, alertmanagerUrl]).apply(([metrics, alertmanager]) => ({
    apiVersion: 1,
    datasources: [
      {
        ...metricsSource,
        name: "VictoriaMetrics",
        access: "proxy",
        url: metrics,
        isDefault: true,
        jsonData: { httpMethod: "POST", timeInterval: "30s", manageAlerts: true },
      },
      {
        ...alertmanagerSource,
        name: "Alertmanager",
        access: "proxy",
        url: alertmanager,
        jsonData: { implementation: "prometheus", handleGrafanaManagedAlerts: false },
      },
    ],
  }));

function createIngress(
  { grafanaHost, ingressClass }: Configuration,
  metadata: kubernetes.types.input.meta.v1.ObjectMeta,
  service: kubernetes.core.v1.Service,
): void {
  const backend = { service: { name: service.metadata.name, port: { name: "http" } } };
  new kubernetes.networking.v1.Ingress(name, {
    metadata,
    spec: { ingressClassName: ingressClass, rules: [{ host: grafanaHost, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }] },
  });
}

function grafanaPod(
  { grafanaHost }: Configuration,
  passwordName: pulumi.Input<string>,
  provisioningName: pulumi.Input<string>,
  dashboardNames: readonly pulumi.Input<string>[],
): kubernetes.types.input.core.v1.PodSpec {
  const fromSecret = (key: string) => ({ valueFrom: { secretKeyRef: { name: passwordName, key } } });
  return {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 472, runAsGroup: 472, fsGroup: 472, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name,
        image,
        env: [
          { name: "GF_SECURITY_ADMIN_USER", ...fromSecret("user") },
          { name: "GF_SECURITY_ADMIN_PASSWORD", ...fromSecret("password") },
          ...(grafanaHost === "" ? [] : [{ name: "GF_SERVER_ROOT_URL", value: `https://${grafanaHost}/` }]),
          { name: "GF_ANALYTICS_REPORTING_ENABLED", value: "false" },
          { name: "GF_ANALYTICS_CHECK_FOR_UPDATES", value: "false" },
          { name: "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH", value: "/var/lib/grafana/dashboards/cluster.json" },
        ],
        ports: [{ name: "http", containerPort: 3000 }],
        livenessProbe: { httpGet: { path: "/api/health", port: "http" }, initialDelaySeconds: 30 },
        readinessProbe: { httpGet: { path: "/api/health", port: "http" } },
        resources: { requests: { cpu: "50m", memory: "150Mi" }, limits: { memory: "512Mi" } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
        volumeMounts: [
          { name: "data", mountPath: "/var/lib/grafana" },
          ...["datasources", "dashboards"].map((subject) => ({
            name: "provisioning",
            mountPath: `/etc/grafana/provisioning/${subject}/${subject}.yaml`,
            subPath: `${subject}.yaml`,
            readOnly: true,
          })),
          { name: "dashboards", mountPath: "/var/lib/grafana/dashboards", readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: "data", emptyDir: {} },
      { name: "provisioning", configMap: { name: provisioningName } },
      // One volume of all dashboards: a new one does not need a new mount.
      { name: "dashboards", projected: { sources: dashboardNames.map((configMap) => ({ configMap: { name: configMap } })) } },
    ],
  };
}
