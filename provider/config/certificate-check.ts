import type { Context } from "../context";
import { isGiven } from "./keys";
import type { TLSConfig } from "./setting-types";

type Severity = "error" | "warning";

/** Reports a certificate of a client that has no key, or a key that has no certificate: no connection can be made with one alone. */
export function checkCertificate(tls: TLSConfig | undefined, path: string, severity: Severity, { report }: Pick<Context, "report">): void {
  const certificate = isGiven(tls?.cert) || isGiven(tls?.certFile);
  const key = isGiven(tls?.keySecret) || isGiven(tls?.keyFile);
  const problem = pairProblem({ certificate, key }, { certificate: "cert or certFile", key: "keySecret or keyFile" });
  if (problem) report[severity](path, problem);
}

/** The same for settings in the terms of the scraper. */
export function checkPrintedCertificate(tls: unknown, path: string, { report }: Pick<Context, "report">): void {
  const { cert_file, key_file } = (tls ?? {}) as { readonly cert_file?: unknown; readonly key_file?: unknown };
  const problem = pairProblem({ certificate: isGiven(cert_file), key: isGiven(key_file) }, { certificate: "cert_file", key: "key_file" });
  if (problem) report.warning(path, problem);
}

/** The problem of a certificate that has no key, or the other way round. `fields` are those that give them. */
export function pairProblem(
  given: { readonly certificate: boolean; readonly key: boolean },
  fields: { readonly certificate: string; readonly key: string },
): string | undefined {
  if (given.certificate === given.key) return undefined;
  const [present, missing] = given.certificate ? (["certificate", "key"] as const) : (["key", "certificate"] as const);
  return `has a ${present} without its ${missing}, by which no connection can be made: give ${fields[missing]} too`;
}
