import { regularExpressionProblem } from "./regular-expression";
import { tokensOf } from "./tokens";

const token =
  /(?<space>\s+)|(?<name>(?:[\p{L}_:]|\\.)(?:[\p{L}\p{N}_:.]|\\.)*)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?<sign>=~|!~|!=|[={},+])/uy;

interface Token {
  readonly type: "name" | "text" | "sign" | "end";
  readonly text: string;
}

/**
 * The problem of a series selector of MetricsQL such as `http_requests{job="web",code=~"5.."}`; undefined if it is valid. The text is not quoted. A
 * selector with `WITH` templates is not checked.
 */
export function seriesSelectorProblem(text: string): string | undefined {
  if (/^\s*with\s*\(/i.test(text)) return undefined;
  const tokens = tokensOf<Token>(text, token);
  return tokens ? new Reader(tokens).selector() : notASelector;
}

const notASelector = 'is not a series selector: expected one such as {job="web",code!="200"}';

/** Reads the tokens of a selector from left to right; each method returns the first problem. */
class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  selector(): string | undefined {
    const hasName = this.#take("name") !== undefined;
    if (!this.#takeSign("{")) return hasName && this.#next.type === "end" ? undefined : notASelector;
    while (!this.#takeSign("}")) {
      const problem = this.#filter();
      if (problem) return problem;
      const goesOn = this.#takeSign(",") || this.#takeOr() || this.#next.text === "}";
      if (!goesOn) return notASelector;
    }
    return this.#next.type === "end" ? undefined : notASelector;
  }

  /** `label="value"`, or a metric's name in quotes. */
  #filter(): string | undefined {
    const label = this.#take("text") ?? this.#take("name");
    if (!label) return notASelector;
    const operator = this.#take("sign", (text) => /^(=~|!~|!=|=)$/.test(text));
    if (!operator) return label.type === "text" ? undefined : notASelector;
    const values: string[] = [];
    do {
      const value = this.#take("text");
      if (!value) return notASelector;
      values.push(unquoted(value.text));
    } while (this.#takeSign("+"));
    return operator.text.endsWith("~") ? regularExpressionProblem(values.join("")) : undefined;
  }

  get #next(): Token {
    return this.#tokens[this.#position] ?? { type: "end", text: "" };
  }

  #take(type: Token["type"], accepts: (text: string) => boolean = () => true): Token | undefined {
    const next = this.#next;
    if (next.type !== type || !accepts(next.text)) return undefined;
    this.#position += 1;
    return next;
  }

  #takeSign(sign: string): boolean {
    return this.#take("sign", (text) => text === sign) !== undefined;
  }

  #takeOr(): boolean {
    return this.#take("name", (text) => text.toLowerCase() === "or") !== undefined;
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\", '"': '"', "'": "'" };

/** The text between the quotes; backquotes have no escapes, and other escapes are left to the regular expression. */
function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith("`") ? inner : inner.replace(/\\(.)/gsu, (whole, character: string) => escapes[character] ?? whole);
}
