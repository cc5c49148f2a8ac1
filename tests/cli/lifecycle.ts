import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { problemsOf, type Step } from "../states/incompatibilities";
import { recordedResources, withResources } from "../states/recorded";
import { mustType, newFolder, type Place, type Printed, type } from "./commandLine";

/** A project, and the secrets that its README says to configure. */
export interface Project extends Place {
  readonly secrets?: Readonly<Record<string, string>>;
  /** Settings that change once the stack is up, to see what a preview shows of them. */
  readonly changes?: Readonly<Record<string, string>>;
}

/** The output of the commands from the creation to the removal of a stack. */
export interface Lifecycle {
  readonly preview: Printed;
  readonly up: Printed;
  readonly secondUp: Printed;
  readonly diff: Printed;
  /** The difference that the project's changes make; undefined where there are none. */
  readonly changed?: Printed;
  readonly destroy: Printed;
}

let stacks = 0;

/** Makes a stack of a project, and returns its name. Its manifests are written into a folder, for there is no cluster. */
async function initialise({ secrets = {}, changes: _, ...place }: Project): Promise<string> {
  stacks += 1;
  const stack = `dev${stacks}`;
  const manifests = newFolder(join("stacks", stack, "manifests"));
  await mustType(place, "pulumi", "stack", "init", stack);
  const hidden = Object.entries(secrets).flatMap(([key, value]) => ["--secret", `${key}=${value}`]);
  await mustType(place, "pulumi", "config", "set-all", "--plaintext", `kubernetes:renderYamlToDirectory=${manifests}`, ...hidden);
  return stack;
}

const pulumi = (place: Place, ...args: readonly string[]): Promise<Printed> => type(place, "pulumi", ...args, "--color", "never");

/** Types `pulumi preview` for a new stack. */
export async function preview(project: Project): Promise<Printed> {
  await initialise(project);
  return pulumi(project, "preview");
}

/** Types all commands of a stack's life. */
export async function live(project: Project): Promise<Lifecycle> {
  return {
    preview: await preview(project),
    up: await pulumi(project, "up", "--yes", "--skip-preview"),
    secondUp: await pulumi(project, "up", "--yes", "--skip-preview"),
    diff: await pulumi(project, "preview", "--diff"),
    ...(project.changes && { changed: await previewChanges(project, project.changes) }),
    destroy: await pulumi(project, "destroy", "--yes", "--skip-preview"),
  };
}

async function previewChanges(project: Project, changes: Readonly<Record<string, string>>): Promise<Printed> {
  for (const [key, value] of Object.entries(changes)) await mustType(project, "pulumi", "config", "set", key, value);
  return pulumi(project, "preview", "--diff");
}

/** The resources that a preview shows as changed, in the order of their text, without the names of project, stack and provider. */
export function differencesIn({ text }: Printed): string[] {
  const shown = text.slice(0, text.indexOf("\nResources:"));
  const [, ...resources] = shown.split(/^(?= +[~+-] [\w:/.-]+: \(\w+\)$)/m);
  return resources
    .map((resource) =>
      resource
        .replaceAll(/^@ .*\n?/gm, "") // that it takes a while
        .replaceAll(/urn:pulumi:\w+::[\w-]+::/g, "urn:pulumi:stack::project::")
        .replaceAll(/::pulumi:providers:kubernetes::[\w:-]+/g, "::pulumi:providers:kubernetes")
        .trimEnd(),
    )
    .toSorted();
}

/** Puts a recorded state into a new stack of a project, and returns what a preview shows that must not become of it. */
export async function takeOver({ name, ...project }: Project & { readonly name: string }, recorded: string): Promise<string[]> {
  const stack = await initialise(project);
  const folder = newFolder(join("stacks", stack)); // its manifests lie there, as in the recording: a provider with another folder would replace all
  const file = join(folder, "state.json");
  await mustType(project, "pulumi", "stack", "export", "--file", file);
  const resources = JSON.stringify(recordedResources(recorded, folder))
    .replaceAll("urn:pulumi:test::tests::", `urn:pulumi:${stack}::${name}::`)
    .replaceAll("tests-test", `${name}-${stack}`);
  writeFileSync(file, JSON.stringify(withResources(JSON.parse(readFileSync(file, "utf8")), JSON.parse(resources))));
  await mustType(project, "pulumi", "stack", "import", "--file", file);
  const { text } = await pulumi(project, "preview", "--json");
  const printed = text.slice(text.indexOf("\n{"), text.lastIndexOf("\n}") + 2);
  const { steps, changeSummary } = JSON.parse(printed) as { steps: PreviewedStep[]; changeSummary: Record<string, number> };
  const count = Object.values(changeSummary).reduce((sum, one) => sum + one, 0); // what stays as it is has no step
  expect(count, text).to.be.above(20);
  return steps
    .filter(({ urn }) => !urn.includes("::pulumi:providers:")) // default ones are called by the version of the SDK in each language
    .flatMap(({ oldState, newState, ...step }) => problemsOf({ ...step, old: oldState, new: newState }));
}

/** A step as `pulumi preview --json` prints it. */
interface PreviewedStep extends Pick<Step, "op" | "urn"> {
  readonly oldState?: Step["old"];
  readonly newState?: Step["new"];
}

/** How many resources a command says to have done something with; nothing where it failed or did something else as well. */
export function countOf({ code, text }: Printed, what: string): number | undefined {
  const summary = /\nResources:\n((?: +.*\n)+)/.exec(text)?.[1] ?? "";
  const count = new RegExp(`^ +(?:[-+] )?(\\d+) ${what}\\n$`).exec(summary)?.[1];
  return code === 0 && count !== undefined ? Number(count) : undefined;
}

/** How many resources a command has created or left unchanged that shows a preview, with a summary of its own, before it does so. */
export const lastCountIn = (text: string, what: string): number | undefined =>
  countOf({ code: 0, text: text.slice(text.lastIndexOf("\nResources:")) }, what);

/** The whole life of a stack went well, with as many resources from the preview to the end. */
export function expectLife({ preview, up, secondUp, diff, destroy }: Lifecycle): number {
  const count = countOf(preview, "to create");
  expect(count, preview.text).to.be.above(10);
  expect(countOf(up, "created"), up.text).to.equal(count);
  expect(countOf(secondUp, "unchanged"), secondUp.text).to.equal(count);
  expect(countOf(diff, "unchanged"), diff.text).to.equal(count);
  expect(countOf(destroy, "deleted"), destroy.text).to.equal(count);
  return count ?? 0;
}
