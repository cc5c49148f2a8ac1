import { parseDuration } from "./duration";

const month = 31 * 24 * 60 * 60 * 1_000;

/**
 * The milliseconds of a retention as VictoriaMetrics reads it, a duration such as `30d`, or a bare number for months of 31 days; undefined for other
 * text. Text that ends in `m` is not accepted, since it could mean months or minutes.
 */
export function parseRetention(text: string): number | undefined {
  if (/^[0-9]+(\.[0-9]*)?$/.test(text)) return Number(text) * month;
  return /m$/i.test(text) ? undefined : parseDuration(text);
}
