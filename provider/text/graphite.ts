import { type Misplaced, misplaced } from "./position";

const number = /[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)/;
const token = new RegExp(
  `(?<space>\\s+)|(?<text>"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*')|(?<sign>[(),=|])|(?<number>${number.source})|` +
    "(?<word>(?:[A-Za-z0-9_$:*.-]|\\\\.|\\{[^}]*\\}|\\[[^\\]]*\\])+)",
  "suy",
);

interface Token {
  readonly type: "text" | "sign" | "number" | "word" | "end";
  readonly text: string;
  readonly offset: number;
}

/** The problem of a target expression of Graphite such as `sumSeries(servers.*.load)`; undefined if it is valid. */
export function graphiteProblem(text: string): Misplaced | undefined {
  const reader = new Reader(tokensOf(text));
  const found = reader.expression() ?? reader.end();
  return found && misplaced(found.message, text, found.offset);
}

/** The tokens of a text; an invalid rest is the last token. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const offset = token.lastIndex;
    const match = token.exec(text);
    if (!match) return [...tokens, { type: "end", text: text.slice(offset, offset + 1), offset }];
    const [type = "space", value = ""] = Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined) ?? [];
    if (type !== "space") tokens.push({ type: type as Token["type"], text: value, offset });
  }
  return [...tokens, { type: "end", text: "", offset: text.length }];
}

interface Unexpected {
  readonly message: string;
  readonly offset: number;
}

/** Reads tokens from left to right; each method returns the first problem. */
class Reader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** A path, a call of a function, a number or a text, optionally followed by functions, each after a bar. */
  expression(): Unexpected | undefined {
    const { type } = this.#next;
    if (type !== "text" && type !== "number") return this.#chain();
    this.#position += 1;
    return this.#takes("|") ? this.#chain() : undefined;
  }

  #chain(): Unexpected | undefined {
    const { type, text } = this.#next;
    if (type !== "word" || /^[-.]/.test(text)) return this.#unexpected("a metric or a function");
    this.#position += 1;
    const problem = this.#takes("(") ? this.#arguments() : undefined;
    return problem ?? (this.#takes("|") ? this.#chain() : undefined);
  }

  end(): Unexpected | undefined {
    return this.#next.type === "end" && this.#next.text === "" ? undefined : this.#unexpected("the end");
  }

  /** The values between brackets, some with names before them. */
  #arguments(): Unexpected | undefined {
    do {
      if (this.#takes(")")) return undefined;
      if (this.#next.type === "word" && this.#tokens[this.#position + 1]?.text === "=") this.#position += 2;
      const problem = this.expression();
      if (problem) return problem;
    } while (this.#takes(","));
    return this.#takes(")") ? undefined : this.#unexpected('"," or ")"');
  }

  get #next(): Token {
    return this.#tokens[this.#position] ?? { type: "end", text: "", offset: 0 };
  }

  #takes(sign: string): boolean {
    if (this.#next.type !== "sign" || this.#next.text !== sign) return false;
    this.#position += 1;
    return true;
  }

  #unexpected(expected: string): Unexpected {
    const { text, offset } = this.#next;
    return { message: `${text === "" ? "it ends too early" : `unexpected ${JSON.stringify(text)}`}, expected ${expected}`, offset };
  }
}
