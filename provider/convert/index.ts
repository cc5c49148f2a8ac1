import { defaultsWith } from "../defaults";
import type { DefaultsInput } from "../generated/settings";
import { Values } from "../values/values";
import { readManifests } from "../world/read";
import { type Conversions, convertObjects } from "./convert";

export type { Conversions } from "./convert";

/**
 * Converts ServiceMonitor, PodMonitor, Probe, PrometheusRule, ScrapeConfig and AlertmanagerConfig objects into the custom resources of
 * VictoriaMetrics. Other objects are passed over. Fields without a counterpart are left out, each with a warning; the results are not checked
 * beyond that. Names, labels and annotations are kept, but for those that `defaults` leaves out.
 */
export function convert(objects: readonly unknown[], defaults: DefaultsInput = {}): Conversions {
  const { manifests, issues: unreadable } = readManifests(objects);
  const { converted, issues } = convertObjects(manifests, new Values(), defaultsWith(defaults));
  return { converted, issues: [...unreadable, ...issues] };
}
