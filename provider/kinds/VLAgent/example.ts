import type { VLAgentSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VLAgentSpec = {
  k8sCollector: { enabled: true },
  remoteWrite: [{ url: "http://vlsingle-main:9428/insert/native" }],
};
