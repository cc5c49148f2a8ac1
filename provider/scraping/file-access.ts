import { valueAt } from "../config/keys";
import type { Scraping } from "./scraping";

const tls = ["caFile", "certFile", "keyFile"];
const authentication = (basicAuth: string): string[] => [
  `${basicAuth}.password_file`,
  "oauth2.client_secret_file",
  ...tls.map((field) => `oauth2.tls_config.${field}`),
  "authorization.credentialsFile",
];

const proxyFields = ["bearer_token_file", ...authentication("basic_auth"), ...tls.map((field) => `tls_config.${field}`)];

/** The fields of an endpoint, or of a discovery's client, that name files of the scraper. */
const fileFields = [
  "bearerTokenFile",
  ...authentication("basicAuth"),
  ...tls.map((field) => `tlsConfig.${field}`),
  ...proxyFields.map((field) => `vm_scrape_params.proxy_client_config.${field}`),
  ...proxyFields.map((field) => `proxy_client_config.${field}`),
].map((path) => ({ path, keys: path.split(".") }));

/** Reports the files in settings if the scraper denies file access. Files of scrape classes are allowed. */
export function checkFileAccess(settings: object, path: string, { spec, context, scraper }: Scraping<unknown>): void {
  if (!spec.arbitraryFSAccessThroughSMs?.deny) return;
  for (const field of fileFields) {
    if (!valueAt(settings, field.keys)) continue;
    context.report.error(
      `${path}.${field.path}`,
      `names a file of its scraper, which arbitraryFSAccessThroughSMs of ${scraper} denies: refer to a Secret or ConfigMap instead`,
    );
  }
}
