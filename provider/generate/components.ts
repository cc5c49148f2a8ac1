import { z } from "zod";
import { defaultsSchema } from "../defaults";
import type { Kind } from "../kind";
import { any, boolean, described, type FieldInfo, list, word } from "../schema/fields";
import { componentMetadata } from "../schema/metadata";

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
  readonly type: "text" | "texts" | "manifest" | "manifests";
  readonly secret?: boolean;
}

const selectFrom = list(
  "What selectors and references see: components of this package, their `manifest` and `secrets`, Secrets, ConfigMaps and Namespaces (as " +
    "resources of the Kubernetes package or as plain manifests), custom resources as plain manifests, and lists of these.",
  any("A component, a Kubernetes resource, or a manifest."),
);
const defaults = described(
  "Settings for images, versions, resources and the like; they win over the stack's configuration `victoriametrics:*`.",
  defaultsSchema,
);
const onInvalid = word(
  "What invalid objects in `selectFrom` do: `fail` (the default) fails the run, `skip` leaves them out with a warning.",
  ["fail", "skip"],
  { name: "OnInvalid" },
);
const readReferences = boolean(
  "Whether required references to Secrets and ConfigMaps that `selectFrom` does not answer are read from the cluster. Default true where there is a cluster.",
);

/** The arguments of a kind's component: every component takes `metadata` and `spec`; those that derive objects take what they derive them from. */
export function argumentsOf(kind: Kind): Argument[] {
  const own = [
    { name: "metadata", schema: componentMetadata, required: false },
    { name: "spec", schema: kind.spec, required: hasRequiredFields(kind.spec) },
  ];
  const ofKind = Object.entries(kind.arguments?.shape ?? {}).map(([name, schema]) => ({ name, schema, required: isRequired(schema) }));
  const shared = Object.entries(kind.derive ? { selectFrom, defaults, onInvalid, readReferences } : {});
  return [...own, ...ofKind, ...shared.map(([name, schema]) => ({ name, schema, required: false }))];
}

const isRequired = (field: unknown): boolean => !(field instanceof z.ZodOptional);

const hasRequiredFields = (schema: z.ZodType): boolean => schema instanceof z.ZodObject && Object.values(schema.shape).some(isRequired);

/** The outputs of a kind's component. */
export function outputsOf(kind: Kind): Output[] {
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
    { name: "secrets", description: "The secret values of `manifest` by their markers.", type: "texts", secret: true },
    { name: "name", description: "Name of the custom resource.", type: "text" },
    { name: "namespace", description: "Namespace of the custom resource and of everything derived from it.", type: "text" },
    ...scrapes,
    ...own,
  ];
}

/** A field's text for readers: the description, and what else there is to know. */
export function documentation({ description, deprecated }: FieldInfo): string {
  return deprecated ? `${description} Deprecated: ${deprecated}` : description;
}
