import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { controlPlaneComponents, defaults } from "../../examples/k8s-stack/configuration";
import { dashboards } from "../../examples/k8s-stack/dashboards";
import { ruleGroups } from "../../examples/k8s-stack/rules";
import type { AlertingRule, RecordingRule } from "../../examples/k8s-stack/rules/rule";
import { loadParsers } from "../../provider/upstream/module";

const groups = Object.values(ruleGroups(controlPlaneComponents)).flat();
const rules = groups.flatMap((group) => group.rules);
const alerts = rules.filter((rule): rule is AlertingRule => "alert" in rule);
const records = rules.filter((rule): rule is RecordingRule => "record" in rule);
const recorded = new Set(records.map(({ record }) => record));
const panels = Object.entries(dashboards).flatMap(([file, { panels: all }]) =>
  all.map((panel) => ({ ...panel, place: `${file}: ${panel.title}` })),
);
const queries = panels.flatMap(({ place, targets = [] }) => targets.map(({ expr }) => ({ place, expr })));

const repeated = (names: readonly (string | number)[]): unknown[] => names.filter((name, index) => names.indexOf(name) !== index);

/** Grafana's values for its own variables. */
const withValues = (expr: string): string => expr.replaceAll("$__rate_interval", "5m").replaceAll(/\$[a-z]+/g, "value");

/** Names of recorded series in an expression: no other name has a colon. */
const recordedIn = (expr: string): string[] =>
  [...expr.replaceAll(/"[^"]*"/g, '""').matchAll(/[a-z_]+:[a-z0-9_:]+/g)].map(([name]) => name);

describe("rules of examples/k8s-stack", () => {
  const { expression, template } = loadParsers() ?? expect.fail("there are no parsers: run npm run build");

  it("have expressions that can be evaluated", () => {
    expect(rules.flatMap(({ expr }) => expression(expr)?.message ?? [])).to.deep.equal([]);
    expect(expression("sum by (node (up)")?.message).to.be.a("string");
  });

  it("have templates that can be expanded", () => {
    const texts = alerts.flatMap(({ annotations }) => Object.values(annotations));
    expect(texts.flatMap((text) => template(text)?.message ?? [])).to.deep.equal([]);
    expect(template("{{ $value | humanise }}")?.message).to.be.a("string");
  });

  it("say of every alert how urgent it is, what was found and what to do", () => {
    for (const { alert, labels, annotations } of alerts) {
      expect(labels.severity, alert).to.be.oneOf(["critical", "warning", "info", "none"]);
      expect(annotations.summary, alert).to.match(/^\S.{9,119}$/s);
      // A finding and an action are two sentences at least.
      expect(annotations.description, alert).to.match(/[.?!] \S.*\.$/s);
    }
  });

  it("have names of their own, and alert on what the config-reloader says", () => {
    expect(repeated(groups.map(({ name }) => name))).to.deep.equal([]);
    expect(repeated(alerts.map(({ alert }) => alert))).to.deep.equal([]);
    expect(repeated(records.map((rule) => JSON.stringify([rule.record, rule.labels])))).to.deep.equal([]);
    const expressions = alerts.map(({ expr }) => expr);
    expect(expressions).to.include("configreloader_last_reload_successful == 0");
    expect(expressions.join("\n")).to.include("configreloader_k8s_watch_errors_total");
  });

  it("use recorded series that there are", () => {
    const used = [...rules, ...queries].flatMap(({ expr }) => recordedIn(expr));
    expect(used.filter((name) => !recorded.has(name))).to.deep.equal([]);
    expect([...recorded].filter((name) => !used.includes(name))).to.deep.equal([]);
  });

  it("build on no recorded series of their own group, which would be one round old", () => {
    for (const { name, rules: own } of groups) {
      const used = new Set(own.flatMap(({ expr }) => recordedIn(expr)));
      expect(
        own.flatMap((rule) => ("record" in rule && used.has(rule.record) ? [rule.record] : [])),
        name,
      ).to.deep.equal([]);
    }
  });

  it("name no component of the control plane that is not scraped", () => {
    const expressions = Object.values(ruleGroups([]))
      .flat()
      .flatMap((group) => group.rules.map(({ expr }) => expr));
    expect(expressions.filter((expr) => /job="(etcd|kube-(scheduler|controller-manager|proxy))"/.test(expr))).to.deep.equal([]);
  });
});

describe("dashboards of examples/k8s-stack", () => {
  const { expression } = loadParsers() ?? expect.fail("there are no parsers: run npm run build");

  it("have queries that can be evaluated", () => {
    expect(queries.flatMap(({ place, expr }) => (expression(withValues(expr)) ? [`${place}: ${expr}`] : []))).to.deep.equal([]);
  });

  it("have variables for all that their queries ask for, and use each", () => {
    for (const [file, { templating, panels: all }] of Object.entries(dashboards)) {
      const texts = [
        ...all.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
        ...templating.list.map(({ definition }) => definition),
      ];
      const used = new Set(texts.flatMap((text) => [...text.matchAll(/\$([a-z]+)/g)].map(([, name]) => name)));
      expect([...used], file).to.have.members(templating.list.map(({ name }) => name));
    }
  });

  it("have identifiers of their own, and panels that do not lie on each other", () => {
    expect(repeated(Object.values(dashboards).map(({ uid }) => uid))).to.deep.equal([]);
    for (const { title, panels: all } of Object.values(dashboards)) {
      expect(repeated(all.map(({ id }) => id)), title).to.deep.equal([]);
      const cells = all.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, index) => `${x + (index % w)}/${y + Math.floor(index / w)}`),
      );
      expect(new Set(cells).size, title).to.equal(cells.length);
      expect(Math.max(...all.map(({ gridPos: { x, w } }) => x + w)), title).to.be.at.most(24);
    }
  });

  it("fit into a ConfigMap each", () => {
    for (const [file, board] of Object.entries(dashboards)) expect(JSON.stringify(board, undefined, 2).length, file).to.be.below(1_000_000);
  });
});

interface ConfigEntry {
  readonly default?: unknown;
  readonly description?: string;
  readonly secret?: boolean;
}

describe("Pulumi.yaml of examples/k8s-stack", () => {
  const file = join(__dirname, "..", "..", "examples", "k8s-stack", "Pulumi.yaml");
  const { config } = parse(readFileSync(file, "utf8")) as { config: Record<string, ConfigEntry> };
  const own = Object.entries(config).filter(([key]) => !key.includes(":"));

  it("has the keys and defaults of the program", () => {
    const secrets = { grafanaPassword: undefined, slackWebhook: "", heartbeatWebhook: "" };
    expect(Object.fromEntries(own.map(([key, entry]) => [key, entry.default]))).to.deep.equal({ ...defaults, ...secrets });
    expect(own.filter(([, { description }]) => !description)).to.deep.equal([]);
  });

  it("declares no key with a default secret, which Pulumi refuses as soon as it is not set", () => {
    expect(own.filter(([, entry]) => entry.secret && entry.default !== undefined)).to.deep.equal([]);
  });
});
