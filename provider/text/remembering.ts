/** The largest number of kept answers. */
const limit = 20_000;

/** A function that keeps its answers, for slow questions about the same few texts. */
export function remembering<Texts extends readonly string[], Answer>(ask: (...texts: Texts) => Answer): (...texts: Texts) => Answer {
  const answers = new Map<string, Answer>();
  return (...texts) => {
    const key = texts.join("\0");
    if (!answers.has(key)) {
      if (answers.size >= limit) answers.clear();
      answers.set(key, ask(...texts));
    }
    return answers.get(key) as Answer;
  };
}
