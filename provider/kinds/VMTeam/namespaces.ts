import type { Contract } from "../../features/team/contract";
import type { SelectorFields } from "../../selection";
import type { CustomResource } from "../../world/objects";
import { namespacesNamed } from "../../world/selectors";
import type { KindContext } from "../kind";
import type { VMTeamSpec } from "./schema";

/** The namespaces whose objects a team gives. */
export const namespacesOf = ({ metadata, spec }: CustomResource<VMTeamSpec>): readonly string[] => spec.namespaces ?? [metadata.namespace];

/** How a team chooses objects of any kind: all of its namespaces. */
export const selectorsOf = (resource: CustomResource<VMTeamSpec>): SelectorFields => {
  const path = "spec.namespaces";
  return { objects: { path, selector: undefined }, namespaces: { path, selector: namespacesNamed(namespacesOf(resource)) } };
};

/** Reports namespaces of the team that the platform does not know as its own. */
export function checkNamespaces(
  resource: CustomResource<VMTeamSpec>,
  { team }: Contract<unknown>,
  program: string,
  { report }: KindContext,
): void {
  const path = (index: number): string => (resource.spec.namespaces ? `spec.namespaces[${index}]` : "metadata.namespace");
  for (const [index, namespace] of namespacesOf(resource).entries()) {
    if (team.namespaces.includes(namespace)) continue;
    report.error(path(index), `${namespace} is no namespace of this team: ${program} takes objects of ${team.namespaces.join(", ")}`);
  }
}
