import { isGiven } from "../../../config/keys";
import type { TLSConfig } from "../../../config/setting-types";
import type { Context } from "../../../context";
import { conjunction } from "../../../text/alternatives";
import { joinPath, type Report } from "../../../world/issues";

type Fields = Readonly<Record<string, unknown>>;

/** Reports fields unless exactly one of them is given. */
export function checkOneOf(config: object, fields: readonly string[], path: string, report: Report): void {
  const given = fields.filter((field) => (config as Fields)[field] !== undefined);
  if (given.length === 0) report.error(path, `needs one of ${conjunction(fields)}`);
  checkAtMostOneOf(config, fields, path, report);
}

/** Reports fields if two of them are given. */
export function checkAtMostOneOf(config: object, fields: readonly string[], path: string, report: Report): void {
  const [first, second] = fields.filter((field) => isGiven((config as Fields)[field]));
  if (first && second) report.error(joinPath(path, second), `is given next to ${first}: leave one of them out`);
}

/** Reports texts and references that must be given and are not. */
export function checkRequired(config: object, fields: readonly string[], path: string, { values, report }: Context): void {
  for (const field of fields) {
    const value = (config as Fields)[field];
    if (typeof value === "string" ? values.isEmpty(value) : !isGiven(value)) report.error(joinPath(path, field), "is required");
  }
}

/** Reports parts of TLS that are given twice. */
export function checkTLS(tls: TLSConfig | undefined, path: string, report: Report): void {
  if (!tls) return;
  for (const [reference, file] of tlsParts) checkAtMostOneOf(tls, [reference, file], path, report);
  for (const name of ["ca", "cert"] as const) checkAtMostOneOf(tls[name] ?? {}, ["secret", "configMap"], joinPath(path, name), report);
}

const tlsParts = [
  ["ca", "caFile"],
  ["cert", "certFile"],
  ["keySecret", "keyFile"],
] as const;
