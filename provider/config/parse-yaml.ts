import type { ErrorCode, ScalarTag, Tags } from "yaml";
import type { Tree } from "../text/tree";
import type { Opened } from "../values/values";
import { documentsOf, placeOf } from "./yaml-documents";

/**
 * The data of a YAML document, with its scalars as Go programs read YAML 1.1: `on` is a boolean and `0755` a number, but times and dates are
 * text. A problem never quotes the text, since it may be secret.
 */
export function parseYaml(text: string): Opened<Tree> {
  const [document, another] = documentsOf(text, readingAsGo(integer), true);
  const error = document?.errors[0];
  if (error) {
    const { line, column } = placeOf(error, text);
    const problem = problems[error.code] ?? error.code.toLowerCase().replaceAll("_", " ");
    return { problem: `is not YAML: ${problem} in line ${line}, column ${column}` };
  }
  if (another) return { problem: "is not YAML: expected one document, not several" };
  try {
    return { data: document?.toJS() as Tree };
  } catch {
    return { problem: "is not usable YAML: an alias has no anchor, or there are too many" };
  }
}

/** The meanings of the parser's codes, without the text itself. */
const problems: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: "an alias has no name or no anchor",
  BAD_DQ_ESCAPE: "unknown escape in a text in double quotes",
  BAD_INDENT: "wrong indentation, or a bracket that is not closed,",
  BAD_SCALAR_START: "a character that needs quotes around its text",
  BLOCK_AS_IMPLICIT_KEY: "a colon too many: quotes are needed around the text",
  BLOCK_IN_FLOW: "lines of a list or map between brackets",
  DUPLICATE_KEY: "a key is repeated",
  MISSING_CHAR: "a quote, bracket, comma or colon is missing",
  MULTILINE_IMPLICIT_KEY: "a key without its colon",
  TAB_AS_INDENT: "tabs cannot indent: use spaces",
  UNEXPECTED_TOKEN: "unexpected characters",
};

const tag = (name: string, test: RegExp, resolve: (text: string) => Tree): ScalarTag => ({
  tag: `tag:yaml.org,2002:${name}`,
  default: true,
  test,
  resolve,
});

/** Options for reading YAML as Go programs do; `integer` converts the text of whole numbers. */
const readingAsGo = (integer: (text: string) => number | bigint) =>
  ({
    schema: "failsafe",
    merge: true,
    customTags: (tags: Tags): Tags => [...tags, ...scalarTags(integer)],
    // Problems are reported by path; the parser prints nothing by itself.
    logLevel: "error",
  }) as const;

/** The options for manifests: whole numbers as in JSON. */
export const readingManifests = readingAsGo((text) => Number(integer(text)));

/** Readings of a text without quotes that is not plain text; the first match counts. */
const scalarTags = (integer: (text: string) => number | bigint): readonly ScalarTag[] => [
  tag("null", /^(~|null|Null|NULL)?$/, () => null),
  tag("bool", /^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/, () => true),
  tag("bool", /^(n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/, () => false),
  tag("int", /^[-+]?(0|0[xX][0-9a-fA-F][0-9a-fA-F_]*|0[bB][01][01_]*|0[oO]?[0-7][0-7_]*|[1-9][0-9_]*)$/, (text) =>
    integer(text.replaceAll("_", "")),
  ),
  tag("float", /^[-+]?([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9_]+)([eE][-+]?[0-9]+)?$/, (text) => Number(text.replaceAll("_", ""))),
  tag("float", /^[-+]?\.(inf|Inf|INF)$/, (text) => (text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)),
  tag("float", /^\.(nan|NaN|NAN)$/, () => Number.NaN),
];

/** An integer, exact however large it is; a leading zero makes it octal. */
function integer(text: string): number | bigint {
  const digits = text.replace(/^[-+]/, "").replace(/^0[oO]?(?=[0-7])/, "0o");
  const value = BigInt(digits) * (text.startsWith("-") ? -1n : 1n);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
