import type { ApplicationDefaults } from "../defaults";
import type { ResourceRequirements } from "./plain";
import { withCanonicalQuantities } from "./quantities";

const names = ["cpu", "memory"] as const;

/** Requests and limits; a resource that has neither gets both defaults, unless `useDefaultResources` is false. */
export function resourceRequirements(
  resources: ResourceRequirements = {},
  { limits, requests }: ApplicationDefaults,
  useDefaultResources = true,
): ResourceRequirements {
  const missing = useDefaultResources ? names.filter((name) => !resources.limits?.[name] && !resources.requests?.[name]) : [];
  const filled = (given: ResourceRequirements["limits"], defaults: ApplicationDefaults["limits"]) => ({
    ...given,
    ...Object.fromEntries(missing.flatMap((name) => (defaults[name] ? [[name, defaults[name]]] : []))),
  });
  const all = { ...resources, limits: filled(resources.limits, limits), requests: filled(resources.requests, requests) };
  return withCanonicalQuantities("core/v1:ResourceRequirements", all);
}
