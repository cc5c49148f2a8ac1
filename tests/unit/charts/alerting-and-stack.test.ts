import { expect } from "chai";
import { valueAt } from "../../../provider/charts/plain-data";
import { converted, errorsIn, named, specsOf } from "./release";

describe("conversion of the charts for alerting and of the whole stack", () => {
  it("keeps servers, notifiers and rules of vmalert", () => {
    const result = converted(
      "victoria-metrics-alert",
      `
server:
  datasource: { url: "http://vmsingle:8428", basicAuth.username: reader, basicAuth.password: hidden, queryStep: 1m }
  remoteWrite: { url: "http://vmsingle:8428", concurrency: 4 }
  notifier: { url: ["http://a:9093", "http://b:9093"] }
  notifiers: [{ alertmanager: { url: "http://c:9093" } }]
  extraArgs: { evaluationInterval: 30s, rule: [/config/alert-rules.yaml, /more/*.yaml] }
  config: { alerts: { groups: [{ name: up, rules: [{ alert: Down, expr: "up == 0", annotations: { summary: "{{ $labels.instance }}" } }] }] } }
`,
    );
    const { VMAlert, VMRule } = specsOf(result);
    expect(VMAlert).to.deep.include({
      datasource: {
        url: "http://vmsingle:8428",
        basicAuth: { username: { name: "shop-datasource", key: "0-username" }, password: { name: "shop-datasource", key: "0-password" } },
      },
      remoteWrite: { url: "http://vmsingle:8428", concurrency: 4 },
      notifiers: [{ url: "http://c:9093" }, { url: "http://a:9093" }, { url: "http://b:9093" }],
      rulePath: ["/more/*.yaml"],
      ruleSelector: { matchLabels: { "app.kubernetes.io/instance": "shop" } },
    });
    expect(valueAt(VMAlert, "extraArgs")).to.include({ "datasource.queryStep": "1m", evaluationInterval: "30s" });
    expect(valueAt(VMAlert, "extraArgs")).not.to.have.property("rule");
    expect(VMRule?.groups).to.have.lengthOf(1);
    expect(named(result)).to.deep.equal([]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("makes the Alertmanager of the chart, with its configuration in a Secret, and sends alerts to it", () => {
    const result = converted(
      "victoria-metrics-alert",
      `
server: { datasource: { url: "http://vmsingle:8428" } }
alertmanager:
  enabled: true
  replicaCount: 2
  baseURLPrefix: /alerts
  cluster: { peerTimeout: 5s }
  config: { route: { receiver: shop }, receivers: [{ name: shop, webhook_configs: [{ url: "http://hidden" }] }] }
  templates: { shop.tmpl: "{{ define \\"shop\\" }}x{{ end }}" }
  persistentVolume: { enabled: true, size: 1Gi }
  ingress: { enabled: true, hosts: [{ name: alerts.example.com, port: web }] }
`,
    );
    const { VMAlert, VMAlertmanager, Ingress } = specsOf(result);
    expect(VMAlert?.notifiers).to.deep.equal([{ selector: { namespaceSelector: { matchNames: ["monitoring"] } } }]);
    expect(VMAlertmanager).to.deep.include({
      image: { tag: "v0.33.1" },
      replicaCount: 2,
      retention: "120h",
      routePrefix: "/alerts",
      configSecret: "shop-alertmanager-config",
      templates: [{ name: "shop-alertmanager-templates", key: "shop.tmpl" }],
    });
    expect(valueAt(VMAlertmanager, "extraArgs")).to.include({ "cluster.peer-timeout": "5s" });
    expect(result.manifests[0]).to.deep.include({
      stringData: {
        "alertmanager.yaml":
          "global:\n  resolve_timeout: 5m\nroute:\n  receiver: shop\n  group_by:\n  - alertname\n  group_wait: 30s\n  group_interval: 10s\n" +
          "  repeat_interval: 24h\nreceivers:\n- name: shop\n  webhook_configs:\n  - url: http://hidden\n",
      },
    });
    expect(JSON.stringify(Ingress)).to.contain('"service":{"name":"vmalertmanager-shop","port":{"name":"http"}}');
    expect(JSON.stringify(result.notes)).not.to.contain("hidden");
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("gives the stack as the chart has it by itself, and names the charts of others", () => {
    const result = converted("victoria-metrics-k8s-stack", "");
    const { VMSingle, VMAgent, VMAlert, VMAlertmanager } = specsOf(result);
    expect(VMSingle).to.deep.include({ retentionPeriod: "1", port: "8428" });
    expect(VMAgent).to.deep.include({
      selectAllByDefault: true,
      remoteWrite: [{ url: "http://vmsingle-shop.monitoring.svc:8428/api/v1/write" }],
    });
    expect(VMAlert).to.deep.include({
      datasource: { url: "http://vmsingle-shop.monitoring.svc:8428" },
      remoteWrite: { url: "http://vmsingle-shop.monitoring.svc:8428" },
      notifiers: [{ selector: { namespaceSelector: { matchNames: ["monitoring"] } } }],
    });
    expect(VMAlertmanager).to.deep.include({ configSecret: "shop-alertmanager-config" });
    expect(result.manifests.filter(({ kind }) => kind === "VMNodeScrape").map(({ metadata }) => metadata.name)).to.deep.equal([
      "shop-kubelet-cadvisor",
      "shop-kubelet-probes",
      "shop-kubelet-resources",
      "shop-kubelet",
    ]);
    expect(named(result)).to.have.members([
      "defaultDashboards",
      "defaultRules",
      "alertmanager.monzoTemplate",
      "grafana",
      "prometheus-node-exporter",
      "kube-state-metrics",
    ]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("gives every custom resource of the stack the license, but for Alertmanager", () => {
    const specs = specsOf(converted("victoria-metrics-k8s-stack", "global: { license: { key: hidden } }\nvmauth: { enabled: true }"));
    const keyRef = { name: "shop-license", key: "license" };
    for (const kind of ["VMSingle", "VMAgent", "VMAlert", "VMAuth"]) expect(specs[kind]?.license, kind).to.deep.equal({ keyRef });
    expect(specs.VMAlertmanager).not.to.have.property("license");
    const cluster = specsOf(converted("victoria-metrics-cluster", "license: { secret: { name: a, key: b } }\nvmauth: { enabled: true }"));
    expect(cluster.VMAuth?.license).to.deep.equal(cluster.VMCluster?.license);
    expect(cluster.VMAuth?.license).to.deep.equal({ keyRef: { name: "a", key: "b" } });
  });

  it("passes specs of the stack on, and leads everything to its cluster", () => {
    const result = converted(
      "victoria-metrics-k8s-stack",
      `
tenant: "5"
defaultRules: { enabled: false }
defaultDashboards: { enabled: false }
grafana: { enabled: false }
prometheus-node-exporter: { enabled: false }
kube-state-metrics: { enabled: false }
vmsingle: { enabled: false }
vmcluster: { enabled: true, spec: { replicationFactor: 1, vminsert: { enabled: true, replicaCount: 3 } }, ingress: { select: { enabled: true, hosts: [select.example.com] } } }
vmagent: { additionalRemoteWrites: [{ url: "http://more/api/v1/write" }], spec: { externalLabels: { cluster: west } } }
vmalert: { spec: { evaluationInterval: 1m, externalLabels: { cluster: west } } }
alertmanager: { enabled: false, monzoTemplate: { enabled: false } }
vmauth: { enabled: true }
kubeEtcd: { endpoints: [10.0.0.1] }
kubeScheduler: { enabled: false }
extraRules: { shop: { groups: [{ name: shop, rules: [{ record: one, expr: "1" }] }] } }
`,
    );
    const { VMCluster, VMAgent, VMAlert, VMAuth, VMRule, Endpoints } = specsOf(result);
    expect(VMCluster).to.deep.include({ retentionPeriod: "1", replicationFactor: 1 });
    expect(VMCluster?.vminsert).to.deep.equal({ port: "8480", replicaCount: 3 });
    expect(VMAgent?.remoteWrite).to.deep.equal([
      { url: "http://vminsert-shop.monitoring.svc:8480/insert/5/prometheus/api/v1/write" },
      { url: "http://more/api/v1/write" },
    ]);
    expect(VMAlert).to.deep.include({
      evaluationInterval: "1m",
      datasource: { url: "http://vmselect-shop.monitoring.svc:8481/select/5/prometheus" },
      remoteWrite: { url: "http://vminsert-shop.monitoring.svc:8480/insert/5/prometheus" },
    });
    expect(valueAt(VMAlert, "extraArgs")).to.deep.equal({ "http.pathPrefix": "/", "notifier.blackhole": "true" });
    expect(valueAt(VMAuth, "unauthorizedUserAccessSpec.targetRefs")).to.have.lengthOf(2);
    expect(VMRule?.groups).to.have.lengthOf(1);
    expect(Endpoints).not.to.equal(undefined);
    expect(result.manifests.some(({ metadata }) => metadata.name === "shop-kube-scheduler")).to.equal(false);
    expect(named(result)).to.deep.equal([]);
    expect(errorsIn(result)).to.deep.equal([]);
  });
});
