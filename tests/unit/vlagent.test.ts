import { expect } from "chai";
import { render } from "../../provider/render";

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
  const { objects } = await render([agent(spec), ...others]);
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  return objects.find((object) => object.kind === kind) as any;
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
});
