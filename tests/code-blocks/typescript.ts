import { join } from "node:path";
import ts from "typescript";
import type { Block } from "./blocks";

/** The files of packages, which the compiler reads once. */
const read = new Map<string, ts.SourceFile>();

const root = join(__dirname, "..", "..");

/** Packages that programs import under their usual names, where a block leaves the import out. */
const packages: Readonly<Record<string, string>> = {
  pulumi: "@pulumi/pulumi",
  kubernetes: "@pulumi/kubernetes",
  victoriametrics: "pulumi-victoriametrics",
};

/** Values that documents speak of without showing them. */
const given = `
declare const spec: victoriametrics.VMServiceScrapeSpecArgs;
declare const agentSpec: victoriametrics.VMAgentSpecArgs;
declare const manifests: object[];
declare const config: pulumi.Config;
`;

/**
 * The errors of the compiler in blocks of TypeScript. The blocks of a document are one program, in which each block sees the names of those before it
 * and may declare them again.
 */
export function errorsInTypeScript(blocks: readonly Block[]): string[] {
  const sources = new Map<string, { readonly text: string; readonly document: string }>();
  for (const [index, document] of [...new Set(blocks.map((block) => block.document))].entries())
    sources.set(join(root, `document-${index}.ts`), { document, text: programOf(blocks.filter((block) => block.document === document)) });
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    skipLibCheck: true,
    esModuleInterop: true,
    noEmit: true,
    types: ["node"],
    paths: { "pulumi-victoriametrics": ["./provider/index.ts"], "pulumi-victoriametrics/render": ["./provider/render.ts"] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getCurrentDirectory = () => root;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => sources.get(path)?.text ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const source = sources.get(path);
    if (source) return ts.createSourceFile(path, source.text, version, true);
    const file = read.get(path) ?? getSourceFile(path, version, ...rest);
    if (file) read.set(path, file);
    return file;
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources].flatMap(([path, { document }]) => {
    const file = program.getSourceFile(path);
    if (!file) throw new Error(`${document} was not compiled`);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start = 0, messageText }) => `${document}: ${lineAt(file, start)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}

const lineAt = (file: ts.SourceFile, offset: number): string =>
  file.text.split("\n")[file.getLineAndCharacterOfPosition(offset).line]?.trim() ?? "";

/** One module of several blocks: imports first, then each block in the scope of the one before. */
function programOf(blocks: readonly Block[]): string {
  const imports = new Set<string>();
  const bodies = blocks.map(({ text }) =>
    text
      .replaceAll(/^import .*;$/gm, (line) => {
        imports.add(line);
        return "";
      })
      .replaceAll(/^export (?=const )/gm, ""),
  );
  const missing = Object.entries(packages).filter(([name]) => ![...imports].some((line) => line.includes(`* as ${name} `)));
  return [
    ...imports,
    ...missing.map(([name, module]) => `import * as ${name} from "${module}";`),
    given,
    ...bodies.map((body) => `{\n${body}`),
    ...bodies.map(() => "}"),
    "",
  ].join("\n");
}
