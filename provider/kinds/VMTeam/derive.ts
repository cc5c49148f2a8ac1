import type { Derivation, DerivedObject } from "../../derived";
import type { ProgramReference } from "../../features/team/contract";
import { agentOfTeam, alertOfTeam, type TeamProgram, writtenName } from "../../features/team/team-place";
import { secretData, secretWith } from "../../kubernetes/secret";
import type { CustomResource, Manifest } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMTeamSpec } from "./schema";
import { jobFiles, type TeamFiles } from "./team-jobs";
import { ruleFiles } from "./team-rules";

/** The derivation of a team: the data of the objects that the platform has made for it. */
export function derive(resource: CustomResource<VMTeamSpec>, context: KindContext): Derivation {
  const { agent, alert } = resource.spec;
  const jobs = jobFiles(resource, context);
  const rules = ruleFiles(resource, context);
  return {
    objects: [...written(agentOfTeam, agent, jobs, context), ...written(alertOfTeam, alert, rules, context)],
    configs: [...(jobs?.configs ?? []), ...(rules?.configs ?? [])],
    outputs: {},
  };
}

/** An object of the platform holds so many bytes. */
const mostBytes = 1_000_000;

/** The data for the object of a program. */
function written(
  program: TeamProgram,
  reference: ProgramReference | undefined,
  made: TeamFiles | undefined,
  context: KindContext,
): DerivedObject[] {
  if (!reference || !made) return [];
  const { values, report } = context;
  const { kind, purpose } = program.written;
  const metadata = { name: writtenName(program, reference), namespace: reference.namespace };
  const size = Object.values(made.files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size > mostBytes)
    report.error(
      "spec",
      `has ${purpose} of ${size} bytes, and the ${kind} of the platform has room for ${mostBytes}: split the team in two`,
    );
  const manifest: Manifest =
    kind === "Secret" ? secretWith(metadata, secretData(made.files, values)) : { apiVersion: "v1", kind, metadata, data: made.files };
  return [{ role: purpose, manifest, isPatch: true }];
}
