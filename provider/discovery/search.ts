import type { LabelSelector } from "../world/selectors";
import type { Requirement } from "./requirements";

/** The kind of objects that a job makes targets of. */
export type SearchRole = "endpoints" | "service" | "pod" | "ingress" | "node";

/** The objects of Kubernetes that an entry of a scrape object is about, as its fields say. */
export interface Search {
  readonly role: SearchRole;
  readonly selector: { readonly path: string; readonly selector: LabelSelector | undefined };
  /** Conditions on labels beside the selector. */
  readonly conditions?: readonly Requirement[];
  /** Undefined for objects without a namespace, and for those of all namespaces. */
  readonly namespaces?: SearchedNamespaces;
  /** The only port that is scraped; undefined for all. */
  readonly port?: SearchedPort;
  /** The remedy where pods have no Service. Default: `use a VMPodScrape`. */
  readonly podRemedy?: string;
}

/** Namespaces as an entry gives them: by a selector, or by names that are passed on unchanged. */
export type SearchedNamespaces = { readonly path: string } & (
  | { readonly any?: boolean; readonly matchNames?: readonly string[] }
  | GivenNamespaces
);

/** Namespaces that a scraper does not replace by others. */
interface GivenNamespaces {
  /** Empty for the namespace of the scraper. */
  readonly given: readonly string[];
  /** The field that has the names. */
  readonly field: string;
}

/** A port as an entry gives it. */
export interface SearchedPort {
  readonly path: string;
  /** Whether it is a port of Services or of pods. */
  readonly of: "service" | "pod";
  /** A name, or a number. Names are regular expressions in the end. */
  readonly value: string | number;
  /** The field that takes a pod's port, by its name or by its number. */
  readonly podField?: string;
}

/** A search as a scraper makes it. */
export interface Looking extends Search {
  /** The namespaces that are looked at; empty for all. */
  readonly inNamespaces: readonly string[];
  /** The reason why they are not those of the search. */
  readonly confinedBy?: string;
}

/** Why a search finds nothing, and the field where that can be mended. */
export interface Miss {
  readonly path: string;
  readonly message: string;
}
