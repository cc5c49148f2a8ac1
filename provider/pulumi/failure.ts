import * as pulumi from "@pulumi/pulumi";
import type { Outcome } from "./outcome";
import { isPlugin } from "./plugin-process";

/**
 * In a program a failed component is one rejection, without a stack trace: the run ends with its message. A plugin reports failures itself, since a
 * rejection would fail all other pending work.
 */
export function reportFailure(result: Promise<Outcome<unknown>>): void {
  if (isPlugin()) return;
  void result.then((outcome) => {
    if (outcome.state !== "failed") return;
    withholdSuccess();
    throw outcome.error;
  });
}

/** The part of the SDK's connection to the engine that reports the program's success. */
interface Monitor {
  signalAndWaitForShutdown?: (request: unknown, answer: (error: null, response: unknown) => void) => void;
}

/**
 * A program that the Automation API runs in its own process reports success before it checks for rejections, and the engine then deletes all
 * unregistered resources: those of a failed component. So a program with a failed component never reports success.
 */
function withholdSuccess(): void {
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  if (monitor) monitor.signalAndWaitForShutdown = (_, answer) => answer(null, undefined);
}

/** The output of a failed component. Its users add nothing to the reported error. */
export function outputOfFailed(error: Error): unknown {
  // The engine must not hear of outputs once it was told of the failure.
  if (isPlugin()) return new Promise(() => undefined);
  if (!pulumi.runtime.isDryRun()) throw error;
  return pulumi.unknown;
}
