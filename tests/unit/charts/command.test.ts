import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { chartConversion, shownNote } from "../../../provider/cli/chart-values-command";
import { runCommandLine } from "../../command-line";

const options = { chart: "victoria-metrics-agent", release: "shop", namespace: "monitoring" };
const text = (name: string, values: string) => ({ name, text: values });

describe("convert --chart", () => {
  it("tells the file and line of each value, the last file that has it", () => {
    const { notes } = chartConversion(
      [text("a.yaml", "replicaCount: 2\nnodeSelecter: { a: b }\n"), text("b.yaml", "# more\n\nrbac:\n  namespaced: true\n")],
      options,
    );
    expect(notes.map(shownNote)).to.deep.equal([
      "a.yaml:2:1 nodeSelecter: is not a value of this chart: it is left out; did you mean nodeSelector? (warning)",
      "b.yaml:4:3 rbac.namespaced: give the component leastPrivilege: true, which derives rights for the selected namespaces alone (warning)",
    ]);
  });

  it("lets later files win, map by map, and null take a value away", () => {
    const files = [
      text("a.yaml", "extraArgs: { loggerLevel: INFO }\npodLabels: { a: b, c: d }\n"),
      text("b.yaml", "podLabels: { c: e }\nextraArgs: { loggerFormat: null, loggerLevel: WARN }\n"),
      text("empty.yaml", ""),
    ];
    const [agent] = chartConversion(files, options).manifests;
    expect(agent?.metadata).to.deep.equal({ name: "shop", namespace: "monitoring" });
    expect((agent as { spec?: object }).spec).to.deep.include({
      podMetadata: { labels: { a: "b", c: "e" } },
      extraArgs: { "envflag.enable": "true", "envflag.prefix": "VM_", loggerLevel: "WARN" },
    });
  });

  it("refuses charts that it does not know, texts that are no YAML, and lists", () => {
    expect(() => chartConversion([], { chart: "victoria-metrics-agents" })).to.throw(/no chart .*, did you mean victoria-metrics-agent\?/);
    expect(() => chartConversion([text("a.yaml", "a: [")], options)).to.throw(/^a\.yaml:1:\d+: /);
    expect(() => chartConversion([text("a.yaml", "- a\n")], options)).to.throw("a.yaml: holds no values");
    expect(() => chartConversion([text("a.yaml", "a: b\n---\nc: d\n")], options)).to.throw("several documents");
  });

  describe("as a command", function () {
    this.timeout(30_000);
    let folder = "";
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "charts-"));
      writeFileSync(join(folder, "values.yaml"), "remoteWrite: [{ url: http://a }]\nnodeSelecter: {}\nfoo: 1\n");
    });
    after(() => rmSync(folder, { recursive: true }));

    const command = (...given: string[]) => runCommandLine(["convert", ...given]);

    it("prints manifests on its output and the rest beside it", () => {
      const { status, stdout, stderr } = command(
        "--chart",
        options.chart,
        "-f",
        join(folder, "values.yaml"),
        "--release",
        "shop",
        "-n",
        "shop",
      );
      expect(status).to.equal(0);
      expect(stdout).to.match(
        /^apiVersion: operator\.victoriametrics\.com\/v1beta1\nkind: VMAgent\nmetadata:\n {2}name: shop\n {2}namespace: shop\n/,
      );
      expect(stderr).to.contain(`${join(folder, "values.yaml")}:3:1 foo: is not a value of this chart`);
    });

    it("is refused without a chart that it knows", () => {
      expect(command("--chart", "other", "-f", join(folder, "values.yaml")).status).to.equal(2);
      expect(command("--release", "shop", "-f", join(folder, "values.yaml")).status).to.equal(2);
    });
  });
});
