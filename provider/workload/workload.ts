import type { ApplicationDefaults, ApplicationName, Defaults } from "../defaults";
import type { CustomResource, Manifest } from "../world/objects";
import type { baseFields } from "./base-fields";
import { isFilled, type Labels, prefixedName, selectorLabels } from "./labels";
import type { License } from "./license-fields";
import type { PlainFields } from "./plain";
import type { resourceFields } from "./resource-fields";

/** The fields for pods. */
export type BaseSpec = PlainFields<typeof baseFields>;

/** The fields for names and labels of a resource's objects. */
export type ResourceSpec = PlainFields<typeof resourceFields>;

/** Names and labels of derived objects. */
export interface Identity {
  /** Name of the derived objects. */
  readonly name: string;
  readonly namespace: string;
  /** Labels of the derived objects. */
  readonly labels: Labels;
  /** Annotations of the derived objects. */
  readonly annotations?: Labels;
}

/** An application with pods of its own, as the builders of this folder see it. */
export interface Workload<Spec extends BaseSpec = BaseSpec> extends Identity {
  /** Its name in `defaults`; also the name of its main container. */
  readonly application: ApplicationName;
  readonly defaults: ApplicationDefaults;
  readonly spec: Spec;
  /** Path of the spec in its custom resource: `spec`, or that of a part such as `spec.vmstorage`. */
  readonly path: string;
  readonly license?: License;
  /** The user's account, or the name of the derived one. */
  readonly serviceAccountName: string;
  /** Its pods never pause before they stop. */
  readonly stopsAtOnce?: true;
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
