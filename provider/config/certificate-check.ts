import type { Context } from "../context";
import { isGiven } from "./keys";
import type { TLSConfig } from "./setting-types";

type Severity = "error" | "warning";

/** Reports a certificate of a client that has no key, or a key that has no certificate: no connection can be made with one alone. */
export function checkCertificate(tls: TLSConfig | undefined, path: string, severity: Severity, { report }: Pick<Context, "report">): void {
  const [hasCertificate, hasKey] = [isGiven(tls?.cert) || isGiven(tls?.certFile), isGiven(tls?.keySecret) || isGiven(tls?.keyFile)];
  if (hasCertificate && !hasKey) report[severity](path, `has a certificate without its key, ${useless}: give keySecret or keyFile too`);
  if (hasKey && !hasCertificate) report[severity](path, `has a key without its certificate, ${useless}: give cert or certFile too`);
}

/** The same for settings in the terms of the scraper. */
export function checkPrintedCertificate(tls: unknown, path: string, { report }: Pick<Context, "report">): void {
  const { cert_file, key_file } = (tls ?? {}) as { readonly cert_file?: unknown; readonly key_file?: unknown };
  if (isGiven(cert_file) === isGiven(key_file)) return;
  const [given, missing] = isGiven(cert_file) ? ["certificate", "key"] : ["key", "certificate"];
  report.warning(path, `has a ${given} without its ${missing}, ${useless}: give both`);
}

const useless = "by which no connection can be made";
