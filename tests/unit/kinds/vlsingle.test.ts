import { expect } from "chai";
import { render } from "../../../provider/render";

const single = (spec: unknown, annotations = {}) => ({
  apiVersion: "operator.victoriametrics.com/v1",
  kind: "VLSingle",
  metadata: { name: "main", namespace: "ns", annotations },
  spec,
});

async function problemsOf(spec: unknown, annotations = {}): Promise<string[]> {
  const { issues } = await render([single(spec, annotations)], { onInvalid: "skip" });
  return issues.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

async function derived(kind: string, spec: unknown) {
  const { objects, customResources } = await render([single(spec)]);
  const found = [...objects, ...customResources].find((object) => object.kind === kind);
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  return found as any;
}

const containerOf = async (spec: unknown) => (await derived("Deployment", spec)).spec.template.spec.containers[0];
const flagsOf = async (spec: unknown): Promise<string[]> =>
  (await containerOf(spec)).args.filter((flag: string) => flag.startsWith("-syslog"));

describe("VLSingle", () => {
  it("is refused in the version of the kinds for metrics", async () => {
    const { issues } = await render([{ ...single({}), apiVersion: "operator.victoriametrics.com/v1beta1" }], { onInvalid: "skip" });
    expect(issues.map(({ path }) => path)).to.deep.equal(["apiVersion"]);
  });

  it("gives each listener of a transport its place in every flag", async () => {
    const tcpListeners = [
      { listenPort: 601, streamFields: '["host"]', tenantID: "1:2" },
      { listenPort: 6514, compressMethod: "gzip", tlsConfig: { certSecret: { name: "c.d", key: "crt" }, keyFile: "/key" } },
    ];
    expect(await flagsOf({ syslogSpec: { tcpListeners, udpListeners: [{ listenPort: 514, ignoreFields: "[]" }] } })).to.deep.equal([
      "-syslog.compressMethod.tcp=,gzip",
      "-syslog.ignoreFields.udp='[]'",
      "-syslog.listenAddr.tcp=:601,:6514",
      "-syslog.listenAddr.udp=:514",
      "-syslog.streamFields.tcp='[\"host\"]',''",
      "-syslog.tenantID.tcp=1:2,",
      "-syslog.tls=,true",
      "-syslog.tlsCertFile=,/etc/vm/tls-server-secrets/c.d/crt",
      "-syslog.tlsKeyFile=,/key",
    ]);
  });

  it("escapes quotes in the lists of fields, and makes names of volumes that Kubernetes takes", async () => {
    const tlsConfig = { certSecret: { name: "a.b", key: "crt" }, keySecret: { name: "a.b", key: "key" } };
    const spec = { syslogSpec: { tcpListeners: [{ listenPort: 1, tlsConfig, ignoreFields: '["it\'s","a\\\\b"]' }] } };
    expect(await flagsOf(spec)).to.include('-syslog.ignoreFields.tcp=\'["it\\\'s","a\\\\\\\\b"]\'');
    const { volumes } = (await derived("Deployment", spec)).spec.template.spec;
    expect(volumes.slice(1)).to.deep.equal([{ name: "secret-tls-a-b", secret: { secretName: "a.b" } }]);
  });

  it("refuses two listeners on one port of a transport, and warns of TLS without a certificate", async () => {
    const tcpListeners = [{ listenPort: 9428 }, { listenPort: 514, tlsConfig: { keyFile: "/key" } }, { listenPort: 514 }];
    const where = "spec.syslogSpec.tcpListeners";
    expect(await problemsOf({ syslogSpec: { tcpListeners, udpListeners: [{ listenPort: 514 }] } })).to.deep.equal([
      `error ${where}[0].listenPort: 9428 is the port of HTTP already: give each listener a port of its own`,
      `error ${where}[2].listenPort: 514 is the port of tcpListeners[1].listenPort already: give each listener a port of its own`,
      `warning ${where}[1].tlsConfig: has no certificate: the application does not start without certFile or certSecret`,
    ]);
  });

  it("mounts the claim where the data is looked for", async () => {
    const spec = { storageDataPath: "/logs", storage: { resources: { requests: { storage: "10Gi" } } } };
    expect((await containerOf(spec)).volumeMounts).to.deep.equal([{ name: "data", mountPath: "/logs" }]);
    const { volumes } = (await derived("Deployment", spec)).spec.template.spec;
    expect(volumes).to.deep.equal([{ name: "data", persistentVolumeClaim: { claimName: "vlsingle-main" } }]);
  });

  it("warns of settings with which the database does not start, and of pods that share a claim", async () => {
    const storage = { resources: { requests: { storage: "10Gi" } } };
    const extraArgs = { "retention.maxDiskUsagePercent": "80" };
    const spec = { storage, replicaCount: 2, retentionPeriod: "23h", retentionMaxDiskSpaceUsageBytes: "1GiB", extraArgs };
    expect(await problemsOf(spec)).to.deep.equal([
      "error spec.retentionPeriod: is too short, and the database does not start with it: expected at least one day (1d)",
      "warning spec.retentionMaxDiskSpaceUsageBytes: cannot be given together with the extra argument retention.maxDiskUsagePercent: the database does " +
        "not start with both",
      "warning spec.replicaCount: all pods get the same claim, and only one at a time can open its data: use a cluster instead",
    ]);
    expect(await problemsOf({ retentionPeriod: "24h", replicaCount: 2 })).to.deep.equal([]);
  });

  it("refuses a license that contradicts itself, unless checks are switched off", async () => {
    const spec = { license: { key: "K", keyRef: { name: "license", key: "key" } } };
    expect(await problemsOf(spec)).to.deep.equal(["error spec.license.keyRef: cannot be given together with key: leave one of them out"]);
    expect(await problemsOf(spec, { "operator.victoriametrics.com/skip-validation": "true" })).to.deep.equal([]);
  });

  it("has the tag of the release of VictoriaLogs, and the enterprise one with a license", async () => {
    const image = async (spec: object, defaults = {}) => {
      const { objects } = await render([single(spec)], { defaults });
      return /"image":"([^"]*)"/.exec(JSON.stringify(objects))?.[1];
    };
    expect(await image({})).to.equal("victoriametrics/victoria-logs:v1.52.0");
    expect(await image({ license: { key: "K" } })).to.equal("victoriametrics/victoria-logs:v1.52.0-enterprise");
    expect(await image({}, { logsVersion: "v1.60.0", metricsVersion: "v9.9.9" })).to.equal("victoriametrics/victoria-logs:v1.60.0");
  });
});
