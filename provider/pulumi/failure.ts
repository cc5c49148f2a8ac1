import * as pulumi from "@pulumi/pulumi";
import type { Outcome } from "./outcome";

/** Whether somebody else tells the engine of failed components. */
let isAnswered = false;

/**
 * Leaves it to the caller to tell the engine of failed components, for the rest of the process: in a plugin a rejection that nobody handles would
 * fail everything else that is under way in it.
 */
export function answerFailures(): void {
  isAnswered = true;
}

/** In a program a failed component is one rejection, without a stack trace: the run ends with its message. */
export function reportFailure(result: Promise<Outcome<unknown>>): void {
  if (isAnswered) return;
  void result.then((outcome) => {
    if (outcome.state !== "failed") return;
    withholdSuccess();
    throw outcome.error;
  });
}

/** The part of the SDK's connection to the engine that tells it of the program's success. */
interface Monitor {
  signalAndWaitForShutdown?: (request: unknown, answer: (error: null, response: unknown) => void) => void;
}

/**
 * A program that the Automation API runs in its own process says that it has succeeded before it looks for rejections, and the engine then deletes
 * whatever was not registered: all that a failed component consists of. So a program with a failed component never says it.
 */
function withholdSuccess(): void {
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  if (monitor) monitor.signalAndWaitForShutdown = (_, answer) => answer(null, undefined);
}

/** What becomes of an output of a failed component. Its users add nothing to the error that is reported anyway. */
export function outputOfFailed(error: Error): unknown {
  // The engine must not hear of outputs once it was told of the failure.
  if (isAnswered) return new Promise(() => undefined);
  if (!pulumi.runtime.isDryRun()) throw error;
  return pulumi.unknown;
}
