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
 * What is wrong with a text of matchers as Alertmanager reads them (UTF-8 syntax): `team="db"`, or several as in `{team="db",job=~"a.*"}`;
 * undefined if nothing is. The text is not quoted. https://prometheus.io/docs/alerting/latest/configuration/#matcher
 */
export function matchersProblem(text: string): string | undefined {
  const tokens = tokensOf<Token>(text, token);
  if (!tokens) return notMatchers;
  const isOpened = tokens[0]?.text === "{";
  const last = tokens.at(-1);
  if (isOpened !== (last?.text === "}")) return "has a brace without its counterpart";
  const inner = isOpened ? tokens.slice(1, -1) : tokens;
  return listProblem(inner);
}

/** Matchers with commas between them; one more comma may stand at the end. */
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
    return 'has an escape in quotes that there is none of: a backslash itself is \\\\, as in path=~"/a\\\\.b"';
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

/** The text between the quotes, with Go's escapes; undefined if there are others. */
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
