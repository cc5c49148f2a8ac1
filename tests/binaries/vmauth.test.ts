import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { exceptionsOf } from "./exceptions";
import { inputs } from "./inputs";
import { authConfigurations, refusalOf } from "./vmauth";

const exceptions = new Map(exceptionsOf("vmauth").map(({ input, reason }) => [input, reason]));

describe("vmauth and what is derived from", () => {
  for (const { name, text } of inputs().filter((input) => input.text.includes("kind: VMAuth"))) {
    const reason = exceptions.get(name);
    it(reason ? `${name}, which it refuses: ${reason}` : name, async () => {
      const { objects } = await render(readYaml(text, name), { onInvalid: "skip" });
      const refusals = authConfigurations(objects).flatMap((configuration) => refusalOf(configuration) ?? []);
      if (reason) expect(refusals, "it is accepted by now: take it out of exceptions.yaml").not.to.be.empty;
      else expect(refusals).to.deep.equal([]);
    });
  }
});

describe("the check by vmauth", () => {
  const user = "users:\n- url_prefix:\n  - http://a:1\n  username: a\n";

  it("accepts what is right", () => {
    expect(refusalOf(user)).to.equal(undefined);
    expect(refusalOf(`${user}  jwt:\n    public_keys:\n    - KEY\n`.replace("  username: a\n", ""))).to.equal(undefined);
  });

  it("rejects a key that there is not", () => {
    expect(refusalOf(`${user}  pasword: b\n`)).to.contain("field pasword not found");
  });

  it("rejects two users with the same credentials", () => {
    expect(refusalOf(`${user}${user.replace("users:\n", "")}`)).to.contain("duplicate auth token");
  });
});
