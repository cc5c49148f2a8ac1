import { readingManifests } from "../config/parse-yaml";
import { printYaml } from "../config/yaml";
import { documentsOf, placeOf } from "../config/yaml-documents";
import type { Tree } from "../text/tree";
import { Values } from "../values/values";
import type { Manifest } from "../world/objects";
import { syntaxProblem } from "./syntax-problem";

/** The manifests of a YAML (or JSON) text with any number of documents, read as Kubernetes does; lists of objects are taken apart. */
export function readYaml(text: string, source: string): unknown[] {
  const objects: unknown[] = [];
  for (const document of documentsOf(text, readingManifests)) {
    const [error] = document.errors;
    if (error) {
      const { line, column } = placeOf(error, text);
      throw new Error(`${source}: ${syntaxProblem(error, text)} at line ${line}, column ${column}`);
    }
    objects.push(...itemsOf(document.toJS({ maxAliasCount: 1000 })));
  }
  return objects;
}

/** The object, or the objects in it if it is a list. */
export function itemsOf(object: unknown): unknown[] {
  if (object === null || object === undefined) return [];
  const { kind, items } = object as { kind?: unknown; items?: unknown };
  const isList = typeof kind === "string" && kind.endsWith("List") && Array.isArray(items);
  return isList ? items.flatMap(itemsOf) : [object];
}

/** Manifests as one YAML text. */
export function printManifests(manifests: readonly Manifest[]): string {
  const values = new Values();
  return manifests.map((manifest) => printYaml(manifest as unknown as Tree, values)).join("---\n");
}

/** A unique file name for a manifest: `vmagent-main.monitoring.deployment.yaml`. */
export function fileName({ kind, metadata }: Manifest): string {
  const parts = [metadata.name, ...(metadata.namespace ? [metadata.namespace] : []), kind.toLowerCase()];
  return `${parts.join(".").replace(/[^A-Za-z0-9._-]/g, "-")}.yaml`;
}
