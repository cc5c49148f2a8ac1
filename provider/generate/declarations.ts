import { z } from "zod";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import { derivingArguments } from "../schema/component-arguments";
import type { FieldInfo, Shape } from "../schema/fields";
import { groupArguments } from "../schema/group-arguments";
import { componentMetadata } from "../schema/metadata";
import { type Examples, examplesOf, groupExamples } from "./examples";

/** A component of the package, as users see it. */
export interface Declaration {
  readonly name: string;
  readonly description: string;
  /** An example in each of the languages that have one. */
  readonly examples: Examples;
  /** Paths of the arguments that must be given. */
  readonly needed: readonly string[];
  readonly args: readonly Argument[];
  readonly outputs: readonly Output[];
  /** The component is made of one custom resource, and its class is generated. */
  readonly isKind: boolean;
}

/** One argument of a component. */
export interface Argument {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly required: boolean;
}

/** One output of a component. */
export interface Output {
  readonly name: string;
  readonly description: string;
  readonly type: "text" | "textList" | "textMap" | "manifest" | "manifests";
}

/** All components of the package: one for each kind, and ConfigGroup. */
export const declarations = (): Declaration[] => [...Object.values<Kind>(kinds).map(declarationOf), configGroup()];

const declarationOf = (kind: Kind): Declaration => ({
  name: kind.kind,
  description: kind.description,
  examples: examplesOf(kind),
  needed: requiredIn(kind.spec).map((field) => `spec.${field}`),
  args: argumentsOf(kind),
  outputs: outputsOf(kind),
  isKind: true,
});

const configGroup = (): Declaration => ({
  name: "ConfigGroup",
  description:
    "Whole manifests as one closed world, derived as by an operator in a cluster. Custom resources of VictoriaMetrics, including those " +
    "converted from objects of the prometheus-operator, become child components; other objects are registered as they are.",
  examples: groupExamples,
  needed: [],
  args: argumentsIn(groupArguments.shape),
  outputs: [{ name: "customResources", description: "The custom resources in the group: `Kind/namespace/name`.", type: "textList" }],
  isKind: false,
});

/** The arguments of a kind's component: every component takes `metadata` and `spec`; those that derive objects take further sources. */
function argumentsOf(kind: Kind): Argument[] {
  const metadata = { name: "metadata", schema: componentMetadata, required: false };
  const spec = { name: "spec", schema: kind.spec, required: requiredIn(kind.spec).length > 0 };
  const deriving = Object.entries(kind.derive ? derivingArguments : {}).map(([name, schema]) => ({ name, schema, required: false }));
  return [metadata, spec, ...argumentsIn(kind.arguments?.shape ?? {}), ...deriving];
}

function argumentsIn(shape: Shape): Argument[] {
  return Object.entries(shape).map(([name, schema]) => ({ name, schema, required: isRequired(schema) }));
}

const isRequired = (field: unknown): boolean => !(field instanceof z.ZodOptional);

/** The fields of an object that must be given. */
const requiredIn = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape).filter((name) => isRequired(schema.shape[name])) : [];

/** The outputs of a kind's component. */
function outputsOf(kind: Kind): Output[] {
  const own = Object.entries(kind.outputs ?? {}).map(
    ([name, output]): Output => ({ name, ...(typeof output === "string" ? { description: output, type: "text" } : output) }),
  );
  const scrapes: Output[] = kind.selfScrapes
    ? [
        {
          name: "selfScrapes",
          description: "The scrape objects of the workload itself, as the operator would create them.",
          type: "manifests",
        },
      ]
    : [];
  return [
    {
      name: "manifest",
      description: "The validated custom resource; secret values are replaced by markers, see `secrets`.",
      type: "manifest",
    },
    { name: "secrets", description: "The secret values of `manifest` by their markers; a secret.", type: "textMap" },
    { name: "name", description: "Name of the custom resource.", type: "text" },
    { name: "namespace", description: "Namespace of the custom resource and of everything derived from it.", type: "text" },
    ...scrapes,
    ...own,
  ];
}

/** A field's text for readers: the description with its remarks. */
export function documentation({ description, deprecated }: FieldInfo): string {
  return deprecated ? `${description} Deprecated: ${deprecated}` : description;
}
