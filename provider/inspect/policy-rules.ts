import { grouped } from "../text/grouped";
import type { PolicyRule } from "../workload/plain";
import type { Right } from "./rights";

/** Order of verbs in rules; others come after them. */
const verbOrder = ["get", "list", "watch", "create", "patch", "delete"];

/** Rights as few rules: one for all resources of an API group with the same verbs. */
export function rulesOf(rights: readonly Right[]): PolicyRule[] {
  const alike = ({ apiGroup, resource, name, verbs }: Right): string =>
    JSON.stringify([apiGroup, resource.startsWith("/"), name !== undefined && resource, verbs]);
  return [...grouped(merged(rights).map((right) => [alike(right), right])).values()]
    .map(ruleOf)
    .sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

function ruleOf(rights: readonly Right[]): PolicyRule {
  const [{ apiGroup, resource, verbs }] = rights as [Right];
  const resources = [...new Set(rights.map((right) => right.resource))].sort();
  const resourceNames = rights.flatMap(({ name }) => (name === undefined ? [] : [name])).sort();
  if (resource.startsWith("/")) return { nonResourceURLs: resources, verbs };
  return { apiGroups: [apiGroup], resources, ...(resourceNames.length > 0 && { resourceNames }), verbs };
}

const sortKey = ({ apiGroups = ["~"], resources = [], resourceNames = [] }: PolicyRule): string =>
  [...apiGroups, ...resources, ...resourceNames].join(" ");

/** One right for each resource, with the verbs of all. A right for one object is left out where all objects are allowed. */
function merged(rights: readonly Right[]): Right[] {
  const ofOne = grouped(rights.map((right) => [JSON.stringify([right.apiGroup, right.resource, right.name]), right]));
  const all = [...ofOne.values()].map((same): Right => {
    const verbs = [...new Set(same.flatMap((right) => right.verbs))].sort((left, right) => place(left) - place(right));
    return { ...(same[0] as Right), verbs };
  });
  const isCovered = ({ apiGroup, resource, name, verbs }: Right): boolean =>
    name !== undefined &&
    all.some(
      (other) =>
        other.name === undefined &&
        other.apiGroup === apiGroup &&
        other.resource === resource &&
        verbs.every((verb) => other.verbs.includes(verb)),
    );
  return all.filter((right) => !isCovered(right));
}

const place = (verb: string): number => (verbOrder.includes(verb) ? verbOrder.indexOf(verb) : verbOrder.length);
