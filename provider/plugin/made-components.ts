import * as pulumi from "@pulumi/pulumi";
import { perRun } from "../pulumi/per-run";
import { version } from "../version";
import { constructibleOf } from "./constructible";

/** The components that this process has made in a run, by URN. */
const made = perRun(() => new Map<string, pulumi.ComponentResource>());

/** Lets references in the arguments of later components lead to a component. */
export const remember = (urn: string, component: pulumi.ComponentResource): void => void made().set(urn, component);

/**
 * Lets components in arguments arrive as components; otherwise only their URNs would. Those of this process are the same objects, so that nothing is
 * asked of the engine. The others have the outputs that are in the state.
 */
export function registerReferences(): void {
  pulumi.runtime.registerResourceModule("victoriametrics", "index", {
    version,
    construct: (name: string, type: string, urn: string) =>
      made().get(urn) ?? new (constructibleOf(type).create)(name, undefined as never, { urn }),
  });
}
