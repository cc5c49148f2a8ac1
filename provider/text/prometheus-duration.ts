const milliseconds = { y: 31_536_000_000, w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;
const units = Object.entries(milliseconds);
const whole = new RegExp(`^${units.map(([unit]) => `(?:([0-9]+)${unit})?`).join("")}$`);

/**
 * The milliseconds of a duration as Prometheus and Alertmanager read it, undefined if the text is not a duration: `1d`, `1h30m`, `0`; whole numbers,
 * the greatest unit first.
 */
export function parsePrometheusDuration(text: string): number | undefined {
  if (text === "0") return 0;
  const amounts = text === "" ? undefined : whole.exec(text)?.slice(1);
  return amounts?.reduce((sum, amount, index) => sum + Number(amount ?? 0) * (units[index]?.[1] ?? 0), 0);
}

const goDuration = /^[-+]?(0|(([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$/;

/** Whether a text is a duration as Go reads it: `1.5h`, `1m30s`; days are not allowed. */
export const isGoDuration = (text: string): boolean => goDuration.test(text);
