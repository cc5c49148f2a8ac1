import * as pulumi from "@pulumi/pulumi";
import { perRun } from "./per-run";
import { isPlugin } from "./plugin-process";

/** Work that a run does not end before. */
const pending = perRun(() => ({ count: 0, end: (): void => undefined }));

/** Keeps the program from ending before something that it waits for, as the registration of outputs would. A plugin waits for each component itself. */
export function waitFor(something: Promise<unknown>): void {
  if (isPlugin()) return;
  const work = pending();
  if (work.count === 0) work.end = pulumi.runtime.rpcKeepAlive();
  work.count += 1;
  const done = (): void => {
    work.count -= 1;
    if (work.count === 0) work.end();
  };
  void something.then(done, done);
}
