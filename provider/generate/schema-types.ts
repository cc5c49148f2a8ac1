import { z } from "zod";
import { wordsOf } from "../kinds";
import { type FieldInfo, infoOf, unwrap } from "../schema/fields";

/** A field of an object type, as the generators see it. */
export interface Field {
  readonly name: string;
  readonly info: FieldInfo;
  readonly type: TypeRef;
  readonly required: boolean;
}

/** The type of a field. */
export type TypeRef =
  | { readonly scalar: FieldInfo["type"]; readonly enumeration?: string; readonly isOpen?: boolean; readonly typescript?: string }
  | { readonly list: TypeRef }
  | { readonly map: TypeRef }
  | { readonly object: string }
  | { readonly kubernetes: string };

export interface ObjectType {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly Field[];
}

export interface Enumeration {
  readonly name: string;
  readonly description: string;
  readonly values: readonly (string | number)[];
  /** Other spellings of the values. */
  readonly spellings?: readonly string[];
}

/** The named types behind schemas: objects and enumerations, in the order in which they are first met. */
export class TypeTable {
  readonly objects = new Map<string, ObjectType>();
  readonly enumerations = new Map<string, Enumeration>();
  readonly #schemas = new Map<string, z.ZodType>();

  /** Enters a schema and everything below it. */
  add(schema: z.ZodType, owner = ""): TypeRef {
    const inner = unwrap(schema);
    const info = infoOf(schema);
    if (info.type === "kubernetes") return { kubernetes: nameOf(info) };
    if (inner instanceof z.ZodObject) return { object: this.#addObject(inner, info) };
    if (inner instanceof z.ZodArray) return { list: this.add(inner.element as z.ZodType, owner) };
    if (inner instanceof z.ZodRecord) return { map: this.add(inner.valueType as z.ZodType, owner) };
    const words = wordsOf(info);
    if (words) return { scalar: info.type, enumeration: this.#addEnumeration(owner, info, words) };
    if (info.known) return { scalar: info.type, enumeration: this.#addEnumeration(owner, info, info.known), isOpen: true };
    return { scalar: info.type, ...(info.typescript && { typescript: info.typescript }) };
  }

  #addObject(schema: z.ZodObject, info: FieldInfo): string {
    const name = nameOf(info);
    const before = this.#schemas.get(name);
    if (before) {
      if ((before as z.ZodObject).shape !== schema.shape) throw new Error(`two different types are called ${name}`);
      return name;
    }
    this.#schemas.set(name, schema);
    const fields: Field[] = [];
    const type = { name, description: info.description, fields };
    this.objects.set(name, type);
    for (const [key, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
      fields.push({
        name: key,
        info: infoOf(field),
        type: this.add(field, `${name}${capital(key)}`),
        required: !(field instanceof z.ZodOptional),
      });
    }
    return name;
  }

  /** Fields with the same words share an enumeration, named after the first field. */
  #addEnumeration(owner: string, { description, name, spellings = [] }: FieldInfo, words: Enumeration["values"]): string {
    const wordsOfType = [...words, "", ...spellings].join("\0");
    const same = [...this.enumerations.values()].find((one) => [...one.values, "", ...(one.spellings ?? [])].join("\0") === wordsOfType);
    if (same) return same.name;
    const called = name ?? owner;
    this.enumerations.set(called, { name: called, description, values: words, spellings });
    return called;
  }
}

const nameOf = ({ name }: FieldInfo): string => {
  if (name === undefined) throw new Error("an object type needs a name");
  return name;
};

export const capital = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
