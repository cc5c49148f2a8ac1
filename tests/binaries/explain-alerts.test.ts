import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { type Labels, routeAlert, takenRoutes } from "../../provider/alertmanager/routing";
import { parseYaml } from "../../provider/config/parse-yaml";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { parseMatchers } from "../../provider/text/matchers";
import type { Tree } from "../../provider/text/tree";
import "../property/seed";
import { alertmanagerConfigurations, refusalOf } from "./amtool";
import { inputs } from "./inputs";

const alerts = 500;

/** A tree of routes with its configuration in a file. */
interface Routes {
  readonly file: string;
  readonly route: Tree;
  /** Matchers of all routes, from which alerts are made. */
  readonly labels: readonly (readonly [string, string])[];
}

describe("the way of an alert", () => {
  let folder: string;
  let all: Routes[];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "explain-alerts-"));
    const texts = new Set<string>(Object.values(ownTrees));
    for (const { name, text } of inputs().filter((input) => input.text.includes("kind: VMAlertmanager\n"))) {
      const { objects } = await render(readYaml(text, name), { onInvalid: "skip" });
      for (const configuration of alertmanagerConfigurations(objects)) texts.add(configuration);
    }
    const routed = [...texts].filter(
      (text) => text.includes("routes:") && pairsIn(routeOf(text)).length > 0 && refusalOf(text) === undefined,
    );
    all = routed.map((text, index) => {
      const file = join(folder, `${index}.yaml`);
      writeFileSync(file, text);
      const route = routeOf(text);
      return { file, route, labels: pairsIn(route) };
    });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it(`ends at the receivers that amtool names, for ${alerts} random alerts`, () => {
    // The goldens alone have so many.
    expect(all.length).to.be.at.least(3);
    const draw = fc
      .constantFrom(...all)
      .chain((routes) => fc.tuple(fc.constant(routes), fc.array(fc.constantFrom(...routes.labels), { maxLength: 5 }), fc.boolean()));
    fc.assert(
      fc.property(draw, ([{ file, route }, pairs, isStrict]) => {
        const labels: Labels = Object.fromEntries(pairs);
        const taken = takenRoutes(routeAlert(route, { labels, isStrict, read: String }));
        expect(taken.map(({ settings }) => settings.receiver)).to.deep.equal(receiversOf(file, labels, isStrict), JSON.stringify(labels));
      }),
      { numRuns: alerts },
    );
  }).timeout(300_000);
});

/** Trees with every kind of condition, since the routes of custom resources are alike. */
const ownTrees: Readonly<Record<string, string>> = {
  deep: `
route:
  receiver: top
  routes:
  - {match: {team: shop}, continue: true, receiver: shop, routes: [{match_re: {severity: crit.*|page}, receiver: pager}, {matchers: ["severity!=none"]}]}
  - {matchers: ["{team=~\\"shop|bank\\",severity!~\\"info.*\\"}"], receiver: both, continue: true}
  - {matchers: ["job=\\"\\""], receiver: without-job, routes: [{matchers: [team=bank], continue: true, receiver: bank}, {receiver: rest}]}
  - {matchers: ['path="a\\\\d"'], receiver: escaped}
receivers: [{name: top}, {name: shop}, {name: pager}, {name: both}, {name: without-job}, {name: bank}, {name: rest}, {name: escaped}]
`,
};

function routeOf(text: string): Tree {
  const parsed = parseYaml(text);
  if ("problem" in parsed) throw new Error(parsed.problem);
  return (parsed.data as { readonly route: Tree }).route;
}

/** Labels that some route asks for, each as asked for and in a near form. */
function pairsIn(route: Tree): (readonly [string, string])[] {
  const { match = {}, match_re = {}, matchers = [], routes = [] } = route as Readonly<Record<string, never>>;
  const own = [
    ...Object.entries({ ...(match as object), ...(match_re as object) }).map(([label, value]) => [label, String(value)] as const),
    ...(matchers as readonly string[]).flatMap((text) => parseMatchers(text, false)).map(({ label, value }) => [label, value] as const),
  ];
  const near = own.flatMap(([label, value]) =>
    value.split("|").flatMap(
      (part) =>
        [
          [label, part.replace(/\W+$/, "")],
          [label, `${part}x`],
        ] as const,
    ),
  );
  return [...own, ...near, ...(routes as readonly Tree[]).flatMap(pairsIn)];
}

function receiversOf(file: string, labels: Labels, isStrict: boolean): string[] {
  const path = process.env.PULUMI_VICTORIAMETRICS_AMTOOL;
  if (!path) throw new Error("PULUMI_VICTORIAMETRICS_AMTOOL does not say where amtool is: run npm run test:binaries");
  const texts = Object.entries(labels).map(([label, value]) => `${JSON.stringify(label)}=${JSON.stringify(value)}`);
  const mode = isStrict ? ["--enable-feature=utf8-strict-mode"] : [];
  const result = spawnSync(path, [...mode, "config", "routes", "test", `--config.file=${file}`, ...texts], { encoding: "utf8", env: {} });
  if (result.status !== 0) throw new Error(result.stderr);
  // A warning about the mode comes before it.
  return (result.stdout.trim().split("\n").at(-1) ?? "").split(",");
}
