import {
  all,
  anything,
  atMostOneOf,
  boolean,
  fields,
  filled,
  given,
  integer,
  list,
  mapOf,
  needsOneOf,
  type Rule,
  text,
  word,
} from "../config/checker";
import { addressProblem, backendUrlProblem, headerProblem, type Problem, patternProblem, queryArgumentProblem } from "./problems";

const texts = text();

/** vmauth puts variables of its environment into the text before it reads it, so nothing certain is known of a text with one. */
const unlessTemplate = (problemOf: Problem): Rule => text((value) => (value.includes("%{") ? undefined : problemOf(value)));

const url = unlessTemplate(backendUrlProblem);
const urls: Rule = (tree, path, checker) => (Array.isArray(tree) ? list(filled(url)) : url)(tree, path, checker);
const header = unlessTemplate(headerProblem);
const pattern = unlessTemplate(patternProblem);
const balancing = { load_balancing_policy: word("", "least_loaded", "first_available") };

/** Settings of a user and of a single route. */
const routing = {
  url_prefix: urls,
  ...all("headers response_headers", list(header)),
  ...all("keep_original_host discover_backend_ips", boolean),
  retry_status_codes: list(integer()),
  merge_query_args: list(texts),
  drop_src_path_prefix_parts: integer(),
  ...balancing,
};

const route: Rule = fields(
  {
    ...routing,
    ...all("src_paths src_hosts", list(pattern)),
    src_query_args: list(unlessTemplate(queryArgumentProblem)),
    src_headers: list(header),
  },
  needsOneOf("src_paths", "src_hosts", "src_query_args", "src_headers"),
  needsOneOf("url_prefix"),
);

const tokens: Rule = fields({
  ...all("public_keys public_key_files", list(texts)),
  skip_verify: boolean,
  oidc: fields({ issuer: texts }),
  match_claims: mapOf(texts),
  default_vm_access_claim: anything,
});

const userFields = {
  ...routing,
  url_map: list(filled(route)),
  default_url: urls,
  ...all("dump_request_on_errors tls_insecure_skip_verify", boolean),
  max_concurrent_requests: integer(),
  ...all("tls_ca_file tls_cert_file tls_key_file tls_server_name", texts),
  metric_labels: mapOf(texts),
  access_log: fields({ filters: fields({ skip_status_codes: list(integer()) }) }),
  ip_filters: fields(all("allow_list deny_list", list(unlessTemplate(addressProblem)))),
};

const credentials = ["username", "bearer_token", "auth_token", "jwt"] as const;

/** A certificate is of no use without its key, nor the key without it. */
const certificate: Rule = (tree, path, checker) => {
  const [hasCertificate, hasKey] = ["tls_cert_file", "tls_key_file"].map((key) => given(tree, key, checker) !== undefined);
  if (hasCertificate && !hasKey) checker.error(path, "has tls_cert_file without tls_key_file");
  if (hasKey && !hasCertificate) checker.error(path, "has tls_key_file without tls_cert_file");
};

const user: Rule = fields(
  { ...userFields, ...all("name username password bearer_token auth_token", texts), jwt: tokens },
  needsOneOf(...credentials),
  atMostOneOf(...credentials),
  needsOneOf("url_prefix", "url_map"),
  certificate,
);

const unauthorizedUser: Rule = fields(userFields, needsOneOf("url_prefix", "url_map"), certificate);

/** A configuration of vmauth as users give it: https://docs.victoriametrics.com/victoriametrics/vmauth/#auth-config */
export const givenConfiguration: Rule = fields({ users: list(filled(user)), unauthorized_user: unauthorizedUser });
