import { boolean, described, item, list, map, object, required, string } from "./fields";
import { secretKey, secretOrConfigMap } from "./key-references";

export const basicAuth = object("BasicAuth", "User name and password for HTTP basic authentication.", {
  username: described("The user name, in a Secret.", secretKey),
  password: described("The password, in a Secret.", secretKey),
  password_file: string("Path of a file with the password, as the container sees it."),
});

export const authorization = object("Authorization", "An `Authorization` header. Without credentials it has no effect.", {
  type: string("Word before the credentials. Default `Bearer`; use `basicAuth` instead of `Basic`."),
  credentials: described("The credentials, in a Secret. They win over `credentialsFile`.", secretKey),
  credentialsFile: string("Path of a file with the credentials, as the container sees it."),
});

export const tlsConfig = object(
  "TLSConfig",
  "TLS as a client. Each part is either a file of the container or a reference; the file wins.",
  {
    ca: described("Certificate authority for the server's certificate. Default: those of the container's system.", secretOrConfigMap),
    caFile: string("Path of a file with the certificate authority."),
    cert: described("The client's own certificate.", secretOrConfigMap),
    certFile: string("Path of a file with the client's certificate."),
    keySecret: described("Private key of the client's certificate.", secretKey),
    keyFile: string("Path of a file with the private key."),
    serverName: string("Required name in the server's certificate. Default: the host name of the URL."),
    insecureSkipVerify: boolean("Accepts any certificate of the server. Default false."),
  },
);

export const oauth2 = object("OAuth2", "Tokens by the client credentials grant of OAuth 2.0.", {
  client_id: required(described("The client's id, in a Secret or a ConfigMap.", secretOrConfigMap)),
  client_secret: described("The client's secret, in a Secret. It wins over `client_secret_file`.", secretKey),
  client_secret_file: string("Path of a file with the client's secret, as the container sees it."),
  token_url: required(string("URL of the token endpoint.", { minLength: 1, example: "https://login.example.com/oauth2/token" })),
  scopes: list("Requested scopes.", item),
  endpoint_params: map("Further parameters for the request of a token.", item),
  proxy_url: string("Proxy for the request of a token."),
  tls_config: described("TLS for the request of a token.", tlsConfig),
});

/** Authentication and TLS of a client. */
export const httpAuthFields = {
  basicAuth,
  oauth2,
  tlsConfig,
  bearerTokenFile: string("Path of a file with a bearer token, as the container sees it."),
  bearerTokenSecret: described("A bearer token, in a Secret.", secretKey),
};

/** The same for scrapes. */
export const endpointAuthFields = {
  ...httpAuthFields,
  authorization,
  bearerTokenFile: string("Path of a file with a bearer token, as the container sees it. It wins over `bearerTokenSecret`."),
  bearerTokenSecret: described("A bearer token, in a Secret. Ignored if `bearerTokenFile` is given.", secretKey),
};

export const proxyClientConfig = object("ProxyClientConfig", "Authentication at an HTTP proxy.", {
  basic_auth: described("User name and password for the proxy.", basicAuth),
  authorization: described("An `Authorization` header for the proxy.", authorization),
  oauth2: described("Tokens of OAuth 2.0 for the proxy.", oauth2),
  bearer_token: described("A bearer token for the proxy, in a Secret. It wins over `bearer_token_file`.", secretKey),
  bearer_token_file: string("Path of a file with a bearer token for the proxy."),
  tls_config: described("TLS of the connection to the proxy.", tlsConfig),
});
