import { expect } from "chai";
import { brokenBy, measure } from "../../bench/preview/measure";
import { jobsOf, named } from "../../bench/preview/names";

const names = [
  ...jobsOf("shop/cart", 2),
  named("group", "cart-latency"),
  named("receiver", "shop-chat", "shop-alerts-shop-chat"),
  named("user", "victoriametrics"),
];
const text = [
  "Previewing update (production):",
  "    ~ victoriametrics:index:GeneratedConfig: (update)",
  "      ~ vmagent.yaml: (yaml) {",
  '          + job_name: "serviceScrape/shop/cart/0"',
  '            job_name: "serviceScrape/shop/cart/1"',
  "          - receiver: shop-alerts-shop-chat",
  "          - name: cart-latency-of-yesterday",
  "",
].join("\n");

describe("the measure of a preview", () => {
  it("counts lines, and tells changed names from those around a change", () => {
    expect(measure(text, names, [])).to.deep.equal({
      lines: 7,
      changed: 5,
      longest: 53,
      unchangedShown: ["job shop/cart/0", "receiver shop-chat"],
      unchangedAround: ["job shop/cart/1"],
    });
  });

  it("leaves out what may show", () => {
    const { unchangedShown, unchangedAround } = measure(text, names, ["job:*", "shop-chat"]);
    expect([...unchangedShown, ...unchangedAround]).to.deep.equal([]);
  });

  it("names each limit that is not kept", () => {
    const long = `${"+ line\n".repeat(80)}+ ${"x".repeat(300)} cart-latency`;
    expect(brokenBy(measure(long, names, []))).to.deep.equal([
      "81 lines, not 80",
      "a line of 315 characters, not 300",
      "group cart-latency did not change",
    ]);
  });
});
