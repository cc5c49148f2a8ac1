import { checkPrintedCertificate } from "../config/certificate-check";
import type { TreeMap } from "../config/keys";
import type { Context } from "../context";

type Checks = Pick<Context, "values" | "report">;

const ways = ["authorization", "basic_auth", "bearer_token", "bearer_token_file", "oauth2"];

const outcome = "scrapes with it fail";

/** Warns of authentication that the scraper refuses. `printed` are its final settings; at a proxy the keys begin with `prefix`. */
export function checkLogin(printed: TreeMap, path: string, checks: Checks, prefix = ""): void {
  const given = ways.map((way) => prefix + way).filter((key) => isThere(printed[key], checks));
  if (given.length > 1) checks.report.warning(path, `results in ${given.join(", ")}, but only one of them is allowed: ${outcome}`);
  const { [`${prefix}oauth2`]: oauth2, [`${prefix}basic_auth`]: basicAuth } = printed;
  checkPrintedCertificate(printed[`${prefix}tls_config`], `${path}.${prefix ? "tls_config" : "tlsConfig"}`, checks);
  checkPrintedCertificate((oauth2 as TreeMap | undefined)?.tls_config, `${path}.oauth2.tls_config`, checks);
  if (oauth2) checkOAuth2(oauth2 as TreeMap, `${path}.oauth2`, checks);
  if (basicAuth && Object.keys(basicAuth).length === 0) checks.report.warning(path, `has an empty ${prefix}basic_auth: ${outcome}`);
}

function checkOAuth2({ client_id, client_secret, client_secret_file }: TreeMap, path: string, { report }: Checks): void {
  if (client_id === undefined) report.warning(path, `has no client_id: ${outcome}`);
  if (client_secret === undefined && client_secret_file === undefined)
    report.warning(path, `has neither client_secret nor client_secret_file: ${outcome}`);
}

const isThere = (value: TreeMap[string], { values }: Checks): boolean =>
  value !== undefined && !(typeof value === "string" && values.isEmpty(value));
