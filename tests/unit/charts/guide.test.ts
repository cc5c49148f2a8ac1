import { readFileSync } from "node:fs";
import { expect } from "chai";
import { charts } from "../../../provider/charts/chart-list";
import { chartConversion, shownNote } from "../../../provider/cli/chart-values-command";
import { printManifests } from "../../../provider/sources/manifests";

const guide = readFileSync("docs/from-the-helm-charts.md", "utf8");

describe("the guide from the Helm charts", () => {
  it("shows what the command prints", () => {
    const [values = "", output, notes] = [...guide.matchAll(/^```(?:yaml|text)\n(.*?)^```$/gms)].map(([, block]) => block);
    const conversion = chartConversion([{ name: "values.yaml", text: values }], {
      chart: "victoria-metrics-single",
      release: "metrics",
      namespace: "monitoring",
    });
    expect(output).to.equal(printManifests(conversion.manifests));
    expect(notes).to.equal(conversion.notes.map((note) => `${shownNote(note)}\n`).join(""));
  });

  it("has every chart in its table", () => {
    const rows = guide.split("\n").filter((line) => line.startsWith("| `victoria-"));
    const listed = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, chart]) => chart));
    expect(listed).to.have.members(Object.keys(charts));
  });
});
