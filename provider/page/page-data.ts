import type { GeneratedPart } from "../derived";
import type { Relation } from "../inspect/graph";

/** Everything that the page of relations shows; secrets are masked in it. */
export interface PageData {
  readonly objects: readonly PageObject[];
  readonly relations: readonly Relation[];
  readonly alertmanagers: readonly PageAlertmanager[];
}

/** A custom resource, or an object that scrape objects look for. */
export interface PageObject {
  /** `Kind/namespace/name`. */
  readonly key: string;
  /** Problems and warnings, the selectors that pass it by among them. */
  readonly marks: readonly PageMark[];
}

export interface PageMark {
  readonly severity: "error" | "warning";
  readonly text: string;
  /** The mark in a few words, where it has any: `without targets`. */
  readonly label?: string;
}

/** The configuration of a VMAlertmanager, by which the page follows an alert. */
export interface PageAlertmanager {
  readonly key: string;
  readonly isStrict: boolean;
  readonly parts: readonly GeneratedPart[];
}
