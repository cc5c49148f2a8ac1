import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { Manifest } from "../../provider/world/objects";

/** The output of tools/openapi.mjs. */
interface OpenApi {
  /** Versions of the Go modules that the schemas come from. */
  readonly modules: Readonly<Record<string, string>>;
  /** Names of definitions by `apiVersion kind`. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly definitions: Readonly<Record<string, object>>;
}

export const openApi: OpenApi = JSON.parse(readFileSync(join(__dirname, "kubernetes-openapi.json"), "utf8"));

/** The fields that all kinds share and their OpenAPI leaves out. */
const isObject = { required: ["apiVersion", "kind", "metadata"], properties: { metadata: { required: ["name"] } } };

const ajv = addFormats(new Ajv({ allErrors: true, strictTypes: false, strictRequired: false, formats: { "int-or-string": true } }));
ajv.addKeyword({
  keyword: "uniqueBy",
  type: "array",
  schemaType: "object",
  validate: (keys: Readonly<Record<string, unknown>>, items: readonly Readonly<Record<string, unknown>>[]) => {
    const identities = items.map((item) => JSON.stringify(Object.entries(keys).map(([key, fallback]) => item[key] ?? fallback)));
    return new Set(identities).size === identities.length;
  },
});
ajv.addSchema({ $id: "kubernetes", definitions: openApi.definitions });

const validators: ReadonlyMap<string, ValidateFunction> = new Map(
  Object.entries(openApi.kinds).map(([kind, name]) => [
    kind,
    ajv.compile({ allOf: [isObject, { $ref: `kubernetes#/definitions/${name}` }] }),
  ]),
);

/** Everything in an object that its OpenAPI does not allow, each as `path: message`. */
export function schemaProblems(manifest: Manifest): string[] {
  const kind = `${manifest.apiVersion} ${manifest.kind}`;
  const validate = validators.get(kind);
  if (validate === undefined) return [`kind: tests/binaries/kubernetes-openapi.json has no ${kind}, see tools/openapi.mjs`];
  return validate(manifest) ? [] : (validate.errors ?? []).map(describeError);
}

const describeError = ({ instancePath, keyword, message, params }: ErrorObject): string =>
  `${pathOf(instancePath)}: ${messages[keyword]?.(params) ?? message}`;

const messages: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  additionalProperties: ({ additionalProperty }) => `there is no field ${additionalProperty}`,
  required: ({ missingProperty }) => `the field ${missingProperty} is required`,
  uniqueBy: () => "two items have the same key, which server-side apply refuses",
};

/** `/spec/ports/0` as `spec.ports[0]`. */
const pathOf = (pointer: string): string =>
  pointer
    .slice(1)
    .replace(/\/(\d+)(?=\/|$)/g, "[$1]")
    .replaceAll("/", ".");
