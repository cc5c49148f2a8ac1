import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { TestStack } from "./stack";

const apiVersion = "operator.victoriametrics.com/v1beta1";

const scrape = (index: number) => ({
  apiVersion,
  kind: "VMServiceScrape",
  metadata: { name: `service-${index}`, namespace: `team-${index % 50}` },
  spec: {
    selector: { matchLabels: { app: `service-${index}` } },
    endpoints: ["http", "admin"].map((port) => ({ port, relabelConfigs: [{ action: "labeldrop", regex: "tmp_.*" }] })),
  },
});

const agentOf = (objects: number) => async (): Promise<void> => {
  new victoriametrics.VMAgent("main", {
    metadata: { namespace: "monitoring" },
    spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://vmsingle-main:8428/api/v1/write" }] },
    selectFrom: Array.from({ length: objects }, (_, index) => scrape(index)),
  });
};

describe("an agent with a thousand scrape objects", () => {
  let stack: TestStack;
  beforeEach(async () => {
    stack = await TestStack.create(agentOf(1));
  });
  afterEach(() => stack.remove());

  /** Seconds of processor time that this process takes for a preview; the engine is another one. */
  async function secondsOf(objects: number): Promise<number> {
    stack.program = agentOf(objects);
    const before = process.cpuUsage();
    const { failed, output } = await stack.preview();
    expect(failed, output).to.equal(false);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  }

  it("is previewed within two seconds of our own", async () => {
    const few = await secondsOf(1);
    expect((await secondsOf(1_000)) - few).to.be.lessThan(2);
  });
});
