import type { VMUserSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMUserSpec = {
  generatePassword: true,
  targetRefs: [{ crd: { kind: "VMSingle", name: "main", namespace: "monitoring" }, paths: ["/api/v1/query.*"] }],
};
