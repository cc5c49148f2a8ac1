import type { z } from "zod";
import { filled, type Keys, switchedOn, type TreeMap, written } from "../../config/keys";
import type { Answers } from "../../config/references";
import { boolean, described, item, list, map, object, string, word } from "../../schema/fields";
import { secretKey } from "../../schema/key-references";
import { sortedByBytes } from "../../text/order";
import type { Report } from "../../world/issues";

/** A part of TLS in a Secret. */
export const tlsPart = (description: string) => described(`${description}, in a Secret of the namespace.`, secretKey);

const tlsVersion = (which: string) => word(`${which} version of TLS. Default: Alertmanager's own.`, ["TLS10", "TLS11", "TLS12", "TLS13"]);

export const tlsServerConfig = object(
  "TLSServerConfig",
  "TLS as a server. Certificate and key are needed, each as a file or a reference.",
  {
    cert_file: string("Path of a file with the server's certificate. `cert_secret_ref` wins over it."),
    cert_secret_ref: tlsPart("The server's certificate"),
    key_file: string("Path of a file with the private key. `key_secret_ref` wins over it."),
    key_secret_ref: tlsPart("The private key"),
    client_ca_file: string("Path of a file with the authority for clients' certificates. `client_ca_secret_ref` wins over it."),
    client_ca_secret_ref: tlsPart("The authority for clients' certificates"),
    client_auth_type: word("Whether clients need a certificate; if so, the authority for them must be given. Default `NoClientCert`.", [
      "NoClientCert",
      "RequireAndVerifyClientCert",
    ]),
    min_version: tlsVersion("Least"),
    max_version: tlsVersion("Greatest"),
    cipher_suites: list("Cipher suites up to TLS 1.2, by their names in Go. Default: those of Go.", item),
    curve_preferences: list(
      "Elliptic curves in order of preference, by their names in Go: `X25519`, `CurveP256`. Default: those of Go.",
      item,
    ),
    prefer_server_cipher_suites: boolean("The server's order of cipher suites counts, rather than the client's. Default true."),
  },
);

const httpServerConfig = object("HTTPServerConfig", "HTTP as a server.", {
  http2: boolean("Speaks HTTP/2, which needs `tls_server_config`. With TLS it is Alertmanager's own default."),
  headers: map("Headers of every answer, by their names, such as `Strict-Transport-Security`.", item),
});

export const webConfig = object("WebConfig", "How Alertmanager answers HTTP: https://prometheus.io/docs/alerting/latest/https/", {
  tls_server_config: tlsServerConfig,
  http_server_config: httpServerConfig,
  basic_auth_users: map(
    "User names with the bcrypt hashes of their passwords. Probes and the config-reloader have no user name: give probes of your own.",
    string("A bcrypt hash.", { secret: true }),
  ),
});

type TLSServerConfig = z.output<typeof tlsServerConfig>;
type HTTPServerConfig = z.output<typeof httpServerConfig>;
type WebConfig = z.output<typeof webConfig>;

const tlsKeys: Keys<[tls: TLSServerConfig, answers: Answers, path: string]> = {
  client_ca_file: ({ client_ca_secret_ref, client_ca_file }, answers, path) =>
    answers.file(client_ca_secret_ref, `${path}.client_ca_secret_ref`) ?? filled(client_ca_file),
  cert_file: ({ cert_secret_ref, cert_file }, answers, path) =>
    answers.file(cert_secret_ref, `${path}.cert_secret_ref`) ?? filled(cert_file),
  key_file: ({ key_secret_ref, key_file }, answers, path) => answers.file(key_secret_ref, `${path}.key_secret_ref`) ?? filled(key_file),
  cipher_suites: ({ cipher_suites }) => filled(cipher_suites),
  curve_preferences: ({ curve_preferences }) => filled(curve_preferences),
  client_auth_type: ({ client_auth_type }) => filled(client_auth_type),
  prefer_server_cipher_suites: ({ prefer_server_cipher_suites }) => prefer_server_cipher_suites,
  max_version: ({ max_version }) => filled(max_version),
  min_version: ({ min_version }) => filled(min_version),
};

const httpKeys: Keys<[http: HTTPServerConfig]> = {
  http2: ({ http2 }) => http2,
  headers: ({ headers = {} }) => filled(sortedByBytes(headers)),
};

const webKeys: Keys<[web: WebConfig, answers: Answers, path: string]> = {
  http_server_config: ({ http_server_config }) => http_server_config && written(httpKeys, http_server_config),
  tls_server_config: ({ tls_server_config }, answers, path) =>
    tls_server_config && writtenTLSServer(tls_server_config, answers, `${path}.tls_server_config`),
  basic_auth_users: ({ basic_auth_users = {} }) => filled(sortedByBytes(basic_auth_users)),
};

/** TLS as a server, in Alertmanager's terms. */
export const writtenTLSServer = (tls: TLSServerConfig, answers: Answers, path: string): TreeMap => written(tlsKeys, tls, answers, path);

/** The file that `--web.config.file` names. */
export const writtenWeb = (web: WebConfig, answers: Answers): TreeMap => written(webKeys, web, answers, "spec.webConfig");

/** The sources of a certificate and its key. */
type Certificate = Pick<TLSServerConfig, "cert_file" | "cert_secret_ref" | "key_file" | "key_secret_ref">;

/** Reports TLS without certificate or key. */
export function checkCertificate(tls: Certificate | undefined, path: string, report: Report): void {
  if (!tls) return;
  if (!tls.cert_file && !tls.cert_secret_ref) report.error(path, "needs cert_secret_ref or cert_file");
  if (!tls.key_file && !tls.key_secret_ref) report.error(path, "needs key_secret_ref or key_file");
}

/** Reports TLS as a server that cannot be. */
export function checkTLSServer(tls: TLSServerConfig | undefined, path: string, report: Report): void {
  checkCertificate(tls, path, report);
  if (tls?.client_auth_type === "RequireAndVerifyClientCert" && !tls.client_ca_file && !tls.client_ca_secret_ref)
    report.error(path, "needs client_ca_secret_ref or client_ca_file for RequireAndVerifyClientCert");
}

/** Reports a web server that cannot be. */
export function checkWeb(web: WebConfig | undefined, report: Report): void {
  if (!web) return;
  const { http_server_config, tls_server_config } = web;
  checkTLSServer(tls_server_config, "spec.webConfig.tls_server_config", report);
  if (switchedOn(http_server_config?.http2) && !tls_server_config)
    report.error("spec.webConfig.http_server_config.http2", "needs tls_server_config");
}
