import { expect } from "chai";
import { parseAllDocuments } from "yaml";
import { bugReport } from "../../../provider/inspect/report";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const metadata = { name: "main", namespace: "monitoring" };

/** Each value that must not show has this in it. */
const hidden = "hunter2";

const manifests = [
  { apiVersion: "v1", kind: "Secret", metadata, data: { a: hidden }, stringData: { password: hidden } },
  { apiVersion: "v1", kind: "ConfigMap", metadata, data: { "scrape.yaml": `basic_auth: {password: ${hidden}}` } },
  {
    apiVersion,
    kind: "VMAgent",
    metadata: { ...metadata, annotations: { "kubectl.kubernetes.io/last-applied-configuration": hidden, team: "shop" } },
    spec: {
      remoteWrite: [{ url: `https://agent:${hidden}@db:8428/api/v1/write?token=${hidden}&extra_label=a`, headers: [`X-Key: ${hidden}`] }],
      inlineScrapeConfig: `- job_name: a\n  bearer_token: ${hidden}\n`,
      extraEnvs: [{ name: "KEY", value: hidden }],
      license: { key: hidden },
      apiServerConfig: { host: "https://api", bearerToken: hidden },
    },
  },
  { apiVersion, kind: "VMUser", metadata, spec: { password: hidden, bearerToken: hidden, targetRefs: [{ static: { url: "http://db" } }] } },
  { apiVersion, kind: "VMUser", metadata, spec: { passwordRef: { name: "users", key: "main" } } },
  { apiVersion: "example.org/v1", kind: "Other", metadata, spec: { apiKey: hidden, nested: [{ dbPassword: hidden }] } },
];

describe("the report of a bug", () => {
  const text = bugReport({ "Node.js": "v20" }, manifests);

  it("has the versions, and the manifests with what selectors, references and the structure need", () => {
    expect(text).to.match(/^- Node\.js: v20\n\n```yaml\n/);
    const [, yaml = ""] = text.match(/```yaml\n([\s\S]*)```\n$/) ?? [];
    const objects = parseAllDocuments(yaml).map((document) => document.toJS() as Record<string, unknown>);
    expect(objects.map(({ kind }) => kind)).to.deep.equal(["Secret", "ConfigMap", "VMAgent", "VMUser", "VMUser", "Other"]);
    expect(objects[0]).to.deep.include({ data: { a: "[hidden]" }, stringData: { password: "[hidden]" } });
    expect(objects[2]).to.have.nested.property(
      "spec.remoteWrite[0].url",
      "https://[hidden]@db:8428/api/v1/write?token=[hidden]&extra_label=[hidden]",
    );
    expect(objects[2]).to.have.nested.property("spec.inlineScrapeConfig", "[2 hidden lines]");
    expect(objects[2]).to.have.nested.property("metadata.annotations.team", "shop");
    expect(objects[4]).to.have.nested.property("spec.passwordRef.key", "main");
  });

  it("shows nothing that could be a credential", () => {
    expect(JSON.stringify(manifests).split(hidden)).to.have.lengthOf.above(14);
    expect(text).not.to.include(hidden);
  });

  it("is the versions alone without manifests", () => {
    expect(bugReport({ "Node.js": "v20" }, [])).to.equal("- Node.js: v20\n");
  });
});
