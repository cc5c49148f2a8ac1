import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { plugin } from "../sdk/stack";
import { succeeded } from "../succeeded";
import { smallStack } from "./programs";
import { TestStack } from "./stack";

const program =
  ({ retention = "30d", secret = "one", rules = ["High", "Low"] } = {}) =>
  async () => {
    smallStack({ single: { retentionPeriod: retention, extraArgs: { other: pulumi.secret(`planted-${secret}`) } } });
    const group = { name: "shop", rules: rules.map((alert) => ({ alert, expr: "up == 0" })) };
    const rule = new victoriametrics.VMRule("rules", { metadata: { namespace: "monitoring" }, spec: { groups: [group] } });
    new victoriametrics.VMAlert("main", {
      metadata: { namespace: "monitoring" },
      spec: { selectAllByDefault: true, datasource: { url: "http://db:8428" }, notifier: { url: "http://am:9093" } },
      selectFrom: [rule],
    });
  };

describe("a preview of an update", () => {
  let stack: TestStack;

  before(async () => {
    stack = await TestStack.create(program(), { plugins: [plugin] });
    const { failed, output } = await stack.up();
    succeeded({ failed, output });
  });
  after(() => stack.remove());

  const preview = async (options: Parameters<typeof program>[0]): Promise<string[]> => {
    stack.program = program(options);
    const { failed, output, events } = await stack.preview();
    succeeded({ failed, output });
    expect(output).not.to.include("planted");
    return events.flatMap(({ diagnosticEvent }) =>
      diagnosticEvent ? [`${diagnosticEvent.severity}: ${diagnosticEvent.message.trim()}`] : [],
    );
  };

  it("says which pods restart and what is at risk", async () => {
    expect(await preview({ retention: "14d" })).to.include(
      "warning: Deployment monitoring/vmsingle-main restarts 1 pod, because of containers[vmsingle].args (all stop, then new ones " +
        "start (Recreate)). Risk of Deployment monitoring/vmsingle-main: retention lowered; `pulumi-victoriametrics review` shows the places and the safe procedure.",
    );
  });

  it("says that a secret restarts pods, and does not say which value it has", async () => {
    const said = await preview({ secret: "two" });
    expect(
      said.filter((line) => line.startsWith("info: Deployment monitoring/vmsingle-main restarts 1 pod, because of ")),
    ).to.have.lengthOf(1);
  });

  it("says that alerts go away", async () => {
    expect(await preview({ rules: ["High"] })).to.include(
      "warning: Risk of VMAlert monitoring/main: alerts or recording rules go away; `pulumi-victoriametrics review` shows the places and the safe procedure.",
    );
  });

  it("says nothing where nothing changes", async () => {
    expect((await preview({})).filter((line) => /restarts|Risk of/.test(line))).to.deep.equal([]);
  });
});
