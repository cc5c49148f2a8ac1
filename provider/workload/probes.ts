import type { Context } from "../context";
import { type HttpServer, serverPath } from "./http-server";
import type { Probe } from "./plain";
import type { BaseSpec } from "./workload";

type Probes = Pick<BaseSpec, "livenessProbe" | "readinessProbe" | "startupProbe">;

/** The default check of a probe. */
type Check = Pick<Probe, "httpGet" | "tcpSocket">;

interface Settings {
  /** Whether the application may be restarted for not answering. */
  readonly liveness: boolean;
  /** Path of the application's health. */
  readonly path?: string;
  /** Port by number or name; by default that of the server. */
  readonly port?: string | number;
}

/** The probes of a main container. TLS without any probe given leaves just a check of the port, since clients may need certificates. */
export function probes(given: Probes, server: HttpServer, settings: Settings, { values }: Context): Probes {
  const { path = serverPath(server, "/health", values), port = Number(server.port) } = settings;
  const tcpSocket = { port };
  const httpGet = { path, port, scheme: server.scheme.toUpperCase() };
  const fallback: Check = server.usesProxyProtocol ? { tcpSocket } : { httpGet };
  const filled = (probe: Probe | undefined, check: Check) => withNumbers(withCheck(probe ?? {}, check, { tcpSocket, httpGet }));
  const { livenessProbe, readinessProbe, startupProbe } = given;
  if (server.scheme === "https" && !livenessProbe && !readinessProbe && !startupProbe) {
    return { startupProbe: filled(undefined, { tcpSocket }) } as Probes;
  }
  return {
    ...(settings.liveness && { livenessProbe: filled(livenessProbe, fallback) }),
    readinessProbe: filled(readinessProbe, fallback),
    ...(startupProbe && { startupProbe: filled(startupProbe, { tcpSocket }) }),
  } as Probes;
}

/** A given check stays; its missing port, path and scheme are filled in. */
function withCheck(probe: Probe, fallback: Check, { tcpSocket, httpGet }: Required<Check>): Probe {
  if (probe.tcpSocket) return { ...probe, tcpSocket: { ...probe.tcpSocket, port: probe.tcpSocket.port || tcpSocket.port } };
  if (probe.httpGet) {
    const { path, port, scheme } = probe.httpGet;
    return {
      ...probe,
      httpGet: { ...probe.httpGet, path: path || httpGet.path, port: port || httpGet.port, scheme: scheme || httpGet.scheme },
    };
  }
  return probe.exec || probe.grpc ? probe : { ...probe, ...fallback };
}

function withNumbers(probe: Probe): Probe {
  return {
    ...probe,
    periodSeconds: probe.periodSeconds || 5,
    failureThreshold: probe.failureThreshold || 10,
    timeoutSeconds: probe.timeoutSeconds || 5,
    successThreshold: probe.successThreshold || 1,
  };
}
