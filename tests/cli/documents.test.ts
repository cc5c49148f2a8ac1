import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { blocksIn, documents } from "../code-blocks/blocks";
import { twoAtOnce } from "./atOnce";
import { type } from "./commandLine";
import { type Command, commandsOf, sections, sectionsIn } from "./documents";
import { lastCountIn } from "./lifecycle";
import { mayBeTyped, typedIn, unusedBeginnings } from "./notTyped";
import { configuration, examples, gettingStarted, languages, sessions } from "./readings";
import { type Session, typeSession } from "./session";

describe("the commands of the documents", function () {
  this.timeout("30m");
  let typed: (name: string) => Promise<Session>;

  before(() => {
    typed = twoAtOnce(
      Object.fromEntries(
        Object.entries(sessions).map(([name, session]) => [
          name,
          async () => typeSession(await session.place(), typedIn(session.sections, session.before)),
        ]),
      ),
    );
  });

  /** The first command of a session that begins with a text, with its output. */
  const outputOf = async (session: string, beginning: string): Promise<readonly [Command, string]> => {
    const { outputs } = await typed(session);
    const found = [...outputs].find(([{ text }]) => text.startsWith(beginning));
    if (!found) throw new Error(`${session} has no command ${beginning}`);
    return found;
  };

  for (const [name, session] of Object.entries(sessions)) {
    it(`run as printed: ${name}`, async () => {
      const { outputs } = await typed(name);
      expect(typedIn(session.sections, session.before)).to.have.length.above(0);
      expect(outputs.size).to.be.at.least(typedIn(session.sections, session.before).length);
    });
  }

  it("make as many resources as the documents say", async () => {
    const counted: string[] = [];
    for (const document of ["README.md, in a clone", ...examples.filter((name) => !name.endsWith("shop/README.md"))]) {
      const [command, output] = await outputOf(document, "pulumi up");
      const count = lastCountIn(output, "created");
      expect(count, output).to.be.above(10);
      const said = /\b(\d+) resources/.exec(command.comment || readFileSync(command.document, "utf8"))?.[1];
      if (said === undefined) continue;
      expect(count, output).to.equal(Number(said));
      counted.push(document);
    }
    expect(counted).to.have.length.above(4);
  });

  /** The new resources of a preview, by type and name, in the order of their text. */
  const newIn = (output: string): string[] =>
    [...output.matchAll(/^ *\+ (\S+): \(create\)\n\s+\[urn=\S+::(\S+)\]/gm)].map(([, type, name]) => `${type} ${name}`).toSorted();

  it("preview the objects of the first program that the document names, the same in each language", async () => {
    const [typeScript = [], ...others] = await Promise.all(
      languages.map(async (language) => newIn((await outputOf(`${gettingStarted} in ${language}`, "pulumi preview --diff"))[1])),
    );
    for (const other of others) expect(other).to.deep.equal(typeScript);
    const countOfType = (type: string): number => typeScript.filter((resource) => resource.startsWith(`kubernetes:${type} `)).length;
    const counts = ["apps/v1:Deployment", "core/v1:Service", "core/v1:ServiceAccount", "core/v1:PersistentVolumeClaim"].map(countOfType);
    expect(counts, typeScript.join("\n")).to.deep.equal([2, 2, 2, 1]);
    expect(typeScript).to.include("kubernetes:core/v1:Secret main-vmagent-config");
  });

  const [{ text: message } = { text: "" }] = blocksIn(gettingStarted).filter(
    ({ language, text }) => language === "text" && text.includes("not valid"),
  );

  for (const language of languages) {
    it(`find the mistake of the document with its message, in ${language}`, async () => {
      const { place } = await typed(`${gettingStarted} in ${language}`);
      const [[name = "", program = ""] = []] = Object.entries(sections(gettingStarted, language)[0]?.files ?? {}).slice(-1);
      expect(program).to.include("30d");
      writeFileSync(join(place.folder, name), program.replace("30d", "30days"));
      const { code, text } = await type(place, "pulumi", "preview", "--diff", "--color", "never");
      expect(code).not.to.equal(0);
      const shown = language === "Python" ? message.replace("spec.retentionPeriod", "spec.retention_period") : message; // as the document says
      expect(text.replaceAll(/\s+/g, " ")).to.include(shown.trim().replaceAll(/\s+/g, " "));
    });
  }

  it("set the configuration that the document shows for them", async () => {
    const { place } = await typed("commands for a stack");
    const [shown] = blocksIn(configuration).filter(({ language, text }) => language === "yaml" && text.startsWith("config:\n"));
    const { config } = parse(shown?.text ?? "") as { config: object };
    expect(config).to.have.property("victoriametrics:vmagent");
    const set = readFileSync(join(place.folder, "Pulumi.dev.yaml"), "utf8").replaceAll('"', ""); // `pulumi config set` writes text, which means the same
    expect(parse(set).config).to.deep.include(config);
  });
});

describe("every command of a document", () => {
  const all = documents.filter((document) => document !== "CONTRIBUTING.md").flatMap(sectionsIn);
  const inSessions = new Set(
    [...sections(gettingStarted, "The package"), ...Object.values(sessions).flatMap((session) => session.sections)].map(
      ({ document, title }) => `${document} ${title}`,
    ),
  );

  it("is typed, or named with the reason", () => {
    const left = all.filter(({ document, title }) => !inSessions.has(`${document} ${title}`)).flatMap(({ commands }) => commands);
    expect(left.filter(mayBeTyped).map(({ document, line, text }) => `${document}:${line} ${text}`)).to.deep.equal([]);
  });

  it("that is named with a reason is still there", () => {
    expect(unusedBeginnings(commandsOf(all))).to.deep.equal([]);
  });
});
