import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { expect } from "chai";
import { ensurePython } from "../../tools/python.mjs";
import { makeRelease, notesOf, platforms, staleVersions } from "../../tools/release.mjs";
import { ensure } from "../../tools/toolchain.mjs";

const { version } = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as { version: string };

/** The archive that `pulumi plugin install` would ask for on this machine. */
const platform = `${{ win32: "windows" }[process.platform as string] ?? process.platform}-${{ x64: "amd64" }[process.arch as string] ?? process.arch}`;

describe("a release", function () {
  this.timeout("20m");
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-release-"));
  const release = join(folder, "release");

  before(() => makeRelease(release));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("has one version everywhere, and is refused under another", async () => {
    expect(staleVersions(version)).to.deep.equal([]);
    expect(staleVersions("9.9.9").join("\n")).to.include(`schema.json has version ${version} instead of 9.9.9: run npm run sdk`);
    const failure = await makeRelease(join(folder, "other"), "v9.9.9").then(String, ({ message }: Error) => message);
    expect(failure).to.equal(`the tag v9.9.9 is not v${version}`);
    expect(existsSync(join(folder, "other"))).to.equal(false);
  });

  it("has a package, a wheel, a tag for Go, notes, and the plugin for every platform", () => {
    const names = (part: string): string[] => readdirSync(join(release, part)).sort();
    expect(names(".")).to.deep.equal(["go-tags.txt", "notes.md", "npm", "plugins", "python"]);
    expect(names("npm")).to.deep.equal([`pulumi-victoriametrics-${version}.tgz`]);
    expect(names("python")).to.deep.equal([`pulumi_victoriametrics-${version}-py3-none-any.whl`]);
    const archives = platforms.map((one) => `pulumi-resource-victoriametrics-v${version}-${one}.tar.gz`);
    expect(names("plugins")).to.have.members([...archives, "SHA256SUMS"]);
    expect(readFileSync(join(release, "go-tags.txt"), "utf8")).to.equal(`sdk/go/v${version}\n`);
  });

  it("has checksums that sha256sum accepts, and refuses for a changed archive", () => {
    const check = () => spawnSync("sha256sum", ["--check", "--quiet", "SHA256SUMS"], { cwd: join(release, "plugins"), encoding: "utf8" });
    expect(check()).to.include({ status: 0, stdout: "" });
    expect(
      readFileSync(join(release, "plugins", "SHA256SUMS"), "utf8")
        .trim()
        .split("\n"),
    ).to.have.lengthOf(platforms.length);
    const archive = join(release, "plugins", `pulumi-resource-victoriametrics-v${version}-windows-arm64.tar.gz`);
    const bytes = readFileSync(archive);
    writeFileSync(archive, Buffer.concat([bytes, Buffer.from("x")]));
    expect(check().stdout).to.include("windows-arm64.tar.gz: FAILED");
    writeFileSync(archive, bytes);
  });

  it("has the section of the changelog as its notes", () => {
    const changelog = "# Changelog\n\n## 0.2.0 (2027-01-01)\n\n- New.\n\n## 0.1.0\n\n- Old.\n";
    expect(notesOf(changelog, "0.2.0")).to.equal("- New.\n");
    expect(notesOf(changelog, "0.1.0")).to.equal("- Old.\n");
    expect(() => notesOf(changelog, "0.3.0")).to.throw('CHANGELOG.md has no section "## 0.3.0"');
    expect(readFileSync(join(release, "notes.md"), "utf8")).to.match(/^- /);
  });

  it("runs no script where the package is installed, and its command line works there", () => {
    const project = join(folder, "project");
    mkdirSync(project);
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "project", private: true }));
    const tarball = join(release, "npm", `pulumi-victoriametrics-${version}.tgz`);
    execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "@pulumi/pulumi", "@pulumi/kubernetes", tarball], {
      cwd: project,
      stdio: "pipe",
    });
    const installed = join(project, "node_modules", "pulumi-victoriametrics");
    const { scripts, devDependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect({ scripts, devDependencies }).to.deep.equal({ scripts: undefined, devDependencies: undefined });
    const report = execFileSync(process.execPath, [join(installed, "dist", "cli", "cli.js"), "report"], { cwd: project, encoding: "utf8" });
    expect(report)
      .to.include(`- pulumi-victoriametrics: ${version}\n`)
      .and.to.match(/- @pulumi\/kubernetes: 4\.\d+\.\d+\n/);
  });

  it("has a plugin that pulumi installs from its archive and that then serves the schema", async () => {
    // The schema refers to types of the Kubernetes package, so its plugin is at hand too.
    const { pulumi = "", "pulumi-resource-kubernetes": kubernetes = "" } = (await ensure([
      "pulumi",
      "pulumi-resource-kubernetes",
    ])) as Record<string, string>;
    const PATH = [dirname(kubernetes), process.env.PATH].join(delimiter);
    const environment = { ...process.env, PATH, PULUMI_HOME: join(folder, "home"), PULUMI_SKIP_UPDATE_CHECK: "true" };
    const archive = join(release, "plugins", `pulumi-resource-victoriametrics-v${version}-${platform}.tar.gz`);
    const install = ["plugin", "install", "resource", "victoriametrics", version, "--file", archive];
    const { status, stderr } = spawnSync(pulumi, install, { env: environment, encoding: "utf8" });
    expect(status, stderr).to.equal(0);
    const schema = execFileSync(pulumi, ["package", "get-schema", `victoriametrics@${version}`], {
      env: environment,
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    expect(JSON.parse(schema)).to.include({ name: "victoriametrics", version });
  });

  it("has a wheel that pip installs", async () => {
    const python = await ensurePython(join(__dirname, "..", "sdk", "python", "requirements.txt"));
    const target = join(folder, "python");
    const [wheel = ""] = readdirSync(join(release, "python"));
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--no-deps", "--target", target, join(release, "python", wheel)], {
      stdio: "pipe",
    });
    const printed = execFileSync(
      python,
      ["-c", "import pulumi_victoriametrics as v; print(v.VMAgent.__name__, v.RelabelAction.DROP.value)"],
      {
        env: { ...process.env, PYTHONPATH: target },
        encoding: "utf8",
      },
    );
    expect(printed.trim()).to.equal("VMAgent drop");
  });
});
