import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import type TypeScript from "typescript";
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
const components: victoriametrics.Component[] = [agent, new victoriametrics.VMRule("rules", { spec: { groups: [] } })];
const url: pulumi.Output<string> = agent.remoteWriteUrl;
const manifests: pulumi.Output<victoriametrics.Manifest>[] = components.map((component) => component.manifest);
const group = new victoriametrics.ConfigGroup("group", { files: "manifests", namespace: url });
const found: pulumi.Output<string[]> = group.customResources;
const issues: readonly victoriametrics.Issue[] = victoriametrics.convert([], defaults).issues;
const rendered: Promise<string[]> = render([], { onInvalid: "skip", defaults }).then(({ objects }) => objects.map(({ kind }) => kind));
const thrown = (error: unknown) => (error instanceof InvalidObjectsError ? error.issues.length : 0);
export { manifests, found, issues, rendered, thrown };
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

describe("the types of the packed package", function () {
  this.timeout("20m");

  for (const [name, compiler] of Object.entries(compilers)) {
    it(`are read by TypeScript ${name}`, async () => {
      expect(compile(await compiler(), "right", program)).to.deep.equal([]);
    });

    it(`show errors in TypeScript ${name}`, async () => {
      const lines = program.split("\n").length;
      const found = compile(await compiler(), "wrong", `${program}${mistakes.join("\n")}\n`);
      expect(found.map((text) => text.split(" ")[0])).to.deep.equal(
        mistakes.map((_, index) => `wrong.ts:${lines + index}`),
        found.join("\n"),
      );
    });
  }
});
