import { kindsTable } from "../kinds";
import { mapSecrets } from "../schema/secrets";
import { printManifests } from "../sources/manifests";
import type { Manifest } from "../world/objects";

const hidden = "[hidden]";

/** Fields whose values are hidden whole, in any object: they may hold credentials of any form. */
const closed = new Set(["data", "stringData", "binaryData", "headers", "notifier_headers", "basic_auth_users"]);

/** Names of fields with a credential as text. */
const credential = /(password|passwd|token|api_?key|access_?key|secret_?key|credentials?)$/i;

/** An annotation in which kubectl keeps the whole object. */
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/**
 * Facts for the report of a bug, as Markdown: versions, and manifests without anything that could be a credential. Values of Secrets and ConfigMaps,
 * of headers, variables and secret fields, texts of several lines, and logins and queries in addresses are hidden.
 */
export function bugReport(versions: Readonly<Record<string, string>>, manifests: readonly Manifest[]): string {
  const rows = Object.entries(versions).map(([name, version]) => `- ${name}: ${version}\n`);
  const objects = manifests.length > 0 ? `\n\`\`\`yaml\n${printManifests(manifests.map(redacted))}\`\`\`\n` : "";
  return `${rows.join("")}${objects}`;
}

function redacted(manifest: Manifest): Manifest {
  const kind = kindsTable.of(manifest.kind);
  const spec = kind && mapSecrets(kind.spec, manifest.spec, () => hidden);
  return without({ ...manifest, ...(spec !== undefined && { spec }) }, "") as Manifest;
}

/** The value of a field without what could be a credential. */
function without(value: unknown, name: string): unknown {
  if (closed.has(name)) return shapeOf(value);
  if (typeof value === "string") return textWithout(value, name);
  if (Array.isArray(value)) return value.map((item) => without(item, name));
  if (typeof value !== "object" || value === null) return value;
  // A variable of a container: its name says nothing of its value.
  const isVariable = "name" in value && typeof (value as { value?: unknown }).value === "string";
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, isVariable && key === "value" ? hidden : without(field, key)]),
  );
}

/** Names stay, and values go. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return hidden;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shapeOf(field)]));
}

function textWithout(text: string, name: string): string {
  const lines = text.trimEnd().split("\n").length;
  if (lines > 1) return `[${lines} hidden lines]`;
  if (name === lastApplied || credential.test(name)) return hidden;
  return text.replaceAll(/:\/\/[^/?#\s]*@/g, `://${hidden}@`).replaceAll(/([?&][^=&#\s]+=)[^&#\s]*/g, `$1${hidden}`);
}
