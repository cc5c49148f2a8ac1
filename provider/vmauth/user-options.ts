import { filled, type Keys, switchedOn, type TreeMap, written } from "../config/keys";
import type { References } from "../config/references";
import type { Report } from "../world/issues";
import type { UserOptions } from "./access-types";

/** The keys of a user's options, in the order in which they are written. */
const optionKeys: Keys<[options: UserOptions, references: References, path: string]> = {
  default_url: ({ default_url }) => filled(default_url),
  tls_insecure_skip_verify: ({ tlsConfig }) => switchedOn(tlsConfig?.insecureSkipVerify),
  tls_ca_file: ({ tlsConfig }, references, path) => filled(tlsConfig?.caFile) ?? references.file(tlsConfig?.ca, `${path}.tlsConfig.ca`),
  tls_cert_file: ({ tlsConfig }, references, path) =>
    filled(tlsConfig?.certFile) ?? references.file(tlsConfig?.cert, `${path}.tlsConfig.cert`),
  tls_key_file: ({ tlsConfig }, references, path) =>
    filled(tlsConfig?.keyFile) ?? references.file(tlsConfig?.keySecret, `${path}.tlsConfig.keySecret`),
  tls_server_name: ({ tlsConfig }) => filled(tlsConfig?.serverName),
  ip_filters: ({ ip_filters }) => ip_filters && filled(written(ipFilterKeys, ip_filters)),
  headers: ({ headers }) => filled(headers),
  response_headers: ({ response_headers }) => filled(response_headers),
  discover_backend_ips: ({ discover_backend_ips }) => discover_backend_ips,
  retry_status_codes: ({ retry_status_codes }) => filled(retry_status_codes),
  max_concurrent_requests: ({ max_concurrent_requests }) => max_concurrent_requests,
  load_balancing_policy: ({ load_balancing_policy }) => filled(load_balancing_policy),
  drop_src_path_prefix_parts: ({ drop_src_path_prefix_parts }) => drop_src_path_prefix_parts,
  dump_request_on_errors: ({ dump_request_on_errors }) => dump_request_on_errors,
  access_log: ({ access_log }) => access_log && accessLog(access_log),
};

const ipFilterKeys: Keys<[filters: NonNullable<UserOptions["ip_filters"]>]> = {
  allow_list: ({ allow_list }) => filled(allow_list),
  deny_list: ({ deny_list }) => filled(deny_list),
};

function accessLog({ filters }: NonNullable<UserOptions["access_log"]>): TreeMap {
  const codes = filled(filters?.skip_status_codes);
  return codes ? { filters: { skip_status_codes: codes } } : {};
}

/** The place and surroundings of options. */
interface Place {
  /** The block of the options. */
  readonly path: string;
  /** Answers the references; files of TLS settings go to its assets. */
  readonly references: References;
  /** Keys that are already written: vmauth refuses repeated keys. */
  readonly routes: TreeMap;
}

/** A user's options in vmauth's form, without those that its only target already has. */
export function userOptions(options: UserOptions, { path, references, routes }: Place, report: Report): TreeMap {
  const entries = Object.entries(written(optionKeys, options, references, path)).filter(([name]) => {
    if (name in routes) report.warning(`${path}.${name}`, `has no effect next to ${path}.targetRefs[0].${name}: leave one of them out`);
    return !(name in routes);
  });
  return Object.fromEntries(entries);
}
