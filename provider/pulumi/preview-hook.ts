import { AsyncResource } from "node:async_hooks";
import * as pulumi from "@pulumi/pulumi";

/** The part of the SDK's connection to the engine that knows hooks; that of Pulumi's mocks does not. */
interface Monitor {
  readonly registerResourceHook?: unknown;
}

/** A hook that previews call too; none where nobody would call it. The name is the program's, so it begins with the URN of the parent. */
export function previewHook(name: string, tell: pulumi.ResourceHookFunction): pulumi.ResourceHook[] {
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  if (typeof monitor?.registerResourceHook !== "function") return [];
  // The engine calls back from outside the program, whose log is found by the asynchronous context.
  return [new pulumi.ResourceHook(name, AsyncResource.bind(tell), { onDryRun: true })];
}
