import { printYaml } from "../../config/yaml";
import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import type { Tree } from "../../text/tree";
import { metadataOf, type Workload } from "../../workload/workload";
import type { Manifest, Metadata } from "../../world/objects";
import { contractFile } from "./contract";
import type { Team } from "./team-fields";
import { contractName, type TeamProgram, writtenName } from "./team-place";

/** Description of the output with the platform's rules for a team. */
export const teamOutput = {
  description: "The platform's rules for the argument `team`, for `selectFrom` of a VMTeam in another stack. Empty without a team.",
  type: "manifests",
} as const;

/** The value of that output among the objects for a team. */
export const contractsAmong = (objects: readonly DerivedObject[]): Manifest[] =>
  objects.filter(({ role }) => role === contractRole).map(({ manifest }) => manifest);

const contractRole = "team";
const group = "rbac.authorization.k8s.io";

/** The objects by which a team can write its jobs or rules: the object that it fills, the platform's rules for it, and the right to both. */
export function teamObjects(
  program: TeamProgram,
  { metadata, workload, team, spec }: { metadata: Metadata; workload: Workload; team: Team; spec: Tree },
  { values }: Context,
): DerivedObject[] {
  const named = (name: string): Manifest["metadata"] => ({ ...metadataOf(workload), name });
  const written = writtenName(program, metadata);
  const contract = contractName(program, metadata);
  const text = printYaml({ spec, team: team as Tree }, values);
  return [
    // Empty: its data belong to the team.
    {
      role: `team-${program.written.purpose}`,
      manifest: { apiVersion: "v1", kind: program.written.kind, metadata: named(written) },
      isShared: true,
    },
    { role: contractRole, manifest: { apiVersion: "v1", kind: "ConfigMap", metadata: named(contract), data: { [contractFile]: text } } },
    ...deploying(program, { written, contract, metadata: named(contract) }, team),
  ];
}

/** The right to write the object and to read the platform's rules. */
function deploying(
  { written: { kind } }: TeamProgram,
  { written, contract, metadata }: { written: string; contract: string; metadata: Manifest["metadata"] },
  { deployers = [], namespaces }: Team,
): DerivedObject[] {
  if (deployers.length === 0) return [];
  const rules = [
    { apiGroups: [""], resources: [kind === "Secret" ? "secrets" : "configmaps"], resourceNames: [written], verbs: ["get", "patch"] },
    { apiGroups: [""], resources: ["configmaps"], resourceNames: [contract], verbs: ["get"] },
  ];
  const subjects = deployers.map((deployer) =>
    deployer.kind === "ServiceAccount"
      ? { kind: deployer.kind, name: deployer.name, namespace: deployer.namespace ?? namespaces[0] }
      : { apiGroup: group, kind: deployer.kind, name: deployer.name },
  );
  const roleRef = { apiGroup: group, kind: "Role", name: contract };
  return [
    { role: "team-role", manifest: { apiVersion: `${group}/v1`, kind: "Role", metadata, rules } },
    { role: "team-role-binding", manifest: { apiVersion: `${group}/v1`, kind: "RoleBinding", metadata, roleRef, subjects } },
  ];
}
