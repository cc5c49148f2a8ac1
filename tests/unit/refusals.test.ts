import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { inputs } from "../binaries/inputs";

/** Manifests that a cluster with the operator refuses or leaves out in part, by the names of their files. */
const refused = inputs().filter(({ name }) => /-(bad|wrong)-|\/wrong-/.test(name));

describe("what is refused", () => {
  for (const { name, text } of refused) {
    it(`is named by its field in ${name}`, async () => {
      const { issues } = await render(readYaml(text, name), { onInvalid: "skip" });
      const errors = issues.filter(({ severity }) => severity === "error");
      expect(errors).not.to.have.length(0);
      for (const { path, message } of errors) {
        expect(path).to.match(/^(spec|metadata|kind|apiVersion)/);
        expect(message).not.to.equal("");
      }
    });
  }
});
