import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";
import { checkConfiguration } from "../../provider/alertmanager/configuration-check";
import { parseYaml } from "../../provider/config/parse-yaml";
import { render } from "../../provider/render";
import { Values } from "../../provider/values/values";
import { alertingWorlds, secretMark } from "./alertmanager-configs";
import { itGivesTheSameBytes, itShowsNoSecret } from "./worlds";

/** The derived configuration. */
function configurationOf(objects: Awaited<ReturnType<typeof render>>["objects"]): string {
  const { data } = objects.find(({ kind, metadata }) => kind === "Secret" && metadata.name === "vmalertmanager-main-config") as unknown as {
    data: Readonly<Record<string, string>>;
  };
  return gunzipSync(Buffer.from(data["alertmanager.yaml.gz"] ?? "", "base64")).toString("utf8");
}

describe("random VMAlertmanagerConfigs", () => {
  it("become a configuration that Alertmanager takes, however many of them are left out", async () => {
    let routed = 0;
    await fc.assert(
      fc.asyncProperty(alertingWorlds, async (worlds) => {
        const { objects } = await render(worlds, { onInvalid: "skip" });
        const parsed = parseYaml(configurationOf(objects));
        const problems: string[] = [];
        if ("problem" in parsed) problems.push(parsed.problem);
        else
          checkConfiguration(parsed.data, {
            values: new Values(),
            program: "Alertmanager",
            error: (path, message) => void problems.push(`${path}: ${message}`),
          });
        expect(problems).to.deep.equal([]);
        if (JSON.stringify(parsed).includes("ns-team-0-")) routed += 1;
      }),
      { numRuns: 300 },
    );
    expect(routed, "too few of the random resources are valid for this test to say much").to.be.greaterThan(40);
  });

  itGivesTheSameBytes(alertingWorlds);
  itShowsNoSecret(alertingWorlds, secretMark, 41);
});
