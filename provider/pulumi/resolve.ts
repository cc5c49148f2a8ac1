import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../schema/parse";
import type { Scalar } from "../values/operations";
import type { Values } from "../values/values";
import { joinPath } from "../world/issues";

/** Plain data from inputs, and the source resources of its parts. */
export interface Resolved {
  readonly value: unknown;
  readonly dependencies: ReadonlySet<pulumi.Resource>;
  /** Parts that are not data; they are left out. */
  readonly problems: readonly Problem[];
}

/** Members of Outputs beside their public type. */
interface Output extends pulumi.OutputInstance<unknown> {
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  allResources(): Promise<ReadonlySet<pulumi.Resource>>;
  promise(withUnknowns: boolean): Promise<unknown>;
}

const isOutput = (value: unknown): value is Output => pulumi.Output.isInstance(value);

/** The surroundings of a leaf. */
interface Surroundings {
  /** The Output around the leaf and the leaf's path in it, for unknown leaves. */
  readonly output?: pulumi.Output<unknown>;
  readonly keys: readonly (string | number)[];
  readonly secret: boolean;
  /** A container around the leaf is the secret. */
  readonly opened: boolean;
}

/**
 * Turns inputs into plain data. Known values replace their Outputs; secret and unknown leaves become placeholders in `values`, under their path. An
 * Output of an object is opened leaf by leaf.
 */
export async function resolve(input: unknown, values: Values, path: string): Promise<Resolved> {
  const dependencies = new Set<pulumi.Resource>();
  const problems: Problem[] = [];
  const visit = async (value: unknown, at: string, around: Surroundings): Promise<unknown> => {
    const plain = around.secret ? notPlain : plainOf(value);
    if (plain !== notPlain) return plain;
    if (value instanceof Promise) return visit(await value, at, around);
    if (isOutput(value)) return visitOutput(value, at, around);
    if (pulumi.isUnknown(value)) return values.add({ path: at, secret: around.secret, source: leafOf(around) });
    if (pulumi.Resource.isInstance(value) || pulumi.asset.Asset.isInstance(value) || pulumi.asset.Archive.isInstance(value)) {
      problems.push({ path: at, message: "expected plain data, got a resource or an asset" });
      return undefined;
    }
    if (Array.isArray(value))
      return Promise.all((value as unknown[]).map((item, index) => visit(item, joinPath(at, index), inside(around, index))));
    if (typeof value === "object" && value !== null) return visitMap(value as Record<string, unknown>, at, around);
    if (around.secret && isScalar(value)) return values.add({ path: at, secret: true, known: { value }, opened: around.opened });
    return value;
  };
  const visitOutput = async (output: Output, at: string, around: Surroundings): Promise<unknown> => {
    const [isSecret, resources, value] = await Promise.all([
      output.isSecret,
      output.allResources(),
      contentOf(output as unknown as pulumi.Output<unknown>),
    ]);
    for (const resource of resources) dependencies.add(resource);
    const isContainer = typeof value === "object" && value !== null && !pulumi.isUnknown(value);
    const secret = around.secret || isSecret;
    return visit(value, at, {
      output: secret ? pulumi.secret(output) : pulumi.output(output),
      keys: [],
      secret,
      opened: around.opened || (isSecret && isContainer),
    });
  };
  const visitMap = async (map: Record<string, unknown>, at: string, around: Surroundings): Promise<unknown> => {
    const entries = Object.entries(map).filter(([, value]) => value !== undefined);
    const visited = entries.map(async ([key, value]) => [key, await visit(value, joinPath(at, key), inside(around, key))] as const);
    return Object.fromEntries(await Promise.all(visited));
  };
  return { value: await visit(input, path, { keys: [], secret: false, opened: false }), dependencies, problems };
}

const notPlain = Symbol("not plain");

/** Data without anything to wait for or to remember, as most inputs are: nothing of it needs more than a copy without what is undefined. */
function plainOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(plainOf);
    return items.includes(notPlain) ? notPlain : items;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return notPlain;
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const plain = plainOf(item);
    if (plain === notPlain) return notPlain;
    if (plain !== undefined) entries.push([key, plain]);
  }
  return Object.fromEntries(entries);
}

const isScalar = (value: unknown): value is Scalar => ["string", "number", "boolean"].includes(typeof value);

const inside = (around: Surroundings, key: string | number): Surroundings => ({ ...around, keys: [...around.keys, key] });

/** The content of an Output, with the sentinel in place of unknown values. */
export async function contentOf(output: pulumi.Output<unknown>): Promise<unknown> {
  const { promise, isKnown: known } = output as unknown as Output;
  const [value, isKnown] = await Promise.all([promise.call(output, true), known]);
  const isOpaque = !isKnown && (value === undefined || !pulumi.containsUnknowns(value));
  return isOpaque ? pulumi.unknown : value;
}

/** The Output of one leaf of a larger Output. */
function leafOf({ output, keys }: Surroundings): pulumi.Output<unknown> {
  if (output === undefined) return pulumi.output(pulumi.unknown);
  return output.apply((value) =>
    keys.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value),
  );
}
