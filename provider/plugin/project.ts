import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

/** The project whose program is run, as far as it is known. */
export interface Place {
  /** The project's folder or one below it: where the engine starts plugins. */
  readonly folder: string;
  /** The project's name. */
  readonly name?: string;
}

/** The folder where the engine has started this process. With the Automation API it may be inside another project. */
export const ownPlace = (): Place => ({ folder: process.cwd(), name: process.env.PULUMI_PROJECT });

/** The runtime of a project, such as `python`; undefined if the project is not found. */
export function runtimeOf({ folder, name }: Place): string | undefined {
  const project = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].map((file) => join(folder, file)).find((file) => existsSync(file));
  const found = project === undefined ? undefined : read(project);
  if (found && (!name || found.name === name)) return typeof found.runtime === "string" ? found.runtime : found.runtime?.name;
  return dirname(folder) === folder ? undefined : runtimeOf({ folder: dirname(folder), name });
}

interface Project {
  readonly name?: string;
  readonly runtime?: string | { readonly name?: string };
}

function read(file: string): Project | undefined {
  try {
    return parse(readFileSync(file, "utf8")) as Project;
  } catch {
    return undefined; // the engine reports its problem
  }
}
