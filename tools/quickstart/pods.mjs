/**
 * A pod as the API server has it.
 *
 * @typedef {object} Pod
 * @property {{ name: string, namespace: string, deletionTimestamp?: string }} metadata
 * @property {{ containers: readonly object[] }} spec
 * @property {Status} [status]
 *
 * @typedef {object} Status
 * @property {string} [phase]
 * @property {readonly { type: string, status: string, reason?: string }[]} [conditions]
 * @property {readonly { ready: boolean, state?: { waiting?: { reason?: string } } }[]} [containerStatuses]
 */

/** @param {Pod} pod */
export const nameOf = ({ metadata }) => `${metadata.namespace}/${metadata.name}`;

/** @param {Pod} pod */
export const isReady = ({ status }) => status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") ?? false;

/**
 * @param {Pod} pod
 * @returns {string} its phase, with the containers that are ready and the reason of those that wait
 */
export function stateOf({ metadata, spec, status }) {
  if (metadata.deletionTimestamp !== undefined) return "is being deleted";
  const containers = status?.containerStatuses ?? [];
  const count = `${containers.filter(({ ready }) => ready).length} of ${spec.containers.length} containers ready`;
  const unmet = status?.conditions?.find(({ type, status }) => type === "PodScheduled" && status === "False")?.reason;
  const reasons = [unmet, ...containers.map(({ state }) => state?.waiting?.reason)].filter((reason) => reason !== undefined);
  return [status?.phase ?? "Pending", count, ...new Set(reasons)].join(", ");
}
