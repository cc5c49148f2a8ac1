import { expect } from "chai";
import type { DefaultsInput } from "../../../provider";
import { reviewFormats } from "../../../provider/review/format";
import { reviewOf } from "../../../provider/review/review-of-change";
import { changeOfManifests } from "../../../provider/review/sources/manifest-change";
import { changeOfPreview } from "../../../provider/review/sources/preview";
import { processorTimeOf, quickest } from "../../processor-time";
import { type Editable, find, reviewed } from "./base";

const scrape = (index: number, interval: string): Editable => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind: "VMServiceScrape",
  metadata: { name: `service-${index}`, namespace: `team-${index % 20}` },
  spec: {
    selector: { matchLabels: { app: `service-${index}` } },
    endpoints: [{ port: "http", interval, metricRelabelConfigs: [{ action: "drop", sourceLabels: ["__name__"], regex: "go_.*" }] }],
  },
});

const agent: Editable = {
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind: "VMAgent",
  metadata: { name: "main", namespace: "monitoring" },
  spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] },
};

const world = (interval: string, count = 1000): Editable[] => [
  agent,
  ...Array.from({ length: count }, (_, index) => scrape(index, interval)),
];

/** The preview of a program in which each object has its own generated text. */
function previewOf(jobs: number): string {
  const text = (interval: string): string =>
    [
      "VMAgent/monitoring/main, one line for each value",
      ...Array.from({ length: jobs }, (_, index) => `scrape_configs[serviceScrape/shop/app-${index}/0].scrape_interval: ${interval}`),
    ].join("\n");
  const state = (interval: string) => ({
    type: "victoriametrics:index:GeneratedConfig",
    inputs: { contents: [], "vmagent.yaml": text(interval) },
  });
  const urn = "urn:pulumi:test::tests::victoriametrics:index:VMAgent$victoriametrics:index:GeneratedConfig::main-vmagent-config";
  return JSON.stringify(
    { steps: [{ op: "update", urn, oldState: state("30s"), newState: state("15s"), detailedDiff: null }] },
    undefined,
    4,
  );
}

describe("a review of 1,000 changed scrape objects", () => {
  it("from manifests takes at most 2 s, and its Markdown says what it leaves out", async function () {
    this.timeout(30_000);
    reviewOf(changeOfManifests({ manifests: world("30s", 20) }, { manifests: world("15s", 20) })); // the first run compiles
    const { seconds, result } = await quickest(2, () =>
      processorTimeOf(() => {
        const review = reviewOf(changeOfManifests({ manifests: world("30s") }, { manifests: world("15s") }));
        return { review, markdown: reviewFormats.markdown(review) };
      }),
    );
    const { review, markdown } = result;
    expect(seconds).to.be.below(2);
    expect(review.parts).to.have.lengthOf(1000);
    expect(review.risks).to.deep.equal([]);
    expect(markdown).to.have.lengthOf.below(60_000);
    expect(markdown).to.match(/\d+ more entries left out/);
    expect(reviewFormats.text(review)).to.include("serviceScrape/team-19/service-999/0");
  });

  it("from a preview takes at most 2 s", async () => {
    const preview = previewOf(1000);
    const { seconds, result } = await quickest(2, () =>
      processorTimeOf(() => {
        const review = reviewOf(changeOfPreview(preview));
        return { review, markdown: reviewFormats.markdown(review) };
      }),
    );
    const { review, markdown } = result;
    expect(seconds).to.be.below(2);
    expect(review.parts).to.have.lengthOf(1000);
    expect(review.headline).to.equal("No pod restarts. Reloads without a restart: VMAgent monitoring/main. No risk found.");
    expect(markdown).to.have.lengthOf.below(60_000);
  });

  it("that all go away stays below 60,000 characters too, and is one risk", () => {
    const review = reviewOf(changeOfManifests({ manifests: world("30s") }, { manifests: [agent] }));
    expect(review.risks.map(({ id, findings }) => [id, findings.length])).to.deep.equal([["jobs-removed", 1]]);
    expect(reviewFormats.markdown(review)).to.have.lengthOf.below(60_000);
  });
});

describe("the Markdown of a review", () => {
  it("stays below 60,000 characters whatever changes", () => {
    const defaults: DefaultsInput = {};
    const many = Array.from(
      { length: 400 },
      (_, index): Editable => ({
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: `deployment-with-a-rather-long-name-${index}`, namespace: "a-namespace-with-a-long-name" },
        spec: {
          replicas: 2,
          selector: {},
          template: { spec: { containers: [{ name: "main", image: "a:1.0", args: [`-text=${"x".repeat(3000)}`] }] } },
        },
      }),
    );
    const changed = structuredClone(many);
    for (const { spec } of changed)
      Object.assign(spec, { replicas: 1, template: { spec: { containers: [{ name: "main", image: "a:0.9" }] } } });
    const review = reviewOf(changeOfManifests({ manifests: many, options: { defaults } }, { manifests: changed, options: { defaults } }));
    const markdown = reviewFormats.markdown(review);
    expect(markdown).to.have.lengthOf.below(60_000);
    expect(markdown).to.include("left out");
  });

  it("folds details, and names in it notify nobody", () => {
    const markdown = reviewFormats.markdown(
      reviewed((objects) => void find(objects, "VMRule shop").spec.groups[0].rules.push({ alert: "@team <b>", expr: "up == 0" })),
    );
    expect(markdown).to.match(/^<!-- pulumi-victoriametrics review -->\n### /);
    expect(markdown).to.include("<details><summary>Rules: 1</summary>");
    expect(markdown).to.match(/ {2}~~~diff\n.*\+rules\[@team <b>\]\.expr: up == 0\n/s);
  });

  it("can be told from the text and is told in JSON too", () => {
    const review = reviewed((objects) => void Object.assign(find(objects, "VMSingle db").spec, { retentionPeriod: "14d" }));
    expect(JSON.parse(reviewFormats.json(review)).risks[0].id).to.equal("retention-lowered");
    expect(reviewFormats.text(review)).to.match(/^Restarts: 1 pod of Deployment monitoring\/vmsingle-db\. 1 risk: retention lowered\.\n/);
  });
});

describe("a preview with other lines around it", () => {
  const text = previewOf(3);
  const expected = reviewFormats.text(reviewOf(changeOfPreview(text)));

  for (const [title, noise] of Object.entries({
    "a warning before it": `warning: {something} is {odd}\n${text}`,
    "lines after it": `${text}\nResources:\n    ~ 3 to update\n{ "not": "it" }\n`,
    "another document before it": `{ "level": "info", "message": "{" }\n${text}`,
    "a byte order mark": `\ufeff${text}`,
  })) {
    it(`is read: ${title}`, () => {
      expect(reviewFormats.text(reviewOf(changeOfPreview(noise)))).to.equal(expected);
    });
  }

  it("is requested if it is missing", () => {
    expect(() => changeOfPreview("Previewing update (test):\n")).to.throw("expected the output of `pulumi preview --json`");
  });
});

describe("secrets in a review", () => {
  it("never show, though their change does", () => {
    const review = reviewed((objects) => {
      find(objects, "VMUser reader").spec.password = "planted-password-2";
      objects.push({
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "s", namespace: "monitoring" },
        stringData: { key: "planted-password-3" },
      });
    });
    for (const format of Object.values(reviewFormats)) expect(format(review)).not.to.match(/planted|cGxhbnRlZC/);
    expect(review.objects.changed).to.include.members(["Secret/monitoring/vmauth-config-main", "Secret/monitoring/vmuser-reader"]);
    expect(review.reloads).to.deep.equal(["VMAuth/monitoring/main"]);
  });
});
