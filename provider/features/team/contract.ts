import type { z } from "zod";
import { parseYaml } from "../../config/parse-yaml";
import type { Context } from "../../context";
import { described, object, required } from "../../schema/fields";
import { parse } from "../../schema/parse";
import { type Team, team } from "./team-fields";
import { contractName, type TeamProgram } from "./team-place";

/** Key of the platform's rules in their ConfigMap. */
export const contractFile = "team.yaml";

/** The platform's rules for a team: who it is, and the settings of the program that its jobs or rules are made for. */
export interface Contract<Spec> {
  readonly team: Team;
  readonly spec: Spec;
}

/** A program of the platform, as a team refers to it. */
export interface ProgramReference {
  readonly name: string;
  readonly namespace: string;
}

/** Shape of the settings in a contract. */
export const contractOf = <Spec extends z.ZodType>(spec: Spec) =>
  object("TeamContract", "The platform's rules for a team.", {
    // A copy, since the argument itself is optional.
    team: required(described("The team.", team)),
    spec: required(spec),
  });

/** A contract that is not known before the update: a text that stands for all that is made of it. */
export interface UnknownContract {
  readonly unknown: string;
}

/** Reads the platform's rules for a team. Undefined if they are missing or unusable, which is reported at `path`. */
export function readContract<Spec>(
  program: TeamProgram,
  { name, namespace }: ProgramReference,
  path: string,
  shape: z.ZodType<Contract<Spec>>,
  context: Context,
): Contract<Spec> | UnknownContract | undefined {
  const { values, report, world } = context;
  const missing = { kind: "ConfigMap", namespace, name: contractName(program, { name }) } as const;
  const configMap = `ConfigMap ${namespace}/${missing.name}`;
  const lookup = world.configMapKey(namespace, missing.name, contractFile);
  if ("missing" in lookup) {
    const maker = `${program.kind} ${namespace}/${name}`;
    const problem = lookup.missing === "object" ? `there is no ${configMap}` : `${configMap} has no ${contractFile}`;
    const remedy = `the platform's stack makes it as soon as ${maker} has the argument team; deploy that first, or give its output \`team\` in selectFrom`;
    return void report.error(path, `${problem}: ${remedy}`, lookup.missing === "object" ? missing : undefined);
  }
  const read = values.open(lookup.value, parseYaml);
  if (!read) return { unknown: lookup.value };
  if ("problem" in read) return void report.error(path, `${configMap}: ${contractFile} ${read.problem}`);
  const parsed = parse(shape, read.data, values);
  if ("value" in parsed) return parsed.value;
  for (const problem of "problems" in parsed ? parsed.problems : [])
    report.error(path, `${configMap}: ${problem.path}: ${problem.message}. Is this package as new as the platform's?`);
  return undefined;
}
