import { expect } from "chai";
import { check } from "../../../provider/inspect/check-sources";
import { render } from "../../../provider/render";
import { readSource } from "../../../provider/sources/read-source";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const of = (kind: string, name: unknown, spec: object = {}, more: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: "ns" },
  spec,
  ...more,
});
const single = (spec: object = {}, name: unknown = "db") => of("VMSingle", name, { retentionPeriod: "1", ...spec });

/** Issues as `severity object path: message`, and the names of the objects. */
async function made(...objects: unknown[]) {
  const rendered = await render(objects, { onInvalid: "skip" });
  return {
    issues: rendered.issues.map(({ severity, object, path, message }) => `${severity} ${object} ${path}: ${message}`),
    objects: rendered.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    text: JSON.stringify(rendered),
  };
}
const only = async (...objects: unknown[]): Promise<string> => {
  const { issues } = await made(...objects);
  expect(issues, JSON.stringify(issues)).to.have.lengthOf(1);
  return issues[0] ?? "";
};

describe("manifests that have to become something else first", () => {
  it("are variables in names and in fields, but not what other languages mean by them", async () => {
    expect(await only(single({}, "${app}"))).to.match(
      /^error VMSingle\/ns\/\$\{app\} metadata\.name: \$\{app\} is a variable that nobody has substituted/,
    );
    expect(await only(single({ replicaCount: "${count:=2}" }))).to.match(
      /spec\.replicaCount: expected an integer, got .*which is a variable/,
    );
    expect(await only(single({ externalLabels: {}, extraArgs: { "http.pathPrefix": "/${base}" } }))).to.match(
      /^warning .*pathPrefix"\]: \$\{base\} looks like/,
    );
    const rules = [{ sourceLabels: ["a"], regex: "(?P<x>.+)", targetLabel: "b", replacement: "${x}-${1}" }];
    const containers = [{ name: "side", image: "side", command: ["sh", "-c", "echo ${HOME}"] }];
    expect((await made(single({ inlineRelabelConfig: rules, containers }))).issues).to.deep.equal([]);
    const secret = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s", namespace: "ns" },
      stringData: { a: "${PASSWORD}", b: "x${y}" },
    };
    expect(await only(secret)).to.match(/^warning Secret\/ns\/s stringData\.a: \$\{PASSWORD\} looks like a variable/);
  });

  it("are templates of Helm, with quotes or without, but not templates of alerts", async () => {
    expect(await only(single({}, "{{ .Release.Name }}-db"))).to.match(/metadata\.name: .*template of Helm: render its chart first/);
    const [unquoted] = readSource(
      `apiVersion: ${apiVersion}\nkind: VMSingle\nmetadata: {name: x}\nspec: {replicaCount: {{ .n }}}\n`,
      "a.yaml",
    ).objects;
    expect(await only(unquoted?.object)).to.match(/spec\.replicaCount: expected an integer, got an object, which is a template of Helm/);
    const [nameless] = readSource(`apiVersion: ${apiVersion}\nkind: VMSingle\nmetadata:\n  name: {{ .Release.Name }}\n`, "a.yaml").objects;
    expect(await only(nameless?.object)).to.match(/^error \[0\] metadata\.name: \{\{ \.Release\.Name \}\} is a template of Helm/);
    expect(await only(single({ extraArgs: { a: "{{ .Values.a }}" } }))).to.match(/^warning .*a template of Helm/);
    const rules = [{ alert: "A", expr: "up == 0", annotations: { summary: "{{ $labels.job }} has {{ .Value }}" } }];
    expect((await made(of("VMRule", "r", { groups: [{ name: "g", rules }] }))).issues).to.deep.equal([]);
  });

  it("are encrypted by SOPS: no value of them is ever used", async () => {
    const word = "ENC[AES256_GCM,data:cGFzcw==,iv:aXY=,tag:dGFn,type:str]";
    const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "login", namespace: "ns" }, data: { key: word } };
    const license = single({ license: { keyRef: { name: "login", key: "key" } }, vmBackup: { destination: "s3://a/b" } });
    const agent = of("VMAgent", "a", { remoteWrite: [{ url: "http://db", bearerTokenSecret: { name: "login", key: "key" } }] });
    const { issues, text } = await made(secret, agent, license);
    expect(issues[0]).to.equal(
      "warning Secret/ns/login : is encrypted by SOPS: decrypt it first (sops --decrypt); until then nothing of it is used",
    );
    expect(issues.slice(1).join("\n")).to.match(
      /^error VMAgent\/ns\/a spec\.remoteWrite\[0\]\.bearerTokenSecret.*: Secret ns\/login is encrypted by SOPS/,
    );
    expect(text).not.to.include("ENC[");
    expect(await only(of("VMSingle", "db", { retentionPeriod: word }, { sops: { mac: word } }))).to.match(
      /^error VMSingle\/ns\/db : is encrypted by SOPS/,
    );
  });

  it("are kustomizations and charts, which are passed over", async () => {
    const kustomization = { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources: ["a.yaml"] };
    for (const stray of [kustomization, { resources: ["a.yaml"] }, { apiVersion: "v2", name: "chart", version: "1.0.0" }]) {
      const { issues, objects } = await made(stray, single());
      expect(issues.join("\n")).to.match(/^warning \[0\] : is (a kustomization|the description of a Helm chart) and no manifest/);
      expect(objects).to.include("Deployment vmsingle-db");
    }
    const ofFlux = {
      apiVersion: "kustomize.toolkit.fluxcd.io/v1",
      kind: "Kustomization",
      metadata: { name: "apps", namespace: "ns" },
      spec: {},
    };
    expect((await made(ofFlux)).issues).to.deep.equal([]);
  });
});

describe("kinds", () => {
  it("that nothing is derived from get a warning each, and stop nothing", async () => {
    const others = ["VMAnomaly", "VMDistributed", "VLDistributed", "VMAnomalyConfig", "VLogs"].map((kind) => of(kind, "x"));
    const prometheus = ["Prometheus", "Alertmanager", "ThanosRuler", "PrometheusAgent"].map((kind) =>
      of(kind, "x", {}, { apiVersion: "monitoring.coreos.com/v1" }),
    );
    const { issues, objects } = await made(...others, ...prometheus, single());
    const expected = [...others, ...prometheus].map(
      ({ kind }) => `warning ${kind}/ns/x kind: ${kind} is not derived: its operator must go on running for it`,
    );
    expect(issues).to.have.members(expected);
    expect(objects).to.include("Deployment vmsingle-db");
  });

  it("that are misspelt are told the right name, in both groups", async () => {
    expect(await only(of("VMServicescrape", "x"))).to.equal(
      "error VMServicescrape/ns/x kind: there is no kind VMServicescrape; did you mean VMServiceScrape?",
    );
    const monitor = of("Servicemonitor", "x", {}, { apiVersion: "monitoring.coreos.com/v1" });
    expect(await only(monitor)).to.match(/did you mean ServiceMonitor\?$/);
    expect(await only(of("Gateway", "x"))).to.match(
      /^error Gateway\/ns\/x kind: there is no kind Gateway in operator\.victoriametrics\.com: expected .*VMAgent/,
    );
    expect(await only(of("VMAgent", "x", {}, { apiVersion: "operator.victoriametric.com/v1beta1" }))).to.match(
      /^error VMAgent\/ns\/x apiVersion: expected operator/,
    );
    expect((await made(of("__proto__", "x", {}, { apiVersion: "v1" }))).issues).to.deep.equal([]);
  });
});

describe("messages", () => {
  it("name a field as it is called here, where others call it something else", async () => {
    const spec = { persistentVolume: {}, additionalArgs: {}, podAnnotations: {}, env: [] };
    const { issues } = await made(single(spec));
    const names = issues.map((issue) => / (spec\S+): .* called (\S+)$/.exec(issue)?.slice(1).join(" "));
    expect(names).to.deep.equal([
      "spec.persistentVolume storage",
      "spec.additionalArgs extraArgs",
      "spec.podAnnotations podMetadata",
      "spec.env extraEnvs",
    ]);
    const storage = { retentionPeriod: "1", vmstorage: { replicaCount: 1, persistentVolume: {}, size: 1 } };
    expect((await made(of("VMCluster", "c", storage))).issues.join("\n")).to.match(
      /spec\.vmstorage\.persistentVolume: is not a field here; here it is called storage/,
    );
    const scrapeConfig = of("VMScrapeConfig", "s", { metricsPath: "/stats", staticConfigs: [{ targets: ["db:9187"] }] });
    expect((await made(scrapeConfig)).issues.join("\n")).to.match(/spec\.metricsPath: is not a field here; here it is called path/);
  });

  it("say once of a long name how long it may be", async () => {
    const manager = (length: number) => of("VMAlertmanager", "a".repeat(length), {});
    expect(await only(manager(45))).to.match(
      /^error \S+ metadata\.name: has 45 characters, and at most 37 characters fit: it makes StatefulSet vmalertmanager-a+ with metadata\.name/,
    );
    expect(await only(manager(38))).to.include("at most 37 characters");
    expect((await made(manager(37))).issues).to.deep.equal([]);
  });

  it("lead to the text that the user wrote, where it is there once", async () => {
    const managedMetadata = { labels: { team: "not a label!" } };
    expect(await only(single({ managedMetadata }))).to.match(/^error VMSingle\/ns\/db spec\.managedMetadata\.labels\.team: makes /);
    const serviceSpec = { metadata: { name: "x".repeat(70) }, spec: {} };
    expect(await only(single({ serviceSpec }))).to.match(/^error VMSingle\/ns\/db spec\.serviceSpec\.metadata\.name: makes Service/);
  });

  it("keep the data of a volume of one's own: its name is the remedy", async () => {
    const own = {
      volumes: [{ name: "disk", persistentVolumeClaim: { claimName: "old" } }],
      volumeMounts: [{ name: "disk", mountPath: "/db" }],
    };
    expect((await made(single({ storageDataPath: "/db", ...own }))).issues.join("\n")).to.match(
      /volumeMounts\[0\]\.mountPath: .*must be called "data"/,
    );
  });

  it("have the place of a kustomization in its file", () => {
    const [problem] = check([
      readSource("# one\napiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n", "kustomization.yaml"),
    ]);
    expect(problem?.position?.file).to.equal("kustomization.yaml");
  });
});
