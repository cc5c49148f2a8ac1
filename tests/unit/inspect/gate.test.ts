import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { type CheckOptions, check } from "../../../provider/inspect/check-sources";
import { configText } from "../../../provider/inspect/config";
import { render } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";
import { readSource } from "../../../provider/sources/read-source";

const text = `
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAgent
metadata: { name: edge, namespace: obs }
spec:
  selectAllByDefault: true
  license: { keyRef: { name: license, key: key } }
  relabelConfig: { name: rules, key: all.yaml }
  remoteWrite: [{ url: "http://db", bearerTokenSecret: { name: token, key: token } }]
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMServiceScrape
metadata: { name: shop, namespace: shop }
spec:
  selector: {}
  endpoints:
  - port: metrics
    scheme: https
    tlsConfig: { ca: { configMap: { name: ca, key: crt } } }
    basicAuth: { username: { name: login, key: user }, password: { name: login, key: password } }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAuth
metadata: { name: door, namespace: obs }
spec: { selectAllByDefault: true }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMUser
metadata: { name: reader, namespace: obs }
spec: { username: reader, generatePassword: true, targetRefs: [{ static: { url: "http://db" } }] }
---
apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAlertmanager
metadata: { name: pager, namespace: obs }
spec: { configSecret: base }
`;
const encrypted = `---
apiVersion: v1
kind: Secret
metadata: { name: token, namespace: obs }
stringData: { token: "ENC[AES256_GCM,data:eA==,iv:aQ==,tag:dA==,type:str]" }
sops: { version: 3.9.0 }
`;

const problems = (given: string, options: CheckOptions = {}) => check([readSource(given, "a.yaml")], options);
const errorsAmong = (found: ReturnType<typeof problems>) => found.filter(({ severity }) => severity === "error");

describe("check as a gate", () => {
  it("fails for references that nothing answers, unless they are assumed: then each is a warning in its place", () => {
    expect(errorsAmong(problems(text + encrypted)).length).to.be.at.least(5);
    const found = problems(text + encrypted, { assumeReferences: true });
    expect(errorsAmong(found)).to.deep.equal([]);
    const assumed = found.flatMap(({ message }) => /^(\S+ \S+) is not among the given objects/.exec(message)?.[1] ?? []);
    expect(assumed).to.include.members([
      "ConfigMap obs/rules",
      "Secret obs/token",
      "ConfigMap shop/ca",
      "Secret shop/login",
      "Secret obs/vmuser-reader",
      "Secret obs/base",
    ]);
    const login = found.find(({ message }) => message.startsWith("Secret shop/login"));
    expect(login).to.include({ object: "VMServiceScrape/shop/shop", severity: "warning" });
    expect(login?.position).to.include({ file: "a.yaml" });
  });

  it("still finds everything else", () => {
    const wrong = text.replace("selector: {}", "selector: 5").replace('http://db", bearer', 'db", bearer');
    const objects = errorsAmong(problems(wrong, { assumeReferences: true })).map(({ object }) => object);
    expect(objects).to.deep.equal(["VMAgent/obs/edge", "VMServiceScrape/shop/shop"]);
  });
});

describe("objects that name no namespace", () => {
  const unplaced =
    "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMAgent\nmetadata: { name: main }\nspec:\n  remoteWrite: [{ url: 'http://db' }]\n  wrong: 1\n";
  it("get the one that is given, as in a ConfigGroup, and keep their places", async () => {
    const [problem] = problems(unplaced, { namespace: "monitoring" });
    expect(problem).to.deep.include({ object: "VMAgent/monitoring/main", position: { file: "a.yaml", line: 6, column: 3 } });
    const { objects } = await render(readYaml(unplaced.replace("  wrong: 1\n", ""), "a.yaml"), {
      namespace: "monitoring",
      onInvalid: "skip",
    });
    expect(new Set(objects.filter(({ metadata }) => metadata.namespace).map(({ metadata }) => metadata.namespace))).to.deep.equal(
      new Set(["monitoring"]),
    );
  });

  it("and objects without generated configuration are told from those that are not there", () => {
    expect(() => configText([], "VMSingle/ns/db", undefined, ["VMSingle/ns/db"])).to.throw("VMSingle/ns/db has no generated configuration");
    expect(() => configText([], "VMSingle/ns/dc", undefined, ["VMSingle/ns/db"])).to.throw("there is no VMSingle/ns/dc");
  });
});

describe("npm run quickstart", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(__dirname, "../../../tools/quickstart.mjs"), ...args], { encoding: "utf8" });
  it("explains itself without a stack trace", () => {
    expect(run("--help"))
      .to.include({ status: 0, stderr: "" })
      .and.have.property("stdout")
      .that.matches(/^Usage: npm run quickstart/);
    const wrong = run("--clustr");
    expect(wrong.status).to.equal(2);
    expect(wrong.stderr)
      .to.match(/clustr[\s\S]*Usage:/)
      .and.not.match(/\n {4}at /);
  });
});
