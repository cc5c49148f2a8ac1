import { Composer, type Document, Lexer, LineCounter, Parser, type YAMLParseError } from "yaml";

type Options = NonNullable<ConstructorParameters<typeof Composer>[0]>;

/** The changed parts of the lexer. The package does not export their types. */
interface Lexing {
  indentNext: number;
  lex(source: string): Iterable<string>;
  parseQuotedScalar(): Generator<string, unknown>;
  parseFlowCollection(): Generator<string, unknown>;
}

/**
 * Takes what Go programs take: lines of a text in quotes, and lines between brackets, may be indented as little as one likes. YAML itself wants
 * them further in than the lines around them.
 */
class LenientLexer extends (Lexer as unknown as new () => Lexing) {
  override *parseQuotedScalar(): Generator<string, unknown> {
    return yield* this.#anywhere(() => super.parseQuotedScalar());
  }

  override *parseFlowCollection(): Generator<string, unknown> {
    return yield* this.#anywhere(() => super.parseFlowCollection());
  }

  *#anywhere(read: () => Generator<string, unknown>): Generator<string, unknown> {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* read();
    this.indentNext = indentNext;
    return next;
  }
}

/**
 * The documents of a YAML text, with their errors, one after the other: a parsed document is many times as large as its text. An empty text has
 * none, or an empty one if one is `needed`.
 */
export function documentsOf(text: string, options: Options, needed = false): Generator<Document.Parsed> {
  const parser = new Parser();
  function* tokens() {
    for (const lexeme of new LenientLexer().lex(text)) yield* parser.next(lexeme);
    yield* parser.end();
  }
  return new Composer(options).compose(tokens(), needed, text.length) as Generator<Document.Parsed>;
}

/** Counts the lines of a text. */
export function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}

/** Where in a text an error is; lines and columns count from 1. */
export function placeOf({ pos: [offset] }: YAMLParseError, text: string): { readonly line: number; readonly column: number } {
  const { line, col } = linesOf(text).linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
