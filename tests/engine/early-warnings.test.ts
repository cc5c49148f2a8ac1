import * as kubernetes from "@pulumi/kubernetes";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { TestStack } from "./stack";

const scrape = (name: string) =>
  new victoriametrics.VMServiceScrape(name, {
    metadata: { namespace: "shop" },
    spec: { selector: { matchLabels: { app: name } }, endpoints: [{ port: "metrics" }] },
  });
const agent = (selectFrom: unknown[]) =>
  new victoriametrics.VMAgent("main", {
    metadata: { namespace: "monitoring" },
    spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] },
    selectFrom: selectFrom as never,
  });
const service = () =>
  new kubernetes.core.v1.Service("shop", {
    metadata: { name: "shop", namespace: "shop", labels: { app: "Shop" } },
    spec: { selector: { app: "shop" }, ports: [{ name: "metrics", port: 80 }] },
  });

describe("early warnings in a real run", () => {
  it("name scrape objects without targets and those in no selectFrom, and change nothing", async () => {
    const stack = await TestStack.create(async () => {
      agent([scrape("shop"), service()]);
      scrape("lost");
      return { manifest: scrape("exported").manifest };
    });
    try {
      const found = succeeded(await stack.preview());
      const ours = found.warnings.filter((warning) => /targets|selectFrom/.test(warning)).map((warning) => warning.trim());
      expect(ours).to.deep.equal([
        "VMServiceScrape/shop/shop spec.selector: has no targets: no Service in namespace shop has app=shop (the Service shop/shop has app=Shop)",
        "is in no selectFrom, so that it has no effect: add it to the selectFrom of a VMAgent or VMSingle or VMTeam",
      ]);
      expect(found.output).to.match(/VMServiceScrape \(lost\):\n\s+warning: is in no selectFrom/);
      await stack.up();
      const again = await stack.up();
      expect(Object.values(again.operations).filter((operation) => operation !== "same")).to.deep.equal([]);
    } finally {
      stack.remove();
    }
  });
});
