import { otherKinds } from "../../provider/kinds/other-kinds";
import { grouped } from "../../provider/text/grouped";
import { type Difference, differencesOf } from "./compare";
import { readDefinitions } from "./definitions";
import { knownDifferences } from "./known";
import { ourDefinitions } from "./schemas";
import { type VariableDifference, variableDifferences } from "./settings";
import { readVariables, variablesFile } from "./variables";

/** A difference of a field, once for all its places. */
interface FieldDifference extends Pick<Difference, "change" | "field" | "text"> {
  readonly places: readonly Pick<Difference, "kind" | "path">[];
}

/** Everything in which a checkout of the operator differs from this package. */
export interface Report {
  readonly fields: readonly FieldDifference[];
  /** Defaults and versions; undefined if the checkout has no table of them. */
  readonly variables?: readonly VariableDifference[];
  /** Differences that are left out, since they are meant: they stand in `known.ts`. */
  readonly known: readonly string[];
}

/** Compares a checkout with our schemas and settings. */
export function compareWith(checkout: string): Report {
  const others = new Set<string>(otherKinds["operator.victoriametrics.com"]);
  const all = byField(differencesOf(readDefinitions(checkout), ourDefinitions(), others));
  const variables = readVariables(checkout);
  return {
    fields: all.filter((difference) => knownAs(difference) === undefined),
    ...(variables && { variables: variableDifferences(variables) }),
    known: all.map(knownAs).filter((entry) => entry !== undefined),
  };
}

function byField(differences: readonly Difference[]): FieldDifference[] {
  const groups = grouped(
    differences.map((difference) => [JSON.stringify([difference.change, difference.field, difference.text]), difference]),
  );
  return [...groups.values()].map((group) => {
    const [{ change, field, text }] = group as [Difference];
    return { change, field, text, places: group.map(({ kind, path }) => ({ kind, path })) };
  });
}

/** The entry of the table of known differences. */
const knownAs = ({ field, text }: FieldDifference): string | undefined =>
  [field, `${field}: ${text}`].find((entry) => knownDifferences.has(entry));

/** The number of differences that are not known. */
export const sizeOf = ({ fields, variables = [] }: Report): number => fields.length + variables.length;

/** The report as tables for readers: one for each kind, for types of several kinds, and for defaults. */
export function reportText(report: Report): string {
  const { fields, variables, known } = report;
  const sections = [
    ...grouped(fields.map((difference) => [sectionOf(difference), lineOf(difference)])),
    ["Defaults and versions", variables?.map(({ change, variable, text }) => `${change} ${variable}: ${text}`) ?? []] as const,
  ];
  const tables = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `${title}\n${indented(lines)}\n`);
  const notes = [
    ...(variables ? [] : [`There is no ${variablesFile}, so defaults and versions were not compared.`]),
    ...(known.length > 0 ? [`${known.length} known differences are left out: tools/operator/known.ts has their reasons.`] : []),
    sizeOf(report) === 0 ? "Nothing is new." : `${sizeOf(report)} differences: + new there, - gone there, ~ changed.`,
  ];
  return `${[...tables, ...notes].join("\n")}\n`;
}

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join("\n");
const kindsOf = ({ places }: FieldDifference): string[] => [...new Set(places.map(({ kind }) => kind))];

const isWholeKind = ({ places: [first] }: FieldDifference): boolean => first?.path === "";

function sectionOf(difference: FieldDifference): string {
  const [kind = "", ...others] = kindsOf(difference);
  if (isWholeKind(difference)) return "Kinds";
  if (difference.field.includes("/")) return "Types of Kubernetes";
  return others.length === 0 ? kind : "Types of several kinds";
}

/** A field of one place by its path, one of several by its type. */
function lineOf(difference: FieldDifference): string {
  const { change, field, text, places } = difference;
  const [first] = places;
  if (isWholeKind(difference)) return `${change} ${field} (${text})`;
  if (places.length === 1) return `${change} ${first?.path}: ${text}`;
  const kinds = kindsOf(difference);
  const where = kinds.length === 1 ? `${places.length} places` : `${places.length} places in ${kinds.length} kinds`;
  return `${change} ${field}: ${text} (${where}, such as ${first?.kind} ${first?.path})`;
}
