import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type * as victoriametrics from "../../provider";
import { unknownInPreview } from "../engine/programs";
import { succeeded } from "../succeeded";
import { remote } from "./remote";
import { withStack } from "./stack";

const endpoints = (name: string) => [
  {
    port: "metrics",
    basicAuth: { username: { name, key: "username" }, password: { name, key: "password" } },
  },
];

/** One scrape object and one Secret each, in every form that `selectFrom` takes. */
const forms: Readonly<Record<string, (name: string) => pulumi.Input<victoriametrics.Selectable>[]>> = {
  "component references": (name) => [scrapeOf(name), new kubernetes.core.v1.Secret(name, secretOf(name))],
  "references in Outputs and nested lists": (name) => [pulumi.output([scrapeOf(name)]), [[secretOf(name)]]],
  "plain manifests": (name) => [manifestOf(name), secretOf(name)],
  "outputs of components": (name) => {
    const { manifest, secrets } = scrapeOf(name);
    return [{ manifest, secrets }, secretOf(name)];
  },
  "Outputs of manifests": (name) => [pulumi.output(manifestOf(name)), pulumi.secret(secretOf(name))],
};

const names = Object.keys(forms).map((_, index) => `team-${index}`);
const metadataOf = (name: string) => ({ name, namespace: "shop" });
const secretOf = (name: string) => ({
  apiVersion: "v1" as const,
  kind: "Secret" as const,
  metadata: metadataOf(name),
  stringData: { username: "agent", password: pulumi.secret(`hunter2-${name}`) },
});
const specOf = (name: string) => ({ selector: { matchLabels: { app: name } }, endpoints: endpoints(name) });
const manifestOf = (name: string) => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind: "VMServiceScrape",
  metadata: metadataOf(name),
  spec: specOf(name),
});
const scrapeOf = (name: string): victoriametrics.VMServiceScrape =>
  new remote.VMServiceScrape(name, { metadata: metadataOf(name), spec: specOf(name) });

const agentWith = (selectFrom: pulumi.Input<victoriametrics.Selectable>[]) =>
  new remote.VMAgent("main", {
    metadata: { namespace: "monitoring" },
    spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://database:8428/api/v1/write" }] },
    selectFrom,
  });

describe("selectFrom through the plugin", () => {
  it(`takes ${Object.keys(forms).join(", ")}`, async () => {
    const program = async () => void agentWith(Object.values(forms).flatMap((form, index) => form(`team-${index}`)));
    await withStack(program, async (stack) => {
      for (const run of [await stack.preview(), await stack.up()]) {
        succeeded(run);
        expect(run.output).not.to.include("hunter2");
      }
      const config = String(
        (await stack.resource("victoriametrics:index:GeneratedConfig", "main-vmagent-config")).inputs?.["vmagent.yaml"],
      );
      for (const name of names) expect(config).to.include(`scrape_configs[serviceScrape/shop/${name}/0].honor_labels: false\n`);
      expect(config.match(/basic_auth: \{.*password: \[secret\]\}\n/g)).to.have.lengthOf(names.length);
      expect(stack.stateText()).not.to.include("hunter2");
      expect((await stack.preview()).operations).to.include({ "victoriametrics:index:VMAgent::main": "same" });
    });
  });

  it("makes the objects of a component depend on those of the components that it refers to", async () => {
    await withStack(
      async () => void agentWith([new remote.VMSingle("database", { metadata: metadataOf("database"), spec: { retentionPeriod: "30d" } })]),
      async (stack) => {
        const up = await stack.up();
        succeeded(up);
        const { dependencies } = await stack.resource("kubernetes:apps/v1:Deployment", "main-vmagent-deployment");
        expect(dependencies?.map((urn) => urn.split("::").at(-1))).to.include.members([
          "database-vmsingle-deployment",
          "database-vmsingle-service",
        ]);
      },
    );
  });

  it("waits for what a preview does not know", async () => {
    await withStack(
      async () => void agentWith([unknownInPreview("later", manifestOf("team-0")), secretOf("team-0")]),
      async (stack) => {
        const preview = await stack.preview();
        succeeded(preview);
        expect(preview.warnings.join()).to.include("VMAgent main is derived during the update").and.to.include("selectFrom[0]");
        const up = await stack.up();
        succeeded(up);
        expect(JSON.stringify(await stack.state())).to.include("serviceScrape/shop/team-0/0");
      },
    );
  });
});
