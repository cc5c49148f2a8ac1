import { filled, type Keys, switchedOn, written } from "../config/keys";
import type { Tree } from "../text/tree";
import type { LabelSelector } from "../world/selectors";
import type { AttachMetadata } from "./scrape-types";
import type { Scraping } from "./scraping";
import { selectorText } from "./selector-rules";

/** What Kubernetes is asked for. */
export interface Discovery {
  readonly role: string;
  readonly attachMetadata?: AttachMetadata;
  /** Empty for all namespaces, or where what is looked for lies in none. */
  readonly namespaces: readonly string[];
  readonly selectors?: readonly Tree[];
}

const podRoles = ["pod", "endpoints", "endpointslice", "endpointslices"];
const namespacedRoles = [...podRoles, "service", "ingress"];

const metadataKeys: Keys<[metadata: AttachMetadata, role: string]> = {
  node: ({ node }, role) => (podRoles.includes(role) ? switchedOn(node) : undefined),
  namespace: ({ namespace }, role) => (namespacedRoles.includes(role) ? switchedOn(namespace) : undefined),
};

/** What is attached to targets of a role, as far as they can have it; undefined if that is nothing. */
export const attachedTo = (role: string, metadata: AttachMetadata = {}): Tree => filled(written(metadataKeys, metadata, role));

/** An item of `kubernetes_sd_configs`. */
export function kubernetesDiscovery({ role, attachMetadata, namespaces, selectors }: Discovery, scraping: Scraping<unknown>): Tree {
  return {
    role,
    attach_metadata: attachedTo(role, attachMetadata),
    namespaces: filled(namespaces) && { names: namespaces },
    ...scraping.apiServer(),
    selectors: filled(selectors),
  };
}

/** Whether the scraper may not look beyond some namespaces: where it has an account of its own, that account's permissions end there. */
export function isConfined({ spec, context }: Scraping<unknown>): boolean {
  return context.defaults.watchNamespaces.length > 0 && !spec.serviceAccountName;
}

/** Which namespaces targets are looked for in, by the object's selector if whoever scrapes honours it; empty for all. */
export function targetNamespaces(
  { any = false, matchNames = [] }: { any?: boolean; matchNames?: readonly string[] } = {},
  scraping: Scraping<unknown>,
): readonly string[] {
  const own = [scraping.object.metadata.namespace];
  if (scraping.spec.ignoreNamespaceSelectors || isConfined(scraping)) return own;
  if (any) return [];
  return matchNames.length > 0 ? matchNames : own;
}

/** What the API server is asked to choose by an object's selector, where it is it that chooses. */
export function apiSelectors(selector: LabelSelector, role: string, { spec }: Scraping<unknown>): readonly Tree[] {
  const label = spec.enableKubernetesAPISelectors ? selectorText(selector) : undefined;
  if (label === undefined) return [];
  const others = role.startsWith("endpoint") ? ["pod", "service"] : [];
  return [role, ...others].map((name) => ({ role: name, label }));
}
