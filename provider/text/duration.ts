const units = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
} as const;

const part = /([0-9]+(?:\.[0-9]*)?)(ms|[smhdwy])/gi;
const wholeDuration = new RegExp(`^(?:${part.source})+$`, "i");
const seconds = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/i;

/**
 * The milliseconds of a duration as VictoriaMetrics reads it, undefined for a text that is none: `30s`, `1.5h`, `1h30m`, and a bare number for
 * seconds. Upper case is accepted, but for `M`, which might be months.
 */
export function parseDuration(text: string): number | undefined {
  if (seconds.test(text)) return Number(text) * 1_000;
  if (!wholeDuration.test(text) || /M(?!s)/i.exec(text)?.[0] === "M") return undefined;
  let milliseconds = 0;
  for (const [, amount, unit = ""] of text.matchAll(part)) milliseconds += Number(amount) * units[unit.toLowerCase() as keyof typeof units];
  return milliseconds;
}
