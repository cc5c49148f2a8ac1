import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Writable } from "node:stream";
import { expect } from "chai";
import { podList } from "../../tools/quickstart/pod-list.mjs";
import { isReady, nameOf, type Pod, stateOf } from "../../tools/quickstart/pods.mjs";

const pod = (status?: Pod["status"], deletionTimestamp?: string): Pod => ({
  metadata: { name: "main-0", namespace: "monitoring", deletionTimestamp },
  spec: { containers: [{}, {}] },
  status,
});
const ready = (value: "True" | "False") => [{ type: "Ready", status: value }];

describe("a pod", () => {
  it("is called by its namespace and name", () => {
    expect(nameOf(pod())).to.equal("monitoring/main-0");
  });

  it("is ready by its condition", () => {
    expect([pod(), pod({ conditions: ready("False") }), pod({ conditions: ready("True") })].map(isReady)).to.deep.equal([
      false,
      false,
      true,
    ]);
  });

  const waiting = { ready: false, state: { waiting: { reason: "ImagePullBackOff" } } };
  const states: Readonly<Record<string, Pod>> = {
    "Pending, 0 of 2 containers ready": pod(),
    "Pending, 0 of 2 containers ready, Unschedulable": pod({
      phase: "Pending",
      conditions: [{ type: "PodScheduled", status: "False", reason: "Unschedulable" }],
    }),
    "Pending, 0 of 2 containers ready, ImagePullBackOff": pod({ phase: "Pending", containerStatuses: [waiting, waiting] }),
    "Running, 1 of 2 containers ready": pod({ phase: "Running", containerStatuses: [{ ready: true }, { ready: false }] }),
    "is being deleted": pod({ phase: "Running" }, "2026-01-01T00:00:00Z"),
  };
  for (const [state, one] of Object.entries(states)) it(`says: ${state}`, () => expect(stateOf(one)).to.equal(state));
});

/** Collects all that is written, as a terminal of some size or as none. */
function stream(terminal?: { columns: number; rows: number }): NodeJS.WriteStream & { text: string } {
  const written = new Writable({
    write(chunk, _encoding, done) {
      result.text += chunk;
      done();
    },
  });
  const result = Object.assign(written, { text: "", isTTY: terminal !== undefined, ...terminal });
  return result as unknown as NodeJS.WriteStream & { text: string };
}

/** The lines that a terminal shows after these characters. */
function screen(text: string): string[] {
  const lines = [""];
  let row = 0;
  const write = (plain: string): void => {
    const [first = "", ...others] = plain.split("\n");
    lines[row] += first;
    for (const line of others) lines[++row] = line;
  };
  const [beginning = "", ...commands] = text.split("\u001b[");
  write(beginning);
  for (const command of commands) {
    const [, count, letter, rest = ""] = /^(\d+)([AGJ])(.*)$/s.exec(command) ?? expect.fail(`an unknown command: ${command}`);
    if (letter === "A") row -= Number(count);
    if (letter === "J") lines.splice(row, lines.length, "");
    write(rest);
  }
  return lines;
}

describe("the list of pods", () => {
  it("is a line for each change where the output is no terminal", () => {
    const output = stream();
    const list = podList(output);
    list.set("a/one", "Pending");
    list.print("up\n");
    list.set("a/one", "Pending");
    list.set("a/one", "Running");
    list.remove("a/one");
    list.remove("a/one");
    expect(output.text).to.equal("pod a/one: Pending\nup\npod a/one: Running\npod a/one: is gone\n");
  });

  it("stays below the other output on a terminal, with one line for each pod", () => {
    const output = stream({ columns: 80, rows: 24 });
    const list = podList(output);
    list.print("begin\n");
    list.set("a/one", "Pending");
    list.set("a/two", "Pending");
    list.print("up\n");
    list.set("a/one", "Running");
    expect(screen(output.text)).to.deep.equal(["begin", "up", "pod a/one: Running", "pod a/two: Pending", ""]);
    list.remove("a/one");
    expect(screen(output.text)).to.deep.equal(["begin", "up", "pod a/two: Pending", ""]);
  });

  it("waits for the end of a line", () => {
    const output = stream({ columns: 80, rows: 24 });
    const list = podList(output);
    list.set("a/one", "Pending");
    list.print("half a");
    list.set("a/one", "Running");
    expect(screen(output.text)).to.deep.equal(["half a"]);
    list.print(" line\n");
    expect(screen(output.text)).to.deep.equal(["half a line", "pod a/one: Running", ""]);
  });

  it("is cut to the terminal", () => {
    const output = stream({ columns: 12, rows: 3 });
    const list = podList(output);
    for (const name of ["one", "two", "three"]) list.set(`a/${name}`, "Pending");
    expect(screen(output.text)).to.deep.equal(["pod a/two: ", "pod a/three", ""]);
  });
});

describe("the command line of the quickstart", () => {
  const contradictions: Readonly<Record<string, RegExp>> = {
    "--local-cluster --cluster": /--cluster and --local-cluster are two clusters/,
    "--local-cluster --folder x": /--folder has no use with --local-cluster/,
    "--cluster --keep": /--keep has no use without --local-cluster/,
  };
  for (const [options, message] of Object.entries(contradictions))
    it(`refuses ${options}`, () => {
      const given = [join(__dirname, "../../tools/quickstart.mjs"), ...options.split(" ")];
      const { status, stderr } = spawnSync(process.execPath, given, { encoding: "utf8" });
      expect(status).to.equal(2);
      expect(stderr).to.match(message).and.to.include("Usage:");
    });
});
