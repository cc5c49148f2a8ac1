import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { processorTimeOf, quickest } from "../processor-time";
import { succeeded } from "../succeeded";
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

  /** Seconds of a processor that this process takes for a preview; the engine is another one. */
  async function secondsOf(objects: number): Promise<number> {
    stack.program = agentOf(objects);
    const { seconds, result } = await processorTimeOf(() => stack.preview());
    succeeded(result);
    return seconds;
  }

  it("is previewed within two seconds of our own", async () => {
    const few = await secondsOf(1);
    const { seconds } = await quickest(2, async () => ({ seconds: (await secondsOf(1_000)) - few }));
    expect(seconds).to.be.below(2);
  });
});
