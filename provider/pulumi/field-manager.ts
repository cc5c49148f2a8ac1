import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import type { Manifest } from "../world/objects";
import { withAnnotations } from "./annotations";

/** Tells the Kubernetes provider as whom to apply an object; without it the provider makes a name up for each object that is new to it. */
export const fieldManager = "pulumi.com/patchFieldManager";

/** As much as an API server takes. */
const maximum = 128;

/**
 * The name under which the children of a component are applied: the same in every run, and no other component's, of this stack or another. A run
 * that is killed may leave objects that it did not record; under another name the API server would refuse to create them again.
 */
export function fieldManagerOf(parentUrn: string): string {
  const [stack = "", project = "", types = "", ...name] = parentUrn.replace(/^urn:pulumi:/, "").split("::");
  const hash = createHash("sha256").update(`${organization()} ${parentUrn}`).digest("hex").slice(0, 12);
  const kind = types.split(":").at(-1) ?? "";
  // Errors about objects that two stacks claim show it, so it can be read.
  const text = `pulumi-victoriametrics-${hash} ${project}/${stack} ${kind} ${name.join("::")}`;
  return Buffer.from(text.replace(/[^\x20-\x7e]/g, "?"))
    .subarray(0, maximum)
    .toString();
}

/** Pulumi's mocks know none. */
function organization(): string {
  try {
    return pulumi.getOrganization();
  } catch {
    return "";
  }
}

/** An object with the name under which it is applied, unless it brings its own. What the state has of an earlier version stays as it is. */
export function withFieldManager(
  manifest: Manifest,
  name: string,
): { readonly manifest: Manifest; readonly ignoreChanges: readonly string[] } {
  if (manifest.metadata.annotations?.[fieldManager] !== undefined) return { manifest, ignoreChanges: [] };
  return { manifest: withAnnotations(manifest, { [fieldManager]: name }), ignoreChanges: [`metadata.annotations["${fieldManager}"]`] };
}
