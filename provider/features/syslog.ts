import type { z } from "zod";
import type { Context } from "../context";
import { described, integer, list, object, required, string, structural, word } from "../schema/fields";
import { jsonList } from "../schema/json-text";
import { secretKey } from "../schema/key-references";
import type { Values } from "../values/values";
import { positionalFlag, type Slots } from "../workload/command-line";
import type { HttpServer } from "../workload/http-server";
import type { ContainerPort, Plain, ServicePort } from "../workload/plain";
import { type Mounted, mountedFolder, referencedSecrets, volumeName } from "../workload/volumes";

const tls = object("SyslogTLSServerConfig", "Certificate and key of a listener.", {
  certFile: string("File with the certificate in the container. It wins over `certSecret`."),
  certSecret: described("The certificate in a Secret, which is mounted into the pod.", secretKey),
  keyFile: string("File with the key in the container. It wins over `keySecret`."),
  keySecret: described("The key in a Secret, which is mounted into the pod.", secretKey),
});

const listenerFields = {
  listenPort: required(
    structural(integer("Port that messages come to. It is a port of the pods and of the Service too.", { minimum: 1, maximum: 65535 })),
  ),
  tenantID: string("Tenant of the messages, `<account>:<project>`. Default: the application's own, `0:0`."),
  streamFields: jsonList('Fields that make up a stream, as a list in JSON: `["hostname","app_name"]`. Default: the application\'s own.'),
  ignoreFields: jsonList('Fields that are left out of messages, as a list in JSON: `["proc_id"]`.'),
  decolorizeFields: jsonList('Fields whose ANSI color codes are taken out, as a list in JSON: `["message"]`.'),
  compressMethod: word("How messages are compressed. Default `none`.", ["none", "zstd", "gzip", "deflate"]),
};

const tcpListener = object("SyslogTCPListener", "A listener for syslog messages by TCP.", { ...listenerFields, tlsConfig: tls });
const udpListener = object("SyslogUDPListener", "A listener for syslog messages by UDP.", listenerFields);

/** The folder in which databases mount the Secrets with the certificates of listeners. */
export const syslogCertificates = "/etc/vm/tls-server-secrets";

/** Listeners for syslog messages. */
export const syslogSpec = object(
  "SyslogServerSpec",
  "Listeners for syslog messages. Each becomes flags, a port of the pods and one of the Service.",
  {
    tcpListeners: list("Listeners by TCP, whose ports are called `syslog-tcp-0`, `syslog-tcp-1` …", tcpListener),
    udpListeners: list("Listeners by UDP, whose ports are called `syslog-udp-0`, `syslog-udp-1` …", udpListener),
  },
);

export type Syslog = Plain<z.output<typeof syslogSpec>>;
type Listener = NonNullable<Syslog["udpListeners"]>[number];
type TcpListener = NonNullable<Syslog["tcpListeners"]>[number];

const quoted: Slots = { gap: "''", quotes: "flagQuoted" };
const plain: Slots = { gap: "", quotes: "flagItem" };

/** Flags of the listeners of one transport, by their names between `syslog.` and the transport. */
const listenerFlags: Readonly<Record<string, { readonly value: (listener: Listener) => string | undefined; readonly slots: Slots }>> = {
  listenAddr: { value: ({ listenPort }) => `:${listenPort}`, slots: plain },
  streamFields: { value: ({ streamFields }) => streamFields, slots: quoted },
  ignoreFields: { value: ({ ignoreFields }) => ignoreFields, slots: quoted },
  decolorizeFields: { value: ({ decolorizeFields }) => decolorizeFields, slots: quoted },
  tenantID: { value: ({ tenantID }) => tenantID, slots: plain },
  compressMethod: { value: ({ compressMethod }) => compressMethod, slots: plain },
};

/** The listeners' flags. `folder` is where the Secrets of their certificates are mounted. */
export function syslogFlags({ tcpListeners = [], udpListeners = [] }: Syslog = {}, folder: string, values: Values): string[] {
  const ofTransport = (listeners: readonly Listener[], transport: string): string[] =>
    Object.entries(listenerFlags).flatMap(([name, { value, slots }]) =>
      positionalFlag(`syslog.${name}.${transport}`, listeners.map(value), values, slots),
    );
  const tlsFlag = (name: string, value: (listener: TcpListener) => string | boolean | undefined): string[] =>
    positionalFlag(`syslog.${name}`, tcpListeners.map(value), values);
  return [
    ...ofTransport(tcpListeners, "tcp"),
    ...ofTransport(udpListeners, "udp"),
    ...tlsFlag("tls", ({ tlsConfig }) => (tlsConfig ? true : undefined)),
    ...tlsFlag("tlsCertFile", ({ tlsConfig }) => fileOf(tlsConfig?.certFile, tlsConfig?.certSecret, folder)),
    ...tlsFlag("tlsKeyFile", ({ tlsConfig }) => fileOf(tlsConfig?.keyFile, tlsConfig?.keySecret, folder)),
  ];
}

type SecretKey = NonNullable<NonNullable<TcpListener["tlsConfig"]>["certSecret"]>;

const fileOf = (file: string | undefined, secret: SecretKey | undefined, folder: string): string | undefined =>
  file || (secret?.name && `${folder}/${secret.name}/${secret.key}`);

/** The Secrets with the listeners' certificates and keys, each once. */
export function syslogVolumes({ tcpListeners = [] }: Syslog = {}, folder: string, values: Values): Mounted[] {
  const references = tcpListeners.flatMap(({ tlsConfig: { certFile, certSecret, keyFile, keySecret } = {} }) => [
    certFile ? undefined : certSecret,
    keyFile ? undefined : keySecret,
  ]);
  return referencedSecrets(references).map((secret) =>
    mountedFolder(volumeName(`secret-tls-${secret.secretName}`, values), { secret }, `${folder}/${secret.secretName}`),
  );
}

interface Port {
  readonly name: string;
  readonly port: number;
  readonly protocol: "TCP" | "UDP";
  /** The field that says it, below that of the listeners. */
  readonly field: string;
}

function portsOf({ tcpListeners = [], udpListeners = [] }: Syslog = {}): Port[] {
  const ports = (listeners: readonly Listener[], transport: "tcp" | "udp"): Port[] =>
    listeners.map(({ listenPort }, index) => ({
      name: `syslog-${transport}-${index}`,
      port: listenPort,
      protocol: transport === "tcp" ? "TCP" : "UDP",
      field: `${transport}Listeners[${index}].listenPort`,
    }));
  return [...ports(tcpListeners, "tcp"), ...ports(udpListeners, "udp")];
}

/** The listeners' ports of the container. */
export const syslogContainerPorts = (syslog: Syslog | undefined): ContainerPort[] =>
  portsOf(syslog).map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }));

/** The listeners' ports of the Service. */
export const syslogServicePorts = (syslog: Syslog | undefined): ServicePort[] =>
  portsOf(syslog).map(({ name, port, protocol }) => ({ name, port, targetPort: port, protocol }));

/** Reports listeners that cannot be. `path` is the field with the listeners. */
export function checkSyslog(syslog: Syslog | undefined, path: string, server: HttpServer, { report }: Context): void {
  const taken = new Map([[`TCP ${Number(server.port)}`, "HTTP"]]);
  for (const { port, protocol, field } of portsOf(syslog)) {
    const owner = taken.get(`${protocol} ${port}`);
    if (owner) report.error(`${path}.${field}`, `${port} is the port of ${owner} already: give each listener a port of its own`);
    else taken.set(`${protocol} ${port}`, field);
  }
  for (const [index, { tlsConfig }] of (syslog?.tcpListeners ?? []).entries()) {
    if (!tlsConfig) continue;
    const { certFile, certSecret, keyFile, keySecret } = tlsConfig;
    const where = `${path}.tcpListeners[${index}].tlsConfig`;
    if (!certFile && !certSecret?.name)
      report.warning(where, "has no certificate: the application does not start without certFile or certSecret");
    if (!keyFile && !keySecret?.name) report.warning(where, "has no key: the application does not start without keyFile or keySecret");
  }
}
