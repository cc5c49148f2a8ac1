import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { TestStack } from "./stack";

/** The messages of a preview of a program, errors as their lines. The Automation API says each error once more, as what ended the program. */
async function previewed(program: () => unknown): Promise<{ errors: string[][]; warnings: string[] }> {
  const stack = await TestStack.create(async () => void (await program()));
  try {
    const { errors, warnings } = await stack.preview();
    return {
      errors: errors.filter((error) => !error.startsWith("One or more errors occurred")).map((error) => error.trimEnd().split("\n")),
      warnings: [...warnings],
    };
  } finally {
    stack.remove();
  }
}

const urnsOf = (...resources: readonly pulumi.Resource[]): Promise<string[]> =>
  new Promise((resolve) => pulumi.all(resources.map(({ urn }) => urn)).apply(resolve));

describe("arguments with problems", () => {
  it("are one error with the component and every problem of each of them", async () => {
    const { errors } = await previewed(
      () =>
        new victoriametrics.VMAgent("main", {
          metadata: { namespace: "monitoring" },
          spec: { remoteWrite: [{ url: "http://db" }], scrapeInterval: "soon", apiServerConfig: new pulumi.asset.StringAsset("") as never },
          selectFrom: [
            { kind: "Secret" },
            { apiVersion: "v1", kind: "Secret", metadata: { name: "fine", namespace: "monitoring" } },
            [pulumi.output({ apiVersion: "v1", kind: "ConfigMap", metadata: {} }), "text"],
            { manifest: { apiVersion: "v1", kind: "Secret" } },
          ] as never,
          defaults: { image: 5, nonsense: true } as never,
          onInvalid: "ignore" as never,
          adopt: "yes" as never,
        }),
    );
    expect(errors).to.have.lengthOf(1);
    const [title, ...problems] = errors[0] ?? [];
    expect(title).to.equal("VMAgent monitoring/main is not valid:");
    expect(problems.map((line) => line.slice(0, line.indexOf(": ") + 1))).to.have.members([
      "  onInvalid:",
      "  adopt:",
      "  spec.apiServerConfig:",
      "  defaults.image:",
      "  defaults.nonsense:",
      "  selectFrom[0].apiVersion:",
      "  selectFrom[0].metadata.name:",
      "  selectFrom[2][0].metadata.name:",
      "  selectFrom[2][1]:",
      "  selectFrom[3].manifest.metadata.name:",
      "  spec.scrapeInterval:",
    ]);
  });

  it("refuse references to components of another process, which the state does not have", async () => {
    const { errors } = await previewed(async () => {
      const scrape = new victoriametrics.VMServiceScrape("shop", { spec: { selector: {}, endpoints: [{ port: "metrics" }] } });
      const group = new victoriametrics.ConfigGroup("group", { objs: [] });
      const [ofScrape, ofGroup] = await urnsOf(scrape, group);
      new victoriametrics.VMAgent("main", {
        spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db" }] },
        selectFrom: [
          new victoriametrics.VMServiceScrape("shop", undefined as never, { urn: ofScrape }),
          new victoriametrics.ConfigGroup("group", undefined as never, { urn: ofGroup }),
        ],
      });
    });
    expect(errors).to.deep.equal([
      [
        "VMAgent default/main is not valid:",
        "  selectFrom[0]: is a component of another program, or of another version of the plugin: give its outputs manifest and secrets instead",
        "  selectFrom[1]: is a group of another program, or of another version of the plugin: give its objects instead",
      ],
    ]);
  });

  it("do not make what could not be read look missing", async () => {
    const password = { name: "credentials", key: "password" };
    const { errors } = await previewed(
      () =>
        new victoriametrics.VMAgent("main", {
          spec: { remoteWrite: [{ url: "http://db", basicAuth: { password } }] },
          selectFrom: [{ kind: "Secret", metadata: { name: "credentials" } }] as never,
        }),
    );
    expect(errors).to.deep.equal([
      ["VMAgent default/main is not valid:", "  selectFrom[0].apiVersion: is required: expected text such as v1"],
    ]);
  });
});

describe("problems of a ConfigGroup's objects", () => {
  const rule = (name: string, expr: string, more = "") => `apiVersion: operator.victoriametrics.com/v1beta1
kind: VMRule
metadata:
  name: ${name}
spec:
  groups:
    - name: shop${more}
      rules:
        - record: shop
          expr: ${expr}
`;

  it("have the file or argument and the line where they stand, errors and warnings alike", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
    const file = join(folder, "rules.yaml");
    writeFileSync(file, `# The shop's rules.\n${rule("broken", "sum(")}`);
    try {
      const text = [rule("shop", "up"), rule("other", "up", "\n      interval: soon"), rule("shop", "up")].join("---\n");
      const { errors } = await previewed(() => new victoriametrics.ConfigGroup("all", { files: [file], yaml: text, namespace: "team" }));
      expect(errors).to.have.lengthOf(1);
      const lines = errors[0]?.join("\n");
      expect(lines).to.include(`\n  ${file}:11:11 VMRule/team/broken spec.groups[0].rules[0].expr: `);
      expect(lines).to.include(`\n  yaml:24:1 VMRule/team/shop is given more than once, first at yaml:1:1: remove all but one`);
      expect(lines).to.include("\n  yaml:19:7 VMRule/team/other spec.groups[0].interval: ");
      const blind = `apiVersion: operator.victoriametrics.com/v1beta1
kind: VMAlert
metadata: { name: blind }
spec: { datasource: { url: "http://db" }, ruleSelector: { matchLabels: { team: shop } } }
`;
      const { warnings } = await previewed(() => new victoriametrics.ConfigGroup("all", { yaml: [rule("shop", "up"), blind] }));
      expect(warnings.join("\n")).to.match(/yaml\[0\]:1:1 VMRule\/default\/shop nothing selects it: VMAlert\/default\/blind: /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("of objects that are converted have the place of what was given", async () => {
    const monitor = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: shop
spec:
  selector: {}
  endpoints:
    - interval: soon
`;
    const { errors } = await previewed(() => new victoriametrics.ConfigGroup("all", { yaml: monitor }));
    expect(errors[0]?.join("\n")).to.match(
      /\n {2}yaml:8:7 (VMServiceScrape|ServiceMonitor)\/default\/shop spec\.endpoints\[0\]\.interval: /,
    );
  });
});
