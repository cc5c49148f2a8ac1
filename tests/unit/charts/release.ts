import { charts } from "../../../provider/charts/chart-list";
import { type ChartConversion, convertChart } from "../../../provider/charts/convert-chart";
import type { Data } from "../../../provider/charts/plain-data";
import { check } from "../../../provider/inspect/check-sources";
import { printManifests, readYaml } from "../../../provider/sources/manifests";
import { readSource } from "../../../provider/sources/read-source";

export const release = { name: "shop", namespace: "monitoring" };

/** The conversion of a chart's values, given as YAML. */
export function converted(chart: string, values: string): ChartConversion {
  const table = charts[chart];
  if (!table) throw new Error(`no chart ${chart}`);
  return convertChart(table, (readYaml(values, "values.yaml")[0] ?? {}) as Data, release);
}

/** The specs of the converted objects by their kinds. */
export const specsOf = ({ manifests }: ChartConversion): Record<string, Data> =>
  Object.fromEntries(manifests.map((manifest) => [manifest.kind, ((manifest as { spec?: unknown }).spec ?? {}) as Data]));

/** The paths that a conversion names. */
export const named = ({ notes }: ChartConversion): string[] => notes.map(({ path }) => path);

/** The errors that the package's own check finds in the result. */
export function errorsIn({ manifests }: ChartConversion): string[] {
  const problems = check([readSource(printManifests(manifests), "converted.yaml")]);
  return problems.filter(({ severity }) => severity === "error").map(({ object, path, message }) => `${object} ${path}: ${message}`);
}
