import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect } from "chai";
import { charts } from "../../../provider/charts/chart-list";
import { convertChart } from "../../../provider/charts/convert-chart";
import { type Data, nested, overlaid } from "../../../provider/charts/plain-data";
import { release } from "./release";

const folder = join(__dirname, "documented");

/** `a.{b,c}` stands for `a.b` and `a.c`. */
function expanded(pattern: string): string[] {
  const open = pattern.indexOf("{");
  if (open < 0) return [pattern];
  let depth = 0;
  let start = open + 1;
  const choices: string[] = [];
  for (let index = open; index < pattern.length; index++) {
    const letter = pattern[index];
    if (letter === "{") depth++;
    if (letter === "}") depth--;
    if ((letter === "," && depth === 1) || depth === 0) {
      choices.push(pattern.slice(start, index));
      start = index + 1;
    }
    if (depth === 0) break;
  }
  return choices.flatMap((choice) => expanded(pattern.slice(0, open) + choice + pattern.slice(start)));
}

const documentedIn = (chart: string): string[] =>
  readFileSync(join(folder, `${chart}.txt`), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .flatMap((line) => line.split(/\s+/).filter(Boolean))
    .flatMap(expanded);

/** Values of all forms; one of them is another value than the chart's own. */
const probes: readonly unknown[] = [
  "probe",
  ":7777",
  { url: "http://probe" },
  true,
  false,
  7,
  { probe: "probe" },
  [{ name: "probe", value: ":7777", url: "http://probe", kind: "ConfigMap", metadata: { name: "probe" }, job_name: "probe" }],
  { enabled: true, groups: [] },
  { type: "OnDelete" },
];

/** Values of a program by which its switches show. */
const shown: Data = {
  podSecurityContext: { fsGroup: 1 },
  securityContext: { runAsUser: 1 },
  service: { type: "LoadBalancer" },
};

const perProgram = (name: string): Data[] => [{ [name]: shown }, { [name]: { persistentVolume: { enabled: false } } }];

/** Values that have a meaning only beside others. */
const contexts: readonly Data[] = [
  {},
  shown,
  { podSecurityContext: shown.podSecurityContext, securityContext: shown.securityContext },
  { spec: { paused: true } },
  { vmsingle: { enabled: false }, vmcluster: { enabled: true } },
  { mode: "statefulSet", statefulSet: { clusterMode: true } },
  { mode: "daemonSet" },
  { alertmanager: { podSecurityContext: { fsGroup: 1 }, securityContext: { runAsUser: 1 } } },
  { alertmanager: { persistentVolume: { enabled: false } } },
  { serviceAccount: { create: false, name: "own" } },
  { license: { secret: { name: "a", key: "b" } } },
  { useOperator: true, operator: { enabled: true } },
  ...[
    "server",
    "vmselect",
    "vminsert",
    "vmstorage",
    "vmauth",
    "vlselect",
    "vlinsert",
    "vlstorage",
    "vtselect",
    "vtinsert",
    "vtstorage",
  ].flatMap(perProgram),
];

/** Values that say nothing to the result, each with the reason. */
const withoutEffect: Readonly<Record<string, string>> = {
  printNotes: "the text that Helm prints after an installation",
  "global.cluster.dnsDomain": "addresses of the derived objects need no domain, but for clusters",
  "alertmanager.mode": "the Alertmanager is a StatefulSet",
  "server.mode": "a database in one pod with one claim is the same either way",
  "vmselect.mode": "vmselect is a StatefulSet, which keeps its cache",
  "vmselect.statefulSet.spec.podManagementPolicy": "pods are started together or one by one; the data is the same",
  "vmstorage.podManagementPolicy": "the same",
  "vlstorage.podManagementPolicy": "the same",
  "vtstorage.podManagementPolicy": "the same",
};

/** The sections around a path, switched on. */
function around(path: string, documented: ReadonlySet<string>): Data {
  const names = path.split(".");
  const switches = names
    .map((_, index) => [...names.slice(0, index), "enabled"].join("."))
    .filter((name) => name !== path && documented.has(name));
  return switches.reduce<Data>((all, name) => overlaid(all, nested(name, true)) as Data, {});
}

const isBelow = (path: string, above: string): boolean => path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);

/** Whether a value of the path shows in the result, or is named. */
function isTold(chart: string, path: string, documented: ReadonlySet<string>): boolean {
  const table = charts[chart];
  if (!table) return false;
  const convert = (values: Data) => convertChart(table, values, release);
  return contexts.some((context) => {
    if (Object.keys(context).some((name) => !Object.hasOwn(table.values, name))) return false;
    const base = overlaid(around(path, documented), context) as Data;
    const before = JSON.stringify(convert(base).manifests);
    return probes.some((probe) => {
      const { manifests, notes } = convert(overlaid(base, nested(path, probe)) as Data);
      const named = notes.filter((note) => isBelow(note.path, path) || isBelow(path, note.path));
      if (named.some(({ message }) => message.startsWith("is not a value of this chart") || message.startsWith("is not read")))
        return false;
      return JSON.stringify(manifests) !== before || named.length > 0;
    });
  });
}

describe("documented values of charts", () => {
  it("are listed for every chart", () => {
    expect(readdirSync(folder).map((file) => basename(file, ".txt"))).to.have.members(Object.keys(charts));
    expect(expanded("a.{b,c.{d,e}}.f")).to.deep.equal(["a.b.f", "a.c.d.f", "a.c.e.f"]);
  });

  for (const chart of Object.keys(charts))
    it(`of ${chart} are converted or named, every single one`, () => {
      const documented = new Set(documentedIn(chart));
      expect(documented.size).to.be.greaterThan(50);
      const silent = [...documented].filter((path) => !Object.hasOwn(withoutEffect, path) && !isTold(chart, path, documented));
      expect(silent).to.deep.equal([]);
    });

  it("would be missed if a table lost one", () => {
    expect(isTold("victoria-metrics-agent", "tolerations", new Set())).to.equal(true);
    expect(isTold("victoria-metrics-agent", "service.unheard", new Set())).to.equal(false);
    expect(isTold("victoria-metrics-agent", "unheard", new Set())).to.equal(false);
  });
});
