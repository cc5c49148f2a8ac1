import type { z } from "zod";
import type { Context } from "../../context";
import { any, boolean, integer, item, list, object, required, string, word } from "../../schema/fields";
import { parse } from "../../schema/parse";
import { joinPath } from "../../world/issues";

const text = () => string("");
const texts = list("", item);

const duration = string("", { pattern: /^([0-9]{1,5}(h|m|s|ms)){1,4}$/, expected: "expected a duration such as 5s or 1m30s" });

const condition = object("HTTPHeaderMatch", "", {
  type: word("", ["Exact", "RegularExpression"]),
  name: required(text()),
  value: required(text()),
});

const match = object("HTTPRouteMatch", "", {
  path: object("HTTPPathMatch", "", { type: word("", ["Exact", "PathPrefix", "RegularExpression"]), value: text() }),
  headers: list("", condition),
  queryParams: list("", condition),
  method: word("", ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"]),
});

const header = object("HTTPHeader", "", { name: required(text()), value: required(text()) });
const headerModifier = object("HTTPHeaderFilter", "", { set: list("", header), add: list("", header), remove: texts });

const pathModifier = object("HTTPPathModifier", "", {
  type: required(word("", ["ReplaceFullPath", "ReplacePrefixMatch"])),
  replaceFullPath: text(),
  replacePrefixMatch: text(),
});

const backend = object("BackendObjectReference", "", {
  group: text(),
  kind: text(),
  name: required(text()),
  namespace: text(),
  port: integer("", { minimum: 1, maximum: 65535 }),
});

/** The field with the settings of each type of filter. */
const filterFields = {
  requestHeaderModifier: headerModifier,
  responseHeaderModifier: headerModifier,
  requestMirror: object("HTTPRequestMirrorFilter", "", {
    backendRef: required(backend),
    percent: integer("", { minimum: 0, maximum: 100 }),
    fraction: object("Fraction", "", { numerator: required(integer("", { minimum: 0 })), denominator: integer("", { minimum: 1 }) }),
  }),
  requestRedirect: object("HTTPRequestRedirectFilter", "", {
    scheme: word("", ["http", "https"]),
    hostname: text(),
    path: pathModifier,
    port: integer("", { minimum: 1, maximum: 65535 }),
    statusCode: integer("", { minimum: 301, maximum: 308 }),
  }),
  urlRewrite: object("HTTPURLRewriteFilter", "", { hostname: text(), path: pathModifier }),
  extensionRef: object("LocalObjectReference", "", { group: required(text()), kind: required(text()), name: required(text()) }),
  cors: object("HTTPCORSFilter", "", {
    allowOrigins: texts,
    allowCredentials: boolean(""),
    allowMethods: texts,
    allowHeaders: texts,
    exposeHeaders: texts,
    maxAge: integer("", { minimum: 1 }),
  }),
  externalAuth: object("HTTPExternalAuthFilter", "", {
    protocol: required(word("", ["HTTP", "GRPC"])),
    backendRef: required(backend),
    http: object("HTTPAuthConfig", "", { path: text(), allowedHeaders: texts, allowedResponseHeaders: texts }),
    grpc: object("GRPCAuthConfig", "", { allowedHeaders: texts }),
    forwardBody: object("ForwardBodyConfig", "", { maxSize: integer("", { minimum: 0 }) }),
  }),
} as const;

type FilterField = keyof typeof filterFields;

const fieldOfType = {
  RequestHeaderModifier: "requestHeaderModifier",
  ResponseHeaderModifier: "responseHeaderModifier",
  RequestMirror: "requestMirror",
  RequestRedirect: "requestRedirect",
  URLRewrite: "urlRewrite",
  ExtensionRef: "extensionRef",
  CORS: "cors",
  ExternalAuth: "externalAuth",
} as const satisfies Readonly<Record<string, FilterField>>;

type FilterType = keyof typeof fieldOfType;

const filter = object("HTTPRouteFilter", "", {
  type: required(word("", Object.keys(fieldOfType) as FilterType[])),
  ...filterFields,
});

/** A rule of an HTTPRoute in the versions of the Gateway API up to 1.4. What `backendRefs` say counts for nothing, for they are derived. */
const routeRule = object("HTTPRouteRule", "", {
  name: text(),
  matches: list("", match),
  filters: list("", filter),
  backendRefs: any(""),
  timeouts: object("HTTPRouteTimeouts", "", { request: duration, backendRequest: duration }),
  retry: object("HTTPRouteRetry", "", {
    codes: list("", integer("", { minimum: 400, maximum: 599 })),
    attempts: integer("", { minimum: 0 }),
    backoff: duration,
  }),
  sessionPersistence: object("SessionPersistence", "", {
    sessionName: text(),
    absoluteTimeout: duration,
    idleTimeout: duration,
    type: word("", ["Cookie", "Header"]),
    cookieConfig: object("CookieConfig", "", { lifetimeType: word("", ["Permanent", "Session"]) }),
  }),
});

/** Reports rules that the API server would refuse in an HTTPRoute. */
export function checkRouteRules(rules: readonly unknown[], path: string, { values, report }: Context): void {
  for (const [index, rule] of rules.entries()) {
    const where = joinPath(path, index);
    const parsed = parse(routeRule, rule, values, where);
    if ("problems" in parsed) for (const problem of parsed.problems) report.error(problem.path, problem.message);
    else if ("value" in parsed) checkFilters(parsed.value, where, report);
  }
}

/** A filter has the field of its type, and no other one. */
function checkFilters({ filters = [] }: z.output<typeof routeRule>, path: string, report: Context["report"]): void {
  for (const [index, given] of filters.entries()) {
    const where = `${path}.filters[${index}]`;
    const needed: FilterField | undefined = fieldOfType[given.type as FilterType];
    if (!needed) continue;
    if (given[needed] === undefined) report.error(`${where}.${needed}`, `is required for the type ${given.type}`);
    for (const field of Object.keys(filterFields) as FilterField[])
      if (field !== needed && given[field] !== undefined)
        report.error(`${where}.${field}`, `is not for the type ${given.type}: leave it out, or make another filter of it`);
  }
}
