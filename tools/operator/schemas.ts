import { z } from "zod";
import { kinds, wordsOf } from "../../provider/kinds";
import { type FieldInfo, infoOf, unwrap } from "../../provider/schema/fields";
import { quantityPattern } from "../../provider/schema/kubernetes-types";
import { groupOf, ownGroup } from "../../provider/world/objects";
import type { Definition } from "./definitions";
import { boundsOf, type FieldShape, type Shape, type ShapeType } from "./shape";

/** Our kinds that the operator has, too, in the form of its definitions. */
export const ourDefinitions = (): Definition[] =>
  Object.values(kinds)
    .filter(({ apiVersion }) => groupOf(apiVersion) !== ownGroup)
    .map(({ kind, apiVersion, spec }) => ({ kind, version: apiVersion, spec: shapeOf(spec) }));

/** Shapes by their schemas: types of Kubernetes contain themselves. */
const shapes = new WeakMap<z.ZodType, Shape>();

function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema);
  if (known) return known;
  const info = infoOf(schema);
  const inner = innermost(schema);
  const fields = new Map<string, FieldShape>();
  const words = wordsOf(info) ?? info.known;
  const shape: Shape & { inner?: Shape } = {
    type: inner instanceof z.ZodObject ? "object" : typeOf(info),
    ...(info.name && { name: info.name }),
    description: info.description,
    ...(inner instanceof z.ZodObject && { fields }),
    ...(words && { words: [...words, ...(info.spellings ?? [])].map(String) }),
    bounds: boundsOf(info),
    isDeprecated: info.deprecated !== undefined,
  };
  shapes.set(schema, shape);
  if (inner instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(inner.shape) as [string, z.ZodType][]) {
      fields.set(name, { shape: shapeOf(field), isRequired: !(field instanceof z.ZodOptional) });
    }
  }
  if (inner instanceof z.ZodArray) shape.inner = shapeOf(inner.element as z.ZodType);
  if (inner instanceof z.ZodRecord) shape.inner = shapeOf(inner.valueType as z.ZodType);
  return shape;
}

/** The schema behind `optional` and behind the names of Kubernetes types. */
function innermost(schema: z.ZodType): z.ZodType {
  const inner = unwrap(schema);
  return inner instanceof z.ZodLazy ? innermost(inner.unwrap() as z.ZodType) : inner;
}

function typeOf({ type, pattern }: FieldInfo): ShapeType {
  if (pattern === quantityPattern) return "integerOrString";
  if (type === "array") return "list";
  return type === "kubernetes" ? "object" : type;
}
