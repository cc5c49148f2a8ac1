import { type Assembly, deriveAll } from "../assemble";
import { kindsTable } from "../kinds";
import { type Prepared, prepare, type RenderOptions } from "../render";
import type { Issue, MissingObject } from "../world/issues";
import { objectKey } from "../world/objects";

type Options = Omit<RenderOptions, "onInvalid">;

/** A set of manifests with its derivations, and the references that were assumed to be answered. */
interface Assumed {
  readonly prepared: Prepared;
  readonly assembly: Assembly;
  /** A warning for each place that refers to an assumed object. */
  readonly issues: readonly Issue[];
  /** The assumed objects that the manifests refer to, without those that hold generated passwords. */
  readonly references: readonly MissingObject[];
}

/**
 * Derives from manifests as if all Secrets and ConfigMaps that they refer to were there: those that other programs make in the cluster, and those that
 * hold generated passwords. Their values are unknown, and pass every check.
 */
export function assumingReferences(objects: readonly unknown[], { onProgress, ...options }: Options): Assumed {
  const assumed = new Map<string, MissingObject>();
  const issues: Issue[] = [];
  const references: MissingObject[] = [];
  for (;;) {
    const prepared = prepare(objects, { ...options, assumed: [...assumed.values()] });
    const assembly = deriveAll(prepared.program, { onProgress });
    const referred = missingIn(assembly);
    const missing = [...referred, ...unstoredIn(assembly)].filter(({ object }) => !assumed.has(objectKey(object)));
    if (missing.length === 0) return { prepared, assembly, issues, references };
    references.push(...referred.map(({ object }) => object.missing));
    for (const { object, issue } of missing) {
      assumed.set(objectKey(object), object.missing);
      issues.push(issue);
    }
  }
}

/** An object that is to be assumed, with its key's parts, and the warning about it. */
interface Assumption {
  readonly object: {
    readonly kind: string;
    readonly metadata: { readonly namespace: string; readonly name: string };
    readonly missing: MissingObject;
  };
  readonly issue: Issue;
}

function assumption(missing: MissingObject, object: string, path: string): Assumption {
  const { kind, namespace, name } = missing;
  const message = `${kind} ${namespace}/${name} is not among the given objects: it is assumed to be in the cluster, with every key that is asked for`;
  return { object: { kind, metadata: { namespace, name }, missing }, issue: { object, path, message, severity: "warning" } };
}

const missingIn = ({ issues }: Assembly): Assumption[] =>
  issues.flatMap(({ missing, object, path }) => (missing && missing.kind !== "Namespace" ? [assumption(missing, object, path)] : []));

/** Secrets with generated passwords. */
const unstoredIn = ({ derived }: Assembly): Assumption[] =>
  [...derived].flatMap(([key, { resource, derivation }]) => {
    const { secretName } = derivation.outputs;
    const isGenerated = (kindsTable.of(resource.kind)?.generated?.(resource) ?? []).length > 0;
    if (!isGenerated || typeof secretName !== "string" || secretName === "") return [];
    return [assumption({ kind: "Secret", namespace: resource.metadata.namespace, name: secretName }, key, "")];
  });
