import { readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { ensureJava } from "../../tools/java.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { mustType } from "../cli/commandLine";
import { commandsOf, sectionsIn } from "../cli/documents";
import { installedClone } from "../cli/installations";
import { lastCountIn } from "../cli/lifecycle";
import { type Session, typeSession } from "../cli/session";
import { quickstart } from "../sdk/programs";
import { withStack } from "../sdk/stack";

const checkout = join(__dirname, "..", "..");
const readme = "examples/quickstart-java/README.md";

/** The commands of its README, in a clone after `npm ci`, on a machine with Java, Maven and Pulumi's host for Java. */
async function typeReadme(): Promise<Session> {
  const folder = await installedClone();
  const executables = (await ensure(["pulumi-language-java", "javac", "mvn"])) as Record<string, string>;
  const bin = Object.values(executables).map(dirname).join(delimiter);
  return typeSession({ folder, bin, variables: await ensureJava() }, commandsOf(sectionsIn(readme)));
}

/** The objects among manifests, by the names of their files. */
const objectsIn = (files: readonly string[]): string[] => files.map((file) => file.replace(/^.*\//, "")).toSorted();

describe("the quickstart in Java", function () {
  this.timeout("60m");
  let session: Session;
  let up = "";

  before(async () => {
    session = await typeReadme();
    up = [...session.outputs].find(([{ text }]) => text === "pulumi up")?.[1] ?? "";
  });

  const said = Number(/\b(\d+) resources/.exec(readFileSync(join(checkout, readme), "utf8"))?.[1]);

  it("runs as its README says, with as many resources", () => {
    expect(lastCountIn(up, "created"), up).to.equal(said);
  });

  it("makes the objects of the quickstart in TypeScript", async () => {
    const inProcess = await withStack(
      quickstart(victoriametrics),
      async (stack) => {
        await stack.up();
        return stack.manifests();
      },
      { secretConfig: { "tests:metricsPassword": "hunter2" } },
    );
    const made = objectsIn(readdirSync(session.manifests, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml")));
    expect(made).to.deep.equal(objectsIn(Object.keys(inProcess)));
  });

  it("stays as it is", async () => {
    const place = { ...session.place, folder: join(session.place.folder, "examples", "quickstart-java") };
    const text = await mustType(place, "pulumi", "up", "--yes", "--skip-preview", "--color", "never");
    expect(lastCountIn(text, "unchanged"), text).to.equal(said);
  });
});
