import { expect } from "chai";
import fc from "fast-check";
import { render } from "../../provider/render";
import { alertingWorlds } from "../property/alertmanager-configs";
import { alertmanagerConfigurations, refusalOf } from "./amtool";

/** Newer than the program that checks: Alertmanager has it since 0.32. */
const isNewer = (configuration: string): boolean => configuration.includes("update_message:");

describe("Alertmanager and random VMAlertmanagerConfigs", () => {
  it("accepts whatever is derived", async () => {
    let receivers = 0;
    const property = fc.asyncProperty(alertingWorlds, async (objects) => {
      const { objects: derived } = await render(objects, { onInvalid: "skip" });
      for (const configuration of alertmanagerConfigurations(derived).filter((each) => !isNewer(each))) {
        expect(refusalOf(configuration), configuration).to.equal(undefined);
        receivers += configuration.split("- name: ns-team-").length - 1;
      }
    });
    await fc.assert(property, { numRuns: 400 });
    expect(receivers, "too few of the random resources have receivers for this test to say much").to.be.greaterThan(200);
  });
});
