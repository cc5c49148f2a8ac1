import * as pulumi from "@pulumi/pulumi";
import { readableFile } from "../config/readable";
import type { Tree } from "../text/tree";
import type { Values } from "../values/values";
import type { Manifest } from "../world/objects";

/**
 * The custom resources of a group for which nothing is created, such as scrape objects and rules, as readers see them: one property per kind, secrets
 * as `[secret]`. A component for each of them would take two writes of the whole state.
 */
export class HeldResources extends pulumi.ComponentResource {
  constructor(name: string, inputs: Readonly<Record<string, string>>, options: pulumi.ComponentResourceOptions) {
    super("victoriametrics:index:HeldResources", name, inputs, options);
  }

  /** It has no outputs, and to say so would be another write of the state. */
  protected override registerOutputs(): void {}
}

/** Custom resources in lines, one for each value, by their kind. */
export function heldTexts(resources: readonly Manifest[], owner: string, values: Values): Record<string, string> {
  const kinds = [...new Set(resources.map(({ kind }) => kind))].sort();
  const partsOf = (kind: string) =>
    resources
      .filter((resource) => resource.kind === kind)
      .map(({ metadata: { name, namespace, ...others }, spec }) => ({
        section: kind,
        name: `${namespace}/${name}`,
        tree: { ...(Object.keys(others).length > 0 && { metadata: others }), spec } as unknown as Tree,
      }));
  return Object.fromEntries(kinds.map((kind) => [kind, readableFile({ text: "", parts: partsOf(kind) }, owner, values)]));
}
