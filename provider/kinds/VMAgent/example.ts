import type { VMAgentSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMAgentSpec = {
  selectAllByDefault: true,
  remoteWrite: [{ url: "http://vmsingle-main:8428/api/v1/write" }],
};
