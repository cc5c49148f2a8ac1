import type { Defaults } from "../defaults";
import type { DerivedObject } from "../derived";
import type { CustomResource } from "../world/objects";

export type Labels = Readonly<Record<string, string>>;

/** The name of derived objects: the kind in lower case, a dash and the resource's name; with `useLegacyNaming` the resource's name alone. */
export function prefixedName({ kind, metadata, spec }: CustomResource<{ readonly useLegacyNaming?: boolean }>): string {
  return spec.useLegacyNaming ? metadata.name : `${kind.toLowerCase()}-${metadata.name}`;
}

/** The labels by which derived objects find the pods of a component. */
export function selectorLabels(application: string, instance: string): Labels {
  return {
    "app.kubernetes.io/name": application,
    "app.kubernetes.io/instance": instance,
    "app.kubernetes.io/component": "monitoring",
    "managed-by": "vm-operator",
  };
}

/** Whether a map has entries. */
export const isFilled = <Map extends object>(map: Map | undefined): map is Map => map !== undefined && Object.keys(map).length > 0;

/** The objects with the labels and annotations of `defaults` on every object and pod; all other labels and annotations win over them. */
export function withCommonMetadata(objects: readonly DerivedObject[], defaults: Defaults): DerivedObject[] {
  return objects.map((object) => ({ ...object, manifest: withCommonLabels(object.manifest, defaults) }));
}

/** The same for a single manifest or custom resource. */
export function withCommonLabels<Data extends { readonly metadata: Metadata; readonly spec?: unknown }>(
  manifest: Data,
  defaults: Defaults,
): Data {
  const common = { labels: defaults.commonLabels, annotations: defaults.commonAnnotations };
  if (!isFilled(common.labels) && !isFilled(common.annotations)) return manifest;
  const { template } = (manifest.spec ?? {}) as { readonly template?: { readonly metadata?: Metadata } };
  const pods = template?.metadata && { ...template, metadata: merged(common, template.metadata) };
  const spec = pods ? { spec: { ...(manifest.spec as object), template: pods } } : {};
  return { ...manifest, metadata: merged(common, manifest.metadata), ...spec };
}

type Metadata = { readonly labels?: Labels; readonly annotations?: Labels };

function merged<Data extends Metadata>(common: Metadata, metadata: Data): Data {
  const labels = { ...common.labels, ...metadata.labels };
  const annotations = { ...common.annotations, ...metadata.annotations };
  return { ...metadata, ...(isFilled(labels) && { labels }), ...(isFilled(annotations) && { annotations }) };
}
