import { writeFileSync } from "node:fs";
import { convert } from "../convert";
import { adoption } from "../inspect/adopt";
import { check, formats } from "../inspect/check-sources";
import { checkedObjects } from "../inspect/checked-objects";
import { configText } from "../inspect/config";
import { explain } from "../inspect/explain";
import { explainAlert } from "../inspect/explain-alert";
import { explainRequest } from "../inspect/explain-request";
import { explainSample } from "../inspect/explain-sample";
import { graphOf, mermaid } from "../inspect/graph";
import { bugReport } from "../inspect/report";
import { type Naming, rolesFor, rolesForObjects } from "../inspect/roles";
import { type ScraperTargets, scraperTargets } from "../inspect/scraper-targets";
import { changeFormats, targetChanges, targetFormats } from "../inspect/targets-formats";
import { UsageError } from "../inspect/usage";
import { page } from "../page/page";
import { InvalidObjectsError, inNamespace, prepare, type RenderOptions, render } from "../render";
import { reviewFormats } from "../review/format";
import { reviewOf } from "../review/review-of-change";
import { objectsOfPreview } from "../review/sources/preview-objects";
import { readCluster } from "../sources/cluster";
import { printManifests, readYaml } from "../sources/manifests";
import { readSource } from "../sources/read-source";
import { describeIssue, type Issue, shownObject } from "../world/issues";
import { objectKey as keyOf, type Manifest } from "../world/objects";
import { readManifests } from "../world/read";
import { type ChartOptions, chartConversion, shownNote } from "./chart-values-command";
import { readTexts, type TextFile } from "./input";
import { ownersIn, writeObjects } from "./output";
import { Progress } from "./progress";
import { type ReviewArguments, readChange, readPreview } from "./review-command";
import { versions } from "./versions";

/** Arguments of every command: manifests and options. */
export interface InputArguments {
  readonly filename: readonly string[];
  readonly namespace?: string;
  readonly defaults?: string;
  readonly arguments?: string;
}

export interface RenderArguments extends InputArguments {
  readonly output?: string;
  readonly onInvalid: "fail" | "skip";
}

export interface CheckArguments extends InputArguments {
  readonly format: keyof typeof formats;
  readonly assumeReferences?: boolean;
}

export interface ConvertArguments extends InputArguments {
  readonly chart?: string;
  readonly release?: string;
}

export interface ExplainArguments extends InputArguments {
  readonly alert?: string;
  readonly request?: string;
  readonly header?: readonly string[];
  readonly sample?: string;
  readonly job?: string;
}

export interface TargetsArguments extends InputArguments {
  readonly cluster?: boolean;
  readonly base?: string;
  readonly format: keyof typeof targetFormats;
}

export interface GraphArguments extends InputArguments {
  readonly html?: string;
}

export interface ReportArguments extends Omit<InputArguments, "filename"> {
  readonly filename?: readonly string[];
}

export interface AdoptArguments extends InputArguments {
  readonly operatorNamespace: string;
  readonly operatorDeployment: string;
  readonly operatorWebhook?: string;
}

export interface RbacArguments extends Omit<InputArguments, "filename"> {
  readonly filename?: readonly string[];
  readonly name: string;
  readonly serviceAccount?: string;
}

const progress = new Progress();
const onProgress = (object: string): void => progress.show(`deriving ${object}`);

export async function runRender({ output, onInvalid, ...input }: RenderArguments): Promise<void> {
  const before = output === undefined ? [] : ownersIn(output);
  const rendered = await render(await objectsOf(input), { onInvalid, onProgress, rendered: before, ...(await settingsOf(input)) });
  tell(rendered.issues);
  if (output === undefined) return print(printManifests(rendered.objects));
  progress.show(`writing into ${output}`);
  const { removed, kept } = writeObjects(output, rendered.objects, rendered);
  progress.end();
  for (const file of removed) console.error(`removed ${file}: its object no longer exists`);
  for (const file of kept) console.error(`warning: ${file} is kept: its object no longer exists, but the file was edited`);
}

export async function runCheck({ format, assumeReferences, ...input }: CheckArguments): Promise<void> {
  const texts = await textsOf(input);
  const sources = texts.map(({ text, name }, index) => {
    progress.show(`reading ${name} (${index + 1} of ${texts.length})`);
    return readSource(text, name);
  });
  progress.show(`checking ${sources.flatMap(({ objects }) => objects).length} objects`);
  const problems = check(sources, { assumeReferences, onProgress, ...(await settingsOf(input)) });
  const isFine = !problems.some(({ severity }) => severity === "error");
  print(`${formats[format](problems)}${isFine && format === "text" ? `${checkedObjects(sources)}\n` : ""}`);
  failOnErrors(problems);
}

export async function runConvert({ chart, release, ...input }: ConvertArguments): Promise<void> {
  if (chart !== undefined) return printChart(await textsOf(input), { chart, release, namespace: input.namespace });
  if (release !== undefined) throw new UsageError("--release belongs to --chart: name the chart too");
  const { manifests, issues: unreadable } = readManifests(await objectsOf(input));
  const placed = manifests.map((manifest) => inNamespace(manifest, input.namespace));
  const { converted, issues: found } = convert(placed, (await settingsOf(input)).defaults);
  const issues = [...unreadable, ...found];
  tell(issues);
  print(printManifests(converted.map((resource): Manifest => ({ ...resource }))));
  failOnErrors(issues);
}

function printChart(texts: readonly TextFile[], options: ChartOptions): void {
  const { manifests, notes } = chartConversion(texts, options);
  progress.end();
  for (const note of notes) console.error(shownNote(note));
  print(printManifests(manifests));
}

export async function runConfig(object: string, file: string | undefined, input: InputArguments): Promise<void> {
  const objects = await objectsOf(input);
  const rendered = await render(objects, { onProgress, ...(await settingsOf(input)) });
  tell(rendered.issues);
  const others = readManifests(objects).manifests.map((manifest) => keyOf(inNamespace(manifest, input.namespace ?? "default")));
  print(configText(rendered.configs, object, file, others));
}

export async function runExplain(object: string, { alert, request, header, sample, job, ...input }: ExplainArguments): Promise<void> {
  const prepared = prepare(await objectsOf(input), await settingsOf(input));
  if (alert !== undefined) print(explainAlert(prepared, object, alert));
  else if (request !== undefined) print(explainRequest(prepared, object, request, header));
  else if (sample !== undefined) print(explainSample(prepared, object, sample, job));
  else print(explain(prepared, object));
}

export async function runTargets({ cluster = false, base, format, ...input }: TargetsArguments): Promise<void> {
  const live = cluster ? await readCluster() : undefined;
  const ofInput = async (one: InputArguments): Promise<ScraperTargets[]> => {
    const objects = await objectsOf(one);
    const prepared = prepare(objects, await settingsOf(one));
    progress.show("looking for targets");
    return scraperTargets(prepared, live ?? objects, { areLive: cluster });
  };
  const head = await ofInput(input);
  if (base === undefined) return print(targetFormats[format](head));
  print(changeFormats[format](targetChanges(await ofInput({ ...input, filename: [base] }), head)));
}

export async function runGraph({ html, ...input }: GraphArguments): Promise<void> {
  const prepared = prepare(await objectsOf(input), await settingsOf(input));
  tell(prepared.program.issues);
  progress.show("looking for relations");
  if (html === undefined) print(mermaid(graphOf(prepared)));
  else writeFileSync(html, page(prepared));
  failOnErrors(prepared.program.issues);
}

export async function runAdopt(args: AdoptArguments): Promise<void> {
  const { operatorNamespace: namespace, operatorDeployment: deployment, operatorWebhook: webhook, ...input } = args;
  const { script, issues } = adoption(await objectsOf(input), { namespace, deployment, webhook }, await settingsOf(input));
  tell(issues);
  print(script);
}

export async function runRbac(preview: string | undefined, { name, serviceAccount, filename, ...input }: RbacArguments): Promise<void> {
  if (serviceAccount !== undefined && !/^[^/]+\/[^/]+$/.test(serviceAccount))
    throw new UsageError(`--service-account ${serviceAccount}: expected NAMESPACE/NAME, such as ci/deployer`);
  if ((preview === undefined) === (filename === undefined))
    throw new UsageError("expected either the output of `pulumi preview --json --show-sames --show-reads`, or manifests by -f");
  if (preview !== undefined) {
    const [useless] = Object.keys(input);
    if (useless !== undefined) throw new UsageError(`a preview cannot be combined with --${useless}: it has everything already`);
    return print(printManifests(await rolesOfPreview(preview, { name, serviceAccount })));
  }
  const given = { filename: filename ?? [], ...input };
  const { roles, issues } = rolesFor(await objectsOf(given), { name, serviceAccount, onProgress, ...(await settingsOf(given)) });
  tell(issues);
  print(printManifests(roles));
}

async function rolesOfPreview(path: string, naming: Naming): Promise<Manifest[]> {
  const { made, read, notes } = await readPreview(path, objectsOfPreview);
  progress.end();
  for (const note of notes) console.error(`warning: ${note}`);
  return rolesForObjects(made, read, naming);
}

export async function runReport({ filename = [], ...input }: ReportArguments): Promise<void> {
  const objects = filename.length > 0 ? await objectsOf({ filename, ...input }) : [];
  print(bugReport(versions(), readManifests(objects).manifests));
}

export async function runReview(preview: string | undefined, args: ReviewArguments): Promise<void> {
  progress.show("reading the change");
  const review = reviewOf(await readChange(preview, args));
  print(reviewFormats[args.format](review));
  const { risks, rollouts } = review;
  const fails = { nothing: false, risk: risks.length > 0, restart: rollouts.some(({ restarts }) => restarts) };
  if (fails[args.failOn]) process.exitCode = 1;
}

/** Prints the error that ended a command, and returns the exit code. */
export function runFailed(error: unknown): number {
  progress.end();
  if (error instanceof InvalidObjectsError) tell(error.issues);
  else console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  return error instanceof UsageError ? 2 : 1;
}

async function textsOf({ filename }: InputArguments): Promise<TextFile[]> {
  progress.show(`reading ${filename.join(", ")}`);
  return readTexts(filename);
}

async function objectsOf(input: InputArguments): Promise<unknown[]> {
  const texts = await textsOf(input);
  const objects = texts.flatMap(({ text, name }, index) => {
    progress.show(`reading ${name} (${index + 1} of ${texts.length})`);
    return readYaml(text, name);
  });
  progress.show(`checking ${objects.length} objects`);
  return objects;
}

async function settingsOf(input: InputArguments): Promise<Pick<RenderOptions, "defaults" | "arguments" | "namespace">> {
  const [defaults, ofObjects] = await Promise.all([documentIn(input.defaults), documentIn(input.arguments)]);
  const { namespace } = input;
  return {
    ...(namespace !== undefined && { namespace }),
    ...(defaults !== undefined && { defaults }),
    ...(ofObjects !== undefined && { arguments: ofObjects }),
  };
}

/** The YAML document in a file. */
async function documentIn(file: string | undefined): Promise<Record<string, unknown> | undefined> {
  if (file === undefined) return undefined;
  const texts = await readTexts([file]);
  return (texts.flatMap(({ text, name }) => readYaml(text, name))[0] ?? {}) as Record<string, unknown>;
}

function print(text: string): void {
  progress.end();
  process.stdout.write(text);
}

function failOnErrors(issues: readonly Pick<Issue, "severity">[]): void {
  if (issues.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

function tell(issues: readonly Issue[]): void {
  progress.end();
  for (const issue of issues) console.error(`${issue.severity}: ${shownObject(issue)} ${describeIssue(issue)}`);
}
