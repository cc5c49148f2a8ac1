import { z } from "zod";
import { kinds } from "../kinds";
import type { Kind } from "../kinds/kind";
import { infoOf, unwrap } from "../schema/fields";

const introduction = `<!-- Made from the zod schemas by \`npm run schema\`. Do not edit. -->
# Fields that determine the derived objects

While one of these fields is unknown in a preview (an Output of a resource that is not created yet), the component's children cannot be derived:
the preview says so in a warning, and they are derived during the update. None of them can be a secret. The same holds for objects and lists that
are unknown as a whole, and for the keys of maps. An unknown value anywhere else leaves the preview complete.
`;

/** `docs/structural-fields.md`: the only fields that may defer a derivation. */
export function structuralFieldsDocument(): string {
  const sections = Object.values<Kind>(kinds).map(
    ({ kind, spec }) =>
      `\n## ${kind}\n\n${pathsOf(spec, "spec", [])
        .map((path) => `- \`${path}\`\n`)
        .join("")}`,
  );
  return introduction + sections.join("");
}

/** The paths of structural fields, objects that hold themselves only once. */
function pathsOf(schema: z.ZodType, path: string, around: readonly z.ZodType[]): string[] {
  const inner = unwrap(schema);
  const info = infoOf(schema);
  if (info.structural) return [path];
  if (info.type === "kubernetes" || around.includes(inner)) return [];
  const below = [...around, inner];
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([key, field]) => pathsOf(field as z.ZodType, `${path}.${key}`, below));
  if (inner instanceof z.ZodArray) return pathsOf(inner.element as z.ZodType, `${path}[]`, below);
  if (inner instanceof z.ZodRecord) return pathsOf(inner.valueType as z.ZodType, `${path}.*`, below);
  return [];
}
