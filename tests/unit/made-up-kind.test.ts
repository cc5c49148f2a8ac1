import { expect } from "chai";
import { fields, same } from "../../provider/convert/conversion";
import { defaultsWith } from "../../provider/defaults";
import { deriveResource, program } from "../../provider/derivation";
import { choices } from "../../provider/inspect/choices";
import { explain } from "../../provider/inspect/explain";
import { foreignBackends, kinds, kindsTable } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import { selectsOnly } from "../../provider/kinds/selects-only";
import { kindTable } from "../../provider/kinds/table";
import { item, list, object, required, string } from "../../provider/schema/fields";
import { Values } from "../../provider/values/values";
import { fixedPort, single } from "../../provider/vmauth/backend";
import type { CustomResource, Manifest } from "../../provider/world/objects";

const v1 = "operator.victoriametrics.com/v1";

/** A workload that shows rules, scrapes itself, and answers as the backend of users. */
const VMBoard: Kind<{ title: string }> = {
  kind: "VMBoard",
  apiVersion: v1,
  description: "A board with rules.",
  spec: object("VMBoardSpec", "A board.", { title: required(string("The board's title.")) }),
  example: { title: "Rules" },
  selects: selectsOnly("VMRule", () => ({
    objects: { path: "spec.ruleSelector", selector: { matchLabels: { board: "yes" } } },
    namespaces: { path: "spec.ruleNamespaceSelector", selector: undefined },
  })),
  backends: new Map([["VMBoard", single("VMBoard", fixedPort("9999"))]]),
  selfScrapes: ({ metadata }) => [{ kind: "VMServiceScrape", metadata, spec: { endpoints: [{ port: "http" }] } }],
  derive: ({ metadata, spec }) => ({
    objects: [{ role: "board", manifest: { apiVersion: "v1", kind: "ConfigMap", metadata, data: { title: spec.title } } }],
    configs: [],
    outputs: {},
  }),
};

/** A scrape object: agents make a job of it. */
const VMListScrape: Kind<{ addresses: string[] }> = {
  kind: "VMListScrape",
  apiVersion: v1,
  description: "Addresses that are scraped.",
  spec: object("VMListScrapeSpec", "Addresses.", { addresses: required(list("Addresses.", item)) }),
  example: { addresses: ["192.0.2.1:9100"] },
  scraped: {
    place: 99,
    selector: "staticScrapeSelector",
    namespaceSelector: "staticScrapeNamespaceSelector",
    template: "staticScrapeRelabelTemplate",
    jobs: ({ object: { metadata, spec } }) => [
      { name: metadata.name, tree: { job_name: metadata.name, static_configs: [{ targets: spec.addresses }] } },
    ],
  },
  convertedFrom: {
    kind: "AddressList",
    apiVersion: "monitoring.coreos.com/v1",
    setting: "probe",
    spec: fields(same("addresses")),
  },
};

const metadata = { name: "main", namespace: "m" };
const manifest = (apiVersion: string, kind: string, spec: object, own: object = {}): Manifest => ({
  apiVersion,
  kind,
  metadata: { ...metadata, ...own },
  spec,
});

const board = manifest(v1, "VMBoard", { title: "Rules" });
const v1beta1 = "operator.victoriametrics.com/v1beta1";
const rule = (labels: Readonly<Record<string, string>>) =>
  manifest(v1beta1, "VMRule", { groups: [{ name: "g", rules: [{ alert: "Down", expr: "up == 0" }] }] }, { labels });
const userOf = (kind: string) =>
  manifest(v1beta1, "VMUser", { username: "u", password: "p", targetRefs: [{ crd: { kind, ...metadata } }] });
const agent = manifest(v1beta1, "VMAgent", { remoteWrite: [{ url: "http://x" }], selectAllByDefault: true });

/** A closed world with the made-up kinds beside those of the package. */
function programOf(...objects: readonly Manifest[]) {
  const values = new Values();
  const table = kindTable([...Object.values<Kind>(kinds), VMBoard, VMListScrape], foreignBackends);
  return { program: program(objects, { values, defaults: defaultsWith(), kinds: table, isWhole: true }), values, unreadable: [] };
}

const errorsOf = (prepared: ReturnType<typeof programOf>): string[] =>
  prepared.program.issues
    .filter(({ severity }) => severity === "error")
    .map(({ object, path, message }) => `${object} ${path}: ${message}`);

function derived(prepared: ReturnType<typeof programOf>, kind: string) {
  const resource = prepared.program.resources.find((one) => one.kind === kind) as CustomResource;
  return deriveResource(prepared.program, resource);
}

describe("a made-up kind of another version", () => {
  it("is no kind of the package", () => {
    expect(kindsTable.of("VMBoard")).to.equal(undefined);
    expect(kindsTable.of("constructor")).to.equal(undefined);
  });

  it("is derived in its own version, and refused in another", () => {
    const prepared = programOf(board);
    expect(errorsOf(prepared)).to.deep.equal([]);
    expect(derived(prepared, "VMBoard").derivation.objects.map((object) => object.manifest.data)).to.deep.equal([{ title: "Rules" }]);
    expect(errorsOf(programOf({ ...board, apiVersion: v1beta1 }))).to.deep.equal([
      `VMBoard/m/main apiVersion: expected ${v1}, got ${v1beta1}`,
    ]);
  });

  it("has its spec checked", () => {
    expect(errorsOf(programOf(manifest(v1, "VMBoard", {})))).to.have.length(1);
  });

  it("has scrape objects of its own, in the version of their kind, which agents take", () => {
    const prepared = programOf(board, agent);
    const scrapes = prepared.program.selfScrapes.get("VMBoard/m/main") ?? [];
    expect(scrapes.map(({ apiVersion, kind }) => [apiVersion, kind])).to.deep.equal([[v1beta1, "VMServiceScrape"]]);
    expect(textOf(prepared, "VMAgent")).to.include("job_name: serviceScrape/m/main/0");
  });

  it("selects, and says why it does not", () => {
    const [selected, other] = [programOf(board, rule({ board: "yes" })), programOf(board, rule({ board: "no" }))].map((prepared) =>
      choices(prepared.program.resources.find(({ kind }) => kind === "VMRule") as CustomResource, prepared.program),
    );
    expect(selected?.map(({ isSelected }) => isSelected)).to.deep.equal([true]);
    expect(other?.flatMap(({ reasons }) => reasons)).to.deep.equal(["spec.ruleSelector asks for board=yes, and the object has board=no"]);
    expect(explain(programOf(board, rule({ board: "yes" })), "VMRule/m/main")).to.include("VMBoard/m/main selects it");
  });

  it("becomes jobs of the agents that select it, after all others", () => {
    const prepared = programOf(agent, board, manifest(v1, "VMListScrape", { addresses: ["a:1", "b:2"] }));
    const text = textOf(prepared, "VMAgent");
    expect(text).to.include("- a:1\n");
    expect(text.indexOf("job_name: main")).to.be.greaterThan(text.indexOf("job_name: serviceScrape/m/main/0"));
    expect(explain(prepared, "VMListScrape/m/main")).to.include("VMAgent/m/main selects it");
  });

  it("is what objects of the prometheus-operator are converted to", () => {
    const prepared = programOf(manifest("monitoring.coreos.com/v1", "AddressList", { addresses: ["a:1"] }));
    expect(errorsOf(prepared)).to.deep.equal([]);
    expect(prepared.program.converted.map(({ apiVersion, kind }) => [apiVersion, kind])).to.deep.equal([[v1, "VMListScrape"]]);
  });

  it("answers the requests of users", () => {
    const prepared = programOf(board, userOf("VMBoard"), manifest(v1beta1, "VMAuth", { selectAllByDefault: true }));
    expect(errorsOf(prepared)).to.deep.equal([]);
    expect(textOf(prepared, "VMAuth")).to.include("http://vmboard-main.m.svc:9999");
  });

  it("is expected among the targets of users, where a kind without a backend is not", () => {
    const [error = "", ...others] = errorsOf(programOf(userOf("VMRule")));
    expect(others).to.deep.equal([]);
    expect(error).to.match(/^VMUser\/m\/main spec\.targetRefs\[0\]\.crd\.kind: expected ".*", "VMBoard", .*", got "VMRule"$/);
  });
});

/** The generated configuration of the only workload of a kind. */
function textOf(prepared: ReturnType<typeof programOf>, kind: string): string {
  const { configs } = derived(prepared, kind).derivation;
  return configs.flatMap(({ files }) => Object.values(files).map(({ text }) => prepared.values.mask(text))).join("\n");
}
