/** Shorter secrets are masked as whole words only: elsewhere they would take other words apart. */
const shortest = 4;

/** A text with secrets replaced by `[secret]`, also where they are written as in URLs, JSON or base64. */
export function withoutSecrets(text: string, secrets: Iterable<string>): string {
  const forms = new Set([...secrets].flatMap(formsOf));
  const longestFirst = [...forms].sort((left, right) => right.length - left.length);
  return longestFirst.reduce((masked, form) => masked.replace(pattern(form), "[secret]"), text);
}

function formsOf(secret: string): string[] {
  const text = secret.trim();
  if (text === "") return [];
  const base64 = Buffer.from(secret).toString("base64");
  // Of secrets with several lines, such as keys, each line is secret too.
  const lines = text.split("\n").map((line) => line.trim());
  return [text, ...lines, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), base64, base64.replace(/=+$/, "")].filter(Boolean);
}

function pattern(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(form.length < shortest ? `(?<![\\w])${escaped}(?![\\w])` : escaped, "g");
}
