import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { readYaml } from "../../provider/sources/manifests";
import { succeeded } from "../succeeded";
import { manifestOf, TestStack } from "./stack";

const resource = (kind: string, name: string, namespace: string, spec: Record<string, unknown>) => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind,
  metadata: { name, namespace },
  spec,
});
const database = resource("VMSingle", "db", "monitoring", {
  retentionPeriod: "30d",
  storage: { resources: { requests: { storage: "10Gi" } } },
  extraArgs: { "search.maxSeries": "1000" },
  license: { key: "license-key" },
  inlineRelabelConfig: [{ targetLabel: "dc", replacement: "one" }],
  networkPolicy: { ingress: [{ ports: [{ port: 8429 }] }] },
});
const shop = resource("VMServiceScrape", "shop", "shop", {
  selector: { matchLabels: { app: "shop" } },
  endpoints: [
    {
      port: "metrics",
      basicAuth: { username: { name: "credentials", key: "username" }, password: { name: "credentials", key: "password" } },
    },
  ],
});
const agent = resource("VMAgent", "main", "monitoring", {
  selectAllByDefault: true,
  remoteWrite: [{ url: "http://vmsingle-db.monitoring.svc:8429/api/v1/write" }],
  externalLabels: { dc: "one" },
});
const credentials = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "credentials", namespace: "shop" },
  stringData: { username: "agent", password: 'hunter"2' },
};
const manifests = [database, shop, agent, credentials];

type Json = Record<string, unknown>;

const byKey = (objects: readonly Json[]): Json =>
  Object.fromEntries(
    objects.map((object) => {
      const { name, namespace = "" } = object.metadata as { name: string; namespace?: string };
      return [`${object.kind}/${namespace}/${name}`, object];
    }),
  );

/** Text that is the same for equal data, whatever the order of keys. */
const sorted = (data: unknown): string =>
  JSON.stringify(
    data,
    (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
    1,
  );

describe("render, the command line and the components", () => {
  it("give the same objects", async () => {
    const stack = await TestStack.create(async () => {
      const { VMSingle, VMServiceScrape, VMAgent } = victoriametrics;
      const db = new VMSingle("db", database as never);
      const scrape = new VMServiceScrape("shop", shop as never);
      new VMAgent("main", { ...agent, selectFrom: [db, scrape, credentials] } as never);
    });
    try {
      succeeded(await stack.up());
      const registered = (await stack.state())
        .filter(({ type }) => type.startsWith("kubernetes:"))
        .map(({ inputs }) => manifestOf(inputs as Json));
      const { objects } = await victoriametrics.render(manifests);
      expect(sorted(byKey(registered))).to.equal(sorted(byKey(objects as unknown as Json[])));
      const file = join(stack.folder, "manifests.json");
      writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: manifests }));
      const { stdout, stderr, status } = spawnSync(process.execPath, ["dist/cli/cli.js", "render", "-f", file], { encoding: "utf8" });
      expect(status, stderr).to.equal(0);
      expect(byKey(readYaml(stdout, "standard output") as Json[])).to.deep.equal(byKey(JSON.parse(JSON.stringify(objects)) as Json[]));
    } finally {
      stack.remove();
    }
  });
});

describe("the package", () => {
  for (const [how, args] of [
    ["import", ["--input-type=module", "-e"]],
    ["require", ["-e"]],
  ] as const) {
    it(`can be used by ${how}`, () => {
      const load =
        how === "import"
          ? 'import { render, VMSingle } from "pulumi-victoriametrics"; import { render as same } from "pulumi-victoriametrics/render";'
          : 'const { render, VMSingle } = require("pulumi-victoriametrics"); const { render: same } = require("pulumi-victoriametrics/render");';
      const { stdout, stderr } = spawnSync(process.execPath, [...args, `${load} console.log(typeof VMSingle, render === same);`], {
        encoding: "utf8",
      });
      expect(stdout, stderr).to.equal("function true\n");
    });
  }
});

describe("rendering", () => {
  it("twice, or with the objects shuffled, gives the same bytes", async () => {
    const text = async (objects: unknown[]) => JSON.stringify(await victoriametrics.render(objects));
    const first = await text(manifests);
    expect(await text(manifests)).to.equal(first);
    expect(await text(manifests.toReversed())).to.equal(first);
    expect(await text([agent, credentials, database, shop])).to.equal(first);
  });
});
