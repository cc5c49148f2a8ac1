import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { documents } from "../code-blocks/blocks";
import { mustType, newFolder, type Place, stateIn } from "./commandLine";
import { type Command, commandsOf, type Section, sections, sectionsIn } from "./documents";
import { installedClone, makeRepository, packed, pythonEnvironment, pythonQuickstart, withoutCompiler } from "./installations";
import { registryWith } from "./registry";

const checkout = join(__dirname, "..", "..");
export const gettingStarted = "docs/getting-started.md";
export const configuration = "docs/installation-configuration.md";

/** Commands that are typed into one shell. */
interface Reading {
  readonly sections: readonly Section[];
  /** Makes the folder that the documents take for granted. */
  readonly place: () => Promise<Place>;
  /** Commands that others have typed in that folder before. */
  readonly before?: readonly string[];
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A folder in the workspace of docs/getting-started.md, beside the clone, with the files of a section. */
async function program(name: string, language: string): Promise<string> {
  const folder = join(newFolder(name), "metrics");
  mkdirSync(folder);
  symlinkSync(await installedClone(), join(folder, "..", "pulumi-victoriametrics"), "junction");
  symlinkSync(join(await withoutCompiler(), "node_modules"), join(folder, "node_modules"), "junction");
  cpSync(join(await withoutCompiler(), "package.json"), join(folder, "package.json"));
  for (const { files } of sections(gettingStarted, language)) write(folder, files);
  return folder;
}

/** README's manifests of alerts, a scrape object and a user, under all names that documents give to a folder of manifests. */
function manifestsInto(folder: string, ...names: readonly string[]): void {
  for (const name of names) {
    for (const kind of ["VMAlert", "VMServiceScrape", "VMUser"]) {
      cpSync(join(checkout, "docs", "kinds", `${kind}.yaml`), join(folder, name, `${kind}.yaml`));
    }
  }
}

/** Manifests of an application with its Service, for commands that ask for it. */
const service = `apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop, labels: { app: shop } }
spec: { selector: { app: shop }, ports: [{ name: metrics, port: 8080 }] }
`;

/** The folder of a program whose package is installed, with the manifests of an operator and the values of a chart. */
async function withManifests(): Promise<Place> {
  const folder = await program("manifests", "TypeScript");
  manifestsInto(folder, "FOLDER", "manifests", "before", "after");
  write(folder, { "FOLDER/service.yaml": service, "values.yaml": "server: { retentionPeriod: 30d }\n" });
  cpSync(join(folder, "manifests", "VMAlert.yaml"), join(folder, "operator.yaml"));
  const rendered = await mustType({ folder }, "npx", "pulumi-victoriametrics", "render", "-f", "operator.yaml");
  writeFileSync(join(folder, "running.yaml"), rendered.slice(rendered.indexOf("\n") + 1));
  return { folder };
}

/** A stack of a program whose package comes from a registry, with manifests as a repository of git. */
async function withStack(): Promise<Place> {
  const folder = newFolder(join("stack", "metrics"));
  for (const { files } of sections(gettingStarted, "TypeScript")) write(folder, files);
  const packageFile = JSON.stringify({ name: "metrics", private: true, main: "index.ts" });
  write(folder, { "package.json": packageFile, "FOLDER/service.yaml": service, "running.yaml": "" });
  manifestsInto(folder, "FOLDER", "manifests", "before", "after");
  await makeRepository(folder, "manifests");
  symlinkSync("preview.json", join(folder, "PREVIEW"));
  const variables = { ...stateIn(newFolder(join("stack", "state"))), npm_config_registry: await registry() };
  await mustType({ folder, variables }, "pulumi", "stack", "init", "dev");
  return { folder, variables };
}

const textsOf = (commands: readonly Command[]): string[] => commands.map(({ text }) => text);

let close = async (): Promise<void> => undefined;
after(() => close());

/** The address of a registry that has the package, which is not released yet. */
async function registry(): Promise<string> {
  const manifest = JSON.parse(
    readFileSync(join(await withoutCompiler(), "node_modules", "pulumi-victoriametrics", "package.json"), "utf8"),
  );
  const opened = await registryWith(await packed(), manifest);
  close = opened.stop;
  return opened.url;
}

/** A copy of the clone for commands that write into it, with the modules that are installed there. */
async function cloneToWriteInto(name: string): Promise<Place> {
  const [clone, folder] = [await installedClone(), newFolder(name)];
  const modules = join(clone, "node_modules");
  // With other times the modules would look older than the list of them, and be installed again.
  cpSync(clone, folder, { recursive: true, preserveTimestamps: true, filter: (path) => path !== modules });
  symlinkSync(modules, join(folder, "node_modules"), "junction");
  return { folder };
}

/** The folder of a program in another language, with the clone where the documents say that it is. */
async function withCheckout(name: string): Promise<Place> {
  const folder = newFolder(name);
  mkdirSync(join(folder, "path", "to"), { recursive: true });
  symlinkSync(await installedClone(), join(folder, "path", "to", "checkout"), "junction");
  return { folder };
}

const inClone = async (): Promise<Place> => ({ folder: await installedClone() });

const exampleReadmes = documents.filter((document) => document.startsWith("examples/"));
/** Those whose SDK the clone does not hold. */
const sdkReadmes = ["examples/quickstart-csharp/README.md", "examples/quickstart-java/README.md"];
/** The READMEs of the examples whose programs run here. */
export const examples = exampleReadmes.filter((document) => !sdkReadmes.includes(document) && commandsOf(sectionsIn(document)).length > 0);

/** The languages of the first program. */
export const languages = ["TypeScript", "Python", "Go", "YAML"];

/** The sessions of a reader, by their names: each has a shell and a state of its own. */
export const sessions: Readonly<Record<string, Reading>> = {
  ...Object.fromEntries(
    languages.map((language) => [
      `${gettingStarted} in ${language}`,
      {
        sections: sections(gettingStarted, language, "The preview"),
        place: async () => {
          const folder = await program(language.toLowerCase(), language);
          // A host that was built from its module does not know of the environment in Pulumi.yaml, only of an activated one.
          return { folder, ...(language === "Python" && { bin: join(folder, "venv", "bin") }) };
        },
      },
    ]),
  ),
  "README.md, in a clone": { sections: sections("README.md", "Two commands"), place: inClone, before: ["npm ci"] },
  ...Object.fromEntries(
    examples.map((document) => [
      document,
      document.includes("python")
        ? {
            sections: sectionsIn(document),
            place: async () => ({ folder: await installedClone(), bin: (await pythonQuickstart()).bin }),
            before: textsOf(pythonEnvironment).slice(1),
          }
        : { sections: sectionsIn(document), place: inClone },
    ]),
  ),
  ...Object.fromEntries(
    sdkReadmes.map((document) => [
      document,
      { sections: sectionsIn(document), place: () => cloneToWriteInto(basename(dirname(document))) },
    ]),
  ),
  "the pages of the kinds": {
    sections: documents.filter((document) => document.startsWith("docs/kinds/")).flatMap(sectionsIn),
    place: inClone,
  },
  "commands for manifests": {
    sections: [
      ...sections("README.md", "Before anything is applied"),
      ...sectionsIn("docs/from-the-operator.md").filter(({ title }) => !/^[35]/.test(title)),
      ...["from-the-helm-charts", "mistakes", "targets", "why-is-it-not-scraped"].flatMap((name) => sectionsIn(`docs/${name}.md`)),
    ],
    place: withManifests,
  },
  "commands for a stack": {
    sections: [
      ...sections(configuration, "typescript", "What is needed"),
      ...sectionsIn("docs/command-line.md"),
      ...sections("docs/from-the-operator.md", "3. Preview", "5. Take the objects over"),
      ...["docs/changes-in-pull-requests.md", "docs/day-2.md", "docs/upgrades.md"].flatMap(sectionsIn),
      ...sections(configuration, "Configuration"),
    ],
    place: withStack,
  },
  "the SDK in Python": {
    sections: sections(configuration, "python"),
    place: async () => ({ ...(await withCheckout("sdk-python")), bin: (await pythonQuickstart()).bin }),
  },
  "the SDK in Go": {
    sections: sections(configuration, "go"),
    place: async () => {
      const place = await withCheckout("sdk-go");
      for (const { files } of sections(gettingStarted, "Go")) write(place.folder, files);
      await mustType(place, "go", "mod", "init", "metrics");
      return place;
    },
  },
};
