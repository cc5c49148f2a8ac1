import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Deployment } from "@pulumi/pulumi/automation";
import { createExample, type ExampleName, examples } from "../engine/examples";
import type { TestStack } from "../engine/stack";
import { quickstart } from "../sdk/programs";
import { remote } from "../sdk/remote";
import { pluginStack } from "../sdk/stack";

/** One resource of a recorded state. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly dependencies?: readonly string[];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** The programs of the stacks with recorded states: all examples. In other languages the plugin makes the quickstart. */
export const recordedStacks: Readonly<Record<string, () => Promise<TestStack>>> = {
  ...Object.fromEntries((Object.keys(examples) as ExampleName[]).map((name) => [name, () => createExample(name)])),
  "quickstart-plugin": () =>
    pluginStack(quickstart(remote), { secretConfig: { "tests:metricsPassword": examples.quickstart.metricsPassword } }),
};

/** The text in a recorded state in place of the stack's folder, which differs in each run. */
const folderMark = "/folder-of-the-stack";

/** Of when and where a resource was registered, and of the run that did it. */
const passing: readonly string[] = ["created", "modified", "sourcePosition", "stackTrace"];

const fileOf = (name: string): string => join(__dirname, `${name}.json`);

/** Random parts of names that the engine and the Kubernetes plugin give, and what is as good. */
const random: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "00000000-0000-4000-8000-000000000000"],
  [/"pulumi-kubernetes-[0-9a-f]{8}"/g, '"pulumi-kubernetes-00000000"'],
];

/** Writes the resources of a stack, one on each line; secrets are readable, so only made-up ones may be in it. */
export function record(name: string, { deployment }: Deployment, folder: string): void {
  const resources = inOrder(deployment.resources as RecordedResource[]).map((resource) =>
    random.reduce(
      (text, [before, after]) => text.replace(before, after),
      JSON.stringify(resource, (key, value) => (passing.includes(key) ? undefined : value)).replaceAll(folder, folderMark),
    ),
  );
  writeFileSync(fileOf(name), `[\n${resources.join(",\n")}\n]\n`);
}

/** The recorded resources of an example, for a stack in a folder. */
export const recordedResources = (name: string, folder: string): RecordedResource[] =>
  JSON.parse(readFileSync(fileOf(name), "utf8").replaceAll(folderMark, folder)) as RecordedResource[];

/**
 * The resources in an order that does not depend on which of them was ready first, so that a new record differs only in what has changed. Each
 * still comes after those that it needs, as the engine demands.
 */
function inOrder(resources: readonly RecordedResource[]): RecordedResource[] {
  const waiting = new Map(resources.toSorted((left, right) => (left.urn < right.urn ? -1 : 1)).map((resource) => [resource.urn, resource]));
  const ordered: RecordedResource[] = [];
  const take = (urn: string): void => {
    const resource = waiting.get(urn);
    if (!resource) return;
    waiting.delete(urn);
    for (const needed of neededBy(resource)) take(needed);
    ordered.push(resource);
  };
  for (const urn of [...waiting.keys()]) take(urn);
  return ordered;
}

/** A reference to a provider is its URN and its ID. */
const neededBy = ({ parent, provider, dependencies = [] }: RecordedResource): string[] =>
  [parent, provider?.replace(/::[^:]*$/, ""), ...dependencies].filter((urn) => urn !== undefined);

/** The state of a stack with other resources in it, as `pulumi stack import` takes it; the stack's own key will encrypt the secrets. */
export const withResources = ({ version, deployment }: Deployment, resources: readonly RecordedResource[]): Deployment => ({
  version,
  deployment: { ...deployment, resources },
});
