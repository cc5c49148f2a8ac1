import { setTimeout as sleep } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import type { DerivedObject } from "../derived";
import { isAwaited, type LiveRollout, rolloutOf } from "../readiness/rollout";
import { RefusedError } from "../sources/api-server";
import type { Access } from "../sources/kubeconfig";
import { parseDuration } from "../text/duration";
import { unawaited } from "./annotations";
import { type ChildrenOptions, timeoutsOf } from "./child-options";
import { accessFrom } from "./cluster-access";
import { updateHook } from "./preview-hook";
import { find, type Sought, soughtOf, tellReasons, WrongClusterError } from "./unready-pods";

/** Milliseconds between two looks at a workload. */
const interval = 500;

/**
 * Waits after an update of a workload until its pods are updated and ready, so that what depends on it comes after them. The Kubernetes provider may
 * look at the status before the workload's controller has noticed the update, and takes the pods of before for the result then: always for a
 * StatefulSet, and at times for a Deployment in a busy cluster. Nothing is waited for where the cluster cannot be read.
 */
export function rolloutHook(object: DerivedObject, options: ChildrenOptions): pulumi.ResourceHook[] {
  const { kind } = object.manifest;
  if (!isAwaited(kind) || !options.canPatch || pulumi.runtime.isDryRun()) return [];
  const limit = limitOf(object, options);
  const wait = async ({ urn, newInputs, newOutputs }: pulumi.ResourceHookArgs): Promise<void> => {
    const sought = await soughtOf(kind, newInputs?.metadata, newOutputs?.metadata);
    if (Object.keys(unawaited).some((annotation) => sought.annotations[annotation] === "true")) return;
    const access = await accessFrom(options.parent).catch(() => undefined);
    if (!access || (await isUpdated(access, sought, Date.now() + limit, urn))) return;
    await tellReasons(sought, object, options, urn);
    throw new Error(`the pods of ${kind} ${sought.namespace}/${sought.name} were not updated and ready within ${limit / 1000} s`);
  };
  return updateHook(`${options.parentUrn}::${object.role}-rollout`, wait);
}

/** Milliseconds that an update may take: as long again as the Kubernetes provider would wait. */
function limitOf(object: DerivedObject, { options }: ChildrenOptions): number {
  const limit = timeoutsOf(object, options)?.update;
  return (limit !== undefined && parseDuration(limit)) || 600_000;
}

/** Whether the pods are updated and ready in time; also if that cannot be known. */
async function isUpdated(access: Access, sought: Sought, deadline: number, urn: string): Promise<boolean> {
  const resource = new pulumi.DependencyResource(urn);
  let told = "";
  while (Date.now() < deadline) {
    const live = await find(access, sought).catch((error: unknown) => (isFinal(error) ? "unknown" : undefined));
    if (live === "unknown") return true;
    const { isComplete, text } = live ? rolloutOf(sought.kind, live as LiveRollout) : { isComplete: false, text: told };
    if (isComplete) return true;
    if (text !== told) await pulumi.log.info(text, resource, undefined, true).catch(() => undefined);
    told = text;
    await sleep(interval);
  }
  return false;
}

/** Whether the answer will not change: it is another cluster, or the user may not read it. */
const isFinal = (error: unknown): boolean =>
  error instanceof WrongClusterError || (error instanceof RefusedError && [401, 403, 404].includes(error.status));
