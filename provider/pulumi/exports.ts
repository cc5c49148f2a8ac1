import { mapText } from "../schema/parse";
import type { Values } from "../values/values";
import { hasPlaceholder } from "../values/values";
import type { CustomResource, Manifest } from "../world/objects";

/**
 * A custom resource for others: secret parts are replaced by markers, with the secrets by their markers beside it, so that the rest stays readable.
 */
export function exportManifest(
  resource: CustomResource,
  values: Values,
): { manifest: Manifest; secrets: Readonly<Record<string, string>> } {
  const secrets: Record<string, string> = {};
  const manifest = mapText(resource, (text) => {
    if (!hasPlaceholder(text) || !values.isSecret(text)) return text;
    const marker = `[secret ${[...values.origins(text).values()].map(({ path }) => path).join(", ")}]`;
    secrets[marker] = text;
    return marker;
  });
  return { manifest: manifest as Manifest, secrets };
}
