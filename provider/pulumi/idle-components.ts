import * as pulumi from "@pulumi/pulumi";
import { selectorKinds } from "../inspect/choices";
import { kindsTable } from "../kinds";
import type { Kind } from "../kinds/kind";
import { recordsOutputs } from "./recorded-outputs";

/** The components of a run that take effect only where others select them, and that no `selectFrom` has had yet. */
type Idle = Map<pulumi.Resource, Kind>;

interface Monitor {
  signalAndWaitForShutdown?: (request: unknown, answer: unknown) => unknown;
}

/** By the connection to the engine, of which each run has its own. */
const byMonitor = new WeakMap<object, Idle>();

/** Expects that a component comes into a `selectFrom` before the program ends. A plugin does not see the end of programs, and expects nothing. */
export function expectSelection(component: pulumi.Resource, kind: Kind): void {
  const monitor = pulumi.runtime.getMonitor() as Monitor | undefined;
  const isOfPlugin = recordsOutputs(false);
  if (!monitor?.signalAndWaitForShutdown || isOfPlugin || kind.derive !== undefined || !selectorKinds(kind.kind, kindsTable)) return;
  const idle = byMonitor.get(monitor) ?? watchEnd(monitor);
  idle.set(component, kind);
}

/** Knows that the manifest of a component is read: by the owner of a `selectFrom`, or for another program. */
export function noteReading(component: pulumi.Resource): void {
  const monitor = pulumi.runtime.getMonitor();
  if (monitor) byMonitor.get(monitor)?.delete(component);
}

/** Warns when the program has made all of its resources, which is when it reports its end to the engine. */
function watchEnd(monitor: Monitor): Idle {
  const idle: Idle = new Map();
  byMonitor.set(monitor, idle);
  const report = monitor.signalAndWaitForShutdown?.bind(monitor);
  monitor.signalAndWaitForShutdown = (request, answer) => {
    const warnings = [...idle].map(([component, kind]) => pulumi.log.warn(messageOf(kind), component));
    void Promise.allSettled(warnings).then(() => report?.(request, answer));
  };
  return idle;
}

const messageOf = ({ kind }: Kind): string =>
  `is in no selectFrom, so that it has no effect: add it to the selectFrom of a ${(selectorKinds(kind, kindsTable) ?? []).join(" or ")}`;
