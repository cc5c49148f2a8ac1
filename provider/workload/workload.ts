import type { ApplicationDefaults, ApplicationName, Defaults } from "../defaults";
import type { CustomResource, Manifest } from "../world/objects";
import type { baseFields } from "./base-fields";
import { isFilled, type Labels, prefixedName, selectorLabels } from "./labels";
import type { License } from "./license-fields";
import type { PlainFields } from "./plain";
import type { resourceFields } from "./resource-fields";

/** The fields that pods are made from. */
export type BaseSpec = PlainFields<typeof baseFields>;

/** The fields that say how a resource's objects are called and labelled. */
export type ResourceSpec = PlainFields<typeof resourceFields>;

/** How derived objects are called and labelled. */
export interface Identity {
  /** Name of the derived objects. */
  readonly name: string;
  readonly namespace: string;
  /** Labels of the derived objects. */
  readonly labels: Labels;
  /** Annotations of the derived objects. */
  readonly annotations?: Labels;
}

/** An application with pods of its own: what the builders of this folder need to know of it. */
export interface Workload<Spec extends BaseSpec = BaseSpec> extends Identity {
  /** By which name `defaults` knows it; also the name of its main container. */
  readonly application: ApplicationName;
  readonly defaults: ApplicationDefaults;
  readonly spec: Spec;
  /** Path of the spec in its custom resource: `spec`, or that of a part such as `spec.vmstorage`. */
  readonly path: string;
  readonly license?: License;
  /** Given by the user, or the name of the one that is derived. */
  readonly serviceAccountName: string;
  readonly selectorLabels: Labels;
}

/** The workload of a kind that has just one. */
export function workloadOf<Spec extends BaseSpec & ResourceSpec & { readonly license?: License }>(
  resource: CustomResource<Spec>,
  application: ApplicationName,
  defaults: Defaults,
): Workload<Spec> {
  const { kind, metadata, spec } = resource;
  const name = prefixedName(resource);
  const selector = selectorLabels(kind.toLowerCase(), metadata.name);
  return {
    application,
    defaults: defaults[application],
    name,
    namespace: metadata.namespace,
    spec,
    path: "spec",
    license: spec.license,
    serviceAccountName: spec.serviceAccountName || name,
    selectorLabels: selector,
    labels: { ...spec.managedMetadata?.labels, ...selector },
    annotations: spec.managedMetadata?.annotations,
  };
}

/** Metadata of a derived object. */
export function metadataOf({ name, namespace, labels, annotations }: Identity): Manifest["metadata"] {
  return { name, namespace, labels, ...(isFilled(annotations) && { annotations }) };
}
