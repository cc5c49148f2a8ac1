import * as pulumi from "@pulumi/pulumi";
import { readableFile } from "../config/readable";
import type { Tree } from "../text/tree";
import type { Values } from "../values/values";
import type { Manifest } from "../world/objects";

/**
 * The custom resources of one kind in a group for which nothing is created, such as scrape objects and rules, as readers see them: one text, secrets
 * as `[secret]`. A component for each of them would take two writes of the whole state, and one for all kinds would show those without a change.
 */
export class HeldResources extends pulumi.ComponentResource {
  constructor(name: string, readable: string, options: pulumi.ComponentResourceOptions) {
    super("victoriametrics:index:HeldResources", name, { readable }, options);
  }

  /** It has no outputs, and to say so would be another write of the state. */
  protected override registerOutputs(): void {}
}

/** Custom resources of one kind in lines, one for each value. */
export function heldText(resources: readonly Manifest[], owner: string, values: Values): string {
  const parts = resources.map(({ kind, metadata: { name, namespace, ...others }, spec }) => ({
    section: kind,
    name: `${namespace}/${name}`,
    tree: { ...(Object.keys(others).length > 0 && { metadata: others }), spec } as unknown as Tree,
  }));
  return readableFile({ text: "", parts }, owner, values);
}
