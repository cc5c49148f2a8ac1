import { expect } from "chai";
import { derive } from "../../../provider/kinds/VLAgent/derive";
import { render } from "../../../provider/render";
import { contextWith } from "../context";

const agent = (spec: object) => ({
  apiVersion: "operator.victoriametrics.com/v1",
  kind: "VLAgent",
  metadata: { name: "main", namespace: "ns" },
  spec: { remoteWrite: [{ url: "http://a:9428/insert/native" }], ...spec },
});

const secret = (name: string, stringData: object) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace: "ns" },
  stringData,
});

async function problemsOf(spec: object): Promise<string[]> {
  const { issues } = await render([agent(spec)], { onInvalid: "skip" });
  return issues.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

async function derived(kind: string, spec: object, ...others: object[]) {
  const { objects, customResources } = await render([agent(spec), ...others]);
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  return [...objects, ...customResources].find((object) => object.kind === kind) as any;
}

const flagsOf = (workload: Awaited<ReturnType<typeof derived>>, part: string): string[] =>
  workload.spec.template.spec.containers[0].args.filter((flag: string) => flag.includes(part));

describe("VLAgent", () => {
  it("gives vlagent the client's id itself, and files for all other credentials", async () => {
    const oauth2 = {
      tokenURL: "https://auth/token",
      clientIDSecret: { name: "oauth", key: "id" },
      clientSecret: { name: "oauth", key: "secret" },
    };
    const remoteWrite = [{ url: "http://a:9428" }, { url: "http://b:9428", oauth2 }];
    const workload = await derived("StatefulSet", { remoteWrite }, secret("oauth", { id: "the-id", secret: "s" }));
    expect(flagsOf(workload, "oauth2")).to.deep.equal([
      "-remoteWrite.oauth2.clientID=,the-id",
      "-remoteWrite.oauth2.clientSecretFile=,/etc/vl/remote-write-assets/oauth/secret",
      "-remoteWrite.oauth2.tokenUrl=,https://auth/token",
    ]);
  });

  it("uses files with the client's certificate and key", async () => {
    const remoteWrite = [{ url: "https://a:9428", tlsConfig: { certFile: "/tls/crt", keyFile: "/tls/key" } }];
    expect(flagsOf(await derived("StatefulSet", { remoteWrite }), "tls")).to.deep.equal([
      "-remoteWrite.tlsCertFile=/tls/crt",
      "-remoteWrite.tlsKeyFile=/tls/key",
    ]);
  });

  it("limits what waits on disk by the target, else for all, else by the share of the claim", async () => {
    const storage = { volumeClaimTemplate: { spec: { resources: { requests: { storage: "4Gi" } } } } };
    const limit = async (spec: object) => flagsOf(await derived("StatefulSet", spec), "maxDiskUsage");
    const targets = (...own: (string | undefined)[]) => ({
      remoteWrite: own.map((maxDiskUsage, index) => ({ url: `http://t${index}:9428`, ...(maxDiskUsage && { maxDiskUsage }) })),
    });
    const settings = { remoteWriteSettings: { maxDiskUsagePerURL: "1GiB" } };
    const name = "-remoteWrite.maxDiskUsagePerURL";
    expect(await limit(targets(undefined))).to.deep.equal([]);
    expect(await limit({ ...targets(undefined, undefined), storage })).to.deep.equal([`${name}=2147483648`]);
    expect(await limit({ ...targets(undefined, "1MB"), storage, ...settings })).to.deep.equal([`${name}=1GiB,1MB`]);
    expect(await limit({ ...targets("1GiB", "1GiB"), ...settings })).to.deep.equal([`${name}=1GiB,1GiB`]);
    expect(await limit({ ...targets(undefined), storage, tmpDataPath: "/own" })).to.deep.equal([]);
  });

  it("lets the collector read pods whatever its account is, and says when it shall leave out the labels of pods", async () => {
    const spec = {
      k8sCollector: { enabled: true, includePodLabels: false },
      serviceAccountName: "given",
      disableAutomountServiceAccountToken: true,
    };
    const workload = await derived("DaemonSet", spec);
    expect(flagsOf(workload, "kubernetesCollector")).to.deep.equal(["-kubernetesCollector", "-kubernetesCollector.includePodLabels=false"]);
    expect((await derived("ClusterRoleBinding", spec)).subjects).to.deep.equal([
      { kind: "ServiceAccount", name: "given", namespace: "ns" },
    ]);
    const [container] = workload.spec.template.spec.containers;
    expect(container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath)).to.include(
      "/var/run/secrets/kubernetes.io/serviceaccount",
    );
  });

  it("makes names of volumes that Kubernetes takes, and that no volume of the user's has", async () => {
    const basicAuth = { username: { name: "a.b", key: "u" }, password: { name: "taken", key: "p" } };
    const spec = { remoteWrite: [{ url: "http://a:9428", basicAuth }], volumes: [{ name: "taken", emptyDir: {} }] };
    const { volumes } = (await derived("StatefulSet", spec)).spec.template.spec;
    expect(volumes.map(({ name }: { name: string }) => name)).to.deep.equal(["taken", "a-b", "remote-write-taken", "tmp-data"]);
  });

  it("refuses what the collector cannot be, and warns of what a DaemonSet ignores", async () => {
    expect(await problemsOf({ k8sCollector: { enabled: true, extraFields: "[]" }, vpa: {}, storage: { emptyDir: {} } })).to.deep.equal([
      "error spec.vpa: is not allowed with k8sCollector: leave one of them out",
      "warning spec.storage: has no effect with k8sCollector, which makes a DaemonSet",
      'error spec.k8sCollector.extraFields: is no object in JSON: expected one such as {"cluster":"west"}',
    ]);
  });

  it("warns of what the scrape of pods does not heed, and keeps protocol, path and key where an endpoint says something else", async () => {
    const extraArgs = { tls: "true", "http.pathPrefix": "/agent", metricsAuthKey: "key" };
    const endpoints = [{ port: "http", interval: "9s" }, { targetPort: 9000 }];
    expect((await derived("VMPodScrape", { extraArgs, serviceScrapeSpec: { endpoints } })).spec.podMetricsEndpoints).to.deep.equal([
      {
        port: "http",
        interval: "9s",
        scheme: "https",
        tlsConfig: { insecureSkipVerify: true },
        params: { authKey: ["key"] },
        path: "/agent/metrics",
        relabelConfigs: [{ targetLabel: "victoriametrics_app", target_label: "victoriametrics_app", replacement: "true" }],
      },
      {
        targetPort: 9000,
        relabelConfigs: [{ targetLabel: "victoriametrics_app", target_label: "victoriametrics_app", replacement: "true" }],
      },
    ]);
    const own = { scheme: "http", params: { a: ["b"] }, path: "/own" };
    const [first] = (await derived("VMPodScrape", { extraArgs, serviceScrapeSpec: { endpoints: [{ port: "http", ...own }] } })).spec
      .podMetricsEndpoints;
    expect(first).to.include({ scheme: "http", path: "/own" });
    expect(first).to.deep.include({ params: own.params });
    expect(first.tlsConfig).to.equal(undefined);
    expect(
      await problemsOf({ serviceScrapeSpec: { jobLabel: "app", selector: { matchLabels: { a: "b" } }, endpoints: [] } }),
    ).to.deep.equal([
      "warning spec.serviceScrapeSpec.jobLabel: has no effect: the pods are scraped without a Service",
      "warning spec.serviceScrapeSpec.selector: has no effect: the pods are scraped without a Service",
    ]);
  });

  it("keeps its Service headless, which gives the pods of the StatefulSet their names", async () => {
    const serviceSpec = (spec: object) => ({ serviceSpec: { useAsDefault: true, spec } });
    const at = "error spec.serviceSpec.spec";
    expect((await problemsOf(serviceSpec({ type: "LoadBalancer" })))[0]).to.match(
      new RegExp(`^${at}\\.type: cannot be given with useAsDefault`),
    );
    expect((await problemsOf(serviceSpec({ clusterIP: "10.0.0.9" })))[0]).to.match(new RegExp(`^${at}\\.clusterIP: `));
    expect(await problemsOf(serviceSpec({ type: "ClusterIP" }))).to.deep.equal([]);
    expect(await problemsOf({ ...serviceSpec({ type: "LoadBalancer" }), k8sCollector: { enabled: true } })).to.deep.equal([]);
  });

  it("refuses credentials by which vlagent does not start", async () => {
    const key = { name: "a", key: "k" };
    const target = (more: object) => ({ remoteWrite: [{ url: "http://a:9428", ...more }] });
    const at = "spec.remoteWrite[0]";
    const places = async (more: object) => (await problemsOf(target(more))).map((text) => text.split(": ")[0]);
    expect(await places({ tlsConfig: { certFile: "/crt" } })).to.deep.equal([`error ${at}.tlsConfig`]);
    expect(await places({ tlsConfig: { keySecretKeyRef: key } })).to.deep.equal([`error ${at}.tlsConfig`]);
    expect(await places({ tlsConfig: { certFile: "/crt", keySecretKeyRef: key } })).to.deep.equal([]);
    expect(await places({ basicAuth: { username: key }, bearerTokenSecret: key })).to.deep.equal([`warning ${at}.bearerTokenSecret`]);
    expect(await places({ basicAuth: { username: key }, bearerTokenPath: "/t" })).to.deep.equal([`warning ${at}.bearerTokenPath`]);
    expect(await places({ bearerTokenSecret: { key: "k" } })).to.deep.equal([`error ${at}.bearerTokenSecret.name`]);
  });

  it("starts without Secrets that may be missing, unless another reference needs them", async () => {
    const optional = (name: string) => ({ name, key: "k", optional: true });
    const basicAuth = { username: optional("both"), password: { name: "both", key: "p" } };
    const tlsConfig = { caSecretKeyRef: optional("ca") };
    const { volumes } = (await derived("StatefulSet", { remoteWrite: [{ url: "http://a:9428", basicAuth, tlsConfig }] })).spec.template
      .spec;
    expect(volumes.slice(0, 2)).to.deep.equal([
      { name: "ca", secret: { secretName: "ca", optional: true } },
      { name: "both", secret: { secretName: "both" } },
    ]);
  });

  it("tells users its addresses", () => {
    const { outputs } = derive(
      agent({ port: "80", extraArgs: { "http.pathPrefix": "/in" } }) as Parameters<typeof derive>[0],
      contextWith(),
    );
    const url = "http://vlagent-main.ns.svc:80/in";
    expect(outputs).to.deep.equal({
      serviceName: "vlagent-main",
      url,
      remoteWriteUrl: `${url}/insert/native`,
      jsonLineUrl: `${url}/insert/jsonline`,
      openTelemetryUrl: `${url}/insert/opentelemetry/v1/logs`,
    });
  });
});
