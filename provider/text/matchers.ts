import { regularExpressionProblem } from "./regular-expression";
import { tokensOf } from "./tokens";

const token = /(?<space>\s+)|(?<quoted>"(?:[^"\\]|\\.)*")|(?<operator>!=|!~|=~|=)|(?<sign>[{},])|(?<name>[^\s{}!=~,\\"'`]+)/suy;

interface Token {
  readonly type: "quoted" | "operator" | "sign" | "name" | "end";
  readonly text: string;
}

const end: Token = { type: "end", text: "" };
const notMatchers = 'is not a matcher: expected a label, an operator (=, !=, =~ or !~) and a value, such as severity="critical"';

/**
 * The problem of a text of matchers as Alertmanager reads them (UTF-8 syntax): `team="db"`, or several as in `{team="db",job=~"a.*"}`; undefined if
 * it is valid. The text is not quoted. https://prometheus.io/docs/alerting/latest/configuration/#matcher
 */
export function matchersProblem(text: string): string | undefined {
  const tokens = tokensOf<Token>(text, token);
  if (!tokens) return notMatchers;
  if ((tokens[0]?.text === "{") !== (tokens.at(-1)?.text === "}")) return "has a brace without its counterpart";
  return listProblem(withoutBraces(tokens));
}

const withoutBraces = (tokens: readonly Token[]): readonly Token[] => (tokens[0]?.text === "{" ? tokens.slice(1, -1) : tokens);

/** A condition on one label of an alert. */
export interface Matcher {
  readonly label: string;
  readonly operator: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

/**
 * The matchers of a text that `matchersProblem` finds nothing wrong with. Unless Alertmanager is strict about UTF-8, its older syntax decides where
 * both syntaxes read the text: it takes the backslash of an unknown escape as it is.
 */
export function parseMatchers(text: string, isStrict: boolean): readonly Matcher[] {
  const tokens = withoutBraces(tokensOf<Token>(text, token) ?? []);
  const four = tokens.flatMap((_, position) => (position % 4 === 0 ? [tokens.slice(position, position + 3)] : []));
  const isOlder = !isStrict && four.every(([name]) => name?.type === "name" && /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name.text));
  return four.map(([name = end, operator = end, value = end]) => ({
    label: unquoted(name) ?? "",
    operator: operator.text as Matcher["operator"],
    value: (isOlder ? unquotedAsBefore(value) : unquoted(value)) ?? "",
  }));
}

/** Matchers with commas between them; a trailing comma is allowed. */
function listProblem(tokens: readonly Token[]): string | undefined {
  for (let position = 0; position < tokens.length; position += 4) {
    const [name = end, operator = end, value = end, comma = end] = tokens.slice(position, position + 4);
    const problem = matcherProblem(name, operator, value);
    if (problem) return problem;
    if (comma.type !== "end" && comma.text !== ",") return notMatchers;
  }
  return undefined;
}

function matcherProblem(name: Token, operator: Token, value: Token): string | undefined {
  const isText = ({ type }: Token): boolean => type === "quoted" || type === "name";
  if (!isText(name) || operator.type !== "operator" || !isText(value)) return notMatchers;
  const matched = unquoted(value);
  if (unquoted(name) === undefined || matched === undefined) {
    return 'has an unknown escape in quotes: a backslash itself is \\\\, as in path=~"/a\\\\.b"';
  }
  return operator.text.endsWith("~") ? regularExpressionProblem(matched) : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
  '"': '"',
};
const goEscape = /\\(?:([abfnrtv\\"])|x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g;

/** The text between the quotes, with Go's escapes; undefined if it has others. */
function unquoted({ type, text }: Token): string | undefined {
  if (type !== "quoted") return text;
  const inner = text.slice(1, -1);
  if (inner.includes("\n") || inner.replace(goEscape, "").includes("\\")) return undefined;
  return inner.replace(goEscape, (_, simple?: string, hex?: string, octal?: string, short?: string, long?: string) => {
    if (simple !== undefined) return escapes[simple] ?? simple;
    const code = octal === undefined ? Number.parseInt(hex ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** The same in Alertmanager's older syntax, which knows three escapes. */
function unquotedAsBefore({ type, text }: Token): string {
  if (type !== "quoted") return text;
  return text.slice(1, -1).replace(/\\([n"\\])/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
}
