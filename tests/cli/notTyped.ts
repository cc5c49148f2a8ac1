import { type Command, commandsOf, type Section } from "./documents";

/** Commands of the documents that no test types, by their beginning, each with the reason. A document before a colon is the only one that is meant. */
const notTyped: Readonly<Record<string, string>> = {
  kubectl: "it needs a cluster",
  "helm get values": "it needs a release in a cluster",
  "npx pulumi-victoriametrics targets -f manifests --cluster": "it needs a cluster",
  "pulumi preview --refresh": "it compares a stack with its cluster",
  "examples/platform-and-teams/shop/README.md: pulumi up": "it writes into objects that the platform's stack has made in a cluster",
  dotnet: "the .NET SDK is not among the programs of the tests",
  "examples/quickstart-csharp/README.md: pulumi up": "the .NET SDK is not among the programs of the tests",
  "examples/quickstart-java/README.md: pulumi up": "npm run test:java types it",
  "(cd path/to/checkout && npm run sdk": "the READMEs of the quickstarts in C# and Java have the same command",
  "pulumi package add": "language hosts that are built from their modules are older than this command",
  "npm test": "it is the tests",
  "npm run bench": "it measures, on an idle machine",
  "npm run quickstart -- --local-cluster": "the tests of clusters run it",
  "npm run quickstart -- --cluster": "it needs a cluster",
  kind: "it needs Docker",
  "rm -r .pulumi-victoriametrics/quickstart-cluster": "only the commands for a cluster make this folder",
};

/** Whether a command is one of those that the table names. */
const isNamed = ({ document, text }: Command, beginning: string): boolean =>
  text.startsWith(beginning) || `${document}: ${text}`.startsWith(beginning);

export const mayBeTyped = (command: Command): boolean => !Object.keys(notTyped).some((beginning) => isNamed(command, beginning));

/** The beginnings in the table that none of some commands has. */
export function unusedBeginnings(commands: readonly Command[]): string[] {
  const parts = commands.flatMap((command) => command.text.split(" | ").map((text) => ({ ...command, text })));
  return Object.keys(notTyped).filter((beginning) => !parts.some((part) => isNamed(part, beginning)));
}

/** The commands of sections that are typed, without those that were typed before. A pipe ends before a part that is not typed. */
export function typedIn(sections: readonly Section[], before: readonly string[] = []): Command[] {
  return commandsOf(sections).flatMap((command) => {
    const parts = command.text.split(" | ");
    const end = parts.findIndex((text) => !mayBeTyped({ ...command, text }));
    const text = parts.slice(0, end === -1 ? parts.length : end).join(" | ");
    return text === "" || before.includes(text) ? [] : [{ ...command, text }];
  });
}
