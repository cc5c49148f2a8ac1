import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../package";

/** A type of the package's schema, as far as names of properties go. */
export interface Type {
  readonly $ref?: string;
  readonly items?: Type;
  readonly additionalProperties?: Type;
  readonly properties?: Readonly<Record<string, Type>>;
}

/** The parts of the package's schema that the plugin uses. */
export interface Schema {
  /** The plugin's download address. */
  readonly pluginDownloadURL: string;
  readonly types: Readonly<Record<string, Type>>;
  readonly resources: Readonly<Record<string, { readonly inputProperties?: Readonly<Record<string, Type>> }>>;
}

let schema: Schema | undefined;

/** The package's schema. It is large, so it is read only for error messages. */
export function packageSchema(): Schema {
  schema ??= JSON.parse(readFileSync(join(packageFolder, "sdk", "schema.json"), "utf8")) as Schema;
  return schema;
}
