import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";

/** The part of the SDK's connection to the engine with hooks; Pulumi's mocks lack it. */
interface Monitor {
  readonly registerResourceHook?: unknown;
}

/**
 * A hook that previews call too; undefined if the engine has no hooks. Names are shared by the whole program, so this one begins with the URN of the
 * parent.
 */
export function previewHook(name: string, tell: pulumi.ResourceHookFunction): pulumi.ResourceHook[] {
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  if (typeof monitor?.registerResourceHook !== "function") return [];
  // The engine calls back from outside the program; the asynchronous context leads to the program's log.
  return [new pulumi.ResourceHook(name, AsyncResource.bind(tell), { onDryRun: true })];
}
