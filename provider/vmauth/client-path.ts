import { serviceName } from "./addresses";
import type { AuthContext } from "./auth-context";
import type { Backend, BackendSpec } from "./backend";

/** The address of a server as a client has it. */
export interface ClientUrl {
  readonly url: string;
  /** The field that it stands in. */
  readonly path: string;
  /** The namespace of the client, for addresses without one. */
  readonly namespace: string;
  /** Whether the client appends the path of its requests itself. */
  readonly appends: boolean;
}

/** Warns of an address of a given database or agent that lacks the tenant, or the path for samples: requests to it are refused. */
export function checkClientPath({ url, path, namespace, appends }: ClientUrl, context: AuthContext): void {
  const problem = context.values.check(url, (text) => problemOf(String(text), namespace, appends, context));
  if (problem) context.report.warning(path, problem);
}

function problemOf(text: string, namespace: string, appends: boolean, context: AuthContext): string | undefined {
  const [, origin = "", host = "", path = ""] = /^(https?:\/\/([^/:?#@]+)(?::\d+)?)([^?#]*)/.exec(text) ?? [];
  const served = host && servedAt(host, namespace, context);
  if (!served) return undefined;
  const { backend, name } = served;
  const { tenantPath = "", writePath } = backend;
  if (tenantPath && !path.startsWith(`/${tenantPath.split("/")[1]}/`)) {
    const right = `${origin}${tenantPath}${appends ? "" : (writePath ?? "")}`;
    return `leads to ${name}, which has no path ${JSON.stringify(path || "/")}: give ${right}, or another tenant than 0`;
  }
  const isBare = !appends && writePath !== undefined && /^\/*$/.test(path);
  return isBare ? `leads to ${name}, which takes no samples at ${JSON.stringify(path || "/")}: give ${origin}${writePath}` : undefined;
}

/** The backend with a Service of this host name among the given resources, and its name for messages. */
function servedAt(host: string, clientNamespace: string, { kinds, world }: AuthContext): { backend: Backend; name: string } | undefined {
  const [service, namespace = clientNamespace] = host.split(".");
  for (const backend of kinds.backends.values()) {
    if (!backend.tenantPath && !backend.writePath) continue;
    const found = world.customResources(backend.kind).find(({ metadata, spec }) => {
      return metadata.namespace === namespace && serviceName(metadata.name, spec as BackendSpec, backend) === service;
    });
    if (!found || hasPathPrefix(found.spec as BackendSpec, backend)) continue;
    const part = backend.part === undefined ? "" : `${backend.part} of `;
    return { backend, name: `${part}the ${backend.kind} ${namespace}/${found.metadata.name}` };
  }
  return undefined;
}

/** Whether the paths of a program begin with others than its own. */
function hasPathPrefix(whole: BackendSpec, { part }: Backend): boolean {
  const spec = part === undefined ? whole : (whole as Readonly<Record<string, BackendSpec | undefined>>)[part];
  return Object.keys(spec?.extraArgs ?? {}).some((name) => name.replace(/^-+/, "") === "http.pathPrefix");
}
