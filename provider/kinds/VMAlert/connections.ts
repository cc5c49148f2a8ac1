import { type ClientFields, type Credentials, clientFlags } from "../../features/client-credentials";
import { flag, flags } from "../../workload/command-line";
import type { Spec } from "./model";

/** How vmalert talks to a server. */
export type Connection = ClientFields & { readonly headers?: readonly string[] };

/** Where vmalert has the files with credentials. */
export const credentialPaths = { secrets: "/etc/vmalert/remote_secrets", tls: "/etc/vmalert-tls/certs" } as const;

/** Headers in the form of a single flag. */
export const joinedHeaders = ({ headers = [] }: Connection): string => headers.join("^^");

/** The flags of the databases: where rules are evaluated, and where results are written to and read from. */
export function connectionFlags({ datasource, remoteWrite, remoteRead }: Spec, credentials: Credentials): string[] {
  return [
    ...flagsOf("datasource", datasource, {}, credentials),
    ...(remoteWrite ? flagsOf("remoteWrite", remoteWrite, queueOf(remoteWrite), credentials) : []),
    ...(remoteRead ? flagsOf("remoteRead", remoteRead, { lookback: remoteRead.lookback }, credentials) : []),
  ];
}

type Own = Readonly<Record<string, string | number | boolean | undefined>>;

const queueOf = ({ concurrency, flushInterval, maxBatchSize, maxQueueSize }: NonNullable<Spec["remoteWrite"]>): Own => ({
  concurrency,
  flushInterval,
  maxBatchSize,
  maxQueueSize,
});

function flagsOf(server: string, connection: Connection & { readonly url: string }, own: Own, credentials: Credentials): string[] {
  const known: Own = {
    url: connection.url,
    ...own,
    ...Object.fromEntries(Object.entries(clientFlags).map(([name, value]) => [name, value(connection, credentials, `spec.${server}`)])),
    "oauth2.scopes": connection.oauth2?.scopes?.join(","),
  };
  const headers = joinedHeaders(connection);
  return [
    ...flags(Object.fromEntries(Object.entries(known).map(([name, value]) => [`${server}.${name}`, value]))),
    ...(headers ? [`-${flag(`${server}.headers`, headers)}`] : []),
  ];
}
