import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { TestStack } from "./stack";

/** A platform's agent and its team in one program. The interval comes from a resource, so that a first preview does not know it. */
async function program(): Promise<void> {
  const interval = new pulumi.Stash("interval", { input: "1m" }).output;
  const agent = new victoriametrics.VMAgent("shop", {
    metadata: { namespace: "monitoring" },
    spec: { remoteWrite: [{ url: "http://database:8428/api/v1/write" }], minScrapeInterval: interval.apply(String) },
    team: { namespaces: ["shop"] },
  });
  const scrape = new victoriametrics.VMServiceScrape("orders", {
    metadata: { namespace: "shop" },
    spec: { selector: {}, endpoints: [{ port: "http", interval: "1s" }] },
  });
  new victoriametrics.VMTeam("shop", {
    metadata: { namespace: "shop" },
    spec: { agent: { name: "shop", namespace: "monitoring" } },
    selectFrom: [agent.team, scrape],
  });
}

describe("a VMTeam", () => {
  it("shows its objects also while the platform's rules are not known, and then writes its jobs", async () => {
    const stack = await TestStack.create(program);
    try {
      const preview = succeeded(await stack.preview());
      const children = ["kubernetes:core/v1:SecretPatch::shop-vmteam-jobs", "victoriametrics:index:GeneratedConfig::shop-vmteam-jobs"];
      for (const child of children) expect(preview.operations[child], preview.output).to.equal("create");
      succeeded(await stack.up());
      const { inputs } = await stack.resource("victoriametrics:index:GeneratedConfig", "shop-vmteam-jobs");
      expect(JSON.stringify(inputs)).to.include("scrape_interval: 1m");
      const again = await stack.preview();
      expect(new Set(Object.values(again.operations)), again.output).to.deep.equal(new Set(["same"]));
    } finally {
      await stack.remove();
    }
  });
});
