import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { inputs } from "../binaries/inputs";
import { containersOf, enterpriseFlags, flagOf, givenNames, programFlags } from "../derived-flags";

/**
 * The program of each main container. Those of VMCluster are not in the modules that the lists were made from. The module of VictoriaTraces is
 * not to be had; it is a descendant of VictoriaLogs and has its flags.
 */
const programs: Readonly<Record<string, string>> = {
  vmagent: "vmagent",
  vmalert: "vmalert",
  vmauth: "vmauth",
  vmsingle: "victoria-metrics",
  vlagent: "vlagent",
  ...Object.fromEntries(
    ["vl", "vt"].flatMap((prefix) => ["single", "insert", "select", "storage"].map((role) => [prefix + role, "victoria-logs"])),
  ),
};

/** Flags that the operator derives and that the programs do not know; the components warn of the field. */
const warnedOf = /^(remoteWrite\.)?streamAggr\.ignoreFirstSampleInterval$/;

/** Derived flags that the programs do not know, as `container -flag`, and how many were looked at. */
async function unknownFlags(text: string, name: string): Promise<{ unknown: string[]; known: number }> {
  const manifests = readYaml(text, name);
  const given = new Set(givenNames(manifests));
  const { objects } = await render(manifests, { onInvalid: "skip" });
  const found = containersOf(objects).flatMap(({ name: container, args = [] }) => {
    const list = programFlags.get(programs[container] ?? "");
    if (!list) return [];
    return args.flatMap((argument) => {
      const flag = flagOf(argument);
      return flag === "" || given.has(flag) || enterpriseFlags.test(flag) || warnedOf.test(flag)
        ? []
        : [{ text: `${container} -${flag}`, isKnown: list.has(flag) }];
    });
  });
  return { unknown: found.filter(({ isKnown }) => !isKnown).map(({ text }) => text), known: found.filter(({ isKnown }) => isKnown).length };
}

describe("derived flags", () => {
  it("are known to the programs that get them, in every input", async () => {
    let known = 0;
    const problems: string[] = [];
    for (const { name, text } of inputs()) {
      const result = await unknownFlags(text, name);
      known += result.known;
      problems.push(...result.unknown.map((flag) => `${name}: ${flag}`));
    }
    expect(problems).to.deep.equal([]);
    expect(known).to.be.greaterThan(50);
  }).timeout(240_000);

  it("are compared with lists that lack a flag that does not exist", async () => {
    const text = [
      "apiVersion: operator.victoriametrics.com/v1",
      "kind: VLSingle",
      "metadata: { name: main, namespace: ns }",
      "spec: { containers: [{ name: vlsingle, args: [-storageDataPth=/x] }] }",
    ].join("\n");
    expect((await unknownFlags(text, "made-up")).unknown).to.deep.equal(["vlsingle -storageDataPth"]);
  });
});
