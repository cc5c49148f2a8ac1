import type { Amounts, ApplicationDefaults } from "../defaults";
import { withCanonicalQuantities } from "./canonical-quantities";
import { isFilled } from "./labels";
import type { ResourceRequirements } from "./plain";

const names = ["cpu", "memory"] as const;

/** Requests and limits; a resource with neither gets both defaults, unless `useDefaultResources` is false. */
export function resourceRequirements(
  resources: ResourceRequirements = {},
  { limits, requests }: ApplicationDefaults,
  useDefaultResources = true,
): ResourceRequirements {
  const isMissing = (name: string): boolean => resources.limits?.[name] === undefined && resources.requests?.[name] === undefined;
  const missing = useDefaultResources ? names.filter(isMissing) : [];
  const filled = (field: "limits" | "requests", defaults: Amounts) => {
    const amounts = {
      ...resources[field],
      ...Object.fromEntries(missing.flatMap((name) => (defaults[name] ? [[name, defaults[name]]] : []))),
    };
    return isFilled(amounts) ? { [field]: amounts } : {};
  };
  const { claims } = resources;
  const all = { ...(claims && { claims }), ...filled("limits", limits), ...filled("requests", requests) };
  return withCanonicalQuantities("core/v1:ResourceRequirements", all);
}
