import { expect } from "chai";
import { render } from "../../../provider/render";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const single = (spec: unknown, annotations = {}) => ({
  apiVersion,
  kind: "VMSingle",
  metadata: { name: "main", namespace: "ns", annotations },
  spec,
});

/** Paths of the problems of a VMSingle. */
async function problemsOf(spec: unknown): Promise<string[]> {
  const { issues } = await render([single({ license: { key: "K" }, ...(spec as object) })], { onInvalid: "skip" });
  return issues.map(({ path }) => path);
}

/** The derived object of a kind. */
async function derived(kind: string, spec: unknown, ...others: unknown[]) {
  const { objects, customResources } = await render([single(spec), ...others]);
  const found = [...objects, ...customResources].find((object) => object.kind === kind);
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  return found as any;
}

const containerOf = async (name: string, spec: unknown, ...others: unknown[]) => {
  const { initContainers = [], containers } = (await derived("Deployment", spec, ...others)).spec.template.spec;
  return [...initContainers, ...containers].find((container: { name: string }) => container.name === name);
};

describe("VMSingle", () => {
  it("refuses downsampling that the application would refuse", async () => {
    const rules = (...periods: [string, string][]) => ({
      downsampling: { rules: [{ periods: periods.map(([offset, interval]) => ({ offset, interval })) }] },
    });
    const where = "spec.downsampling.rules[0].periods";
    expect(await problemsOf(rules(["30d", "5m"], ["180d", "1h"], ["0s", "0s"]))).to.deep.equal([]);
    expect(await problemsOf(rules(["1h", "7m"]))).to.deep.equal([`${where}[0].offset`]);
    expect(await problemsOf(rules(["1d", "0s"]))).to.deep.equal([`${where}[0].interval`]);
    expect(await problemsOf(rules(["soon", "5m"], ["60d", "7m"]))).to.deep.equal([
      `${where}[0].offset`,
      `${where}[1].offset`,
      `${where}[1].interval`,
    ]);
    expect(await problemsOf(rules())).to.deep.equal([where]);
    expect(
      await problemsOf({ downsampling: { dedupInterval: "2m", rules: [{ periods: [{ offset: "1h", interval: "5m" }] }] } }),
    ).to.deep.equal([`${where}[0].interval`]);
    expect(await problemsOf({ license: undefined, downsampling: {} })).to.deep.equal(["spec.downsampling"]);
  });

  it("refuses retentions of some series that are longer than that of all", async () => {
    const filters = (retentionPeriod: string | undefined, retention: string) => ({
      retentionPeriod,
      retentionFilters: [{ filter: '{a="b"}', retention }],
    });
    expect(await problemsOf(filters("1", "31d"))).to.deep.equal([]);
    expect(await problemsOf(filters("1", "32d"))).to.deep.equal(["spec.retentionFilters[0].retention"]);
    expect(await problemsOf(filters("1y", "12"))).to.deep.equal(["spec.retentionFilters[0].retention"]);
    expect(await problemsOf(filters(undefined, "100y"))).to.deep.equal([]);
    expect(await problemsOf(filters(undefined, "90m"))).to.deep.equal(["spec.retentionFilters[0].retention"]);
  });

  it("tells the application and the sidecars of the same files and keys", async () => {
    const rules = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "rules", namespace: "ns" },
      data: { "a.yaml": "- action: labeldrop\n  regex: x\n \n" },
    };
    const spec = {
      inlineRelabelConfig: [{ targetLabel: "a", replacement: "b" }, {}],
      relabelConfig: { name: "rules", key: "a.yaml" },
      configReloadAuthKeySecret: { name: "keys", key: "k" },
    };
    expect((await derived("ConfigMap", spec, rules)).data).to.deep.equal({
      "relabeling.yaml": "- target_label: a\n  replacement: b\n- action: labeldrop\n  regex: x",
    });
    const application = await containerOf("vmsingle", spec, rules);
    expect(application.args).to.include("-relabelConfig=/etc/vm/relabeling/relabeling.yaml");
    expect(application.args.at(-1)).to.equal("-reloadAuthKey=file:///etc/vm/config-reload-auth/k");
    const reloader = await containerOf("config-reloader", spec, rules);
    expect(reloader.args).to.include("--watched-dir=/etc/vm/relabeling");
    expect(reloader.args.at(-1)).to.equal("-reload-url-auth-key=file:///etc/vm/config-reload-auth/k");
    const { volumes } = (await derived("Deployment", spec, rules)).spec.template.spec;
    expect(volumes.map(({ name }: { name: string }) => name)).to.deep.equal(["data", "relabelings-assets", "vm-config-reload-auth-secret"]);
  });

  it("leaves the data to the user's volumes with storageDataPath, and says that storage has no effect", async () => {
    const spec = {
      storageDataPath: "/mnt",
      storage: { resources: { requests: { storage: "1Gi" } } },
      volumes: [{ name: "data", hostPath: { path: "/srv" } }],
    };
    expect(await derived("PersistentVolumeClaim", spec)).to.equal(undefined);
    expect((await containerOf("vmsingle", spec)).volumeMounts).to.deep.equal([{ name: "data", mountPath: "/mnt" }]);
    expect(await problemsOf(spec)).to.deep.equal(["spec.storage"]);
  });

  it("aggregates by flags that are there once", async () => {
    const { args } = await containerOf("vmsingle", { streamAggrConfig: { dedupInterval: "30s", keepInput: true } });
    expect(args.filter((argument: string) => argument.includes("streamAggr"))).to.deep.equal(["-streamAggr.dedupInterval=30s"]);
  });

  it("gives backups and restores the license, the variables and the mounts, and scrapes them by plain HTTP", async () => {
    const spec = {
      license: { keyRef: { name: "lic", key: "k" } },
      extraArgs: { tls: "true", snapshotAuthKey: "a b" },
      secrets: ["first"],
      volumes: [{ name: "scratch", emptyDir: {} }],
      volumeMounts: [{ name: "scratch", mountPath: "/scratch" }],
      vmBackup: {
        destination: "s3://b/x",
        image: { pullPolicy: "Always" },
        credentialsSecret: { name: "first", key: "c" },
        extraEnvsFrom: [{ secretRef: { name: "e" } }],
        restore: { onStart: { enabled: true } },
      },
    };
    for (const name of ["vmbackuper", "vmbackuper-restore"]) {
      const container = await containerOf(name, spec);
      expect(container.args, name).to.include.members([
        "-licenseFile=/etc/vm/secrets/lic/k",
        "-credsFilePath=/etc/vm/creds/c",
        "-envflag.enable=true",
      ]);
      expect(container.envFrom, name).to.deep.equal([{ secretRef: { name: "e" } }]);
      expect(container.imagePullPolicy, name).to.equal("Always");
      expect(
        container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath),
        name,
      ).to.deep.equal(["/victoria-metrics-data", "/scratch", "/etc/vm/creds", "/etc/vm/secrets/lic"]);
    }
    expect((await containerOf("vmbackuper", spec)).args).to.include(
      "-snapshot.createURL=https://127.0.0.1:8429/snapshot/create?authKey=a+b",
    );
    const { volumes } = (await derived("Deployment", spec)).spec.template.spec;
    expect(volumes.map(({ name }: { name: string }) => name)).to.deep.equal(["data", "scratch", "secret-first", "license"]);
    const { endpoints } = (await derived("VMServiceScrape", spec)).spec;
    expect(endpoints.map(({ port, scheme }: { port: string; scheme?: string }) => [port, scheme])).to.deep.equal([
      ["http", "https"],
      ["vmbackupmanager", undefined],
    ]);
  });

  it("neither backs up nor restores without a license, even if nothing is checked", async () => {
    const spec = { vmBackup: { destination: "s3://b/x", restore: { onStart: { enabled: true } } } };
    const { objects } = await render([single(spec, { "operator.victoriametrics.com/skip-validation": "true" })]);
    const text = JSON.stringify(objects.find(({ kind }) => kind === "Deployment"));
    expect(text).to.not.contain("vmbackup");
    expect(JSON.stringify(objects.find(({ kind }) => kind === "Service"))).to.contain("vmbackupmanager");
  });

  it("lets flags of the user take the place of derived ones, whatever their dashes", async () => {
    const { args } = await containerOf("vmsingle", {
      insertPorts: { graphitePort: "2003" },
      extraArgs: { graphiteListenAddr: ":1", rule: 'a"b', empty: "" },
    });
    expect(args).to.deep.equal([
      "-empty=",
      "-graphiteListenAddr=:1",
      "-httpListenAddr=:8429",
      '-rule="a\\"b"',
      "-storageDataPath=/victoria-metrics-data",
    ]);
  });

  it("puts common labels below all others, on objects and pods but not into selectors", async () => {
    const spec = { managedMetadata: { labels: { team: "a" } } };
    const { objects } = await render([single(spec)], {
      defaults: { commonLabels: { team: "b", site: "x", "managed-by": "y" }, commonAnnotations: { note: "n" } },
    });
    for (const { metadata } of objects) {
      expect(metadata.labels).to.include({ team: "a", site: "x", "managed-by": "vm-operator" });
      expect(metadata.annotations).to.deep.equal({ note: "n" });
    }
    // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
    const { template, selector } = (objects.find(({ kind }) => kind === "Deployment") as any).spec;
    expect(template.metadata.labels).to.include({ team: "b", site: "x", "managed-by": "vm-operator" });
    expect(template.metadata.annotations).to.deep.equal({ note: "n" });
    expect(selector.matchLabels).to.not.have.any.keys("site", "team");
  });
});
