import * as pulumi from "@pulumi/pulumi";
import { perRun } from "./per-run";

/** Whether programs read outputs of components back from the state. */
let areRead = false;

/**
 * Has all components record their outputs, for the rest of the process. A program of a plugin refers to components by what the state has of them;
 * one that makes them itself has them at hand.
 */
export function recordOutputs(): void {
  areRead = true;
}

/** Whether a component records its outputs, each time a write of the whole state. Those with children do, since their outputs tell what became of them. */
export const recordsOutputs = (hasChildren: boolean): boolean => areRead || hasChildren;

/** Work that a run does not end before. */
const pending = perRun(() => ({ count: 0, end: (): void => undefined }));

/** Keeps the program from ending before something that it waits for, as the registration of outputs would. */
export function waitFor(something: Promise<unknown>): void {
  const work = pending();
  if (work.count === 0) work.end = pulumi.runtime.rpcKeepAlive();
  work.count += 1;
  const done = (): void => {
    work.count -= 1;
    if (work.count === 0) work.end();
  };
  void something.then(done, done);
}
