import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";

/** The part of the SDK's connection to the engine with hooks; Pulumi's mocks lack it. */
interface Monitor {
  readonly registerResourceHook?: unknown;
}

/** A hook that previews call too; none if the engine has no hooks. */
export const previewHook = (name: string, tell: pulumi.ResourceHookFunction): pulumi.ResourceHook[] => hook(name, tell, { onDryRun: true });

/** A hook that only updates call. */
export const updateHook = (name: string, act: pulumi.ResourceHookFunction): pulumi.ResourceHook[] => hook(name, act, { onDryRun: false });

/** Names are shared by the whole program, so they begin with the URN of the parent. */
function hook(name: string, act: pulumi.ResourceHookFunction, options: pulumi.ResourceHookOptions): pulumi.ResourceHook[] {
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  if (typeof monitor?.registerResourceHook !== "function") return [];
  // The engine calls back from outside the program; the asynchronous context leads to the program's log.
  return [new pulumi.ResourceHook(name, AsyncResource.bind(act), options)];
}
