import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ownersIn, writeObjects } from "../../../provider/cli/output";
import { Progress } from "../../../provider/cli/progress";
import { UsageError } from "../../../provider/inspect/usage";
import { render } from "../../../provider/render";
import { v1beta1 } from "../../../provider/world/objects";

const object = (name: string, data = "1") => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace: "a" },
  data: { x: data },
});
const fileOf = (name: string): string => `${name}.a.configmap.yaml`;

describe("objects in a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rendered-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const files = () => readdirSync(folder).filter((name) => !name.startsWith("."));

  it("lose the files of removed objects, and no other files", () => {
    writeFileSync(join(folder, "kustomization.yaml"), "resources: []\n");
    writeObjects(folder, [object("one"), object("two")]);
    expect(writeObjects(folder, [object("two", "2")])).to.deep.equal({ removed: [join(folder, fileOf("one"))], kept: [] });
    expect(files()).to.have.members([fileOf("two"), "kustomization.yaml"]);
    expect(readFileSync(join(folder, fileOf("two")), "utf8")).to.match(/x: "2"/);
  });

  it("keep an edited file, and say so once", () => {
    writeObjects(folder, [object("one")]);
    writeFileSync(join(folder, fileOf("one")), "mine\n");
    expect(writeObjects(folder, [])).to.deep.equal({ removed: [], kept: [join(folder, fileOf("one"))] });
    expect(writeObjects(folder, [])).to.deep.equal({ removed: [], kept: [] });
    expect(files()).to.deep.equal([fileOf("one")]);
  });

  it("keep the files of what is paused, even of an object that is no longer derived, and lose those of what is gone", () => {
    const objects = [object("one"), object("two"), object("three")];
    const [one, two, three] = objects;
    if (!one || !two || !three) throw new Error("expected three objects");
    const owners = new Map([
      [one, "VMAgent/a/x"],
      [two, "VMAgent/a/y"],
      [three, "VMAgent/a/x"],
    ]);
    writeObjects(folder, objects, { owners, paused: [] });
    expect(ownersIn(folder)).to.have.members(["VMAgent/a/x", "VMAgent/a/y"]);
    const paused = { owners: new Map(), paused: ["VMAgent/a/x"] };
    expect(writeObjects(folder, [], paused)).to.deep.equal({ removed: [join(folder, fileOf("two"))], kept: [] });
    expect(files()).to.have.members([fileOf("one"), fileOf("three")]);
    // They are remembered, so they go as soon as nobody asks for them any more.
    expect(writeObjects(folder, [], { owners: new Map(), paused: [] }).removed).to.have.lengthOf(2);
  });

  it("keep what an older version has written while anything is paused, since nobody knows what it comes from", () => {
    writeObjects(folder, [object("one")]);
    const { files: hashes } = JSON.parse(readFileSync(join(folder, ".pulumi-victoriametrics.json"), "utf8"));
    writeFileSync(join(folder, ".pulumi-victoriametrics.json"), JSON.stringify({ files: hashes }));
    expect(writeObjects(folder, [], { owners: new Map(), paused: ["VMAgent/a/x"] }).removed).to.deep.equal([]);
    expect(files()).to.deep.equal([fileOf("one")]);
  });

  it("of a paused component are still scraped where they were before", async () => {
    const scraper = {
      apiVersion: v1beta1,
      kind: "VMSingle",
      metadata: { name: "m", namespace: "a" },
      spec: { ingestOnlyMode: false, selectAllByDefault: true },
    };
    const other = { ...scraper, metadata: { name: "o", namespace: "a" }, spec: { paused: true } };
    const textOf = async (before: string[]) =>
      (await render([scraper, other], { rendered: before })).configs[0]?.files["scrape.yaml"] ?? "";
    expect(await textOf(["VMSingle/a/o"])).to.contain("vmsingle-o");
    expect(await textOf([])).not.to.contain("vmsingle-o");
  });

  it("are not written over another program's file", () => {
    writeFileSync(join(folder, fileOf("one")), "mine\n");
    expect(() => writeObjects(folder, [object("one"), object("two")])).to.throw(UsageError, "not written by this program");
    expect(files()).to.deep.equal([fileOf("one")]);
  });

  it("cannot be led out of it by a forged record", () => {
    const outside = join(folder, "..", `${Date.now()}.yaml`);
    writeFileSync(outside, "");
    writeFileSync(join(folder, ".pulumi-victoriametrics.json"), JSON.stringify({ files: { [`../${outside.split("/").at(-1)}`]: "" } }));
    expect(writeObjects(folder, [])).to.deep.equal({ removed: [], kept: [] });
    rmSync(outside);
  });
});

describe("progress", () => {
  const shownBy = (isTTY: boolean, times: readonly number[]): string[] => {
    const written: string[] = [];
    let time = 0;
    const progress = new Progress({ isTTY, columns: 20, write: (text) => written.push(text) }, () => time);
    for (const at of times) {
      time = at;
      progress.show(`deriving VMAgent/monitoring/at-${at}`);
    }
    progress.end();
    return written;
  };
  const clear = "\r\u001b[2K";

  it("is one line that goes away, and only of long runs", () => {
    expect(shownBy(true, [0, 399, 400, 450, 501])).to.deep.equal([`${clear}deriving VMAgent/mo`, `${clear}deriving VMAgent/mo`, clear]);
    expect(shownBy(true, [0, 399])).to.deep.equal([]);
  });

  it("is not shown where there is no terminal", () => {
    expect(shownBy(false, [0, 1000])).to.deep.equal([]);
  });
});
