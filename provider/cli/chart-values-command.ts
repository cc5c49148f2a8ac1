import { charts } from "../charts/chart-list";
import { convertChart } from "../charts/convert-chart";
import { type Data, isData, layered } from "../charts/plain-data";
import { UsageError } from "../inspect/usage";
import { type Position, readSource } from "../sources/read-source";
import { nearest } from "../text/nearest";
import { own } from "../text/own";
import type { Manifest } from "../world/objects";
import type { TextFile } from "./input";

/** The chart of a conversion, and its release. */
export interface ChartOptions {
  readonly chart: string;
  readonly release?: string;
  readonly namespace?: string;
}

/** A value that the result does not have, or has in another way, and its place in the files of values. */
export interface PlacedNote {
  readonly position?: Position;
  readonly path: string;
  readonly message: string;
}

/** Converts the values of a chart in files, of which later ones win. */
export function chartConversion(
  texts: readonly TextFile[],
  { chart: name, release = name, namespace = "default" }: ChartOptions,
): { readonly manifests: readonly Manifest[]; readonly notes: readonly PlacedNote[] } {
  const chart = own(charts, name);
  if (!chart) {
    const like = nearest(name, Object.keys(charts));
    throw new UsageError(
      `no chart ${name}${like === undefined ? "" : `, did you mean ${like}?`}: choose one of ${Object.keys(charts).join(", ")}`,
    );
  }
  const files = texts.map(valuesIn);
  const given = files.reduce<Data>((all, { values }) => layered(all, values) as Data, {});
  const { manifests, notes } = convertChart(chart, given, { name: release, namespace });
  const placed = notes.map(({ path, message }) => ({
    path,
    message,
    position: files.map((file) => file.positionOf(path)).findLast(Boolean),
  }));
  return { manifests, notes: placed };
}

/** The values in a file, and the places of those that it has. */
function valuesIn({ text, name }: TextFile): { readonly values: Data; readonly positionOf: (path: string) => Position | undefined } {
  const { objects, problems } = readSource(text, name);
  const [problem] = problems;
  if (problem) throw new UsageError(`${name}:${problem.position.line}:${problem.position.column}: ${problem.message}`);
  if (objects.length > 1) throw new UsageError(`${name}: holds several documents: values of a chart are one`);
  const [source] = objects;
  if (!source) return { values: {}, positionOf: () => undefined };
  const { object, positionOf } = source;
  if (!isData(object)) throw new UsageError(`${name}: holds no values: expected a map of names and values`);
  return {
    values: object,
    positionOf: (path) => (Object.hasOwn(object, String(/^[\w-]+/.exec(path)?.[0])) ? positionOf(path) : undefined),
  };
}

/** `values.yaml:3:5 path: message (warning)`. */
export function shownNote({ position, path, message }: PlacedNote): string {
  const place = position ? `${position.file}:${position.line}:${position.column} ` : "";
  return `${place}${path}: ${message} (warning)`;
}
