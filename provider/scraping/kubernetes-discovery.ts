import { filled, type Keys, switchedOn, written } from "../config/keys";
import type { Tree } from "../text/tree";
import { type LabelSelector, selectorText } from "../world/selectors";
import type { AttachMetadata } from "./scrape-types";
import type { Scraping } from "./scraping";

/** A discovery request to Kubernetes. */
export interface Discovery {
  readonly role: string;
  readonly attachMetadata?: AttachMetadata;
  /** Empty for all namespaces, and for objects without namespace. */
  readonly namespaces: readonly string[];
  readonly selectors?: readonly Tree[];
}

const podRoles = ["pod", "endpoints", "endpointslice", "endpointslices"];
const namespacedRoles = [...podRoles, "service", "ingress"];

const metadataKeys: Keys<[metadata: AttachMetadata, role: string]> = {
  node: ({ node }, role) => (podRoles.includes(role) ? switchedOn(node) : undefined),
  namespace: ({ namespace }, role) => (namespacedRoles.includes(role) ? switchedOn(namespace) : undefined),
};

/** The metadata attached to targets of a role, as far as the role allows; undefined if empty. */
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

/** Whether the scraper is confined to some namespaces; the permissions of a derived account end there. */
export function isConfined({ spec, context }: Pick<Scraping<unknown>, "spec" | "context">): boolean {
  return context.defaults.watchNamespaces.length > 0 && !spec.serviceAccountName;
}

/** The namespaces for discovery, by the object's selector unless the scraper ignores it; empty for all. */
export function targetNamespaces(
  { any = false, matchNames = [] }: { any?: boolean; matchNames?: readonly string[] } = {},
  scraping: Pick<Scraping<unknown>, "object" | "spec" | "context">,
): readonly string[] {
  const own = [scraping.object.metadata.namespace];
  if (scraping.spec.ignoreNamespaceSelectors || isConfined(scraping)) return own;
  if (any) return [];
  return matchNames.length > 0 ? matchNames : own;
}

/** The selectors in requests to the API server, if the API server does the selection. */
export function apiSelectors(selector: LabelSelector, role: string, { spec }: Scraping<unknown>): readonly Tree[] {
  const label = spec.enableKubernetesAPISelectors ? selectorText(selector) : undefined;
  if (label === undefined) return [];
  const others = role.startsWith("endpoint") ? ["pod", "service"] : [];
  return [role, ...others].map((name) => ({ role: name, label }));
}
