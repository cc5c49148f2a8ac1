import type { Defaults } from "../defaults";
import type { CustomResource } from "../world/objects";
import type { Conversion } from "./conversion";

/** A kind of the prometheus-operator. */
export interface SourceKind {
  readonly kind: string;
  /** The only version that is read. */
  readonly apiVersion: string;
  /** The switch of `enabledPrometheusConverter`. */
  readonly setting: keyof Defaults["enabledPrometheusConverter"];
  readonly spec: Conversion;
}

/** The kinds of the prometheus-operator that are converted, each with its result. The other kinds have no meaning for VictoriaMetrics. */
export type Sources = ReadonlyMap<string, { readonly source: SourceKind; readonly result: Pick<CustomResource, "kind" | "apiVersion"> }>;
