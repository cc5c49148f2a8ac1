import { expect } from "chai";
import { valueAt } from "../../../provider/charts/plain-data";
import { converted, errorsIn, named, specsOf } from "./release";

const claim = (storage: string, more: object = {}) => ({ accessModes: ["ReadWriteOnce"], ...more, resources: { requests: { storage } } });

describe("conversion of charts of databases", () => {
  for (const chart of ["victoria-metrics-single", "victoria-logs-single", "victoria-traces-single"])
    it(`gives the database of ${chart} without values, with its claim and no word of loss`, () => {
      const result = converted(chart, "");
      const [spec] = Object.values(specsOf(result));
      expect(result.manifests.map(({ kind }) => kind)).to.have.lengthOf(1);
      expect(named(result)).to.deep.equal([]);
      expect(errorsIn(result)).to.deep.equal([]);
      expect(spec).to.deep.include({
        replicaCount: 1,
        retentionPeriod: "1",
        terminationGracePeriodSeconds: 60,
        storage: claim(chart === "victoria-metrics-single" ? "16Gi" : "10Gi"),
      });
    });

  for (const [chart, parts, size] of [
    ["victoria-metrics-cluster", ["vmselect", "vminsert", "vmstorage"], "8Gi"],
    ["victoria-logs-cluster", ["vlselect", "vlinsert", "vlstorage"], "10Gi"],
    ["victoria-traces-cluster", ["select", "insert", "storage"], "10Gi"],
  ] as const)
    it(`gives the parts of ${chart} without values, two pods each`, () => {
      const result = converted(chart, "");
      const [spec] = Object.values(specsOf(result));
      expect(named(result)).to.deep.equal([]);
      expect(errorsIn(result)).to.deep.equal([]);
      for (const part of parts) expect(valueAt(spec, `${part}.replicaCount`), part).to.equal(2);
      expect(valueAt(spec, `${parts[2]}.storage.volumeClaimTemplate.spec`)).to.deep.equal(claim(size));
      expect(valueAt(spec, `${parts[2]}.minReadySeconds`)).to.equal(5);
    });

  it("keeps a VMSingle's retention, scraping, relabeling, backups and license", () => {
    const result = converted(
      "victoria-metrics-single",
      `
global: { image: { registry: registry.example.com }, imagePullSecrets: [{ name: pull }] }
server:
  retentionPeriod: 90d
  image: { tag: v1.149.0, variant: enterprise }
  persistentVolume: { size: 50Gi, storageClassName: fast, annotations: { a: b } }
  extraArgs: { dedup.minScrapeInterval: 30s, httpListenAddr: ":8500" }
  scrape: { enabled: true, config: { global: { scrape_interval: 30s, evaluation_interval: 1m } } }
  relabel: { enabled: true, config: [{ action: labeldrop, regex: pod }] }
  vmbackupmanager: { enabled: true, destination: "s3://backups/shop", disableHourly: true, retention: { keepLastDaily: 7 } }
license: { secret: { name: license, key: text } }
podDisruptionBudget: { enabled: true, maxUnavailable: 1 }
extraObjects: [{ apiVersion: v1, kind: Secret, metadata: { name: license }, stringData: { text: none } }]
`,
    );
    const { VMSingle, PodDisruptionBudget } = specsOf(result);
    expect(VMSingle).to.deep.include({
      image: { repository: "registry.example.com/victoriametrics/victoria-metrics", tag: "v1.149.0-enterprise" },
      imagePullSecrets: [{ name: "pull" }],
      port: "8500",
      retentionPeriod: "90d",
      storage: claim("50Gi", { storageClassName: "fast" }),
      storageMetadata: { annotations: { a: "b" } },
      ingestOnlyMode: false,
      scrapeInterval: "30s",
      inlineRelabelConfig: [{ action: "labeldrop", regex: "pod" }],
      license: { keyRef: { name: "license", key: "text" } },
    });
    expect(VMSingle?.vmBackup).to.deep.include({ destination: "s3://backups/shop", disableHourly: true });
    expect(valueAt(VMSingle, "vmBackup.extraArgs")).to.include({ keepLastHourly: "2", keepLastDaily: "7" });
    expect(PodDisruptionBudget).to.deep.equal({
      selector: { matchLabels: { "app.kubernetes.io/name": "vmsingle", "app.kubernetes.io/instance": "shop" } },
      maxUnavailable: 1,
    });
    expect(named(result)).to.have.members(["server.scrape.config.global.evaluation_interval", "server.vmbackupmanager.destination"]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("mounts a claim that is there, and says that several pods are several databases", () => {
    const result = converted(
      "victoria-logs-single",
      "server: { replicaCount: 2, persistentVolume: { existingClaim: server-volume-logs-0 } }",
    );
    expect(specsOf(result).VLSingle).to.deep.include({
      replicaCount: 1,
      volumes: [{ name: "data", persistentVolumeClaim: { claimName: "server-volume-logs-0" } }],
    });
    expect(named(result)).to.deep.equal(["server.replicaCount"]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("keeps the space of logs, and a directory that is lost with the pod", () => {
    const values =
      "server: { retentionDiskSpaceUsage: 40, retentionMaxDiskUsagePercent: 80, persistentVolume: { enabled: false }, emptyDir: { sizeLimit: 1Gi } }";
    const { VLSingle } = specsOf(converted("victoria-logs-single", values));
    expect(VLSingle?.storage).to.equal(undefined);
    expect(VLSingle).to.deep.include({
      retentionMaxDiskSpaceUsageBytes: "40GiB",
      volumes: [{ name: "data", emptyDir: { sizeLimit: "1Gi" } }],
    });
    expect(valueAt(VLSingle, "extraArgs")).to.include({ "retention.maxDiskUsagePercent": "80", "http.shutdownDelay": "15s" });
  });

  it("keeps a cluster's parts, sizes, autoscalers, domain and gateway", () => {
    const result = converted(
      "victoria-metrics-cluster",
      `
global: { cluster: { dnsDomain: k8s.example.com. } }
common: { image: { tag: v1.149.0 } }
vmselect:
  replicaCount: 3
  cacheMountPath: /select-cache
  persistentVolume: { enabled: true, size: 5Gi }
  horizontalPodAutoscaler: { enabled: true, maxReplicas: 5 }
  ingress: { enabled: true }
vminsert: { enabled: true, extraArgs: { replicationFactor: 2 }, excludeStorageIDs: [1], strategy: { type: Recreate } }
vmstorage:
  replicaCount: 4
  retentionPeriod: 90d
  extraLabels: { team: shop }
  persistentVolume: { size: 100Gi }
  horizontalPodAutoscaler: { enabled: true, minReplicas: 4 }
  service: { vminsertPort: 8500 }
vmauth: { enabled: true, image: { tag: v1.148.0 } }
`,
    );
    const { VMCluster, VMAuth, Ingress } = specsOf(result);
    expect(VMCluster).to.deep.include({ retentionPeriod: "90d", clusterDomainName: "k8s.example.com" });
    expect(VMCluster?.vmselect).to.deep.include({
      image: { tag: "v1.149.0-cluster" },
      cacheMountPath: "/select-cache",
      storage: { volumeClaimTemplate: { spec: claim("5Gi") } },
      hpa: { minReplicas: 2, maxReplicas: 5 },
    });
    expect(VMCluster?.vminsert).to.deep.include({ updateStrategy: "Recreate" });
    expect(VMCluster?.vmstorage).to.deep.include({
      replicaCount: 4,
      maintenanceInsertNodeIDs: [1],
      vmInsertPort: "8500",
      hpa: { minReplicas: 4, maxReplicas: 10 },
    });
    expect(VMAuth?.image).to.deep.equal({ tag: "v1.148.0" });
    expect(valueAt(VMAuth, "unauthorizedUserAccessSpec.targetRefs")).to.have.lengthOf(2);
    expect(Ingress?.rules).to.deep.equal([
      {
        host: "vmselect.local",
        http: { paths: [{ path: "/select", pathType: "Prefix", backend: { service: { name: "vmselect-shop", port: { name: "http" } } } }] },
      },
    ]);
    expect(named(result)).to.deep.equal(["vmstorage.extraLabels"]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("leaves out parts that are switched off, and reads relabeling from a file as the chart does", () => {
    const result = converted(
      "victoria-metrics-cluster",
      "vmselect: { enabled: false }\nvminsert: { relabel: { enabled: true, config: [{ action: drop }] } }",
    );
    expect(specsOf(result).VMCluster).not.to.have.property("vmselect");
    expect(valueAt(specsOf(result).VMCluster, "vminsert.extraArgs")).to.include({
      relabelConfig: "/etc/vm/configs/shop-vminsert-relabel/relabel.yml",
    });
    expect(result.manifests.find(({ kind }) => kind === "ConfigMap")).to.deep.include({ data: { "relabel.yml": "- action: drop\n" } });
  });

  it("keeps logs' clusters with their gateway and scrape objects", () => {
    const result = converted(
      "victoria-logs-cluster",
      `
vlstorage: { retentionDiskSpaceUsage: 100GiB, extraArgs: { storage.minFreeDiskSpaceBytes: 1GiB } }
vlinsert: { vmServiceScrape: { enabled: true, spec: { endpoints: [{ port: http, interval: 15s }] } } }
vmauth: { enabled: true, configSecretName: users }
vector: { enabled: true }
extraObjects: [{ apiVersion: v1, kind: Secret, metadata: { name: users }, stringData: { auth.yml: "users: []" } }]
`,
    );
    const { VLCluster, VMAuth } = specsOf(result);
    expect(valueAt(VLCluster, "vlstorage.retentionMaxDiskSpaceUsageBytes")).to.equal("100GiB");
    expect(valueAt(VLCluster, "vlstorage.extraArgs")).to.deep.equal({
      "envflag.enable": "true",
      loggerFormat: "json",
      "http.shutdownDelay": "15s",
      "storage.minFreeDiskSpaceBytes": "1GiB",
    });
    expect(valueAt(VLCluster, "vlinsert.serviceScrapeSpec.endpoints")).to.deep.equal([{ port: "http", interval: "15s" }]);
    expect(VMAuth?.externalConfig).to.deep.equal({ secretRef: { name: "users", key: "auth.yml" } });
    expect(named(result)).to.deep.equal(["vlinsert.vmServiceScrape.enabled", "vector"]);
    expect(errorsIn(result)).to.deep.equal([]);
  });
});
