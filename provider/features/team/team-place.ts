import type { Mounted } from "../../workload/volumes";
import type { Metadata } from "../../world/objects";

/** A program that can work for a team. */
export interface TeamProgram {
  /** The kind of its custom resources. */
  readonly kind: "VMAgent" | "VMAlert";
  /** The object that the team writes, and its purpose, which ends its name. */
  readonly written: { readonly kind: "Secret" | "ConfigMap"; readonly purpose: "jobs" | "rules" };
  /** Where the pods have the files of that object. */
  readonly folder: string;
}

export const agentOfTeam: TeamProgram = {
  kind: "VMAgent",
  written: { kind: "Secret", purpose: "jobs" },
  folder: "/etc/vmagent/team",
};

export const alertOfTeam: TeamProgram = {
  kind: "VMAlert",
  written: { kind: "ConfigMap", purpose: "rules" },
  folder: "/etc/vmalert/team",
};

/** The file that the team writes. */
export const teamFile = ({ written: { purpose } }: TeamProgram): string => `${purpose}.yaml`;

/** The files that the program reads; a pattern, since a file may be missing until the team writes it. */
export const teamFiles = (program: TeamProgram): string => `${program.folder}/${program.written.purpose}*.yaml`;

/** Name of the ConfigMap that tells the team's stack about the platform's rules, and of the Role for the team's deployers. */
export const contractName = ({ kind }: TeamProgram, { name }: Pick<Metadata, "name">): string => `${kind.toLowerCase()}-${name}-team`;

/** Name of the object that the team writes. */
export const writtenName = (program: TeamProgram, metadata: Pick<Metadata, "name">): string =>
  `${contractName(program, metadata)}-${program.written.purpose}`;

/** The object that the team writes, in the program's pods. They start without it, too. */
export function mountedTeam(program: TeamProgram, metadata: Pick<Metadata, "name">): Mounted {
  const name = writtenName(program, metadata);
  const source =
    program.written.kind === "Secret" ? { secret: { secretName: name, optional: true } } : { configMap: { name, optional: true } };
  return { volume: { name: "team", ...source }, mount: { name: "team", mountPath: program.folder, readOnly: true } };
}

/** How often programs look for changed files of their teams. */
export const teamCheckInterval = "30s";
