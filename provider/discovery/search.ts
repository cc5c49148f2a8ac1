import type { LabelSelector } from "../world/selectors";

/** The kind of objects that a job makes targets of. */
export type SearchRole = "endpoints" | "service" | "pod" | "ingress" | "node";

/** The objects of Kubernetes that an entry of a scrape object is about, as its fields say. */
export interface Search {
  readonly role: SearchRole;
  readonly selector: { readonly path: string; readonly selector: LabelSelector | undefined };
  /** Undefined for objects without a namespace. */
  readonly namespaces?: { readonly path: string; readonly any?: boolean; readonly matchNames?: readonly string[] };
  /** The only port that is scraped; undefined for all. */
  readonly port?: SearchedPort;
}

/** A port as an entry gives it. */
export interface SearchedPort {
  readonly path: string;
  /** Whether it is a port of Services or of pods. */
  readonly of: "service" | "pod";
  /** A name, or a number. Names are regular expressions in the end. */
  readonly value: string | number;
  /** The field that takes a pod's port by its number. */
  readonly numberField?: string;
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
