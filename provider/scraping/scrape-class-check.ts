import { checkUrl } from "../config/client-check";
import { isGiven } from "../config/keys";
import type { Authorization, OAuth2, SecretOrConfigMap, TLSConfig } from "../config/setting-types";
import type { Context } from "../context";
import type { ScrapeClass } from "./scrape-types";

/** Reports scrape classes with equal names, and contradictions in their TLS and authentication. */
export function checkScrapeClasses(classes: readonly ScrapeClass[] = [], context: Context): void {
  const { report } = context;
  const firstDefault = classes.findIndex((scrapeClass) => scrapeClass.default);
  for (const [index, scrapeClass] of classes.entries()) {
    const path = `spec.scrapeClasses[${index}]`;
    const { name, tlsConfig, oauth2, authorization } = scrapeClass;
    const first = classes.findIndex((other) => other.name === name);
    if (first < index) report.error(`${path}.name`, `is the name of scrapeClasses[${first}] too: give each class a unique name`);
    if (scrapeClass.default && firstDefault < index)
      report.error(`${path}.default`, `scrapeClasses[${firstDefault}] is the default already: only one class can be`);
    if (tlsConfig) checkTls(tlsConfig, `${path}.tlsConfig`, context);
    if (oauth2) checkOAuth2(oauth2, `${path}.oauth2`, context);
    if (authorization) checkAuthorization(authorization, `${path}.authorization`, context);
  }
}

/** Fields of TLS for the same purpose, as a file and as a reference. */
const alternatives = [
  ["caFile", "ca"],
  ["certFile", "cert"],
  ["keyFile", "keySecret"],
] as const;

function checkTls(tls: TLSConfig, path: string, { report }: Context): void {
  for (const [file, reference] of alternatives) {
    if (tls[file] && isGiven(tls[reference])) report.error(path, `${file} and ${reference} are both given: leave one of them out`);
  }
  for (const field of ["ca", "cert"] as const) checkOneSource(tls[field], `${path}.${field}`, report);
}

function checkOAuth2({ client_id, token_url, proxy_url, tls_config }: OAuth2, path: string, context: Context): void {
  const { report, values } = context;
  if (values.isEmpty(token_url)) report.error(`${path}.token_url`, "is required: expected the URL of the token endpoint");
  if (!isGiven(client_id)) report.error(`${path}.client_id`, "is required: expected a reference to a Secret or ConfigMap");
  checkOneSource(client_id, `${path}.client_id`, report);
  checkUrl(proxy_url, `${path}.proxy_url`, context);
  if (tls_config) checkTls(tls_config, `${path}.tls_config`, context);
}

function checkOneSource(source: SecretOrConfigMap | undefined, path: string, report: Context["report"]): void {
  if (isGiven(source?.secret) && isGiven(source?.configMap)) report.error(path, "names a Secret and a ConfigMap: leave one of them out");
}

function checkAuthorization({ type = "", credentials, credentialsFile }: Authorization, path: string, { report, values }: Context): void {
  const isBasic = values.check(type, (text) => String(text).trim().toLowerCase() === "basic");
  if (isBasic) report.error(`${path}.type`, "cannot be Basic: use basicAuth");
  if (!isGiven(credentials) && !credentialsFile) report.error(path, "expected credentials or credentialsFile");
}
