/** The largest number of kept answers. */
const limit = 20_000;

/** A function that keeps its answers, for slow questions about the same few texts. */
export function remembering<Texts extends readonly string[], Answer>(ask: (...texts: Texts) => Answer): (...texts: Texts) => Answer {
  const answers = new Map<string, Answer>();
  return (...texts) => {
    const [first = ""] = texts;
    const key = texts.length > 1 ? texts.join("\0") : first;
    const before = answers.get(key);
    if (before !== undefined || answers.has(key)) return before as Answer;
    if (answers.size >= limit) answers.clear();
    const answer = ask(...texts);
    answers.set(key, answer);
    return answer;
  };
}

/** A table of values, weak or not. */
interface Table<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** The value of a key, made when it is first asked for. */
export function remembered<Key, Value>(known: Table<Key, Value>, key: Key, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  return value;
}
