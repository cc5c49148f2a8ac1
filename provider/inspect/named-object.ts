import type { ClusterObject } from "../discovery/discovered-objects";

/** Whether data is an object with a kind and a name. */
export const isNamedObject = (object: unknown): object is ClusterObject => {
  const { kind, metadata } = Object(object) as Partial<ClusterObject>;
  return typeof kind === "string" && typeof metadata?.name === "string";
};
