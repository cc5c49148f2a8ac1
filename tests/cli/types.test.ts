import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import type TypeScript from "typescript";
import { declarations } from "../../provider/generate/declarations";
import { withCompiler, withoutCompiler } from "./installations";

/** Uses something of everything that the package has. */
const program = `import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";
import { render, InvalidObjectsError } from "pulumi-victoriametrics/render";

const defaults: victoriametrics.DefaultsInput = { metricsVersion: "v1.150.0", vmagent: { limits: { cpu: 1, memory: "1Gi" } } };
const spec: victoriametrics.VMAgentSpecArgs = { selectAllByDefault: true, remoteWrite: [{ url: pulumi.output("http://db") }] };
const secret = new kubernetes.core.v1.Secret("secret", { stringData: { password: "x" } });
const agent = new victoriametrics.VMAgent("main", { spec, selectFrom: [secret], defaults: { metricsVersion: "v1.150.0" } });
const namespace = new kubernetes.core.v1.Namespace("shop");
const monitor = new kubernetes.apiextensions.CustomResource("monitor", {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "ServiceMonitor",
  metadata: { name: "shop" },
  spec: {},
});
const scrape = new victoriametrics.VMServiceScrape("shop", {
  spec: { selector: {}, endpoints: [{ port: "metrics", relabelConfigs: [{ action: "labeldrop", regex: "pod" }, { action: "LabelDrop", regex: "node" }] }] },
});
const stack = new pulumi.StackReference("other");
const plain = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "rules", namespace: namespace.metadata.name }, data: { a: secret.id } };
const own: victoriametrics.Selectable = { manifest: scrape.manifest, secrets: scrape.secrets };
const selector = new victoriametrics.VMAgent("selector", {
  spec,
  selectFrom: [
    agent,
    scrape.manifest,
    own,
    secret,
    namespace,
    monitor,
    plain,
    { apiVersion: "v1", kind: "Secret", metadata: { name: "plain", labels: { team: "shop" } }, stringData: { password: secret.id } },
    pulumi.output(plain),
    agent.selfScrapes,
    stack.getOutput("scrape"),
    { manifest: stack.requireOutput("scrape"), secrets: stack.requireOutput("secrets") },
    [new victoriametrics.ConfigGroup("selected", { files: "manifests" }), [scrape]],
    Promise.resolve(scrape),
  ],
});
const components: victoriametrics.Component[] = [agent, new victoriametrics.VMRule("rules", { spec: { groups: [] } })];
const url: pulumi.Output<string> = agent.remoteWriteUrl;
const manifests: pulumi.Output<victoriametrics.Manifest>[] = components.map((component) => component.manifest);
const group = new victoriametrics.ConfigGroup("group", { files: "manifests", namespace: url });
const found: pulumi.Output<string[]> = group.customResources;
const issues: readonly victoriametrics.Issue[] = victoriametrics.convert([], defaults).issues;
const rendered: Promise<string[]> = render([], { onInvalid: "skip", defaults }).then(({ objects }) => objects.map(({ kind }) => kind));
const thrown = (error: unknown) => (error instanceof InvalidObjectsError ? error.issues.length : 0);
export { manifests, found, issues, rendered, thrown, selector };
`;

/** Each is wrong: a type that a compiler could not read would let it pass. */
const mistakes = [
  'new victoriametrics.VMAgent("wrong", { spec: { selectAllByDefault: "yes", remoteWrite: [] } });',
  'new victoriametrics.VMSingle("wrong", { specification: {} });',
  "const wrongUrl: pulumi.Output<number> = agent.url;",
  "const wrongDefaults: victoriametrics.DefaultsInput = { metricsVersion: 1 };",
  "const wrongIssue: number = issues[0].path;",
  "render([]).then(({ manifests }) => manifests);",
  "agent.outcome();",
  'new victoriametrics.VMAgent("wrong", { spec, selectFrom: ["typo", 5] });',
  'new victoriametrics.VMAgent("wrong", { spec, selectFrom: [[scrape, 5]] });',
  'new victoriametrics.VMAgent("wrong", { spec, selectFrom: [{ kind: "Secret", metadata: { name: "x" } }] });',
  'new victoriametrics.VMAgent("wrong", { spec, selectFrom: [new pulumi.StackReference("whole")] });',
  'new victoriametrics.VMAgent("wrong", { spec: { remoteWrite: [], inlineRelabelConfig: [{ action: "repalce" }] } });',
  'new victoriametrics.VMAgent("wrong", { spec: { remoteWrite: [], dnsPolicy: "clusterFirst" } });',
  'new victoriametrics.VMCluster("wrong", { spec: { vmstorage: { rollingUpdateStrategy: "Recreate" } } });',
  'new victoriametrics.VMScrapeConfig("wrong", { spec: { kubernetesSDConfigs: [{ role: "pods" }] } });',
  'new victoriametrics.VMRule("wrong", { spec: { groups: [{ name: "x", type: "promql", rules: [] }] } });',
];

const here = createRequire(__filename);

/** Compilers, each with the folder of the packages and the settings that programs for it have. */
const compilers: Readonly<
  Record<string, () => Promise<{ ts: typeof TypeScript; folder: string; modules: "node" | "nodenext" | "bundler" }>>
> = {
  "3.8.3, which Pulumi brings along": async () => {
    const folder = await withoutCompiler();
    return {
      ts: here(join(folder, "node_modules", "@pulumi", "pulumi", "vendor", "typescript@3.8.3", "typescript.js")),
      folder,
      modules: "node",
    };
  },
  "5.9": async () => {
    const folder = await withCompiler();
    return { ts: here(join(folder, "node_modules", "typescript")), folder, modules: "node" };
  },
  "5.9 with modules as Node.js has them": async () => {
    const folder = await withCompiler();
    return { ts: here(join(folder, "node_modules", "typescript")), folder, modules: "nodenext" };
  },
  "of this repository": async () => ({ ts: here("typescript"), folder: await withCompiler(), modules: "bundler" }),
};

/** The errors of a compiler in a program and in the package's own types: line and message. */
function compile({ ts, folder, modules }: Awaited<ReturnType<(typeof compilers)[string]>>, name: string, text: string): string[] {
  const file = join(folder, `${name}.ts`);
  writeFileSync(file, text);
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      target: "ES2020",
      module: { node: "commonjs", nodenext: "nodenext", bundler: "esnext" }[modules],
      moduleResolution: modules,
      strict: true,
      noEmit: true,
      types: [],
    },
    folder,
  );
  const all = ts.createProgram([file], options);
  const own = all.getSourceFiles().filter(({ fileName }) => /pulumi-victoriametrics\/dist\//.test(fileName) || fileName === file);
  const diagnostics = own.flatMap((source) => [...all.getSyntacticDiagnostics(source), ...all.getSemanticDiagnostics(source)]);
  return [...errors, ...diagnostics].map(({ file: source, start = 0, messageText }) => {
    const line = source ? source.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${source?.fileName.split("/").at(-1)}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** A program with the example of every component, as editors show them. */
const exampleProgram = [
  'import * as victoriametrics from "pulumi-victoriametrics";',
  ...declarations().map(({ examples }) => examples.typescript),
].join("\n");

/** The text that an editor shows at the name of a class in `new victoriametrics.NAME(`. */
function hint({ ts, folder }: { ts: typeof TypeScript; folder: string }, component: string): string {
  const file = join(folder, "hint.ts");
  const text = `import * as victoriametrics from "pulumi-victoriametrics";\nnew victoriametrics.${component}(`;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.CommonJS, types: [] }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const content = path === file ? text : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const found = service.getQuickInfoAtPosition(file, text.length - 2);
  const tags = (found?.tags ?? []).map(({ name, text: parts }) => `@${name} ${ts.displayPartsToString(parts)}`);
  return [ts.displayPartsToString(found?.documentation), ...tags].join("\n");
}

/** Comments are wrapped. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

const withoutPackage = `import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
const secret = new kubernetes.core.v1.Secret("secret", { stringData: { password: "x" } });
export const name: pulumi.Output<string> = secret.metadata.name;
`;
const withPackage = `${withoutPackage}import * as victoriametrics from "pulumi-victoriametrics";
const database = new victoriametrics.VMSingle("database", { spec: { retentionPeriod: "30d" } });
const endpoint: victoriametrics.EndpointArgs = { port: "metrics", metricRelabelConfigs: [{ action: "drop", regex: "x" }] };
const scrape = new victoriametrics.VMServiceScrape("shop", { spec: { selector: {}, endpoints: [endpoint] } });
new victoriametrics.VMAgent("main", {
  spec: { selectAllByDefault: true, remoteWrite: [{ url: database.remoteWriteUrl }] },
  selectFrom: [database, scrape, secret, { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "x" } }],
});
`;

/** The parts of a program that a compiler reads and works out: its time follows from them, and they are the same on every machine. */
interface Work {
  readonly nodes: number;
  readonly types: number;
  readonly instances: number;
}

const workFor = (compiler: string, file: string): Work =>
  JSON.parse(execFileSync(process.execPath, [join(__dirname, "compile.cjs"), compiler, file], { encoding: "utf8" })) as Work;

describe("the types of the packed package", function () {
  this.timeout("20m");

  for (const [name, compiler] of Object.entries(compilers)) {
    it(`are read by TypeScript ${name}`, async () => {
      expect(compile(await compiler(), "right", program)).to.deep.equal([]);
    });

    it(`show errors in TypeScript ${name}`, async () => {
      const lines = program.split("\n").length;
      const found = compile(await compiler(), "wrong", `${program}${mistakes.join("\n")}\n`);
      expect([...new Set(found.map((text) => text.split(" ")[0]))]).to.deep.equal(
        mistakes.map((_, index) => `wrong.ts:${lines + index}`),
        found.join("\n"),
      );
    });

    it(`accept the examples that editors show, in TypeScript ${name}`, async () => {
      expect(compile(await compiler(), "examples", exampleProgram)).to.deep.equal([]);
    });
  }

  it("show at the name of a class its purpose, the arguments that it needs, and an example", async () => {
    const folder = await withCompiler();
    const compiler = { ts: here(join(folder, "node_modules", "typescript")), folder };
    for (const { name, description, needed, examples } of declarations()) {
      const shown = oneLine(hint(compiler, name));
      for (const part of [description, ...needed.map((path) => `\`${path}\``), "@example", oneLine(examples.typescript)])
        expect(shown).to.include(part);
    }
  });

  it("cost a compiler at most a tenth of what Pulumi's packages cost it", async () => {
    const folder = await withCompiler();
    const files = { without: join(folder, "without.ts"), with: join(folder, "with.ts") };
    writeFileSync(files.without, withoutPackage);
    writeFileSync(files.with, withPackage);
    const compiler = join(folder, "node_modules", "typescript");
    const [without, all] = [workFor(compiler, files.without), workFor(compiler, files.with)];
    expect(all.nodes - without.nodes, "nodes")
      .to.be.above(0)
      .and.at.most(without.nodes / 10);
    // A single conditional type over a large one makes ten thousands of them.
    expect(all.types - without.types, "types").to.be.at.most(2_000);
    expect(all.instances - without.instances, "instances").to.be.at.most(2_000);
  });
});
