import { tlsConfig } from "../schema/endpoint-auth";
import { boolean, described, integer, item, list, map, object, required, string, stringOrList, structural, word } from "../schema/fields";
import { secretKey } from "../schema/key-references";

const loadBalancingPolicy = (description: string) => word(description, ["least_loaded", "first_available"]);

const headers = list(
  "Headers set in each request to the target, `Name: value`; an empty value removes the header. A value that is a credential " +
    "should be given as a secret.",
  item,
);
const responseHeaders = list("Headers set in each response, `Name: value`; an empty value removes the header.", item);
const discoverBackendIPs = boolean(
  "Asks the name server for the addresses behind the host of a URL and spreads requests over them. Default: vmauth's own, false.",
);
const retryStatusCodes = list(
  "Status codes of a failed response; the request then goes to the next URL.",
  integer("A status code, 502 for example."),
);
const dropSrcPathPrefixParts = integer(
  "Number of parts, between slashes, that are cut from the beginning of a request's path before it goes to the target. Default 0.",
);
const balancing = loadBalancingPolicy(
  "How requests are spread over the URLs: `least_loaded` or `first_available`. Default: vmauth's own, `least_loaded`.",
);

/** Options of a single route or of all routes of a user. */
const routeOptions = {
  headers,
  response_headers: responseHeaders,
  discover_backend_ips: discoverBackendIPs,
  retry_status_codes: retryStatusCodes,
  load_balancing_policy: balancing,
  drop_src_path_prefix_parts: dropSrcPathPrefixParts,
};

const srcHeaders = list("Headers, `Name: value`; a request must have one of them.", item);
const srcQueryArgs = list("Query arguments, `name=value` or `name=~expression` (RE2); a request must have one of them.", item);

const otherObject = object("NamespacedName", "A further resource of the same kind.", {
  name: required(structural(string("Name of the resource.", { example: "main" }))),
  namespace: required(structural(string("Namespace of the resource.", { example: "monitoring" }))),
  useExtraService: structural(boolean("Uses the further Service from the `serviceSpec` of the resource. Default false.")),
});

const crd = object("CRDRef", "Resources whose Services are the target: the one of `name` and `namespace`, then those of `objects`.", {
  kind: required(structural(string("Kind of the resources; of a cluster the part too.", { statedBy: "backends" }))),
  name: structural(string("Name of the resource. Needed unless `objects` has any.")),
  namespace: structural(string("Namespace of the resource. Needed unless `objects` has any.")),
  useExtraService: structural(boolean("Uses the further Service from the `serviceSpec` of the resource of `name`. Default false.")),
  objects: list("Further resources of the same kind, which share the requests.", otherObject),
});

const staticTarget = object("StaticRef", "URLs that are the target.", {
  url: string("URL of the target, with scheme and host. It wins over `urls`.", { example: "http://vmsingle-main.monitoring.svc:8428" }),
  urls: list("URLs of the target, which share the requests.", item),
});

const queryArg = object("QueryArg", "A query argument and its values.", {
  name: required(string("Name of the argument, `extra_label` for example.")),
  values: required(list("Its values.", item)),
});

const targetRefBasicAuth = object("TargetRefBasicAuth", "User name and password for the target.", {
  username: required(described("The user name, in a Secret of the user's namespace.", secretKey)),
  password: required(described("The password, in a Secret of the user's namespace.", secretKey)),
});

export const targetRef = object("TargetRef", "A target and its requests. Either `crd` or `static`, unless `name` is given.", {
  name: structural(string("Name of one of the VMAuth's `defaultTargetRefs`, which fills in missing fields. Lists are taken as a whole.")),
  crd,
  static: staticTarget,
  paths: list(
    "Regular expressions (RE2) for the paths of requests, anchored at both ends. Default: all; for parts of clusters those that they serve.",
    structural(item),
  ),
  hosts: list("Regular expressions (RE2) for the host names of requests, anchored at both ends. Default: all.", item),
  src_headers: srcHeaders,
  src_query_args: srcQueryArgs,
  target_path_suffix: string(
    "Path, with a query if need be, that is appended to the target's URLs: `/select/42/prometheus?extra_label=team=a`.",
  ),
  query_args: list("Query arguments for the target's URLs. They win over those of `target_path_suffix` and of the URLs.", queryArg),
  ...routeOptions,
  targetRefBasicAuth,
});

const ipFilters = object("VMUserIPFilters", "Addresses that requests may come from. Enterprise only.", {
  allow_list: list("Addresses and networks that may send requests, `10.0.0.0/8`. Default: all.", item),
  deny_list: list("Addresses and networks that may not, even if they are in `allow_list`.", item),
});

const accessLogFilters = object("AccessLogFilters", "Requests to leave out.", {
  skip_status_codes: list("Status codes of responses that are left out.", integer("A status code, 200 for example.")),
});

const accessLog = object("AccessLog", "Logs each request. An empty block logs all of them.", { filters: accessLogFilters });

/** Options of a user, or of requests without credentials. */
export const userOptionFields = {
  default_url: list(
    "URLs for requests without a matching route; they receive the path as `request_path`. Default: such requests are refused.",
    item,
  ),
  tlsConfig: described("TLS of the connections to the targets.", tlsConfig),
  ip_filters: ipFilters,
  ...routeOptions,
  max_concurrent_requests: integer("Maximum number of concurrent requests; more wait, and fail after a while. Default: vmauth's own, 300."),
  dump_request_on_errors: boolean("Shows the request in the response if no route matches it. Not for production. Default false."),
  access_log: accessLog,
};

/** Labels of vmauth's metrics of a user. */
export const metricLabels = map("Labels for vmauth's metrics of these requests.", item);

export const urlMap = object("UnauthorizedAccessConfigURLMap", "A route: its requests and their target.", {
  src_paths: list("Regular expressions (RE2) for the paths of requests, anchored at both ends.", item),
  src_hosts: list("Regular expressions (RE2) for the host names of requests, anchored at both ends.", item),
  src_headers: srcHeaders,
  src_query_args: srcQueryArgs,
  url_prefix: stringOrList("URL for the requests, or several that share them. Required."),
  ...routeOptions,
});
