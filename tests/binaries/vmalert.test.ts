import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { exceptionsOf } from "./exceptions";
import { inputs } from "./inputs";
import { refusalOf, starts } from "./vmalert";

const exceptions = new Map(exceptionsOf("vmalert").map(({ input, reason }) => [input, reason]));

describe("vmalert and what is derived from", () => {
  for (const { name, text } of inputs().filter((input) => input.text.includes("kind: VMAlert\n"))) {
    const reason = exceptions.get(name);
    it(reason ? `${name}, which it refuses: ${reason}` : name, async () => {
      const { objects } = await render(readYaml(text, name), { onInvalid: "skip" });
      const refusals = starts(objects).flatMap((start) => refusalOf(start) ?? []);
      if (reason) expect(refusals, "it is accepted by now: take it out of exceptions.yaml").not.to.be.empty;
      else expect(refusals).to.deep.equal([]);
    });
  }
});

const start = (rule: string, ...args: string[]) => ({
  name: "vmalert-main",
  args: ['-rule="/etc/vmalert/rules-out/rules-src-0/*.yaml"', ...args],
  files: { "rules-src-0": `groups:\n- name: g\n  rules:\n  - ${rule}\n` },
});

describe("the check by vmalert", () => {
  it("accepts what is right", () => {
    expect(refusalOf(start("{record: a, expr: up}", "-datasource.url=http://127.0.0.1:1"))).to.equal(undefined);
  });

  it("rejects an expression that is none", () => {
    expect(refusalOf(start('{record: a, expr: "sum(up"}'))).to.contain("bad MetricsQL expr");
  });

  it("rejects a key that there is not", () => {
    expect(refusalOf(start("{record: a, expr: up, fore: 1m}"))).to.contain("fore");
  });

  it("rejects a flag that there is not", () => {
    expect(refusalOf(start("{record: a, expr: up}", "-remoteWrite.speed=high"))).to.contain("-remoteWrite.speed");
  });
});
