import { createHash, randomBytes } from "node:crypto";
import { remembered } from "../text/remembering";
import { gzippedSize, type OperationName, operations, type Scalar } from "./operations";

declare const brand: unique symbol;

/**
 * An opaque token that stands for a value which a derivation must not see (a secret) or cannot see yet (unknown in a preview). It is plain text of
 * letters and digits, so that it fits into any text; it cannot be forged without the process's nonce.
 */
export type Placeholder = string & { readonly [brand]: true };

/** The origin of a placeholder. */
export interface Origin {
  /** Path of the value in the inputs, for messages: `spec.license.key`. */
  readonly path: string;
  readonly secret: boolean;
  /** The value, if it is known. */
  readonly known?: { readonly value: Scalar };
  /** Secret only because its container was secret as a whole. */
  readonly opened?: boolean;
  /** The Output that the edge puts in place of the placeholder; without it the known value. */
  readonly source?: unknown;
}

/** A placeholder found in a text. */
export type Opened<Data, Problem = string> = { readonly data: Data } | { readonly problem: Problem };

type Entry = { readonly origin: Origin } | { readonly operation: OperationName; readonly input: string; readonly parameter: string };

const nonce = randomBytes(8).toString("hex");
const tokens = (flags = ""): RegExp => new RegExp(`xpv${nonce}[0-9a-f]{24}vpx`, flags);
const anyToken = tokens();
const wholeToken = new RegExp(`^${anyToken.source}$`);

/** Whether a value is exactly one placeholder. */
export function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === "string" && value.length === 46 && wholeToken.test(value);
}

/** Whether a text holds a placeholder. */
export function hasPlaceholder(value: unknown): boolean {
  return typeof value === "string" && value.length >= 46 && anyToken.test(value);
}

function token(...identity: string[]): Placeholder {
  const hash = createHash("sha256");
  for (const part of identity) hash.update(part).update("\0");
  const id = hash.digest("hex").slice(0, 24);
  return `xpv${nonce}${id}vpx` as Placeholder;
}

/**
 * The table of placeholders of one derivation. A derivation builds text with placeholders in it; the edge replaces them by the real values
 * (`evaluate`), and readers see the text with the values masked (`mask`).
 */
export class Values {
  readonly #entries = new Map<string, Entry>();
  /** Results of operations by their operands, for each operation with its parameter. */
  readonly #results = new Map<string, Map<string, Placeholder>>();
  /** The input values in each placeholder. */
  readonly #origins = new Map<string, ReadonlyMap<string, Origin>>();

  /** A placeholder for a value of the inputs. */
  add(origin: Origin): Placeholder {
    return this.#enter(token("origin", origin.path), origin);
  }

  #enter(placeholder: Placeholder, origin: Origin): Placeholder {
    if (this.#entries.has(placeholder)) this.#origins.clear();
    this.#entries.set(placeholder, { origin });
    return placeholder;
  }

  /** The result of an operation: immediate for plain text, else a placeholder. */
  apply(operation: OperationName, text: string, parameter = ""): string {
    if (!hasPlaceholder(text)) return operations[operation](text, parameter);
    const results = remembered(this.#results, `${operation} ${parameter}`, () => new Map<string, Placeholder>());
    return remembered(results, text, () => {
      const placeholder = token(operation, text, parameter);
      this.#entries.set(placeholder, { operation, input: text, parameter });
      return placeholder;
    });
  }

  /** The input values in a text. */
  origins(text: string): ReadonlyMap<string, Origin> {
    if (!hasPlaceholder(text)) return noOrigins;
    if (isPlaceholder(text)) return remembered(this.#origins, text, () => this.#originsOf(text));
    const found = new Map<string, Origin>();
    for (const match of new Set(text.match(tokens("g"))))
      for (const [placeholder, origin] of this.origins(match)) found.set(placeholder, origin);
    return found;
  }

  /** The input values in a placeholder. */
  #originsOf(placeholder: string): ReadonlyMap<string, Origin> {
    const entry = this.#entry(placeholder);
    return "origin" in entry ? new Map([[placeholder, entry.origin]]) : this.origins(entry.input);
  }

  /** Whether a secret is part of the text. */
  isSecret(text: string): boolean {
    return some(this.origins(text), (origin) => origin.secret);
  }

  /** Whether every part of the text is known. */
  isKnown(text: string): boolean {
    return !some(this.origins(text), (origin) => origin.known === undefined);
  }

  /** Whether the real text is empty; unknown text counts as not empty. */
  isEmpty(text: string): boolean {
    return text === "" || (hasPlaceholder(text) && this.isKnown(text) && this.#reveal(text) === "");
  }

  /** Whether two real texts are equal; unknown text equals only itself. */
  isEqual(left: string, right: string): boolean {
    if (left === right) return true;
    if (!hasPlaceholder(left) && !hasPlaceholder(right)) return false;
    return this.isKnown(left) && this.isKnown(right) && this.#reveal(left) === this.#reveal(right);
  }

  /** Sorts by the bytes of the real texts; unknown parts count as empty. */
  sort<Item>(items: readonly Item[], text: (item: Item) => string): Item[] {
    return items
      .map((item) => ({ item, key: this.#reveal(text(item)) }))
      .sort((left, right) => compareBytes(left.key, right.key))
      .map(({ item }) => item);
  }

  /** Size in bytes of the gzipped real text, exact where it is not within the limit; unknown parts count as empty. */
  gzippedSize(text: string, limit: number): number {
    return gzippedSize(this.#reveal(text), limit);
  }

  /** The real value for a check whose answer does not show it; undefined if it is not known. */
  check<Answer>(text: string, question: (value: Scalar) => Answer): Answer | undefined {
    return this.isKnown(text) ? question(this.evaluate(text)) : undefined;
  }

  /**
   * The data that a text holds, undefined if the text is not known. Every scalar of a secret text becomes a secret placeholder; keys stay readable.
   * `parse` sees the real text, so its problems must not quote it.
   */
  open<Data, Problem>(text: string, parse: (text: string) => Opened<Data, Problem>): Opened<Data, Problem> | undefined {
    if (!this.isKnown(text)) return undefined;
    const opened = parse(this.#reveal(text));
    if ("problem" in opened || !this.isSecret(text)) return opened;
    const path = [...this.origins(text).values()].map((origin) => origin.path).join(", ");
    return { data: this.#hide(opened.data, text, path) as Data };
  }

  /**
   * The text with every placeholder replaced by the result of `lookup` for its origin, by default the known value. A text that is one placeholder
   * keeps the type of the value.
   */
  evaluate(text: string, lookup: (origin: Origin, placeholder: string) => Scalar = knownValue): Scalar {
    if (!hasPlaceholder(text)) return text;
    const done = new Map<string, Scalar>();
    const value = (match: string): Scalar =>
      remembered(done, match, () => {
        const entry = this.#entry(match);
        return "origin" in entry ? lookup(entry.origin, match) : operations[entry.operation](whole(entry.input), entry.parameter);
      });
    const whole = (part: string): Scalar =>
      isPlaceholder(part) ? value(part) : part.replace(tokens("g"), (match) => String(value(match)));
    return whole(text);
  }

  /** The text as a reader may see it: secrets as `[secret]`, unknown parts as `[unknown]`. */
  mask(text: string): string {
    const shown = new Map<string, string>();
    return text.replace(tokens("g"), (match) => remembered(shown, match, () => this.#maskOf(match)));
  }

  #maskOf(placeholder: string): string {
    const entry = this.#entry(placeholder);
    if ("operation" in entry && this.origins(placeholder).size > 0 && isReadable(entry.operation)) {
      return operations[entry.operation](this.mask(entry.input), entry.parameter);
    }
    if (this.isSecret(placeholder)) return "[secret]";
    return this.isKnown(placeholder) ? String(this.evaluate(placeholder)) : "[unknown]";
  }

  /** The placeholder's origin; undefined for the result of an operation. */
  origin(placeholder: string): Origin | undefined {
    const entry = this.#entries.get(placeholder);
    return entry && "origin" in entry ? entry.origin : undefined;
  }

  /** The origins of all secrets. */
  secretOrigins(): Origin[] {
    return [...this.#entries.values()].flatMap((entry) => ("origin" in entry && entry.origin.secret ? [entry.origin] : []));
  }

  /** The data of a secret text, with placeholders for its scalars. */
  #hide(data: unknown, text: string, path: string): unknown {
    if (Array.isArray(data)) return data.map((item, index) => this.#hide(item, text, `${path}[${index}]`));
    if (typeof data === "object" && data !== null) {
      return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, this.#hide(item, text, `${path}.${key}`)]));
    }
    if (data === null || data === undefined) return data;
    return this.#enter(token("part", text, path), { path, secret: true, known: { value: data as Scalar } });
  }

  #reveal(text: string): string {
    return String(this.evaluate(text, (origin) => origin.known?.value ?? ""));
  }

  #entry(match: string): Entry {
    const entry = this.#entries.get(match);
    if (entry === undefined) throw new Error("a placeholder of another derivation was used");
    return entry;
  }
}

const noOrigins: ReadonlyMap<string, Origin> = new Map();

/** Quoting keeps a masked text readable; every other operation would only show the mask in another form. */
const isReadable = (operation: OperationName): boolean =>
  ["json", "jsonText", "goQuoted", "trimEnd", "flagItem", "shardNumber"].includes(operation);

const knownValue = (origin: Origin): Scalar => {
  if (origin.known === undefined) throw new Error(`${origin.path} is not known yet`);
  return origin.known.value;
};

function some<Value>(map: ReadonlyMap<string, Value>, test: (value: Value) => boolean): boolean {
  for (const value of map.values()) if (test(value)) return true;
  return false;
}

/** Order of Go's strings: by UTF-8 bytes, which is the order of code points. */
export function compareBytes(left: string, right: string): number {
  if (left === right) return 0;
  // UTF-16 order differs from UTF-8 order only where surrogates are involved.
  if (!/[\ud800-\udfff]/.test(left + right)) return left < right ? -1 : 1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
