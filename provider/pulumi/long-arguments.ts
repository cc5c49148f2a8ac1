import { linesOf } from "../config/lines";
import { readableText } from "../config/readable";
import type { DerivedObject } from "../derived";
import { isWorkload } from "../review/rollouts";
import { mapText } from "../schema/parse";
import type { Values } from "../values/values";
import { type Manifest, objectKey } from "../world/objects";

/** A longer argument (characters) would not fit twice, old and new, on one line of a difference. */
const longest = 100;

const annotation = "pulumi.com/victoriametrics-arguments";

const lists = ["containers", "initContainers"] as const;

/** The shown form of a workload's long arguments, and the hidden paths. */
interface ShownArguments {
  readonly annotations: Readonly<Record<string, string>>;
  readonly hideDiffs: readonly string[];
}

interface Container {
  readonly name: string;
  readonly args?: readonly string[];
}

type Pod = Readonly<Partial<Record<(typeof lists)[number], readonly Container[]>>>;

/**
 * Long arguments for readers of differences: as an annotation of the workload with a line for each value, while the arguments themselves are hidden.
 * The engine prints old and new on one line. Of an object with nothing but hidden differences it prints the whole, so the text belongs to the object.
 * Containers with secrets are hidden anyway.
 */
export function longArguments({ manifest }: DerivedObject, values: Values): ShownArguments | undefined {
  const pod = podOf(manifest);
  const found = lists.flatMap((list) =>
    (pod[list] ?? []).flatMap((container, index) => longOf(container, `${list}[${index}]`, `${list}[${container.name}]`, values)),
  );
  if (found.length === 0 || hasSecret(pod, values)) return undefined;
  const lines = found.flatMap(({ argument, title }) => argumentLines(argument, title, values));
  return {
    annotations: { [annotation]: readableText("long arguments, one line for each value", lines) },
    hideDiffs: found.map(({ path }) => path),
  };
}

interface LongArgument {
  readonly argument: string;
  readonly path: string;
  readonly title: string;
}

const longOf = ({ args = [] }: Container, path: string, title: string, values: Values): LongArgument[] =>
  args.flatMap((argument, index) =>
    values.mask(argument).length > longest ? [{ argument, path: `spec.template.spec.${path}.args[${index}]`, title: `${title}.args` }] : [],
  );

const podOf = (manifest: Manifest): Pod =>
  isWorkload(objectKey(manifest)) ? ((manifest.spec as { readonly template?: { readonly spec?: Pod } }).template?.spec ?? {}) : {};

/** Values are a line each: a node more, say, is one line more. */
function argumentLines(argument: string, title: string, values: Values): string[] {
  const [, flag, value] = /^(--?[\w.-]+)=(.*)$/s.exec(argument) ?? [];
  if (flag === undefined || value === undefined) return linesOf(argument, title, values);
  return value.split(",").flatMap((part) => linesOf(part, `${title}[${flag}]`, values));
}

function hasSecret(data: unknown, values: Values): boolean {
  let found = false;
  mapText(data, (text) => {
    found ||= values.isSecret(text);
  });
  return found;
}
