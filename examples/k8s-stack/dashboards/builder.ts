/** The data sources that Grafana is provisioned with. */
export const metricsSource = { type: "prometheus", uid: "victoriametrics" } as const;
export const alertmanagerSource = { type: "alertmanager", uid: "alertmanager" } as const;

/** Units of Grafana. */
type Unit = "none" | "short" | "percentunit" | "bytes" | "Bps" | "s" | "ops" | "reqps" | "pps" | "cores" | "dtdurations";

/** One line of a graph, or several that the legend tells apart by labels: `{{node}}`. */
export interface Query {
  readonly expr: string;
  readonly legend?: string;
}

/** A colour from a value on. The first has no value. */
export interface Threshold {
  readonly color: "green" | "yellow" | "orange" | "red" | "text";
  readonly value: number | null;
}

/** A panel before it has an identifier and a place. */
export interface Panel {
  readonly type: "timeseries" | "stat" | "table";
  readonly title: string;
  readonly description?: string;
  /** Columns of 24. */
  readonly width: number;
  /** Lines of about 30 pixels. */
  readonly height: number;
  readonly targets: readonly Target[];
  readonly fieldConfig: { readonly defaults: Json; readonly overrides: readonly Json[] };
  readonly options: Json;
  readonly transformations?: readonly Json[];
}

/** A query of a panel. */
interface Target {
  readonly refId: string;
  readonly datasource: typeof metricsSource;
  readonly editorMode: "code";
  readonly expr: string;
  readonly legendFormat?: string;
  readonly instant: boolean;
  readonly range: boolean;
  readonly format: "time_series" | "table";
}

type Json = Readonly<Record<string, unknown>>;

interface PanelOptions {
  readonly description?: string;
  readonly unit?: Unit;
  readonly width?: number;
  readonly height?: number;
}

/** Lines over time. */
export function graph(
  title: string,
  queries: Query | readonly Query[],
  { description, unit = "short", width = 12, height = 8, stacked = false, max }: PanelOptions & { stacked?: boolean; max?: number } = {},
): Panel {
  const custom = { fillOpacity: stacked ? 30 : 8, lineWidth: 1, showPoints: "never", stacking: { mode: stacked ? "normal" : "none" } };
  return {
    type: "timeseries",
    title,
    description,
    width,
    height,
    targets: list(queries).map((query, index) => target(query, index)),
    fieldConfig: { defaults: { unit, min: 0, ...(max !== undefined && { max }), custom }, overrides: [] },
    options: {
      legend: { displayMode: "table", placement: "bottom", calcs: ["mean", "max", "lastNotNull"], sortBy: "Last *", sortDesc: true },
      tooltip: { mode: "multi", sort: "desc" },
    },
  };
}

/** One value of now, in the colour of its threshold. */
export function stat(
  title: string,
  expr: string,
  {
    description,
    unit = "short",
    width = 4,
    height = 4,
    thresholds = [{ color: "text", value: null }],
  }: PanelOptions & { thresholds?: readonly Threshold[] } = {},
): Panel {
  return {
    type: "stat",
    title,
    description,
    width,
    height,
    targets: [target({ expr }, 0)],
    fieldConfig: { defaults: { unit, thresholds: { mode: "absolute", steps: thresholds } }, overrides: [] },
    options: { colorMode: "value", graphMode: "area", reduceOptions: { calcs: ["lastNotNull"], fields: "", values: false } },
  };
}

/** A column with the values of an expression. All columns of a table have the same labels. */
export interface Column {
  readonly title: string;
  readonly expr: string;
  readonly unit?: Unit;
}

/** The values of now, one line for each set of labels, sorted by the first column. */
export function table(
  title: string,
  columns: readonly Column[],
  { description, width = 24, height = 10 }: Omit<PanelOptions, "unit"> = {},
): Panel {
  const fieldOf = (index: number): string => (columns.length === 1 ? "Value" : `Value #${refId(index)}`);
  return {
    type: "table",
    title,
    description,
    width,
    height,
    targets: columns.map(({ expr }, index) => target({ expr }, index, "table")),
    fieldConfig: {
      defaults: {},
      overrides: columns.map(({ title: name, unit = "short" }) => ({
        matcher: { id: "byName", options: name },
        properties: [{ id: "unit", value: unit }],
      })),
    },
    options: { showHeader: true, sortBy: [{ displayName: columns[0]?.title, desc: true }] },
    transformations: [
      { id: "merge", options: {} },
      {
        id: "organize",
        options: {
          excludeByName: { Time: true, __name__: true },
          renameByName: Object.fromEntries(columns.map(({ title: name }, index) => [fieldOf(index), name])),
        },
      },
    ],
  };
}

function target({ expr, legend }: Query, index: number, format: Target["format"] = "time_series"): Target {
  const isTable = format === "table";
  return {
    refId: refId(index),
    datasource: metricsSource,
    editorMode: "code",
    expr: expr.trim().replace(/\s*\n\s*/g, " "),
    ...(legend !== undefined && { legendFormat: legend }),
    instant: isTable,
    range: !isTable,
    format,
  };
}

const refId = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);
const list = <Item>(items: Item | readonly Item[]): readonly Item[] => (Array.isArray(items) ? items : [items as Item]);

/** A choice at the top of a dashboard; expressions use it as `$name`. */
interface Variable {
  readonly name: string;
  readonly label: string;
  /** `label_values(…)`: the values are those of a label. */
  readonly query: string;
  /** Several may be chosen, all of them at first. */
  readonly isMulti?: boolean;
}

/** Panels under a common heading. */
interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

export interface DashboardOptions {
  /** Identifier of the dashboard, the last part of its address. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly variables?: readonly Variable[];
  readonly rows: readonly Row[];
}

const tag = "k8s-stack";

/** A dashboard as Grafana reads it from a file. The same options give the same text. */
export function dashboard({ uid, title, description, variables = [], rows }: DashboardOptions) {
  return {
    uid,
    title,
    description,
    tags: [tag],
    schemaVersion: 41,
    version: 1,
    editable: false,
    graphTooltip: 1,
    refresh: "1m",
    timezone: "browser",
    time: { from: "now-6h", to: "now" },
    annotations: { list: [] },
    links: [{ title: "Kubernetes", type: "dashboards", asDropdown: true, tags: [tag], includeVars: false, keepTime: true }],
    templating: { list: variables.map(templateVariable) },
    panels: placed(rows),
  };
}

export type Dashboard = ReturnType<typeof dashboard>;

function templateVariable({ name, label, query, isMulti = false }: Variable) {
  return {
    type: "query",
    name,
    label,
    datasource: metricsSource,
    query: { query, refId: name },
    definition: query,
    refresh: 2,
    sort: 1,
    multi: isMulti,
    includeAll: isMulti,
    ...(isMulti && { allValue: ".*", current: { text: "All", value: "$__all" } }),
  };
}

const columns = 24;

/** A panel or a heading in its place. */
export interface Placed {
  readonly id: number;
  readonly type: Panel["type"] | "row";
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly Target[];
}

/** Rows one below the other, their panels from left to right as long as there is room. Identifiers count from 1. */
function placed(rows: readonly Row[]): Placed[] {
  const result: Placed[] = [];
  let y = 0;
  for (const { title, panels } of rows) {
    result.push({ id: result.length + 1, type: "row", title, gridPos: { x: 0, y, w: columns, h: 1 } });
    y += 1;
    let [x, lineHeight] = [0, 0];
    for (const { width, height, ...panel } of panels) {
      if (x + width > columns) [x, y, lineHeight] = [0, y + lineHeight, 0];
      result.push({ ...panel, id: result.length + 1, gridPos: { x, y, w: width, h: height } });
      [x, lineHeight] = [x + width, Math.max(lineHeight, height)];
    }
    y += lineHeight;
  }
  return result;
}

/** Colours of a share that should stay low. */
export const lowIsGood = (warning: number, critical: number): readonly Threshold[] => [
  { color: "green", value: null },
  { color: "yellow", value: warning },
  { color: "red", value: critical },
];

/** Green at zero, else the given colour. */
export const zeroIsGood = (color: Threshold["color"] = "red"): readonly Threshold[] => [
  { color: "green", value: null },
  { color, value: 1 },
];
