import type { Spelling } from "../pulumi/spelling";
import { keysOf, pathOf } from "../world/issues";
import { packageSchema, type Schema, type Type } from "./sdk-schema";

/** The name of a property in the generated SDK of a language. */
const names: Readonly<Record<string, (property: string) => string>> = { python: pythonName };

/** The spelling of a language; undefined if it is that of the custom resources. */
export function spellingOf(language: string | undefined): Spelling | undefined {
  const nameOf = language === undefined || !Object.hasOwn(names, language) ? undefined : names[language];
  if (!nameOf) return undefined;
  return (kind, path) => {
    const schema = packageSchema();
    return respelled(path, { properties: schema.resources[`victoriametrics:index:${kind}`]?.inputProperties }, schema, nameOf);
  };
}

/** The path with the names of properties as `nameOf` has them. Keys of maps, and of untyped data, stay unchanged. */
function respelled(path: string, type: Type, schema: Schema, nameOf: (property: string) => string): string {
  let here: Type | undefined = type;
  const keys = keysOf(path).map((key) => {
    const properties: Type["properties"] = here?.properties;
    if (typeof key === "string" && properties && Object.hasOwn(properties, key)) {
      here = opened(properties[key], schema);
      return nameOf(key);
    }
    here = opened(typeof key === "number" ? here?.items : here?.additionalProperties, schema);
    return key;
  });
  return pathOf(keys);
}

const local = "#/types/";

const opened = (type: Type | undefined, { types }: Schema): Type | undefined =>
  type?.$ref?.startsWith(local) ? types[type.$ref.slice(local.length)] : type;

/** Names of properties that are words of the language. */
const pythonKeywords = new Set([
  "and",
  "as",
  "class",
  "continue",
  "def",
  "del",
  "else",
  "except",
  "finally",
  "for",
  "from",
  "global",
  "if",
  "import",
  "in",
  "is",
  "lambda",
  "not",
  "or",
  "pass",
  "raise",
  "return",
  "try",
  "while",
  "with",
  "yield",
]);

/** `remote_write` for `remoteWrite`, `skip_crds` for `skipCRDs`, `from_` for `from`. */
export function pythonName(property: string): string {
  const words = property.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g, "$1_$2");
  const name = words.toLowerCase();
  return pythonKeywords.has(name) ? `${name}_` : name;
}
