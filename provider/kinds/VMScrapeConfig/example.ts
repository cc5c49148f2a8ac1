import type { VMScrapeConfigSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMScrapeConfigSpec = {
  kubernetesSDConfigs: [{ role: "pod", namespaces: { names: ["shop"] } }],
  relabelConfigs: [{ action: "keep", sourceLabels: ["__meta_kubernetes_pod_label_app"], regex: "shop" }],
};
