import type { Context } from "../context";
import type { Values } from "../values/values";
import type { Manifest } from "../world/objects";
import type { ServiceSpec } from "./plain";
import type { Workload } from "./workload";

/** The HTTP server of an application, for probes, scrapes and other containers of the pod. */
export interface HttpServer {
  readonly scheme: "http" | "https";
  readonly port: string;
  /** Prefix of all paths. */
  readonly pathPrefix: string;
  /** Plain HTTP requests fail then. */
  readonly usesProxyProtocol: boolean;
}

/** Flags that determine the derived objects. */
const switches = { tls: "tls", proxyProtocol: "httpListenAddr.useProxyProtocol" };

/** The HTTP server of a workload's main container. */
export function httpServer({ spec, defaults }: Workload, { values }: Context): HttpServer {
  const { extraArgs = {} } = spec;
  return {
    scheme: isSwitchedOn(extraArgs[switches.tls], values) ? "https" : "http",
    port: spec.port || defaults.port,
    pathPrefix: extraArgs["http.pathPrefix"] ?? "",
    usesProxyProtocol: isSwitchedOn(extraArgs[switches.proxyProtocol], values),
  };
}

/** Reports flags that determine the derived objects and are not known yet. */
export function checkSwitches({ spec: { extraArgs = {} }, path }: Workload, { values, report }: Context): void {
  for (const name of Object.values(switches)) {
    if (values.isKnown(extraArgs[name] ?? "")) continue;
    report.error(`${path}.extraArgs[${JSON.stringify(name)}]`, "determines the derived objects: give a value that is known in the preview");
  }
}

/** Only the first value of a list counts: the one of the first listener. */
export function isSwitchedOn(flag: string | undefined, values: Values): boolean {
  return values.check(flag ?? "", (text) => String(text).split(",")[0]?.trim().toLowerCase() === "true") ?? false;
}

/** A path of the server behind its prefix, `/health` or `/vm/health`. */
export function serverPath({ pathPrefix }: HttpServer, path: string, values: Values): string {
  return pathPrefix === "" ? path : values.apply("cleanPath", `${pathPrefix}${path}`);
}

/** The address of a path of the server, for containers of the same pod. `authKey` is the key for the path, if any. */
export function localUrl(server: HttpServer, path: string, authKey: string | undefined, { defaults, values }: Context): string {
  const { scheme, port, pathPrefix } = server;
  const query = authKey ? `?authKey=${values.apply("formEncoded", authKey)}` : "";
  return `${scheme}://${defaults.loopback}:${port}${values.apply("cleanPath", `/${pathPrefix}${path}`)}${query}`;
}

/** The path between the server's port and its own paths; empty without a prefix. */
export const urlPrefix = ({ pathPrefix }: Pick<HttpServer, "pathPrefix">, values: Values): string =>
  /^\/*$/.test(pathPrefix) ? "" : values.apply("cleanPath", `/${pathPrefix}`);

/** The address of the server behind a Service of its namespace, with its path prefix, for clients anywhere in the cluster. */
export function serviceUrl(
  { metadata, spec }: Pick<Manifest, "metadata"> & { readonly spec: ServiceSpec },
  { scheme, port, pathPrefix }: HttpServer,
  { defaults, values }: Context,
): string {
  const servicePort = spec.ports?.find(({ name }) => name === "http")?.port ?? port;
  const domain = defaults.clusterDomain && `.${defaults.clusterDomain}`;
  return `${scheme}://${metadata.name}.${metadata.namespace}.svc${domain}:${servicePort}${urlPrefix({ pathPrefix }, values)}`;
}
