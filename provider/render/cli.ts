#!/usr/bin/env node
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import { version } from "../version";
import { describeIssue, type Issue } from "../world/issues";
import { InvalidObjectsError, type RenderOptions, render } from ".";
import { fileName, printManifests, readYaml } from "./manifests";

interface RenderArguments {
  readonly filename: string[];
  readonly output?: string;
  readonly onInvalid: "fail" | "skip";
  readonly defaults?: string;
}

const program = new Command("pulumi-victoriametrics")
  .description("What the custom resources of VictoriaMetrics become, without a cluster and without an operator.")
  .version(version);

program
  .command("render")
  .description("Print the Kubernetes objects that manifests become; values of Secrets are readable in them.")
  .requiredOption("-f, --filename <path...>", "files, folders (all .yaml, .yml and .json files below) or - for standard input")
  .option("-o, --output <folder>", "write one file per object into this folder instead of printing")
  .addOption(new Option("--on-invalid <what>", "what invalid objects do").choices(["fail", "skip"]).default("fail"))
  .option("--defaults <file>", "YAML file with settings for images, versions, resources and the like")
  .action(runRender);

async function runRender({ filename, output, onInvalid, defaults }: RenderArguments): Promise<void> {
  const objects = filename.flatMap(filesOf).flatMap((file) => readYaml(readText(file), file === "-" ? "standard input" : file));
  const settings = defaults === undefined ? {} : { defaults: readYaml(readText(defaults), defaults)[0] as RenderOptions["defaults"] };
  const rendered = await render(objects, { onInvalid, ...settings });
  for (const issue of rendered.issues) console.error(`${issue.severity}: ${issue.object} ${describeIssue(issue)}`);
  if (output === undefined) process.stdout.write(printManifests(rendered.objects));
  else writeFiles(output, rendered.objects);
}

function writeFiles(folder: string, objects: Parameters<typeof printManifests>[0]): void {
  mkdirSync(folder, { recursive: true });
  for (const object of objects) writeFileSync(join(folder, fileName(object)), printManifests([object]));
}

const readText = (file: string): string => readFileSync(file === "-" ? 0 : file, "utf8");

function filesOf(path: string): string[] {
  if (path === "-" || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

program.parseAsync().catch((error: unknown) => {
  console.error(
    error instanceof InvalidObjectsError
      ? describeErrors(error.issues)
      : `error: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});

const describeErrors = (issues: readonly Issue[]): string =>
  issues.map((issue) => `error: ${issue.object} ${describeIssue(issue)}`).join("\n");
