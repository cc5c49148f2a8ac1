import { boolean, described, integer, item, list, map, object, required, string, structural } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import { metricLabels, targetRef, userOptionFields } from "./access-fields";

const accessClaim = object(
  "VMAccessClaim",
  "Tenants and filters for tokens without them, for the placeholders `{{.MetricsTenant}}` and so on in URLs and headers.",
  {
    metricsAccountID: integer("Account of the tenant for metrics. Default 0."),
    metricsProjectID: integer("Project of the tenant for metrics. Default 0."),
    metricsExtraFilters: list('Series selectors that restrict all queries of metrics, `{env="prod"}`.', item),
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
  "JSON Web Tokens instead of a user name or token. Exactly one way of verification: `skipVerify`, keys, or `oidc`.",
  {
    skipVerify: structural(boolean("Accepts any token without checking its signature. Only for tests. Default false.")),
    publicKeys: list("Public keys of the issuer, in PEM form.", item),
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

/** The user's credentials: a password, a token, or signed tokens of an issuer. */
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

/** Settings of a user for vmauth. */
export const userFields = {
  name: string("Name of the user in vmauth's logs and metrics. Default: the user name."),
  ...credentialFields,
  targetRefs: required(list("Targets of the requests. The first match gets a request. At least one is needed.", targetRef)),
  ...userOptionFields,
  metric_labels: metricLabels,
};
