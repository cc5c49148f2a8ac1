import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { alertmanagerConfigurations, refusalOf } from "./amtool";
import { exceptionsOf } from "./exceptions";
import { inputs } from "./inputs";

const exceptions = new Map(exceptionsOf("amtool").map(({ input, reason }) => [input, reason]));

describe("Alertmanager and what is derived from", () => {
  for (const { name, text } of inputs().filter((input) => input.text.includes("kind: VMAlertmanager\n"))) {
    const reason = exceptions.get(name);
    const refusals = async (references: "copy" | "mount"): Promise<string[]> => {
      const { objects } = await render(readYaml(text, name), { onInvalid: "skip", defaults: { references } });
      return alertmanagerConfigurations(objects).flatMap((configuration) => refusalOf(configuration) ?? []);
    };
    it(reason ? `${name}, which it refuses: ${reason}` : name, async () => {
      if (reason) expect(await refusals("copy"), "it is accepted by now: take it out of exceptions.yaml").not.to.be.empty;
      else expect(await refusals("copy")).to.deep.equal([]);
    });
    if (!reason && text.includes("kind: Secret"))
      it(`${name}, with mounted files`, async () => expect(await refusals("mount")).to.deep.equal([]));
  }
});

describe("the check by amtool", () => {
  it("accepts what is right", () => {
    expect(refusalOf('route: {receiver: a, routes: [{matchers: [état="é"]}]}\nreceivers: [{name: a}]\n')).to.equal(undefined);
  });

  it("rejects a receiver that there is not", () => {
    expect(refusalOf("route: {receiver: a}\nreceivers: [{name: b}]\n")).to.contain('undefined receiver "a"');
  });

  it("rejects a key that there is not", () => {
    expect(refusalOf("route: {receiver: a}\nreceivers: [{name: a}]\nrule_files: []\n")).to.contain("rule_files");
  });
});
