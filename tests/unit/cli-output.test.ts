import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { writeObjects } from "../../provider/cli/output";
import { Progress } from "../../provider/cli/progress";
import { UsageError } from "../../provider/inspect/usage";

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

  it("lose the files of those that are gone, and nobody else's", () => {
    writeFileSync(join(folder, "kustomization.yaml"), "resources: []\n");
    writeObjects(folder, [object("one"), object("two")]);
    expect(writeObjects(folder, [object("two", "2")])).to.deep.equal({ removed: [join(folder, fileOf("one"))], kept: [] });
    expect(files()).to.have.members([fileOf("two"), "kustomization.yaml"]);
    expect(readFileSync(join(folder, fileOf("two")), "utf8")).to.match(/x: "2"/);
  });

  it("keep a file that somebody has changed, and say so once", () => {
    writeObjects(folder, [object("one")]);
    writeFileSync(join(folder, fileOf("one")), "mine\n");
    expect(writeObjects(folder, [])).to.deep.equal({ removed: [], kept: [join(folder, fileOf("one"))] });
    expect(writeObjects(folder, [])).to.deep.equal({ removed: [], kept: [] });
    expect(files()).to.deep.equal([fileOf("one")]);
  });

  it("are not written over a file of somebody else", () => {
    writeFileSync(join(folder, fileOf("one")), "mine\n");
    expect(() => writeObjects(folder, [object("one"), object("two")])).to.throw(UsageError, "not written by this program");
    expect(files()).to.deep.equal([fileOf("one")]);
  });

  it("cannot be led out of it by a record that somebody has written", () => {
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
