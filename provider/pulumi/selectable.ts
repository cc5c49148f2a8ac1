import type * as pulumi from "@pulumi/pulumi";
import type { ComponentBase } from "./component-base";
import type { GroupBase } from "./group-base";

/**
 * An entry of `selectFrom`: a component or a group of this package, a resource of the Kubernetes package, a plain manifest, the outputs `manifest` and
 * `secrets` of a component, or a list of such entries.
 */
export type Selectable = ComponentBase | GroupBase | SelectableResource | SelectableManifest | SelectableOutputs | SelectableList;

/** A list of entries, in which lists may lie again. */
interface SelectableList extends ReadonlyArray<pulumi.Input<Selectable>> {}

/** A Kubernetes resource, such as a Secret, or a custom resource of the prometheus-operator. */
interface SelectableResource {
  readonly urn: pulumi.OutputInstance<pulumi.URN>;
  readonly apiVersion: pulumi.OutputInstance<string | undefined>;
  readonly kind: pulumi.OutputInstance<string | undefined>;
  readonly metadata: pulumi.OutputInstance<object | undefined>;
}

/** A plain manifest: a custom resource, a Secret, a ConfigMap, a Namespace. Outputs may lie in it. */
interface SelectableManifest {
  readonly apiVersion: pulumi.Input<string>;
  readonly kind: pulumi.Input<string>;
  readonly metadata: pulumi.Input<SelectableMetadata>;
  readonly [field: string]: unknown;
}

/** The identity of an object, and its labels for selectors. */
interface SelectableMetadata {
  readonly name: pulumi.Input<string>;
  readonly namespace?: pulumi.Input<string>;
  readonly labels?: pulumi.Input<{ readonly [label: string]: pulumi.Input<string> }>;
  readonly [field: string]: unknown;
}

/** The outputs of a component, of another stack, say. */
interface SelectableOutputs {
  readonly manifest: pulumi.Input<SelectableManifest>;
  readonly secrets?: pulumi.Input<{ readonly [marker: string]: pulumi.Input<string> }>;
  readonly selfScrapes?: pulumi.Input<readonly pulumi.Input<SelectableManifest>[]>;
}
