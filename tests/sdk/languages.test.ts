import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { parse } from "yaml";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { brokenLines, brokenManifests, group, groupManifests, groupYaml } from "./groups";
import {
  type Driver,
  failingYamlPreview,
  goDriver,
  LanguageStack,
  nodeSdk,
  pythonDriver,
  scratchFolder,
  yamlManifests,
  yamlProject,
} from "./language";
import { quickstart } from "./programs";
import { withStack } from "./stack";
import { team } from "./team";

/** How long a first build of the Go programs may take: they use the Kubernetes package, which is large. */
const firstBuild = 20 * 60_000;

const secretConfig = { "tests:metricsPassword": "hunter2" };
type Manifests = Record<string, string>;

/** The result of a program in process. */
const inProcess = (program: () => Promise<Record<string, unknown> | undefined>): Promise<Manifests> =>
  withStack(
    program,
    async (stack) => {
      const up = await stack.up();
      succeeded(up);
      return stack.manifests();
    },
    { secretConfig },
  );

const credentials = (name: string) => ({ credentials: { name, key: "password" } });
const scrapeSpec = (name: string) => ({
  selector: { matchLabels: { app: name } },
  endpoints: [{ port: "metrics", authorization: credentials(name) }],
});

/** The program of select_from.py and select_from.go. */
async function selectFrom(): Promise<undefined> {
  const stringData = { password: new pulumi.Config().requireSecret("metricsPassword") };
  const metadataOf = (name: string) => ({ name, namespace: "shop" });
  const scrape = (name: string) => new victoriametrics.VMServiceScrape(name, { metadata: { namespace: "shop" }, spec: scrapeSpec(name) });
  const secret = (name: string) => ({ apiVersion: "v1", kind: "Secret", metadata: metadataOf(name), stringData });
  const resource = new kubernetes.core.v1.Secret("resource", { metadata: metadataOf("component"), stringData });
  const plain = {
    apiVersion: "operator.victoriametrics.com/v1beta1",
    kind: "VMServiceScrape",
    metadata: metadataOf("plain"),
    spec: scrapeSpec("plain"),
  };
  new victoriametrics.VMAgent("main", {
    metadata: { namespace: "monitoring" },
    spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://database:8428/api/v1/write" }] },
    selectFrom: [scrape("component"), scrape("outputs"), plain, resource, secret("outputs"), secret("plain")],
  });
}

const drivers: Readonly<Record<string, (folder: string) => Promise<Driver>>> = { Python: pythonDriver, Go: goDriver };

/** Manifests as data, without the name under which they are applied: that is the project's own. */
const withoutManager = (manifests: Manifests = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(manifests).map(([file, text]) => {
      const { metadata, ...rest } = parse(text) as { readonly metadata: { readonly annotations?: Record<string, string> } };
      const { "pulumi.com/patchFieldManager": _, ...annotations } = metadata.annotations ?? {};
      return [file, { ...rest, metadata: { ...metadata, annotations } }];
    }),
  );

/** Expects that a group with broken members is one error with all their problems, and that nothing else is said. */
function expectBrokenGroup(output: string): void {
  const lines = output.split("\n");
  const errors = lines.flatMap((line, index) => (line.startsWith("    error: ") ? [index] : []));
  expect(errors, output).to.have.lengthOf(1);
  const [first = 0] = errors;
  expect(lines.slice(first, first + 1 + brokenLines.length)).to.deep.equal([
    "    error: victoriametrics:index:ConfigGroup resource 'group' has a problem: ConfigGroup group is not valid:",
    ...brokenLines.map((line) => `      ${line}`),
  ]);
  expect(output)
    .not.to.include("hunter2")
    .and.not.to.match(/grpc|Traceback|connection is closing|resource monitor/);
}

/** The configuration of the agent among manifests. */
function configurationIn(manifests: Manifests): string {
  const files = Object.values(manifests).map((text) => parse(text).data?.["vmagent.yaml.gz"] as string | undefined);
  return gunzipSync(Buffer.from(files.find((file) => file !== undefined) ?? "", "base64")).toString();
}

describe("the generated SDKs", () => {
  const expected: Record<string, Manifests> = {};

  before(async () => {
    expected.quickstart = await inProcess(quickstart(victoriametrics));
    expected.selectFrom = await inProcess(selectFrom);
    expected.group = await inProcess(group);
    expected.team = await inProcess(team);
    expect(configurationIn(expected.group)).to.include("job_name: serviceScrape/shop/shop/0").and.to.include("hunter2");
    expect(Object.keys(expected.quickstart)).to.have.lengthOf.above(15);
    expect(
      Object.values(expected.selectFrom)
        .join("")
        .match(/hunter2|aHVudGVyMg/),
    ).not.to.equal(null);
  });

  it("of Node.js: the quickstart gives the same manifests as in process", async () => {
    const folder = scratchFolder();
    try {
      expect(await inProcess(quickstart(await nodeSdk(folder)))).to.deep.equal(expected.quickstart);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("are not needed in YAML: the quickstart gives the same manifests as in process", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
    try {
      const manifests = await yamlManifests(folder, { metricsPassword: "hunter2" });
      expect(withoutManager(manifests)).to.deep.equal(withoutManager(expected.quickstart));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("are not needed in YAML: wrong input is one error with every path, whatever else is under way", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
    const program = `name: tests
runtime: yaml
resources:
  main:
    type: victoriametrics:VMAgent
    properties:
      metadata: { namespace: monitoring }
      spec:
        scrapeInterval: soon
        scrapeTimeout: soon
        remoteWrite: [{ url: http://database }]
${["one", "two"].map((name) => `  ${name}:\n    type: victoriametrics:VMSingle\n    properties: { spec: { retentionPeriod: 30d } }\n`).join("")}outputs:
  url: \${main.url}
`;
    try {
      const output = await failingYamlPreview(folder, program);
      expect(output.match(/^ {4}error: /gm), output).to.have.lengthOf(1);
      expect(
        output,
      ).to.include(`    error: victoriametrics:index:VMAgent resource 'main' has a problem: VMAgent monitoring/main is not valid:
      spec.scrapeInterval: expected a duration such as 30s or 5m, got "soon"
      spec.scrapeTimeout: expected a duration such as 30s or 5m, got "soon"
`);
      expect(output).not.to.match(/grpc|connection is closing|resource monitor/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("are not needed in YAML to give a group to selectFrom", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
    try {
      const { pulumi, manifests, write } = await yamlProject(folder, groupYaml(groupManifests()));
      await pulumi("up", "--yes", "--skip-preview");
      expect(withoutManager(manifests())).to.deep.equal(withoutManager(expected.group));
      write(groupYaml(brokenManifests));
      const failure = await pulumi("preview").then(String, ({ message }: Error) => message);
      expectBrokenGroup(failure);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  for (const [language, driverOf] of Object.entries(drivers)) {
    describe(`of ${language}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-sdk-"));
      let driver: Driver;
      let stack: LanguageStack;

      before(async function () {
        this.timeout(firstBuild);
        driver = await driverOf(folder);
      });
      beforeEach(() => {
        stack = new LanguageStack(driver);
      });
      afterEach(() => stack.remove());
      after(() => rmSync(folder, { recursive: true, force: true }));

      it("the quickstart gives the same manifests as in process, byte for byte, stays unchanged, and shows no secret", async () => {
        const first = await stack.run("up", "quickstart", secretConfig);
        succeeded(first);
        expect(stack.manifests()).to.deep.equal(expected.quickstart);
        expect(first.outputs.agentUrl).to.deep.equal({ value: "http://vmagent-main.monitoring.svc:8429", secret: false });
        const second = await stack.run("up", "quickstart", secretConfig);
        expect(second.output)
          .to.match(/\n {4}24 unchanged\n/)
          .and.not.to.match(/\d (created|updated|replaced|deleted)/);
        expect(first.output + second.output + stack.stateText()).not.to.include("hunter2");
      });

      it("selectFrom takes components, their outputs, Kubernetes resources and plain manifests, and keeps their secrets", async () => {
        const { failed, output, outputs } = await stack.run("up", "selectFrom", secretConfig);
        succeeded({ failed, output });
        expect(stack.manifests()).to.deep.equal(expected.selectFrom);
        // This agent has none, and an empty map needs no encryption.
        expect(outputs.secrets).to.deep.equal({ value: {}, secret: false });
        expect(output + stack.stateText()).not.to.include("hunter2");
      });

      it("selectFrom takes a group, whose scrape objects become jobs and whose Secrets are read", async () => {
        const { failed, output, outputs } = await stack.run("up", "group", {}, { "tests:manifests": groupManifests() });
        succeeded({ failed, output });
        expect(stack.manifests()).to.deep.equal(expected.group);
        expect(outputs.url).to.deep.equal({ value: "http://vmagent-main.monitoring.svc:8429", secret: false });
      });

      it("a team gives its scrape objects to the agent that the platform runs for it", async () => {
        const { failed, output, outputs } = await stack.run("up", "team", {});
        succeeded({ failed, output });
        expect(stack.manifests()).to.deep.equal(expected.team);
        expect(outputs.name).to.deep.equal({ value: "shop", secret: false });
      });

      it("a group with broken members is one error with all their problems, also for those who select from it", async () => {
        const { failed, output } = await stack.run("preview", "group", {}, { "tests:manifests": brokenManifests });
        expect(failed, output).to.equal(true);
        expectBrokenGroup(output.slice(0, output.indexOf("\nResources:")));
      });

      it("wrong input is one error with every path, and no secret", async () => {
        const { failed, output } = await stack.run("preview", "invalid", secretConfig);
        expect(failed, output).to.equal(true);
        const lines = output.slice(0, output.indexOf("\nResources:")).split("\n");
        const errors = lines.flatMap((line, index) => (line.startsWith("    error: ") ? [index] : []));
        expect(errors, output).to.have.lengthOf(1);
        const [first = 0] = errors;
        const [timeout, level] = language === "Python" ? ["scrape_timeout", "log_level"] : ["scrapeTimeout", "logLevel"];
        expect(lines.slice(first, first + 3)).to.deep.equal([
          "    error: victoriametrics:index:VMAgent resource 'main' has a problem: VMAgent monitoring/main is not valid:",
          `      spec.${timeout}: expected a duration such as 30s or 5m, got "soon"`,
          `      spec.${level}: expected "INFO", "WARN", "ERROR", "FATAL" or "PANIC", got "LOUD"`,
        ]);
        expect(output)
          .not.to.include("hunter2")
          .and.not.to.match(/grpc|Traceback|connection is closing|resource monitor/);
      });
    });
  }
});
