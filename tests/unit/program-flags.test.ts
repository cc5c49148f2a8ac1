import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { inputs } from "../binaries/inputs";

const folder = join(__dirname, "flags");

/** The flags of each program, as its `-help` names them; `node tools/flags.mjs` renews a list. */
const flags = new Map(
  readdirSync(folder).map((file) => [basename(file, ".txt"), new Set(readFileSync(join(folder, file), "utf8").trim().split("\n"))]),
);

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

/** Flags that the enterprise versions have alone. */
const enterprise =
  /^(license|downsampling\.|retentionFilter$|eula$|remoteWrite\.(kafka|pubsub)|kafka\.|gcp\.|s3\.|clusterMode$|notifier\.config\.|reloadAuthKey$)/;

/** Flags that the operator derives and that the programs do not know; the components warn of the field. */
const warnedOf = /^(remoteWrite\.)?streamAggr\.ignoreFirstSampleInterval$/;

/** The names in all maps of extra arguments below a value: users may give flags that do not exist. */
function givenNames(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(/extraArgs$/i.test(key) && typeof inner === "object" && inner !== null
      ? Object.keys(inner).map((name) => name.replace(/^-+/, ""))
      : []),
    ...givenNames(inner),
  ]);
}

interface Container {
  readonly name: string;
  readonly args?: readonly string[];
}

/** Derived flags that the programs do not know, as `container -flag`, and how many were looked at. */
async function unknownFlags(text: string, name: string): Promise<{ unknown: string[]; known: number }> {
  const manifests = readYaml(text, name);
  const given = new Set(givenNames(manifests));
  const { objects } = await render(manifests, { onInvalid: "skip" });
  const containers = objects.flatMap(({ spec }) => {
    const { template } = (spec ?? {}) as { template?: { spec?: { containers?: readonly Container[] } } };
    return template?.spec?.containers ?? [];
  });
  const found = containers.flatMap(({ name: container, args = [] }) => {
    const list = flags.get(programs[container] ?? "");
    if (!list) return [];
    return args.flatMap((argument) => {
      const [, flag = ""] = /^--?([^=]+)/.exec(argument) ?? [];
      return flag === "" || given.has(flag) || enterprise.test(flag) || warnedOf.test(flag)
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
