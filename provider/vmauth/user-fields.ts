import { boolean, described, integer, item, list, map, object, required, string, structural } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import { metricLabels, targetRef, userOptionFields } from "./access-fields";

const accessClaim = object(
  "VMAccessClaim",
  "Tenants and filters for tokens that carry none, for the placeholders `{{.MetricsTenant}}` and so on in URLs and headers.",
  {
    metricsAccountID: integer("Account of the tenant for metrics. Default 0."),
    metricsProjectID: integer("Project of the tenant for metrics. Default 0."),
    metricsExtraFilters: list('Series selectors that all queries of metrics are confined to, `{env="prod"}`.', item),
    metricsExtraLabels: list("Labels, `name=value`, for all metrics that are written, and for queries.", item),
    logsAccountID: integer("Account of the tenant for logs. Default 0."),
    logsProjectID: integer("Project of the tenant for logs. Default 0."),
    logsExtraFilters: list("Filters of LogsQL for all queries of logs.", item),
    logsExtraStreamFilters: list("Filters of log streams for all queries of logs.", item),
  },
);

const oidc = object("OIDCConfig", "An issuer of tokens that publishes its keys by OpenID Connect.", {
  issuer: required(string("URL of the issuer, which tokens must carry as `iss`.", { example: "https://login.example.com/realms/main" })),
});

const jwt = object(
  "JWTConfig",
  "JSON Web Tokens in the place of a name or token of the user's own. Exactly one way of verifying them: `skipVerify`, keys, or `oidc`.",
  {
    skipVerify: structural(boolean("Takes any token without looking at its signature. Only for tests. Default false.")),
    publicKeys: list("Public keys, in PEM form, of whoever signs tokens.", item),
    publicKeyRefs: list(
      "Public keys in Secrets of the resource's namespace, after those of `publicKeys`. A missing Secret or key is an error.",
      secretKey,
    ),
    oidc,
    matchClaims: map(
      "Regular expressions (RE2) for claims of the token, by their names; all must match. Two users of a VMAuth cannot have the same.",
      item,
    ),
    defaultVMAccessClaim: accessClaim,
  },
);

/** How the user proves who it is: by a password, a token, or tokens that somebody else signs. */
const credentialFields = {
  username: string("Name that the user logs in with. Default: the resource's name. Not together with `bearerToken` or `jwt`."),
  password: string("Password of the user, in clear. Not together with `passwordRef`.", { secret: true }),
  passwordRef: described("Password of the user, in a Secret of the resource's namespace. With it `tokenRef` has no effect.", secretKey),
  generatePassword: structural(
    boolean(
      "Makes a random password, once, if neither `password` nor `passwordRef` is given. It is kept in the state, as a secret, and in the derived " +
        "Secret. Default false.",
    ),
  ),
  bearerToken: string("Token of the user, in clear. Not together with `username` or `jwt`.", { secret: true }),
  tokenRef: described("Token of the user, in a Secret of the resource's namespace. It wins over a name with password.", secretKey),
  jwt,
};

/** What vmauth has to know of a user. */
export const userFields = {
  name: string("Name of the user in vmauth's logs and metrics. Default: the user name."),
  ...credentialFields,
  targetRefs: required(list("Where requests go. The first that fits a request gets it. At least one is needed.", targetRef)),
  ...userOptionFields,
  metric_labels: metricLabels,
};
