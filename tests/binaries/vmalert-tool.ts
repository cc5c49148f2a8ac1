import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";

/** A series and its samples, one a minute, in the notation of promtool and vmalert-tool. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** Rules, the series that they are evaluated on, and when their results are asked for. */
export interface Evaluation {
  readonly groups: readonly unknown[];
  readonly series: readonly InputSeries[];
  /** How long after the first sample. */
  readonly at: string;
}

/** Names of the alerts that fire, sorted. */
export function firingAlerts(evaluation: Evaluation): string[] {
  const [alerts = ""] = answers(evaluation, ['count by (alertname) (ALERTS{alertstate="firing"})']);
  return [...alerts.matchAll(/alertname="(\w+)"/g)].map(([, name]) => name ?? "").sort();
}

/** A series that no query gives. vmalert-tool shows what it got only where that is not what it is told to expect. */
const neverThere = { labels: '{never="there"}', value: 0 };

/** The results of queries, as vmalert-tool prints them; `nil` for no result. vmalert evaluates the rules, against a database of its own. */
export function answers({ groups, series, at }: Evaluation, queries: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "vmalert-tool-"));
  try {
    const test = {
      interval: "1m",
      input_series: series,
      metricsql_expr_test: queries.map((expr) => ({ expr, eval_time: at, exp_samples: [neverThere] })),
    };
    writeFileSync(join(folder, "rules.yaml"), stringify({ groups }));
    const file = join(folder, "test.yaml");
    writeFileSync(file, stringify({ rule_files: ["rules.yaml"], evaluation_interval: "10m", tests: [test] }));
    const { stdout, stderr } = spawnSync(executable(), ["unittest", `--files=${file}`, "--disableAlertgroupLabel=true"], {
      encoding: "utf8",
      maxBuffer: 100 * 1024 * 1024,
      env: { HOME: folder, TMPDIR: folder },
    });
    const found = [...`${stdout}${stderr}`.matchAll(/^ +got: (.*?) ?\]?$/gm)].map(([, answer]) => answer ?? "");
    if (found.length !== queries.length) throw new Error(`vmalert-tool answered ${found.length} of ${queries.length}: ${stdout}${stderr}`);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function executable(): string {
  const path = process.env.PULUMI_VICTORIAMETRICS_VMALERT_TOOL;
  if (!path) throw new Error("PULUMI_VICTORIAMETRICS_VMALERT_TOOL does not say where vmalert-tool is: run npm run test:binaries");
  return path;
}
