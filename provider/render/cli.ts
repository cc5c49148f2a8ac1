#!/usr/bin/env node
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { convert } from "../convert";
import { version } from "../version";
import { describeIssue, type Issue } from "../world/issues";
import type { Manifest } from "../world/objects";
import { type DefaultsInput, InvalidObjectsError, prepare, render } from ".";
import { check, formats } from "./check";
import { configText } from "./config";
import { explain } from "./explain";
import { mermaid } from "./graph";
import { readTexts } from "./input";
import { fileName, printManifests, readYaml } from "./manifests";
import { readSource } from "./sources";

interface InputArguments {
  readonly filename: string[];
  readonly defaults?: string;
}

interface RenderArguments extends InputArguments {
  readonly output?: string;
  readonly onInvalid: "fail" | "skip";
}

interface CheckArguments extends InputArguments {
  readonly format: keyof typeof formats;
}

const program = new Command("pulumi-victoriametrics")
  .description("What the custom resources of VictoriaMetrics become, without a cluster and without an operator.")
  .version(version);

const filesHelp = "files, folders (all .yaml, .yml and .json files below) or - for standard input";

/** A command over manifests. */
function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .requiredOption("-f, --filename <path...>", filesHelp)
    .option("--defaults <file>", "YAML file with settings for images, versions, resources and the like");
}

/** The same where an object is named: each -f takes one path, so that the object may follow it. */
function objectCommand(signature: string, description: string): Command {
  return program
    .command(signature)
    .description(description)
    .requiredOption("-f, --filename <path>", `${filesHelp}; may be repeated`, (path: string, before: string[] = []) => [...before, path])
    .option("--defaults <file>", "YAML file with settings for images, versions, resources and the like");
}

command("render", "Print the Kubernetes objects that manifests become; values of Secrets are readable in them.")
  .option("-o, --output <folder>", "write one file per object into this folder instead of printing")
  .addOption(new Option("--on-invalid <what>", "what invalid objects do").choices(["fail", "skip"]).default("fail"))
  .action(runRender);

command("check", "Tell what is wrong with manifests, by file and line, and which objects nothing selects. Warnings do not fail.")
  .addOption(new Option("--format <format>", "how problems are printed").choices(Object.keys(formats)).default("text"))
  .action(runCheck);

command("convert", "Print the custom resources that objects of the prometheus-operator become.").action(runConvert);

objectCommand("config <object> [file]", "Print generated configuration of an object, KIND/[NAMESPACE/]NAME, with secrets masked.").action(
  runConfig,
);

objectCommand(
  "explain <object>",
  "Tell what selects an object, KIND/[NAMESPACE/]NAME, or what keeps each from it, and what it becomes in the generated configuration.",
).action(runExplain);

command("graph", "Print the relations between the objects as Mermaid.").action(runGraph);

async function runRender({ output, onInvalid, ...input }: RenderArguments): Promise<void> {
  const rendered = await render(objectsOf(input), { onInvalid, ...settingsOf(input) });
  warn(rendered.issues);
  if (output === undefined) process.stdout.write(printManifests(rendered.objects));
  else writeFiles(output, rendered.objects);
}

function runCheck({ format, ...input }: CheckArguments): void {
  const sources = readTexts(input.filename).map(({ text, name }) => readSource(text, name));
  const problems = check(sources, settingsOf(input).defaults);
  process.stdout.write(formats[format](problems));
  if (problems.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

function runConvert(input: InputArguments): void {
  const { converted, issues } = convert(objectsOf(input), settingsOf(input).defaults);
  warn(issues);
  process.stdout.write(printManifests(converted.map((resource): Manifest => ({ ...resource }))));
  if (issues.some(({ severity }) => severity === "error")) process.exitCode = 1;
}

async function runConfig(object: string, file: string | undefined, input: InputArguments): Promise<void> {
  const rendered = await render(objectsOf(input), settingsOf(input));
  warn(rendered.issues);
  process.stdout.write(configText(rendered.configs, object, file));
}

function runExplain(object: string, input: InputArguments): void {
  process.stdout.write(explain(prepare(objectsOf(input), settingsOf(input)), object));
}

function runGraph(input: InputArguments): void {
  const prepared = prepare(objectsOf(input), settingsOf(input));
  warn(prepared.program.issues);
  process.stdout.write(mermaid(prepared));
}

const objectsOf = ({ filename }: InputArguments): unknown[] => readTexts(filename).flatMap(({ text, name }) => readYaml(text, name));

function settingsOf({ defaults }: InputArguments): { defaults?: DefaultsInput } {
  if (defaults === undefined) return {};
  return { defaults: readTexts([defaults]).flatMap(({ text, name }) => readYaml(text, name))[0] as DefaultsInput };
}

function writeFiles(folder: string, objects: readonly Manifest[]): void {
  mkdirSync(folder, { recursive: true });
  for (const object of objects) writeFileSync(join(folder, fileName(object)), printManifests([object]));
}

function warn(issues: readonly Issue[]): void {
  for (const issue of issues) console.error(`${issue.severity}: ${issue.object} ${describeIssue(issue)}`);
}

program.parseAsync().catch((error: unknown) => {
  if (error instanceof InvalidObjectsError) warn(error.issues);
  else console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
