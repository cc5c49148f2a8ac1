import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";
import { controlPlaneComponents } from "../../examples/k8s-stack/configuration";
import { dashboards } from "../../examples/k8s-stack/dashboards";
import { ruleGroups } from "../../examples/k8s-stack/rules";
import { answers, firingAlerts, type InputSeries } from "./vmalert-tool";

const read = (file: string): unknown => parse(readFileSync(join(__dirname, file), "utf8"));
const fixture = read("k8s-stack-rules.yaml") as Record<string, readonly string[] | "absent">;
const shown = read("k8s-stack-dashboards.yaml") as readonly string[];
const groups = Object.values(ruleGroups(controlPlaneComponents)).flat();
const alerts = groups.flatMap(({ rules }) => rules.flatMap((rule) => ("alert" in rule ? [rule.alert] : []))).sort();
const absent = Object.keys(fixture).filter((alert) => fixture[alert] === "absent");

/** Longer than any alert waits. */
const minutes = 840;
const at = "13h30m";

const inputSeries = (series: string, value: string): InputSeries => ({
  series,
  values: value === "~" ? "0 1 ".repeat(minutes / 2).trim() : `${value}x${minutes}`,
});

/** The series as they are when alerts fire, or when all is well. */
const seriesWhen = (state: "firing" | "well"): InputSeries[] =>
  Object.values(fixture)
    .filter((lines) => lines !== "absent")
    .flat()
    .flatMap((line) => {
      const [, series = "", firing = "", well = ""] = /^(.*) (\S+) (\S+)$/.exec(line) ?? [];
      const value = state === "firing" ? firing : well;
      return value === "-" ? [] : [inputSeries(series, value)];
    });

describe("alerts of examples/k8s-stack", () => {
  it("have series to fire on", () => {
    expect(Object.keys(fixture).sort()).to.deep.equal(alerts);
  });

  it("fire on them", () => {
    expect(firingAlerts({ groups, series: seriesWhen("firing"), at })).to.deep.equal(alerts.filter((alert) => !absent.includes(alert)));
  });

  it("do not fire when all is well, but for the Watchdog", () => {
    expect(firingAlerts({ groups, series: seriesWhen("well"), at })).to.deep.equal(["Watchdog"]);
  });

  it("fire when nothing is scraped that must be there", () => {
    const fired = firingAlerts({ groups, series: [], at: "1h" });
    expect(fired).to.include.members([...absent, "ApiServerIsDown", "KubeStateMetricsIsDown", "CoreDnsIsDown", "AlertmanagerIsDown"]);
  });
});

describe("dashboards of examples/k8s-stack", () => {
  it("have something to show in every panel", () => {
    const queries = Object.entries(dashboards).flatMap(([file, { panels }]) =>
      panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ place: `${file}: ${title}`, expr: withValues(expr) }))),
    );
    const series = [
      ...seriesWhen("firing"),
      ...shown.map((line) => inputSeries(line.slice(0, line.lastIndexOf(" ")), line.slice(line.lastIndexOf(" ") + 1))),
    ];
    const given = answers(
      { groups, series, at: "2h" },
      queries.map(({ expr }) => expr),
    );
    expect(queries.filter((_, index) => given[index] === "nil")).to.deep.equal([]);
  });
});

/** A query as Grafana sends it, with all values of its variables chosen. */
const withValues = (expr: string): string => expr.replaceAll("$__rate_interval", "5m").replaceAll(/\$[a-z]+/g, ".*");
