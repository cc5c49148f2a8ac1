import { type Conversions, convertObjects } from "./convert/convert-objects";
import { defaultsWith } from "./defaults";
import type { DefaultsInput } from "./generated/settings";
import { kindsTable } from "./kinds";
import { Values } from "./values/values";
import type { Manifest } from "./world/objects";
import { readManifests } from "./world/read";

export type { Conversions } from "./convert/convert-objects";

/**
 * Converts ServiceMonitor, PodMonitor, Probe, PrometheusRule, ScrapeConfig and AlertmanagerConfig objects into the custom resources of
 * VictoriaMetrics. Other objects are ignored. Fields without a counterpart are left out, each with a warning; the results are not checked further.
 * Names, labels and annotations are kept, except those that `defaults` excludes.
 */
export function convert(objects: readonly unknown[], defaults: DefaultsInput = {}): Conversions {
  const { manifests, issues: unreadable } = readManifests(objects);
  const { converted, issues } = convertObjects(manifests, kindsTable.sources, new Values(), defaultsWith(defaults));
  return { converted, issues: [...unreadable, ...issues] };
}

/** Whether an object belongs to the prometheus-operator and is converted, so that it needs no definition in the cluster. @internal */
export const isConvertible = ({ apiVersion, kind }: Pick<Manifest, "apiVersion" | "kind">): boolean =>
  apiVersion.startsWith("monitoring.coreos.com/") && kindsTable.sources.has(kind);
