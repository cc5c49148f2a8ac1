#!/usr/bin/env node
import * as nodeModule from "node:module";
import { Command, type CommanderError, Option } from "commander";
import type { formats } from "../inspect/check-sources";
import type { reviewFormats } from "../review/format";
import { version } from "../version";

// Node.js 22 and newer keep compiled code from one run to the next.
(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.();

/** What the commands do. It is loaded when one of them runs, so that help comes at once. */
const commands = () => import("./commands.js");
type Commands = Awaited<ReturnType<typeof commands>>;
type Name = { [Key in keyof Commands]: Commands[Key] extends (...args: never[]) => Promise<void> ? Key : never }[keyof Commands];

/** The action of a command. Commander calls it with its arguments, its options and the command itself. */
const run =
  (name: Name) =>
  async (...given: unknown[]): Promise<void> => {
    const all = await commands();
    try {
      await (all[name] as (...args: unknown[]) => Promise<void>)(...given.slice(0, -1));
    } catch (error) {
      process.exitCode = all.runFailed(error);
    }
  };

const program = new Command("pulumi-victoriametrics")
  .description("What the custom resources of VictoriaMetrics become, without a cluster and without an operator.")
  .version(version)
  .showHelpAfterError("(--help tells how it is called)")
  .exitOverride(({ exitCode }: CommanderError) => process.exit(exitCode === 0 ? 0 : 2))
  .addHelpText(
    "after",
    `
Exit codes: 0 all is well (warnings included), 1 the manifests have problems, 2 the command was not called as it should be, or cannot read a file.

Examples:
  pulumi-victoriametrics check -f manifests --format github
  kustomize build overlays/production | pulumi-victoriametrics render -f - -o rendered
  helm template prometheus-node-exporter | pulumi-victoriametrics explain -f - -f manifests ServiceMonitor/prometheus-node-exporter
  pulumi-victoriametrics graph -f manifests --svg > relations.svg`,
  );

const filesHelp = "files, folders (all .yaml, .yml and .json files below), patterns with *, ** and {a,b}, or - for standard input";

/** What every command takes beside its manifests. */
const withSettings = (command: Command): Command =>
  command
    .option("--defaults <file>", "YAML file with settings for images, versions, resources and the like")
    .option("--arguments <file>", "YAML file with what components take beside metadata and spec, by Kind/namespace/name");

/** A command over manifests. */
function command(name: string, description: string): Command {
  return withSettings(program.command(name).description(description).requiredOption("-f, --filename <path...>", filesHelp));
}

/** Collects the values of an option that may be repeated. */
const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** The same where an object is named: each -f takes one path, so that the object may follow it. */
function objectCommand(signature: string, description: string): Command {
  const made = program.command(signature).description(description).argument("<object>", "KIND/NAME or KIND/NAMESPACE/NAME");
  return withSettings(made.requiredOption("-f, --filename <path>", `${filesHelp}; may be repeated`, collect));
}

command("render", "Print the Kubernetes objects that manifests become; values of Secrets are readable in them.")
  .option(
    "-o, --output <folder>",
    "write one file per object into this folder instead of printing; files of former runs whose objects are gone are removed, unless somebody has " +
      "changed them, and other files are left alone",
  )
  .addOption(new Option("--on-invalid <what>", "what invalid objects do: fail, or be left out").choices(["fail", "skip"]).default("fail"))
  .action(run("runRender"));

const formatNames: (keyof typeof formats)[] = ["text", "json", "github"];

command("check", "Tell what is wrong with manifests, by file and line, and which objects nothing selects. Warnings do not fail.")
  .addOption(new Option("--format <format>", "how problems are printed").choices(formatNames).default("text"))
  .action(run("runCheck"));

command("convert", "Print the custom resources that objects of the prometheus-operator become.").action(run("runConvert"));

objectCommand("config", "Print the generated configuration of an object, with secrets masked.")
  .argument("[file]", "only this one of its files, such as vmagent.yaml")
  .action(run("runConfig"));

objectCommand("explain", "Tell what selects an object, or what keeps each from it, and what it becomes in the generated configuration.")
  .addOption(
    new Option(
      "--alert <labels>",
      'of a VMAlertmanager: the way of an alert with these labels (severity="critical",team="shop")',
    ).conflicts("request"),
  )
  .option("--request <request>", 'of a VMAuth: the way of a request, by user and path ("reader /api/v1/query")')
  .option("--header <header>", 'a header of the request ("X-Team: shop"); may be repeated', collect)
  .action(run("runExplain"));

command("graph", "Print the relations between the objects as Mermaid.")
  .option("--svg", "print them as a picture (SVG)")
  .action(run("runGraph"));

command("adopt", "Print the kubectl commands that end an operator's hold on objects that are taken over with `adopt: true`.")
  .requiredOption("--print-commands", "print them: nothing but you changes the cluster")
  .option("--operator-namespace <namespace>", "namespace of the operator", "vm")
  .option("--operator-deployment <name>", "Deployment of the operator", "vm-operator")
  .option("--operator-webhook <name>", "ValidatingWebhookConfiguration of the operator (default: that of its Helm chart)")
  .action(run("runAdopt"));

const reviewNames: (keyof typeof reviewFormats)[] = ["text", "markdown", "json"];

withSettings(
  program
    .command("review")
    .description(
      "Tell what a change does: which pods restart, what is at risk, which jobs, alerts and users come and go. It reads what pulumi preview --json " +
        "prints, two folders of manifests, or two revisions of git.",
    )
    .argument("[preview]", "file with the output of pulumi preview --json, or - for standard input")
    .option("--base <place>", "folder with the manifests before the change; with -f a revision")
    .option("--head <place>", "folder with the manifests after it; with -f a revision, or . for the files as they are")
    .option("-f, --filename <path...>", "files, folders or patterns in both revisions")
    .addOption(new Option("--format <format>", "how the review is printed").choices(reviewNames).default("text"))
    .addOption(
      new Option("--fail-on <what>", "end with exit code 1 if there is any").choices(["nothing", "risk", "restart"]).default("nothing"),
    ),
).action(run("runReview"));

// Whoever reads the output may have read enough.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

void program.parseAsync();
