import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";

const read = (name: string): string => readFileSync(join(__dirname, "../../examples/ci", name), "utf8");

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly if?: string;
}

/** The steps of the workflow for GitHub that run commands. */
const steps = (parse(read("drift-github-actions.yaml")) as { jobs: { drift: { steps: Step[] } } }).jobs.drift.steps;
const scriptOf = (name: string): string => steps.find((step) => step.name === name)?.run ?? "";
const gitlab = parse(read("drift-gitlab-ci.yaml")).drift as { readonly script: readonly string[]; readonly rules: readonly object[] };

describe("the schedules for drift in examples/ci", () => {
  let folder: string;
  const stub = (name: string, script: string): void => {
    writeFileSync(join(folder, name), `#!/bin/bash\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  /** Runs a script as a pipeline does, with programs that only note how they are called. */
  const run = (script: string) =>
    spawnSync("bash", ["-e"], {
      input: script,
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, STACK: "production" },
    });
  const calls = (): string => (existsSync(join(folder, "calls")) ? readFileSync(join(folder, "calls"), "utf8") : "");

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "drift-"));
    stub("npm", "exit 0");
    stub("gh", `echo "gh $*" >> ${folder}/calls; if [ "$2" = list ]; then cat ${folder}/open 2> /dev/null; fi; exit 0`);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [name, script] of [
    ["GitHub", scriptOf("Preview")],
    ["GitLab", gitlab.script.join("\n")],
  ] as const)
    it(`of ${name} end with the result of the preview, and keep its output`, () => {
      for (const status of [0, 255]) {
        stub("pulumi", `echo "pulumi $*"; exit ${status}`);
        expect(run(script).status).to.equal(status);
        const command = "pulumi preview --refresh --expect-no-changes --non-interactive --color never --stack production\n";
        expect(readFileSync(join(folder, "drift.txt"), "utf8")).to.equal(command);
      }
    });

  it("of GitHub open one issue, and go on in it", () => {
    expect(steps.find(({ name }) => name === "Report")?.if).to.equal("failure()");
    writeFileSync(join(folder, "drift.txt"), "deleted\n");
    expect(run(scriptOf("Report")).status).to.equal(0);
    expect(calls()).to.match(/\ngh issue create --title Drift of the stack production --body-file body\.md\n$/);
    expect(readFileSync(join(folder, "body.md"), "utf8")).to.equal("```\ndeleted\n\n```\n");
    writeFileSync(join(folder, "open"), "7\n");
    expect(run(scriptOf("Report")).status).to.equal(0);
    expect(calls()).to.match(/\ngh issue comment 7 --body-file body\.md\n$/);
  });

  it("run on schedules alone, look before they act, and leave stacks in place", () => {
    expect(parse(read("drift-github-actions.yaml")))
      .to.have.property("on")
      .that.has.keys("schedule", "workflow_dispatch");
    expect(gitlab.rules).to.deep.equal([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }]);
    const { settings, drift } = parse(read("drift-pulumi-deployments.yaml")).resources;
    expect(settings.properties).to.include({ organization: "acme", project: "monitoring", stack: "production" });
    expect(drift).to.have.property("type", "pulumiservice:DriftSchedule");
    expect(drift.properties).to.include({ organization: "acme", project: "monitoring", stack: "production", autoRemediate: false });
    expect(parse(read("drift-pulumi-operator.yaml")).spec).to.include({
      refresh: true,
      continueResyncOnCommitMatch: true,
      destroyOnFinalize: false,
    });
  });
});
