import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Deployment } from "@pulumi/pulumi/automation";
import { type ExampleName, examples } from "../engine/examples";

/** One resource of a recorded state. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** The examples of which states are recorded: all. */
export const exampleNames = Object.keys(examples) as ExampleName[];

/** What stands in a recorded state for the folder of the stack, which is another one in each run. */
const folderMark = "/folder-of-the-stack";

/** Of when and where a resource was registered, and of the run that did it. */
const passing: readonly string[] = ["created", "modified", "sourcePosition", "stackTrace"];

const fileOf = (name: ExampleName): string => join(__dirname, `${name}.json`);

/** Writes the resources of a stack, one on each line; secrets are readable, so only made-up ones may be in it. */
export function record(name: ExampleName, { deployment }: Deployment, folder: string): void {
  const resources = (deployment.resources as RecordedResource[]).map((resource) =>
    JSON.stringify(resource, (key, value) => (passing.includes(key) ? undefined : value)).replaceAll(folder, folderMark),
  );
  writeFileSync(fileOf(name), `[\n${resources.join(",\n")}\n]\n`);
}

/** The recorded resources of an example, for a stack in a folder. */
export const recordedResources = (name: ExampleName, folder: string): RecordedResource[] =>
  JSON.parse(readFileSync(fileOf(name), "utf8").replaceAll(folderMark, folder)) as RecordedResource[];

/** The state of a stack with other resources in it, as `pulumi stack import` takes it; the stack's own key will encrypt the secrets. */
export const withResources = ({ version, deployment }: Deployment, resources: readonly RecordedResource[]): Deployment => ({
  version,
  deployment: { ...deployment, resources },
});
