import type { Labels } from "./meta-labels";
import type { QuerySelector } from "./query-selectors";

/** An item of `kubernetes_sd_configs`. */
export interface KubernetesDiscovery {
  readonly role: string;
  readonly namespaces?: { readonly own_namespace?: boolean; readonly names?: readonly string[] };
  readonly selectors?: readonly QuerySelector[];
  readonly attach_metadata?: { readonly node?: boolean; readonly namespace?: boolean };
}

/** A relabeling rule as the configuration has it. */
export type Rule = Readonly<Record<string, unknown>>;

/** A scrape job as the configuration has it, as far as it is about targets. */
export interface ScrapeJob {
  readonly job_name?: string;
  readonly scheme?: string;
  readonly metrics_path?: string;
  readonly scrape_interval?: string;
  readonly scrape_timeout?: string;
  readonly params?: Readonly<Record<string, readonly string[]>>;
  readonly relabel_configs?: readonly Rule[];
  readonly kubernetes_sd_configs?: readonly KubernetesDiscovery[];
  readonly static_configs?: readonly { readonly targets?: readonly string[]; readonly labels?: Readonly<Labels> }[];
  readonly [key: string]: unknown;
}

/** The section `global`, as far as it is about targets. */
export interface GlobalSettings {
  readonly scrape_interval?: string;
  readonly scrape_timeout?: string;
  readonly relabel_configs?: readonly Rule[];
}

/** A target that is scraped. */
export interface Target {
  /** The object that it comes from, as `Kind/namespace/name`; undefined for a given address. */
  readonly object?: string;
  /** Whether the object is a pod that does not run yet, or endpoints of such pods. */
  readonly isPredicted?: boolean;
  readonly url: string;
  readonly labels: Readonly<Labels>;
  readonly discovered: Readonly<Labels>;
}

/** A target that is not scraped. */
export interface Dropped {
  readonly object?: string;
  readonly isPredicted?: boolean;
  readonly address: string;
  readonly discovered: Readonly<Labels>;
  /** The rule that drops it, where it is one. */
  readonly rule?: Rule;
  readonly reason: string;
}

/** The targets of a job. */
export interface JobTargets {
  readonly job: string;
  readonly targets: readonly Target[];
  /** Dropped targets, of a long list only some for each of the first rules. */
  readonly dropped: readonly Dropped[];
  readonly droppedCount: number;
  /** Discoveries whose targets only a running scraper knows. */
  readonly atRunTime: readonly string[];
  /** Why the scraper leaves out the job as a whole. */
  readonly problem?: string;
}

/** Where a target comes from, and its labels before those of the job. */
export interface Candidate {
  readonly place: { readonly object?: string; readonly isPredicted?: boolean };
  readonly labels: Readonly<Labels>;
}
