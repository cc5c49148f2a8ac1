import { readFileSync } from "node:fs";
import { expect } from "chai";
import { programProblems } from "../code-blocks/pulumi-yaml";

describe("the quickstart in YAML", () => {
  const text = readFileSync("examples/quickstart-yaml/Pulumi.yaml", "utf8");

  it("gives components the arguments that the schema has, and refers to resources and outputs that exist", () => {
    const { problems, components, references } = programProblems(text);
    expect(problems).to.deep.equal([]);
    expect(components).to.equal(4);
    expect(references).to.be.above(8);
  });

  it("would be refused with other arguments or outputs", () => {
    const wrong = "resources: {a: {type: 'victoriametrics:VMSingle', properties: {spec: {replicas: 1}}}}\noutputs: {u: '${a.uri}'}\n";
    expect(programProblems(wrong).problems).to.deep.equal(["a.spec.replicas: no such property", "${a.uri}: no such output"]);
  });
});
