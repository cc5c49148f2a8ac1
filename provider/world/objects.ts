/** Metadata as manifests give it. */
export interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Time of creation, for manifests that come from a cluster. */
  readonly creationTimestamp?: string;
}

/** A custom resource of VictoriaMetrics, validated. */
export interface CustomResource<Spec = unknown> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly spec: Spec;
}

/** Any Kubernetes object as plain data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly creationTimestamp?: string;
  };
  readonly [field: string]: unknown;
}

/** Name of an annotation. With the value "true" it switches off all checks of the custom resource except those of its fields. */
const skipValidation = "operator.victoriametrics.com/skip-validation";

/** Whether a custom resource asks not to be checked. */
export const skipsChecks = ({ metadata }: CustomResource): boolean => metadata.annotations?.[skipValidation] === "true";

/** Group and version of the custom resources for metrics. */
export const v1beta1 = "operator.victoriametrics.com/v1beta1";

/** Group and version of those for logs and traces. */
export const v1 = "operator.victoriametrics.com/v1";

/** Group of the custom resources that only this package has. */
export const ownGroup = "teams.pulumi-victoriametrics";

/** `Kind/namespace/name`, the name of an object in issues and in the world. */
export function objectKey({ kind, metadata }: { kind: string; metadata: { name: string; namespace?: string } }): string {
  return `${kind}/${metadata.namespace ?? ""}/${metadata.name}`;
}

/** The API group of an API version; empty for the core one. */
export const groupOf = (apiVersion: string): string => (apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "");
