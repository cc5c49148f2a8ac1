import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { stringify } from "yaml";
import type { Definition } from "../../tools/operator/definitions";
import { knownDifferences } from "../../tools/operator/known";
import { compareWith, type Report, reportText } from "../../tools/operator/report";
import { ourDefinitions } from "../../tools/operator/schemas";
import { ourVariables } from "../../tools/operator/settings";
import type { Shape } from "../../tools/operator/shape";

const root = join(__dirname, "../..");
const group = "operator.victoriametrics.com";

/** A schema in OpenAPI form that a test may change. */
// biome-ignore lint/suspicious/noExplicitAny: the tests reach into it
type OpenApi = Record<string, any>;

/** Our own types as the operator would define them. */
function openApiOf({ type, fields, inner, words, bounds }: Shape): OpenApi {
  if (type === "integerOrString") return { "x-kubernetes-int-or-string": true, ...bounds };
  if (type === "stringOrList" || type === "any") return { "x-kubernetes-preserve-unknown-fields": true };
  if (type === "list") return { type: "array", items: openApiOf(inner as Shape), ...bounds };
  if (type === "map") return { type: "object", additionalProperties: openApiOf(inner as Shape) };
  if (!fields) return { type, ...bounds, ...(words && { enum: words }) };
  const properties = Object.fromEntries([...fields].map(([name, { shape }]) => [name, openApiOf(shape)]));
  return { type: "object", properties, required: [...fields].filter(([, { isRequired }]) => isRequired).map(([name]) => name) };
}

const definition = ({ kind, version }: Definition, spec: OpenApi): object => ({
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  spec: {
    group,
    names: { kind },
    versions: [{ name: version.split("/")[1], storage: true, schema: { openAPIV3Schema: { type: "object", properties: { spec } } } }],
  },
});

/** Kinds without types of Kubernetes, which contain themselves. */
const small = ["VMRule", "VMUser"];
const theirs = new Map(ourDefinitions().map((our) => [our.kind, our]));

/** A checkout of the operator with two kinds and the table of variables, in which everything is as here but for the changes. */
class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), "operator-checkout-"));
  readonly specs = new Map(small.map((kind) => [kind, openApiOf((theirs.get(kind) as Definition).spec)]));
  readonly variables = ourVariables();
  hasVariables = true;
  readonly others: object[] = [];

  write(): string {
    const crds = join(this.folder, "config", "crd", "bases");
    mkdirSync(crds, { recursive: true });
    for (const [kind, spec] of this.specs) {
      writeFileSync(join(crds, `${group}_${kind.toLowerCase()}s.yaml`), stringify(definition(theirs.get(kind) as Definition, spec)));
    }
    writeFileSync(join(crds, "others.yaml"), this.others.map((other) => stringify(other)).join("---\n"));
    mkdirSync(join(this.folder, "docs"), { recursive: true });
    const rows = [...this.variables].map(([name, value]) => `| ${name}: \`${value || "-"}\` <a href="#x">#</a><br>Words. |`);
    if (this.hasVariables) writeFileSync(join(this.folder, "docs", "env.md"), `| Environment variables |\n| --- |\n${rows.join("\n")}\n`);
    return this.folder;
  }
}

const missingKinds = [...theirs.keys()].filter((kind) => !small.includes(kind));
const lines = (report: Report): string[] =>
  reportText(report)
    .split("\n")
    .filter((line) => !missingKinds.some((kind) => line.startsWith(`  - ${kind} (`)));

describe("a checkout of the operator", () => {
  let checkout: Checkout;

  beforeEach(() => {
    checkout = new Checkout();
  });
  afterEach(() => rmSync(checkout.folder, { recursive: true }));

  const rule = (): OpenApi => checkout.specs.get("VMRule")?.properties.groups.items.properties;
  const found = (): string[] =>
    compareWith(checkout.write()).fields.flatMap(({ change, places, text }) =>
      places.filter(({ path }) => path !== "").map(({ kind, path }) => `${change} ${kind} ${path}: ${text}`),
    );

  it("has nothing new if it is as here, but the kinds that it lacks", () => {
    const { fields, variables } = compareWith(checkout.write());
    expect(fields.map(({ change, field }) => `${change} ${field}`)).to.deep.equal(missingKinds.map((kind) => `- ${kind}`));
    expect(variables).to.deep.equal([]);
  });

  it("has new, changed and removed fields", () => {
    rule().foo = { type: "object", properties: { depth: { type: "integer" }, words: { type: "array", items: { type: "string" } } } };
    rule().limit = { type: "string" };
    delete rule().tenant;
    expect(found()).to.have.members([
      "+ VMRule spec.groups[].foo: object with depth: integer, words: list of string",
      "~ VMRule spec.groups[].limit: string, here integer",
      "- VMRule spec.groups[].tenant: string",
    ]);
  });

  it("has other words, limits, defaults and needs", () => {
    const { type, interval, name } = rule();
    type.enum = ["prometheus", "graphite", "vlogs", "sql"];
    interval.pattern = "^[0-9]+s$";
    name.minLength = 3;
    rule().concurrency.default = 4;
    rule().eval_alignment.default = true; // as our description says
    rule().eval_alignment.description = "Aligns.\nDeprecated: it does nothing.";
    checkout.specs.get("VMRule")?.properties.groups.items.required.push("interval");
    expect(found()).to.have.members([
      "~ VMRule spec.groups[].type: new words: sql",
      "~ VMRule spec.groups[].interval: pattern ^[0-9]+s$, here none",
      "~ VMRule spec.groups[].interval: is required",
      "~ VMRule spec.groups[].name: minLength 3, here none",
      "~ VMRule spec.groups[].concurrency: default 4",
      "~ VMRule spec.groups[].eval_alignment: is deprecated",
    ]);
  });

  it("has new kinds, but for those that are known to stay with the operator", () => {
    const other = (kind: string) => definition({ kind, version: `${group}/v1`, spec: { type: "any", bounds: {} } }, { type: "object" });
    checkout.others.push(other("VMBoard"), other("VMAnomaly"));
    expect(lines(compareWith(checkout.write())))
      .to.include("  + VMBoard (operator.victoriametrics.com/v1)")
      .and.not.include("VMAnomaly");
  });

  it("has new, changed and removed defaults and versions, of which those that follow from others are not repeated", () => {
    checkout.variables.set("VM_METRICS_VERSION", "v9.0.0").set("VM_VMAGENTDEFAULT_RESOURCE_LIMIT_MEM", "600Mi").set("VM_NEW", "yes");
    checkout.variables.set("VM_VLAGENTDEFAULT_RESOURCE_LIMIT_CPU", "0.2").set("VM_VMANOMALYDEFAULT_PORT", "1");
    checkout.variables.delete("VM_LOOPBACK");
    expect(compareWith(checkout.write()).variables?.map(({ change, variable, text }) => `${change} ${variable}: ${text}`)).to.deep.equal([
      "~ VM_METRICS_VERSION: v1.150.0 → v9.0.0",
      "~ VM_VMAGENTDEFAULT_RESOURCE_LIMIT_MEM: 500Mi → 600Mi",
      "+ VM_NEW: yes",
      "- VM_LOOPBACK: -",
    ]);
  });

  it("is printed as a table for each kind", () => {
    rule().foo = { type: "string" };
    checkout.variables.set("VM_OPERATOR_VERSION", "v0.80.0");
    expect(lines(compareWith(checkout.write()))).to.deep.equal([
      "VMRule",
      "  + spec.groups[].foo: string",
      "",
      "Kinds",
      "",
      "Defaults and versions",
      "  ~ VM_OPERATOR_VERSION: v0.74.1 → v0.80.0",
      "",
      `${missingKinds.length + 2} differences: + new there, - gone there, ~ changed.`,
      "",
    ]);
  });

  it("without a table of variables is compared without it, and says so", () => {
    checkout.hasVariables = false;
    const report = compareWith(checkout.write());
    expect(report.variables).to.equal(undefined);
    expect(lines(report)).to.include("There is no docs/env.md, so defaults and versions were not compared.");
  });

  it("is read by the command, whose exit code tells whether something is new", function () {
    this.timeout("1m");
    const upstream = (...given: string[]) =>
      spawnSync(process.execPath, ["--import", "tsx", "tools/operator/main.ts", ...given], { cwd: root, encoding: "utf8" });
    const listed = upstream(checkout.write(), "--json");
    expect(listed.status, listed.stderr).to.equal(1);
    expect(JSON.parse(listed.stdout)).to.have.all.keys("fields", "variables", "known");
    const empty = upstream(tmpdir());
    expect([empty.status, empty.stdout]).to.deep.equal([2, ""]);
    expect(empty.stderr).to.match(/has no CustomResourceDefinitions of .*: give the folder of a checkout of the operator\n$/);
    expect(upstream().stderr).to.match(/^usage: npm run upstream/);
  });
});

const definitions = join(root, "..", "shared", "crds");

(existsSync(definitions) ? describe : describe.skip)("the operator's own definitions", () => {
  it("differ from the schemas as the table of known differences says, and in nothing else", () => {
    const { fields, known } = compareWith(definitions);
    expect(fields).to.deep.equal([]);
    expect(known).to.have.members([...knownDifferences]);
  });
});
