import { Command, type CommanderError, Option } from "commander";
import type { formats } from "../inspect/check-sources";
import type { targetFormats } from "../inspect/targets-formats";
import type { reviewFormats } from "../review/format";
import { version } from "../version";

/** The commands' code. It is loaded when a command runs, so that help appears at once. */
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

/** The command line with all its commands. */
export const program = new Command("pulumi-victoriametrics")
  .description("Renders, checks and explains custom resources of VictoriaMetrics without a cluster or an operator.")
  .version(version)
  .showHelpAfterError("(--help shows the usage)")
  .exitOverride(({ exitCode }: CommanderError) => process.exit(exitCode === 0 ? 0 : 2))
  .addHelpText(
    "after",
    `
Exit codes: 0 no errors (warnings are allowed), 1 the manifests have errors, 2 wrong usage or an unreadable file.

Examples:
  pulumi-victoriametrics check -f manifests --format github
  kustomize build overlays/production | pulumi-victoriametrics render -f - -o rendered
  helm template prometheus-node-exporter | pulumi-victoriametrics explain -f - -f manifests ServiceMonitor/prometheus-node-exporter
  pulumi-victoriametrics graph -f manifests --html relations.html`,
  );

const filesHelp = "files, folders (all .yaml, .yml and .json files below), patterns with *, ** and {a,b}, or - for standard input";

/** Options of every command. */
const withSettings = (command: Command): Command =>
  command
    .option("--defaults <file>", "YAML file with settings for images, versions, resources and the like")
    .option("--arguments <file>", "YAML file with further arguments of components, beside metadata and spec, by Kind/namespace/name");

/** The same, with the namespace of a ConfigGroup. */
const withNamespace = (command: Command): Command =>
  withSettings(command.option("-n, --namespace <namespace>", "namespace of objects that name none (default: default)"));

/** A command over manifests. */
function command(name: string, description: string): Command {
  return withNamespace(program.command(name).description(description).requiredOption("-f, --filename <path...>", filesHelp));
}

/** Collects the values of an option that may be repeated. */
const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** A command with an object argument: each -f takes one path, so that the object may follow it. */
function objectCommand(signature: string, description: string): Command {
  const made = program.command(signature).description(description).argument("<object>", "KIND/NAME or KIND/NAMESPACE/NAME");
  return withNamespace(made.requiredOption("-f, --filename <path>", `${filesHelp}; may be repeated`, collect));
}

command("render", "Print the Kubernetes objects derived from manifests; values of Secrets are readable.")
  .option(
    "-o, --output <folder>",
    "write one file per object into this folder instead of printing; files of former runs whose objects are gone are removed unless they were " +
      "edited since, and other files stay",
  )
  .addOption(
    new Option("--on-invalid <what>", "treatment of invalid objects: fail, or leave them out").choices(["fail", "skip"]).default("fail"),
  )
  .action(run("runRender"));

const formatNames: (keyof typeof formats)[] = ["text", "json", "github"];

command("check", "Print the problems of manifests by file and line, and unselected objects. Warnings do not fail.")
  .addOption(new Option("--format <format>", "output format").choices(formatNames).default("text"))
  .option(
    "--assume-references",
    "missing Secrets and ConfigMaps are in the cluster, made by others (External Secrets, SOPS, cert-manager) or of generated passwords: a warning " +
      "for each instead of an error",
  )
  .action(run("runCheck"));

command("convert", "Print the custom resources converted from objects of the prometheus-operator, or from the values of a Helm chart.")
  .option("--chart <chart>", "the files are values of this chart of VictoriaMetrics, later ones over earlier ones, as with helm -f")
  .option("--release <release>", "name of the chart's release, which names the custom resources (default: the chart's name)")
  .action(run("runConvert"));

const targetFormatNames: (keyof typeof targetFormats)[] = ["table", "json"];

objectCommand("config", "Print the generated configuration of an object, with secrets masked.")
  .argument("[file]", "only this one of its files, such as vmagent.yaml")
  .action(run("runConfig"));

objectCommand("explain", "Explain which workloads select an object, why others do not, and its part of the generated configuration.")
  .addOption(
    new Option(
      "--alert <labels>",
      'of a VMAlertmanager: the way of an alert with these labels (severity="critical",team="shop")',
    ).conflicts(["request", "sample"]),
  )
  .addOption(
    new Option("--request <request>", 'of a VMAuth: the way of a request, by user and path ("reader /api/v1/query")').conflicts("sample"),
  )
  .option("--header <header>", 'a header of the request ("X-Team: shop"); may be repeated', collect)
  .option(
    "--sample <series>",
    "of a VMAgent or VMSingle: what relabeling and stream aggregation make of a sample ('http_requests_total{job=\"shop\"}')",
  )
  .option("--job <job>", "the job that scrapes the sample, by its name or its scrape object (default: the only one with such targets)")
  .action(run("runExplain"));

command("targets", "Print the targets that each job of a VMAgent or VMSingle scrapes, and those that it drops, with the rule that does it.")
  .option(
    "--cluster",
    "look at the Services, Endpoints, Pods, Nodes, Ingresses and Namespaces of the cluster of KUBECONFIG, which are only listed",
  )
  .option("--base <place>", "compare with the targets of this file or folder: those that come, go or get other labels")
  .addOption(new Option("--format <format>", "output format").choices(targetFormatNames).default("table"))
  .action(run("runTargets"));

command("graph", "Print the relations between the objects as Mermaid, or write them as a page.")
  .option("--html <file>", "write a page for a browser instead: workloads, objects with their problems, a search, the way of an alert")
  .action(run("runGraph"));

command("adopt", "Print the kubectl commands that detach objects from an operator, for `adopt: true`.")
  .requiredOption("--print-commands", "print them: this program never changes the cluster")
  .option("--operator-namespace <namespace>", "namespace of the operator", "vm")
  .option("--operator-deployment <name>", "Deployment of the operator", "vm-operator")
  .option("--operator-webhook <name>", "ValidatingWebhookConfiguration of the operator (default: the one of its Helm chart)")
  .action(run("runAdopt"));

withNamespace(
  program
    .command("rbac")
    .description(
      "Print the roles that a deploying identity needs for pulumi up, preview, refresh and destroy: of a whole program, by the output of " +
        "pulumi preview --json --show-sames --show-reads, or of a ConfigGroup of manifests.",
    )
    .argument("[preview]", "file with the output of pulumi preview --json --show-sames --show-reads, or - for standard input")
    .option("-f, --filename <path...>", filesHelp),
)
  .option("--name <name>", "name of the roles", "pulumi-victoriametrics")
  .option("--service-account <account>", "NAMESPACE/NAME of a ServiceAccount, to which bindings are printed too")
  .action(run("runRbac"));

program
  .command("report")
  .description("Print what a report of a bug needs: versions, and manifests without anything that could be a credential.")
  .option("-f, --filename <path...>", filesHelp)
  .action(run("runReport"));

const reviewNames: (keyof typeof reviewFormats)[] = ["text", "markdown", "json"];

withSettings(
  program
    .command("review")
    .description(
      "Explain a change: pods that restart, risks, and jobs, alerts and users that come or go. It reads the output of pulumi preview --json, " +
        "two folders of manifests, or two revisions of git.",
    )
    .argument("[preview]", "file with the output of pulumi preview --json, or - for standard input")
    .option("--base <place>", "folder with the manifests before the change; with -f a revision")
    .option("--head <place>", "folder with the manifests after it; with -f a revision, or . for the files as they are")
    .option("-f, --filename <path...>", "files, folders or patterns in both revisions")
    .option("--cluster", "look for targets in the cluster of KUBECONFIG, whose objects are only listed, and not among the manifests")
    .addOption(new Option("--format <format>", "output format").choices(reviewNames).default("text"))
    .addOption(
      new Option("--fail-on <what>", "exit with 1 if the review has a finding of this kind")
        .choices(["nothing", "risk", "restart"])
        .default("nothing"),
    ),
).action(run("runReview"));
