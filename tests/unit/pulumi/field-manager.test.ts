import { expect } from "chai";
import { fieldManagerOf, withFieldManager } from "../../../provider/pulumi/field-manager";

const urn = (stack: string, name: string): string =>
  `urn:pulumi:${stack}::shop::victoriametrics:index:ConfigGroup$victoriametrics:index:VMAgent::${name}`;

describe("the name under which objects are applied", () => {
  it("can be read, and is the same in every run", () => {
    expect(fieldManagerOf(urn("dev", "main"))).to.match(/^pulumi-victoriametrics-\w{12} shop\/dev VMAgent main$/);
    expect(fieldManagerOf(urn("dev", "main"))).to.equal(fieldManagerOf(urn("dev", "main")));
  });

  it("is another one in each stack and of each component, also where the difference does not fit", () => {
    const long = "x".repeat(200);
    const urns = [urn("dev", "main"), urn("production", "main"), urn("dev", "other"), urn("dev", `${long}1`), urn("dev", `${long}2`)];
    expect(new Set(urns.map(fieldManagerOf))).to.have.property("size", urns.length);
  });

  it("is what an API server takes: 128 printable characters at most", () => {
    expect(fieldManagerOf(urn("dev", "ä\n".repeat(200)))).to.match(/^[\x20-\x7e]{1,128}$/);
  });

  it("is the user's where the user gives one", () => {
    const manifest = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "own", annotations: { "pulumi.com/patchFieldManager": "mine" } },
    };
    expect(withFieldManager(manifest, "ours")).to.deep.equal({ manifest, ignoreChanges: [] });
  });
});
