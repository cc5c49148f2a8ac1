import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";
import type { DerivedObject } from "../derived";
import type { ChildrenOptions } from "./child-options";
import { soughtOf, tellReasons } from "./unready-pods";

/** The Kubernetes provider says so of an object that exists, and whose pods it has waited for in vain. */
const waitedInVain = /failed to fully initialize or become live/;

/**
 * Says why the pods of a workload did not become ready, beside the Kubernetes provider's own error: that names no reason for pods that no node takes
 * or whose volumes cannot be mounted, and no remedy at all. Older engines have no hooks for errors, and previews no pods.
 */
export function readinessHook(object: DerivedObject, options: ChildrenOptions): pulumi.ErrorHook[] {
  if (!object.podFields || pulumi.runtime.isDryRun() || !hasErrorHooks()) return [];
  const tell = async ({ urn, errors, newInputs, oldOutputs }: pulumi.ErrorHookArgs): Promise<boolean> => {
    if (waitedInVain.test(errors[0] ?? "")) {
      const sought = await soughtOf(object.manifest.kind, newInputs?.metadata, oldOutputs?.metadata);
      await tellReasons(sought, object, options, urn);
    }
    return false; // no other try: it would wait as long again
  };
  return [new pulumi.ErrorHook(`${options.parentUrn}::${object.role}-readiness`, AsyncResource.bind(tell))];
}

/** The SDK's knowledge of the engine, which its types leave out; older SDKs have no such field. */
const { getStore } = state as unknown as { getStore(): { readonly supportsErrorHooks?: boolean } };

/** The part of the SDK's connection to the engine with hooks for errors; Pulumi's mocks lack it. */
interface Monitor {
  readonly registerErrorHook?: unknown;
}

function hasErrorHooks(): boolean {
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  return typeof monitor?.registerErrorHook === "function" && getStore().supportsErrorHooks === true;
}
