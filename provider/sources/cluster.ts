import { request } from "node:https";
import { text } from "node:stream/consumers";
import type { ClusterObject } from "../discovery/discovered-objects";

/** A list that is read. It takes the right to list these objects in all namespaces. */
interface Source {
  readonly kind: string;
  /** API group; empty for the core one. */
  readonly group: string;
  readonly resource: string;
}

const source = (kind: string, resource: string, group = ""): Source => ({ kind, group, resource });

const sources: readonly Source[] = [
  source("Service", "services"),
  source("Endpoints", "endpoints"),
  source("Pod", "pods"),
  source("Node", "nodes"),
  source("Namespace", "namespaces"),
  source("EndpointSlice", "endpointslices", "discovery.k8s.io"),
  source("Ingress", "ingresses", "networking.k8s.io"),
];

/** Objects in one answer. */
const limit = 500;

interface List {
  readonly metadata?: { readonly continue?: string };
  readonly items?: readonly Omit<ClusterObject, "kind">[];
}

/**
 * The objects of a cluster that discovery looks at, by a kubeconfig: that of `file`, of `KUBECONFIG`, of the home folder or of the pod. Objects are
 * only listed.
 *
 * @throws Error when the client is not installed, or when the cluster refuses lists, with the names of all of them.
 */
export async function readCluster(file?: string): Promise<ClusterObject[]> {
  const { KubeConfig } = await client();
  const config = new KubeConfig();
  if (file === undefined) config.loadFromDefault();
  else config.loadFromFile(file);
  const server = config.getCurrentCluster()?.server;
  if (!server) throw new Error("there is no cluster: KUBECONFIG, or ~/.kube/config, names none");
  const get = async (path: string): Promise<List | typeof forbidden> => {
    const options = {};
    await config.applyToHTTPSOptions(options);
    return getJson(`${server.replace(/\/$/, "")}${path}`, options);
  };
  const lists = await Promise.all(sources.map((one) => readList(one, get)));
  const refused = sources.filter((_, index) => lists[index] === forbidden).map(nameOf);
  if (refused.length === 0) return lists.flatMap((list) => (list === forbidden ? [] : list));
  throw new Error(
    `the cluster does not let this user list ${refused.join(", ")} in all namespaces: bind a ClusterRole that allows the verb list for them`,
  );
}

const client = () =>
  import("@kubernetes/client-node").catch(() => {
    throw new Error("--cluster needs the npm package @kubernetes/client-node: npm install @kubernetes/client-node");
  });

/** The resource as `kubectl auth can-i list` calls it. */
const nameOf = ({ resource, group }: Source): string => (group ? `${resource}.${group}` : resource);

const pathOf = ({ resource, group }: Source): string => `/${group ? `apis/${group}` : "api"}/v1/${resource}`;

/** The answer to a user without the right to list the objects. */
const forbidden = Symbol("forbidden");

async function readList(
  of: Source,
  get: (path: string) => Promise<List | typeof forbidden>,
): Promise<readonly ClusterObject[] | typeof forbidden> {
  const objects: ClusterObject[] = [];
  let next = "";
  do {
    const list = await get(`${pathOf(of)}?limit=${limit}${next && `&continue=${encodeURIComponent(next)}`}`);
    if (list === forbidden) return forbidden;
    for (const item of list.items ?? []) objects.push({ ...item, kind: of.kind });
    next = list.metadata?.continue ?? "";
  } while (next);
  return objects;
}

async function getJson(url: string, options: object): Promise<List | typeof forbidden> {
  const response = await new Promise<import("node:http").IncomingMessage>((done, fail) => {
    request(url, { ...options, method: "GET" }, done)
      .once("error", fail)
      .end();
  });
  const body = await text(response);
  const { statusCode: status } = response;
  if (status === 200) return JSON.parse(body) as List;
  if (status === 403) return forbidden;
  const { origin, pathname } = new URL(url);
  if (status === 401) throw new Error(`${origin} does not know the user of the kubeconfig: its credentials are wrong or have expired`);
  throw new Error(`${origin} answers a request for ${pathname} with ${status}`);
}
