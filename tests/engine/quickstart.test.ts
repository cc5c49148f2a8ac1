import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

describe("npm run quickstart", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-quickstart-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const quickstart = () => {
    const env = { ...process.env, PULUMI_BACKEND_URL: "file:///of-the-user" };
    const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/quickstart.mjs", "--folder", folder], { encoding: "utf8", env });
    expect(status, stdout + stderr).to.equal(0);
    return stdout;
  };

  it("ends with the tree of what was derived and where the manifests lie, and says unchanged the second time", () => {
    const first = quickstart();
    expect(first).to.match(/\+ 24 created/);
    expect(first).to.match(/\n {2}VMAgent monitoring\/main\n( {4}.*\n)* {4}Secret monitoring\/vmagent-main\n/);
    expect(first)
      .to.match(/The 17 manifests lie in /)
      .and.to.include("npm run quickstart -- --cluster");
    expect(readFileSync(join(folder, "manifests", "1-manifest", "apps_v1-deployment-monitoring-vmagent-main.yaml"), "utf8")).to.include(
      "config-reloader",
    );
    const second = quickstart();
    expect(second)
      .to.match(/24 unchanged/)
      .and.not.to.match(/to (create|update|replace)|created|updated/);
  });
});
