import { parse, parseAllDocuments } from "yaml";
import { defaultsSchema } from "../../provider/defaults";
import { check } from "../../provider/inspect/check-sources";
import { readSource, type SourceObject } from "../../provider/sources/read-source";
import { type Block, placeOf } from "./blocks";
import { programProblems } from "./pulumi-yaml";

/** What a block of YAML can be: how it is recognised, and its problems. `before` are the manifests that its document has shown so far. */
interface Form {
  readonly is: (data: Readonly<Record<string, unknown>>) => boolean;
  readonly problems: (block: Block, before: Map<string, SourceObject>) => string[];
}

const forms: readonly Form[] = [
  { is: (data) => "apiVersion" in data && "kind" in data, problems: manifestProblems },
  { is: (data) => "runtime" in data && "resources" in data, problems: ({ text }) => programProblems(text).problems },
  { is: (data) => Object.keys(data).join() === "config", problems: settingProblems },
  { is: (data) => Object.keys(data).every((key) => ["name", "runtime", "plugins"].includes(key)), problems: pluginProblems },
];

/** Blocks of YAML that are none of these. */
export const ofUnknownForm = (blocks: readonly Block[]): Block[] => blocks.filter((block) => formOf(block) === undefined);

/** The problems of blocks of YAML: manifests, programs and settings of stacks. */
export function problemsOfYaml(blocks: readonly Block[]): string[] {
  const shown = new Map<string, Map<string, SourceObject>>();
  return blocks.flatMap((block) => {
    const before = shown.get(block.document) ?? new Map<string, SourceObject>();
    shown.set(block.document, before);
    return (formOf(block)?.problems(block, before) ?? []).map((problem) => `${placeOf(block)} ${problem}`);
  });
}

function formOf({ text }: Block): Form | undefined {
  const [first] = parseAllDocuments(text);
  const data: unknown = first && "toJS" in first ? first.toJS() : undefined;
  return typeof data === "object" && data !== null ? forms.find(({ is }) => is(data as Record<string, unknown>)) : undefined;
}

/** A later block may show an object again, changed. Secrets may be elsewhere. */
function manifestProblems(block: Block, before: Map<string, SourceObject>): string[] {
  const source = readSource(block.text, placeOf(block));
  for (const object of source.objects) before.set(keyOf(object), object);
  const problems = check([{ objects: [...before.values()], problems: source.problems }], { assumeReferences: true });
  return problems
    .filter(({ severity, position }) => severity === "error" && (!position || position.file === placeOf(block)))
    .map(({ object, path, message }) => `${object} ${path}: ${message}`);
}

function keyOf({ object }: SourceObject): string {
  const { kind, metadata } = object as { kind: string; metadata: { name: string; namespace?: string } };
  return `${kind}/${metadata.namespace ?? ""}/${metadata.name}`;
}

/** The settings of this package in the configuration of a stack. */
function settingProblems({ text }: Block): string[] {
  const { config } = parse(text) as { readonly config: Readonly<Record<string, unknown>> };
  const own = Object.entries(config).flatMap(([key, value]) => (key.startsWith("victoriametrics:") ? [[key.split(":")[1], value]] : []));
  const { error } = defaultsSchema.partial().safeParse(Object.fromEntries(own));
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** Pulumi.yaml with the place of the plugin, or without it for programs that have the components themselves. */
function pluginProblems({ text }: Block): string[] {
  const { plugins, runtime } = parse(text) as {
    readonly plugins?: { readonly providers?: readonly { readonly name?: string; readonly path?: string }[] };
    readonly runtime?: unknown;
  };
  const isWhole = plugins?.providers?.every(({ name, path }) => name === "victoriametrics" && path !== undefined);
  return (isWhole ?? runtime === "nodejs") ? [] : ["plugins.providers: expected the name victoriametrics and a path"];
}
