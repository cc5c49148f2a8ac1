import { expect } from "chai";
import { valueAt } from "../../../provider/charts/plain-data";
import { converted, errorsIn, named, specsOf } from "./release";

const agent = (values: string) => converted("victoria-metrics-agent", values);
const target = "remoteWrite: [{ url: http://vmsingle:8428/api/v1/write }]\n";

describe("conversion of victoria-metrics-agent", () => {
  it("keeps what the chart does without a value, and says nothing about it", () => {
    const result = agent(target);
    const { VMAgent } = specsOf(result);
    expect(named(result)).to.deep.equal([]);
    expect(errorsIn(result)).to.deep.equal([]);
    expect(VMAgent).to.deep.include({
      replicaCount: 1,
      useDefaultResources: false,
      extraArgs: { "envflag.enable": "true", "envflag.prefix": "VM_", loggerFormat: "json" },
      scrapeInterval: "10s",
    });
    expect(VMAgent?.image).to.equal(undefined);
    expect([...String(VMAgent?.inlineScrapeConfig).matchAll(/^- job_name: (.+)$/gm)].map(([, name]) => name)).to.deep.equal([
      "vmagent",
      "kubernetes-apiservers",
      "kubernetes-nodes",
      "kubernetes-nodes-cadvisor",
      "kubernetes-service-endpoints",
      "kubernetes-service-endpoints-slow",
      "kubernetes-services",
      "kubernetes-pods",
    ]);
  });

  it("puts credentials of targets into a Secret, and keeps flags without a field by their position", () => {
    const result = agent(`
remoteWrite:
- { url: "http://a/api/v1/write", urlRelabelConfig: [{ action: drop, source_labels: [env], regex: dev }] }
- { url: "https://b/api/v1/write", basicAuth.username: shop, basicAuth.password: hidden, rateLimit: 1000, tlsInsecureSkipVerify: true }
`);
    const { VMAgent } = specsOf(result);
    expect(VMAgent?.remoteWrite).to.deep.equal([
      { url: "http://a/api/v1/write", inlineUrlRelabelConfig: [{ action: "drop", source_labels: ["env"], regex: "dev" }] },
      {
        url: "https://b/api/v1/write",
        basicAuth: {
          username: { name: "shop-remote-write", key: "1-username" },
          password: { name: "shop-remote-write", key: "1-password" },
        },
        tlsConfig: { insecureSkipVerify: true },
      },
    ]);
    expect(valueAt(VMAgent, "extraArgs")).to.include({ "remoteWrite.rateLimit": ",1000" });
    expect(result.manifests[0]).to.deep.include({ kind: "Secret", stringData: { "1-username": "shop", "1-password": "hidden" } });
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("never repeats a credential in a message", () => {
    const result = agent(`${target}extraArgs: { httpAuth.password: hidden }\nlicence: { key: hidden }\nlicense: { key: hidden }\n`);
    expect(named(result)).to.have.members(['extraArgs["httpAuth.password"]', "licence"]);
    expect(JSON.stringify(result.notes)).not.to.contain("hidden");
  });

  it("puts jobs with a password into a Secret", () => {
    const result = agent(
      `${target}config: { scrape_configs: [{ job_name: a, basic_auth: { username: u, password: hidden }, static_configs: [{ targets: [a] }] }] }`,
    );
    expect(specsOf(result).VMAgent).to.deep.include({ additionalScrapeConfigs: { name: "shop-scrape-config", key: "jobs.yaml" } });
    expect(specsOf(result).VMAgent?.inlineScrapeConfig).to.equal(undefined);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("makes members of a cluster of agents into shards, with their volumes", () => {
    const result = agent(`${target}
mode: statefulSet
replicaCount: 3
statefulSet: { clusterMode: true, replicationFactor: 2, spec: { updateStrategy: { type: OnDelete } } }
persistentVolume: { enabled: true, size: 20Gi, storageClassName: fast, extraLabels: { team: shop } }
`);
    expect(specsOf(result).VMAgent).to.deep.include({
      statefulMode: true,
      shardCount: 3,
      replicaCount: 1,
      statefulRollingUpdateStrategy: "OnDelete",
      statefulStorage: {
        volumeClaimTemplate: {
          metadata: { labels: { team: "shop" } },
          spec: { accessModes: ["ReadWriteOnce"], storageClassName: "fast", resources: { requests: { storage: "20Gi" } } },
        },
      },
    });
    expect(valueAt(specsOf(result).VMAgent, "extraArgs")).to.include({ "promscrape.cluster.replicationFactor": "2" });
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("keeps the claim of a Deployment, whether it is there or to be made", () => {
    const volume = (claimName: string) => [{ name: "persistent-queue-data", persistentVolumeClaim: { claimName } }];
    const made = agent(`${target}persistentVolume: { enabled: true, storageClassName: "-" }`);
    expect(specsOf(made).VMAgent?.volumes).to.deep.equal(volume("vmagent-shop"));
    expect(specsOf(made).PersistentVolumeClaim).to.deep.include({ storageClassName: "", resources: { requests: { storage: "10Gi" } } });
    const given = agent(`${target}persistentVolume: { enabled: true, existingClaim: queue }`);
    expect(specsOf(given).VMAgent?.volumes).to.deep.equal(volume("queue"));
    expect(errorsIn(made).concat(errorsIn(given))).to.deep.equal([]);
  });

  it("makes Ingress and HTTPRoute in front of the derived Service", () => {
    const result = agent(`${target}
http: [{ name: http, value: ":8430", primary: true }]
service: { enabled: true, type: LoadBalancer, servicePort: 80, annotations: { a: b } }
ingress: { enabled: true, ingressClassName: nginx, hosts: [{ name: a.example.com, path: [/a, /b], port: http }], tls: [{ secretName: tls }] }
route: { enabled: true, parentRefs: [{ name: gateway }], hostnames: [a.example.com] }
`);
    const { VMAgent, Ingress, HTTPRoute } = specsOf(result);
    expect(VMAgent?.port).to.equal("8430");
    expect(VMAgent?.serviceSpec).to.deep.equal({
      useAsDefault: true,
      metadata: { annotations: { a: "b" } },
      spec: { type: "LoadBalancer", ports: [{ name: "http", port: 80, targetPort: 8430 }] },
    });
    expect(valueAt(Ingress, "ingressClassName")).to.equal("nginx");
    const path = (one: string) => ({
      path: one,
      pathType: "Prefix",
      backend: { service: { name: "vmagent-shop", port: { name: "http" } } },
    });
    expect(Ingress?.rules).to.deep.equal([{ host: "a.example.com", http: { paths: [path("/a"), path("/b")] } }]);
    expect(HTTPRoute?.rules).to.deep.equal([
      { backendRefs: [{ name: "vmagent-shop", port: 80 }], matches: [{ path: { type: "PathPrefix", value: "/" } }] },
    ]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("names unknown values with the nearest one, values without a counterpart with a remedy, and templates", () => {
    const result = agent(`${target}
nodeSelecter: { a: b }
service: { enabeld: true }
podDisruptionBudget: { label: { a: b } }
rbac: { namespaced: true }
podAnnotations: { release: "{{ .Release.Name }}" }
image: { variant: enterprise }
`);
    expect(named(result)).to.have.members([
      "nodeSelecter",
      "service.enabeld",
      "podDisruptionBudget.label",
      "rbac.namespaced",
      "podAnnotations.release",
      "image.variant",
    ]);
    const said = (path: string) => result.notes.find((note) => note.path === path)?.message;
    expect(said("nodeSelecter")).to.equal("is not a value of this chart: it is left out; did you mean nodeSelector?");
    expect(said("service.enabeld")).to.contain("did you mean service.enabled?");
    expect(said("rbac.namespaced")).to.contain("leastPrivilege: true");
  });

  it("takes the fields of the custom resource in targets, as the operator's converter does", () => {
    const result = agent(`
remoteWrite: [{ url: "http://a", basicAuth: { username: { name: s, key: u }, password: { name: s, key: p } }, maxDiskUsage: 1GB }]
extraObjects: [{ apiVersion: v1, kind: Secret, metadata: { name: s }, stringData: { u: a, p: b } }]
`);
    expect(specsOf(result).VMAgent?.remoteWrite).to.deep.equal([
      { url: "http://a", basicAuth: { username: { name: "s", key: "u" }, password: { name: "s", key: "p" } }, maxDiskUsage: "1GB" },
    ]);
    expect(named(result)).to.deep.equal([]);
    expect(errorsIn(result)).to.deep.equal([]);
  });
});
