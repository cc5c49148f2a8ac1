import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { examplesOf, groupExamples } from "../../../provider/generate/examples";
import { kinds } from "../../../provider/kinds";
import type { Kind } from "../../../provider/kinds/kind";
import { render } from "../../../provider/render";

const allKinds = Object.values<Kind>(kinds);
const resourceOf = ({ apiVersion, kind, example }: Kind) => ({
  apiVersion,
  kind,
  metadata: { name: "main", namespace: "monitoring" },
  spec: example,
});

/** The Secret that an example refers to, and objects without which others have nothing to do. */
const surroundings = [
  {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "slack", namespace: "monitoring" },
    stringData: { url: "https://hooks.example.com/x" },
  },
];

describe("the example of", () => {
  for (const kind of allKinds) {
    it(`${kind.kind} is valid`, async () => {
      const around = ["VMSingle", "VMAlertmanager"].filter((name) => name !== kind.kind);
      const objects = [...surroundings, ...around.map((name) => resourceOf(kinds[name as keyof typeof kinds])), resourceOf(kind)];
      const { issues } = await render(objects, { onInvalid: "skip" });
      // A cluster has the objects that an example refers to.
      expect(issues.filter(({ severity, missing }) => severity === "error" && !missing)).to.deep.equal([]);
    });
  }

  it("every kind is the same in each language", () => {
    for (const kind of allKinds) {
      const { typescript, yaml } = examplesOf(kind);
      expect(parse(yaml).resources.main).to.deep.equal({ type: `victoriametrics:${kind.kind}`, properties: { spec: kind.example } });
      const [, args = ""] = typescript.match(/^new victoriametrics\.\w+\("main", ([\s\S]*)\);$/) ?? [];
      expect(new Function(`return ${args}`)(), typescript).to.deep.equal({ spec: kind.example });
      expect(Math.max(...typescript.split("\n").map(({ length }) => length)), typescript).to.be.at.most(100);
    }
  });

  it("ConfigGroup is in the comment of its class", () => {
    const source = readFileSync(join(__dirname, "../../../provider/pulumi/config-group.ts"), "utf8");
    expect(source).to.include(` * ${groupExamples.typescript}\n`);
  });
});
