import type { Defaults } from "../defaults";
import type { Conversion } from "./conversion";

/** A kind of the prometheus-operator. */
export interface SourceKind {
  /** The only version that is read. */
  readonly apiVersion: string;
  /** The kind of the result. */
  readonly result: string;
  /** The switch of `enabledPrometheusConverter`. */
  readonly setting: keyof Defaults["enabledPrometheusConverter"];
  readonly spec: Conversion;
}
