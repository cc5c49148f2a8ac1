import { expect } from "chai";
import { kindsTable } from "../../provider/kinds";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { inputs } from "../binaries/inputs";

/** Whether something is derived from the objects. */
const isDerived = ({ name, text }: { name: string; text: string }): boolean =>
  readYaml(text, name).every((object) => !kindsTable.foreign.has((object as { kind: string }).kind));

/** Manifests that a cluster with the operator refuses or leaves out in part, by the names of their files. */
const refused = inputs().filter((input) => /-(bad|wrong)-|\/wrong-/.test(input.name) && isDerived(input));

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
