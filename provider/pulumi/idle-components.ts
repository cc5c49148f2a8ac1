import * as pulumi from "@pulumi/pulumi";
import { selectorKinds } from "../inspect/choices";
import type { Unselectable } from "../inspect/unselected";
import { kindsTable } from "../kinds";
import type { Kind } from "../kinds/kind";
import { warnOfEach } from "./component-messages";
import { perRun } from "./per-run";
import { isPlugin } from "./plugin-process";

/** The components of a run of which something takes effect only where others select it, with warnings for the end if no `selectFrom` has had them. */
type Idle = Map<pulumi.Resource, readonly string[]>;

interface Monitor {
  signalAndWaitForShutdown?: (request: unknown, answer: unknown) => unknown;
}

/** Expects that the component of a selectable custom resource comes into a `selectFrom` before the program ends. */
export function expectSelection(component: pulumi.Resource, { kind, derive }: Kind): void {
  const selectors = selectorKinds(kind, kindsTable);
  if (derive !== undefined || !selectors) return;
  const message = `is in no selectFrom, so that it has no effect: add it to the selectFrom of a ${selectors.join(" or ")}`;
  expectReading(component, [message]);
}

/** Expects the same of a group with objects that none of its own workloads could select. */
export function expectSelectionOf(objects: readonly Unselectable[], group: pulumi.Resource): void {
  const messages = objects.map(({ kind, objects: { length, 0: first }, selectors }) => {
    const which =
      length === 1 ? `${kind} ${first?.metadata.namespace}/${first?.metadata.name} has` : `${length.toLocaleString("en")} ${kind}s have`;
    return `its ${which} no effect: add the group to the selectFrom of a ${selectors.join(" or ")}, or one of these to the group`;
  });
  if (messages.length > 0) expectReading(group, messages);
}

/** A plugin does not see the end of programs, and expects nothing. */
function expectReading(component: pulumi.Resource, warnings: readonly string[]): void {
  if (!isPlugin()) idleComponents().set(component, warnings);
}

/** The components that a `selectFrom` or another program has had. */
const read = new WeakSet<pulumi.Resource>();

/** Knows that a component is read: by the owner of a `selectFrom`, or for another program. */
export const noteReading = (component: pulumi.Resource): void => void read.add(component);

/** The components of a run, for the warnings when the program has made all of its resources, which is when it reports its end to the engine. */
const idleComponents = perRun((): Idle => {
  const idle: Idle = new Map();
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  const report = monitor?.signalAndWaitForShutdown?.bind(monitor);
  if (!monitor || !report) return idle;
  monitor.signalAndWaitForShutdown = (request, answer) => {
    const unread = [...idle].filter(([component]) => !read.has(component));
    const warnings = unread.flatMap(([resource, texts]) => texts.map((text) => ({ text, resource })));
    void warnOfEach("components", warnings).then(() => report(request, answer));
  };
  return idle;
});
