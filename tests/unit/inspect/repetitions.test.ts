import { expect } from "chai";
import { check } from "../../../provider/inspect/check-sources";
import { render } from "../../../provider/render";
import { readSource } from "../../../provider/sources/read-source";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const of = (kind: string, spec: object) => ({ apiVersion, kind, metadata: { name: "main", namespace: "ns" }, spec });
const scrape = (port: string) => of("VMServiceScrape", { endpoints: [{ port }] });
const message = "is given more than once, first at";

const twice: Readonly<Record<string, readonly object[]>> = {
  "a workload": [of("VMSingle", {}), of("VMSingle", {})],
  "two scrape objects of one name": [scrape("metrics"), scrape("http")],
  "an object in the namespace that it gets and in none": [
    { ...scrape("metrics"), metadata: { name: "main" } },
    { ...scrape("http"), metadata: { name: "main", namespace: "default" } },
  ],
};

describe("an object that is given twice", () => {
  for (const [what, objects] of Object.entries(twice)) {
    it(`is an error of check: ${what}`, () => {
      const problems = check(objects.map((object, index) => readSource(JSON.stringify(object), `${index}.yaml`)));
      const found = problems.filter((problem) => problem.message.startsWith("is given more than once"));
      expect(found.map(({ position, severity }) => [position?.file, severity])).to.deep.equal([["1.yaml", "error"]]);
    });

    it(`is an error of render: ${what}`, async () => {
      const error = await render([...objects]).then(
        () => new Error("it was rendered"),
        (reason: Error) => reason,
      );
      expect(error.message).to.match(/(VMSingle|VMServiceScrape)\/(ns|default)\/main is given more than once/);
    });
  }

  it("may be one of another kind, namespace or group", async () => {
    const given = [
      scrape("metrics"),
      of("VMPodScrape", { podMetricsEndpoints: [{ port: "metrics" }] }),
      { ...scrape("metrics"), metadata: { name: "main", namespace: "other" } },
    ];
    const { issues } = await render(given);
    expect(issues.filter((issue) => issue.message.includes(message))).to.deep.equal([]);
  });
});
