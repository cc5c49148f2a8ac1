import { spawnSync } from "node:child_process";
import { expect } from "chai";

const run = (...command: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect(status, stdout + stderr).to.equal(0);
};

describe("the sources", () => {
  it("have the types that they say", () => run("node_modules/typescript/bin/tsc", "-p", "."));
  it("are formatted and free of lint", () => run("node_modules/@biomejs/biome/bin/biome", "check", "."));
});
