import { expect } from "chai";
import { converted, errorsIn, named, specsOf } from "./release";

describe("conversion of charts of agents for logs and of the gateway", () => {
  it("keeps targets, listeners and the queue of a VLAgent", () => {
    const result = converted(
      "victoria-logs-agent",
      `
maxDiskUsagePerURL: 5GiB
remoteWrite:
- { url: "http://vlsingle:9428", headers: { AccountID: 1, VL-Ignore-Fields: [a, b], VL-Extra-Fields: { zone: west } } }
- { url: "https://logs.example.com/insert/native", bearerToken: hidden, tlsInsecureSkipVerify: true }
syslog: { tcp: [{ name: syslog-tcp, value: ":1514", tenantID: "1:2", tlsCertFile: /cert }] }
persistentVolume: { enabled: true, size: 5Gi }
`,
    );
    expect(specsOf(result).VLAgent).to.deep.include({
      extraArgs: { "envflag.enable": "true", "envflag.prefix": "VL_", loggerFormat: "json" },
      remoteWrite: [
        { url: "http://vlsingle:9428/insert/native", headers: ["AccountID: 1", "VL-Ignore-Fields: a,b", "VL-Extra-Fields: zone=west"] },
        {
          url: "https://logs.example.com/insert/native",
          bearerTokenSecret: { name: "shop-remote-write", key: "1-token" },
          tlsConfig: { insecureSkipVerify: true },
        },
      ],
      remoteWriteSettings: { maxDiskUsagePerURL: "5GiB" },
      syslogSpec: { tcpListeners: [{ listenPort: 1514, tenantID: "1:2" }] },
      storage: {
        volumeClaimTemplate: { spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "5Gi" } } } },
      },
    });
    expect(named(result)).to.deep.equal(["syslog.tcp[0].tlsCertFile"]);
    expect(JSON.stringify(result.notes)).not.to.contain("hidden");
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("collects the logs of containers with the places up to which they were read so far", () => {
    const result = converted(
      "victoria-logs-collector",
      'remoteWrite: [{ url: "http://vlsingle:9428" }]\ncollector: { excludeFilter: "a:b", includePodLabels: false, msgField: [text] }\ntolerations: [{ operator: Exists }]\n',
    );
    expect(specsOf(result).VLAgent).to.deep.include({
      k8sCollector: {
        enabled: true,
        timeFields: ["time", "ts", "timestamp"],
        msgFields: ["text"],
        streamFields: ["kubernetes.container_name", "kubernetes.pod_name", "kubernetes.pod_namespace"],
        excludeFilter: "a:b",
        includePodLabels: false,
      },
      tmpDataPath: "/var/lib/vl-collector",
      volumes: [{ name: "collector-data", hostPath: { path: "/var/lib/vl-collector", type: "DirectoryOrCreate" } }],
      tolerations: [{ operator: "Exists" }],
    });
    expect(named(result)).to.deep.equal([]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("keeps the users of vmauth in a Secret", () => {
    const result = converted(
      "victoria-metrics-auth",
      `
config: { users: [{ username: shop, password: hidden, url_prefix: "http://vmsingle:8428" }] }
mode: daemonSet
ingressInternal: { enabled: true, hosts: [{ name: internal.example.com }] }
deployment: { spec: { strategy: { rollingUpdate: { maxSurge: 1 } } } }
`,
    );
    const { VMAuth } = specsOf(result);
    expect(VMAuth).to.deep.include({
      externalConfig: { secretRef: { name: "shop-auth-config", key: "auth.yml" } },
      updateStrategy: "RollingUpdate",
      rollingUpdate: { maxSurge: 1 },
    });
    expect(result.manifests[0]).to.deep.include({
      kind: "Secret",
      stringData: { "auth.yml": "users:\n- username: shop\n  password: hidden\n  url_prefix: http://vmsingle:8428\n" },
    });
    expect(result.manifests.at(-1)?.metadata.name).to.equal("vmauth-shop-internal");
    expect(named(result)).to.deep.equal(["mode"]);
    expect(errorsIn(result)).to.deep.equal([]);
  });

  it("refers to the users' Secret that is there", () => {
    const { VMAuth } = specsOf(converted("victoria-metrics-auth", "secretName: users"));
    expect(VMAuth?.externalConfig).to.deep.equal({ secretRef: { name: "users", key: "auth.yml" } });
  });
});
