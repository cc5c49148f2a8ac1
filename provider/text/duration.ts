const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

const part = /([0-9]+(?:\.[0-9]*)?)([mM][sS]|[mshdwySHDWY])/;
const parts = new RegExp(part, "g");
const wholeDuration = new RegExp(`^(?:${part.source})+$`);
const seconds = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;

/**
 * The milliseconds of a duration as VictoriaMetrics reads it, such as `30s`, `1.5h`, `1h30m`, or a bare number for seconds; undefined if the text is
 * not a duration. Units may be in upper case, except `M`, which is not a unit.
 */
export function parseDuration(text: string): number | undefined {
  if (seconds.test(text)) return Number(text) * 1_000;
  if (!wholeDuration.test(text)) return undefined;
  return [...text.matchAll(parts)].reduce((sum, [, amount, unit = ""]) => sum + Number(amount) * (units[unit.toLowerCase()] ?? 0), 0);
}

const signedPart = /(-?[0-9]+(?:\.[0-9]*)?)([mM][sS]|[mshdwyiSHDWYI])/;
const signedParts = new RegExp(signedPart, "g");
const wholeSignedDuration = new RegExp(`^(?:${signedPart.source})+$`);
const signedSeconds = /^([-+]?)(.*)$/s;

/**
 * The milliseconds of a duration as rules have it, undefined if the text is not a duration. It is read like `parseDuration`, but may be negative, and
 * `i` stands for the step of a query, which rules do not have. The parts after a negative part are negative too: `-1h30m`.
 */
export function parseSignedDuration(text: string): number | undefined {
  const [, sign, amount = ""] = signedSeconds.exec(text) ?? [];
  if (seconds.test(amount)) return (sign === "-" ? -1_000 : 1_000) * Number(amount);
  if (!wholeSignedDuration.test(text)) return undefined;
  const lengths = [...text.matchAll(signedParts)].map(([, length, unit = ""]) => Number(length) * (units[unit.toLowerCase()] ?? 0));
  const firstNegative = lengths.findIndex((length) => length < 0);
  const isNegative = (index: number): boolean => firstNegative >= 0 && index >= firstNegative;
  return lengths.reduce((sum, length, index) => sum + (isNegative(index) ? -Math.abs(length) : length), 0);
}
