import type { Values } from "../values/values";
import { type Identity, metadataOf } from "../workload/workload";
import type { Manifest } from "../world/objects";

/** A Secret with generated configuration. It has the workload's labels but not its annotations. `data` is in base64. */
export function generatedSecret(workload: Identity, name: string, data: Readonly<Record<string, string>>): Manifest {
  const metadata = { ...metadataOf(workload), name, annotations: { generated: "true" } };
  return secretWith(metadata, data);
}

/** A Secret with `data` in base64. An empty map is left out: a cluster drops it, and every run would show a change. */
export function secretWith(metadata: Manifest["metadata"], data: Readonly<Record<string, string>>): Manifest {
  return { apiVersion: "v1", kind: "Secret", metadata, ...(Object.keys(data).length > 0 && { data }) };
}

/** Texts in base64, for the data of a Secret. */
export const secretData = (texts: Readonly<Record<string, string>>, values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, values.apply("base64", text)]));
