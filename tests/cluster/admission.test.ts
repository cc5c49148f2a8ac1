import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parseAllDocuments } from "yaml";
import { render } from "../../provider/render";
import type { Manifest } from "../../provider/world/objects";
import { filesBelow, manifestOf } from "../engine/stack";
import { recordedResources, recordedStacks } from "../states/recorded";
import type { Cluster } from "./cluster";
import { DryRun } from "./dry-run";
import { sharedCluster } from "./shared";

const golden = join(__dirname, "..", "golden");
const beside = join(__dirname, "..", "..", "..", "shared");
/** Inputs that the operator was observed with; only some checkouts have them beside them. */
const observed = ["conformance", "conformance-logs"].map((corpus) => join(beside, corpus, "cases"));

const inputsIn = (folder: string): string[] => (existsSync(folder) ? filesBelow(folder).filter((file) => file.endsWith(".yaml")) : []);

describe("the strict dry run of an API server", () => {
  let cluster: Cluster;
  let dryRun: DryRun;

  before(async () => {
    cluster = await sharedCluster();
    dryRun = new DryRun(cluster);
  });
  after(() => dryRun.close());

  /** What is refused of the objects of each source, by the source. */
  const refusals = async (
    sources: readonly (readonly [name: string, objects: () => Promise<readonly Manifest[]>])[],
  ): Promise<string[]> => {
    const refused: string[] = [];
    for (const [name, objects] of sources) {
      for (const reason of await dryRun.refusals(await objects())) refused.push(`${name}: ${reason}`);
    }
    return refused;
  };
  const rendered = (file: string) => async (): Promise<readonly Manifest[]> => {
    const documents = parseAllDocuments(readFileSync(file, "utf8"), { version: "1.1", merge: true });
    const objects = documents.map((document) => document.toJS({ maxAliasCount: -1 }) as unknown).filter((object) => object !== null);
    return (await render(objects, { onInvalid: "skip" })).objects;
  };

  it("takes every object of every example", async () => {
    const sources = Object.keys(recordedStacks).map((name) => {
      const resources = recordedResources(name, "/nowhere").filter(({ type }) => type.startsWith("kubernetes:"));
      return [
        name,
        async () => resources.map(({ inputs }) => manifestOf(inputs as Record<string, unknown>) as unknown as Manifest),
      ] as const;
    });
    expect(await refusals(sources)).to.deep.equal([]);
    expect(dryRun.count).to.be.above(150);
  }).timeout(300_000);

  it("takes every object of every golden", async () => {
    const sources = inputsIn(join(golden, "input")).map((file) => [file.slice(golden.length + 1), rendered(file)] as const);
    expect(sources).to.have.length.above(15);
    expect(await refusals(sources)).to.deep.equal([]);
  }).timeout(600_000);

  it("takes every object of every input that the operator was observed with", async function () {
    const files = observed.flatMap(inputsIn);
    if (files.length === 0) this.skip();
    expect(await refusals(files.map((file) => [file.slice(beside.length + 1), rendered(file)] as const))).to.deep.equal([]);
  }).timeout(1_200_000);

  it("refuses an unknown field and a wrong value", async () => {
    const configMap = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "wrong", namespace: "default" } };
    const [unknown, wrong] = await dryRun.refusals([
      { ...configMap, unheardOf: true },
      { ...configMap, data: { key: 5 } },
    ]);
    expect(unknown).to.match(/ConfigMap default\/wrong: .*unheardOf/);
    expect(wrong).to.match(/ConfigMap default\/wrong: .*data/);
  });
});
